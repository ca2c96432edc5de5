"""Plain text as HTML."""

from html import escape

from .feeds.charset import fit


def safe(text: str) -> str:
    """Plain text as HTML that no Markdown extension or macro acts on."""
    return escape(fit(text)).translate({ord(c): f"&#{ord(c)};" for c in "{}:`*_[]~^="})
