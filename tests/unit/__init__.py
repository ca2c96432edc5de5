"""One module at a time, without a project on disk."""
