"""What one sentence says: rules as rows, their vetoes, and what is taken from a match."""
