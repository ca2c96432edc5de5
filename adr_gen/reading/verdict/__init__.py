"""All that says the verdict of a document, what takes it back, and the one that holds."""
