"""What makes reference pages and pictures."""
