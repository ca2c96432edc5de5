"""What people write down about the log beside its records: reviews and readings."""

REVIEWS = "reviews"
"""Folder inside the records' folder that holds reviews, never records."""
READINGS = "readings.yml"
"""File inside the records' folder with the numbers that people write down."""
