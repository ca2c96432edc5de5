"""Insertions into files that people wrote: only lines are added, and every other byte stays."""
