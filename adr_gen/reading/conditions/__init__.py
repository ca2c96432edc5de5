"""Conditions under which a decision is looked at again: in lists, tables, sentences and front matter."""
