"""Commands on projects on disk."""
