"""A document as statements with their lines and containers, its quotes and its options."""
