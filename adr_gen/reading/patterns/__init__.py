"""Patterns over the words of a lexicon: how one is written, what it needs of a text, and how it is matched."""
