"""Where a text names other records: links, ids, file names, and numbers that a list begins with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..dates import undated
from ..patterns.language_matchers import either, of_languages, whole

_NAMED = re.compile(
    r"\[(?P<label>[^\]]{0,200})\]\((?:<(?P<angled>[^<>\n]{1,300})>|(?P<target>[^)\s]{1,300}))[^)]{0,100}\)"
    r"|\b(?P<key>(?P<id>[A-Z]{2,8})-(?:[A-Za-z]+-)*\d+)\b(?:[\w.-]*\.md\b)?|[\w.-]+\.md\b"
    r"|\b(?P<said>(?i:m?adr|rfc))[-:]?\s?#?\d+\b|(?i:\b(?:no|nr)\.|№|\bn[º°])\s?(?P<counted>\d{1,5})\b|(?P<bare>#?\b\d{1,5}\b)"
)


_NEAR = 40
"""Characters before a number in which the word stands that joins it to others."""


@dataclass(frozen=True, slots=True)
class Named:
    """One record that a text names."""

    target: str
    """A number, an id, a file name, or the target of a link."""
    start: int
    end: int
    """Where it stands in the text."""


@of_languages
def _listed() -> re.Pattern[str]:
    """Matches text behind which an enumeration goes on."""
    return re.compile(rf"(?:^|[,;&]|{either('and', 'or', 'superseded-also')})\s*\Z", re.I)


def references(text: str) -> list[str]:
    """The records that a text names; dates, foreign pages, pull requests and tickets are none."""
    return [named.target for named in find(text)]


def certain(text: str) -> list[str]:
    """Those that it names by a link, an id or a file name, not by a number that may count something else."""
    # dates first: 2024-03-01 is no list of records
    matches = [match for match in _NAMED.finditer(undated(text[:2000])) if not match["bare"]]
    return [named.target for named in _records(text[:2000], matches, clear=True)]


def find(text: str) -> list[Named]:
    """The same with their places."""
    text = undated(text[:2000])
    matches = list(_NAMED.finditer(text))
    return list(_records(text, matches, any(map(_is_clear, matches))))


def _is_clear(match: re.Match[str]) -> bool:
    """Whether a text says itself that it names a record."""
    link = match["target"] or match["angled"]
    return bool(link or match["said"] or (match["id"] and whole("ids", match["id"])) or match[0].endswith(".md"))


def _records(text: str, matches: list[re.Match[str]], clear: bool) -> Iterator[Named]:
    """Those matches that are records; `clear`: one says so itself, so that `KEY-12` beside it is a ticket."""
    first = True
    for match in matches:
        if match["bare"] and (not _goes_on(text, match.start()) or _is_year(match)):
            continue
        if clear and match["id"] and not whole("ids", match["id"]):
            continue
        target = match["target"] or match["angled"] or match["key"] or match["counted"] or match[0]
        if "://" in target and not target.partition("#")[0].endswith(".md"):
            continue
        if first or not _aside(text, match.start()):
            first = False
            yield Named(target, *match.span())


def _goes_on(text: str, start: int) -> bool:
    """Whether an enumeration goes on at a place, or the text begins there."""
    near = text[max(0, start - _NEAR) : start]
    return bool(_listed().search(near if start <= _NEAR else f"…{near}"))


def _is_year(match: re.Match[str]) -> bool:
    """Whether a number behind others or behind words is a year: "ADR-9, 2025 restored"."""
    return match.start() > 0 and re.fullmatch(r"(?:19|20)\d\d", match[0]) is not None


def _aside(text: str, start: int) -> bool:
    """Whether a place is in brackets, which remark on the record before them."""
    before = re.sub(r"\[[^\]]*\]\([^)]*\)", "", text[:start])
    return before.count("(") > before.count(")")
