"""Research files to record files: who is who, which number, what is to be written, and the writes."""
