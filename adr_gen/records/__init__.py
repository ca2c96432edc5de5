"""Records: what one ADR file says, read from the file whether it was generated, edited or written by hand."""

from ..model import letter
from .generated import AS_WRITTEN, header_bullets, section, sentences, stated, unscoped
from .lookup import Holder, Holders, holder, is_path
from .paragraph_text import padded, unpadded
from .record import RELATIONS, Record
from .record_file import (
    DIGEST,
    ReadRecord,
    RecordFile,
    is_template,
    read,
    read_record,
    record_digest,
    rejection,
    status_before,
)
from .record_names import DATED, NAME, is_day, is_record, number, number_of, numbers, source_path, url_of

__all__ = [
    "AS_WRITTEN",
    "DATED",
    "DIGEST",
    "NAME",
    "RELATIONS",
    "Holder",
    "Holders",
    "ReadRecord",
    "Record",
    "RecordFile",
    "header_bullets",
    "holder",
    "is_day",
    "is_path",
    "is_record",
    "is_template",
    "letter",
    "number",
    "number_of",
    "numbers",
    "padded",
    "read",
    "read_record",
    "record_digest",
    "rejection",
    "section",
    "sentences",
    "source_path",
    "stated",
    "status_before",
    "unpadded",
    "unscoped",
    "url_of",
]
