"""Another number for a record, and whatever refers to it."""
