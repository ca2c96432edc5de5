"""Versions: of tags and in ranges, by the rules of each ecosystem."""
