"""The pages that are derived from the whole log."""
