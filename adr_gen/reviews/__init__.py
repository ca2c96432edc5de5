"""What people write down about the log beside its records: reviews and readings."""
