"""The one CommonMark parser: a document as blocks with lines, for reading, and as HTML tokens, for the site.

Markdown is CommonMark with GitHub's additions (tables, strikethrough with two tildes, task lists, alerts,
footnotes, bare URLs as links). Reading needs the block structure only, so inline Markdown is parsed when
HTML is asked for.
"""

from .document import Block, ConflictError, Document, DocumentError
from .document_parsing import check, parse, parse_body, tokens
from .inline_text import inline, plain_text, target, targets
from .whitespace import fold, normal

__all__ = [
    "Block",
    "ConflictError",
    "Document",
    "DocumentError",
    "check",
    "fold",
    "inline",
    "normal",
    "parse",
    "parse_body",
    "plain_text",
    "target",
    "targets",
    "tokens",
]
