"""The documents of `tests/cases` and what is read from them: several tests ask it of the same ones, which are many."""

from functools import cache
from pathlib import Path

from adr_gen import reading
from adr_gen.markdown import Document, parse
from adr_gen.reading import Reading
from tests import GOLDEN

READING = sorted((GOLDEN / "reading").iterdir())
"""Folders of one document each, with everything that is read from it."""


@cache
def document(path: Path) -> Document:
    """The document of a file, taken apart once."""
    return parse(path.read_text(encoding="utf-8"))


@cache
def read(path: Path, record: bool = False) -> Reading:
    """What a file says, read once; as a hand-written record or as research."""
    return reading.read(document(path), record)
