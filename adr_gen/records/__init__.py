"""Records: what one ADR file says, read from the file whether it was generated, edited or written by hand."""

from .file import DIGEST, RecordFile, read, record_digest, said
from .generated import AS_WRITTEN, header_bullets, section, stated
from .names import NAME, dated, letter, number, number_of, references, twins, url_of
from .paragraph import padded, unpadded
from .record import Record

__all__ = [
    "AS_WRITTEN",
    "DIGEST",
    "NAME",
    "Record",
    "RecordFile",
    "dated",
    "header_bullets",
    "letter",
    "number",
    "number_of",
    "padded",
    "read",
    "record_digest",
    "references",
    "said",
    "section",
    "stated",
    "twins",
    "unpadded",
    "url_of",
]
