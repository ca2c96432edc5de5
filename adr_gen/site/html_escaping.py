"""Plain text as HTML."""

from html import escape

from .feeds.character_filter import fit

_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "{}:`*_[]~^="}


def safe(text: str) -> str:
    """Plain text as HTML that no Markdown extension or macro acts on."""
    return escape(fit(text)).translate(_ENTITIES)
