"""Parsed Markdown as HTML: what each piece becomes, and what of an author's own HTML may stand in it."""
