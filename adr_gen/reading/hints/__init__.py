"""Checks that the words of a condition would bear: offered to its author, never added."""
