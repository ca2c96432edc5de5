"""The kinds of checks: one module for each, named after what it looks at."""
