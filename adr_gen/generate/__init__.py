"""Research files to record files: who is who, which number, what would be written. Nothing is written here."""
