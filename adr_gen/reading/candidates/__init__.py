"""Sentences for a person to choose from where nothing certain was read."""
