"""Pieces of the log in pages of the user's own, and the markers that ask for them."""
