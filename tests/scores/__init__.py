"""How well documents with hand-made labels are read."""
