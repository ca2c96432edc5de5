"""Numbers and file names of new records."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from .. import records
from ..errors import Problem

LONGEST_SLUG = 60


class Numbers:
    """Hands out record numbers: highest + 1; numbers that are days are not counted on from."""

    def __init__(self, taken: Iterable[int]) -> None:
        # else one file named by its day would make the next number 20260103
        self.last = max((n for n in taken if not records.is_day(n)), default=0)

    def take(self) -> int:
        """The next free number."""
        self.last += 1
        return self.last


def shared_numbers(numbers: Iterable[tuple[str, int]]) -> Iterator[Problem]:
    """A problem for every record with a number that one before it has; the records are given as path and number."""
    holders: dict[int, str] = {}
    given = list(numbers)
    free = Numbers(number for _, number in given)
    for path, number in given:
        first = holders.setdefault(number, path)
        if first != path:
            message = f"number {number} is also taken by {first}; next free is {free.take()}: run `adr-gen renumber`"
            yield Problem(path, 1, "ADR301", message)


def file_name(number: int, title: str, source: str) -> str:
    """`0007-short-title.md`; a title without letters gives way to the research file's name."""
    return f"{number:04}-{slug(title) or slug(PurePosixPath(source).stem) or 'record'}.md"


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word; the same whatever else is installed."""
    from slugify import slugify
    from text_unidecode import unidecode

    # slugify itself takes Unidecode where that is there, which spells other letters than text-unidecode
    letters = text if text.isascii() else unicodedata.normalize("NFKD", text)
    text = "".join(one if one.isascii() else _spelled(unidecode(one)) for one in letters)
    return str(slugify(text, max_length=LONGEST_SLUG, word_boundary=True, save_order=True))


def _spelled(letters: str) -> str:
    """A sign of another script in Latin letters; one that is a word, as it ends with a blank, begins with one too."""
    return f" {letters}".replace("'", "") if letters.endswith(" ") else letters.replace("'", "")
