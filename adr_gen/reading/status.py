"""The words of a hand-written status line."""

import re
from functools import cache

from ..decision import STATUSES, Status
from ..markdown import fold
from . import supersession, words
from .days import ISO, written_date

_MARKS = re.compile(r"[*_~`]+|\\(?=\W)")
_LINK = re.compile(r"!?\[([^\]]{0,200})\]\([^)\s]{0,400}\)")


@cache
def _signs() -> list[tuple[str, Status]]:
    names: tuple[Status, ...] = ("accepted", "rejected", "deferred", "proposed")
    return [(sign.replace("?", ""), s) for s in names for sign in words.entries(f"status.{s}_signs")]


@cache
def _known() -> list[tuple[re.Pattern[str], Status]]:
    order: tuple[Status, ...] = ("superseded", "deprecated", "rejected", "deferred", "proposed", "accepted")
    assert set(order) == set(STATUSES)
    return [(re.compile(rf"({words.alternation(f'status.{s}')})(?![\w'])", re.I), s) for s in order]


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"[\s,(–—-]*\b(?:{words.alternation('status.since')}\s)?\d{{4}}-\d{{2}}-\d{{2}}\b\)?", re.I)


@cache
def _days_before() -> re.Pattern[str]:
    """Matches signs and days that a line begins with."""
    return re.compile(rf"^(?:[^\w]+|(?:{ISO.pattern}|{written_date().pattern})[\s:,–—-]+)+", re.I)


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"{words.alternation('status.lead')}\s*[:=]\s*", re.I)


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(rf"({words.alternation('verdict.sentence.limits')})\s+(?=\w)", re.I)


@cache
def _ended() -> re.Pattern[str]:
    """Finds that what was accepted has ended on a day, or by something."""
    ended, since = words.alternation("status.deprecated"), words.alternation("status.since")
    how = rf"(?:(?:{since}|in)\s+\S*\d|{words.alternation('status.ended_by')}\s+\S)"
    return re.compile(rf"[,;]\s+(?:\w+\s+)?{ended}\s+{how}", re.I)


def status_word(text: str) -> tuple[Status, str | None] | None:
    """The status that a hand-written line begins with, and the words that limit it; None if it says none."""
    written = text[:2000]
    text = re.sub(r"~~[^~]{0,200}~~", "", written)
    text = fold(_LINK.sub(r"\1", text))
    signs = [status for sign, status in _signs() if text.lstrip("*_~ ").startswith(sign)]
    text = re.split(r"\s(?:→|->|=>)\s", _MARKS.sub("", text))[-1]
    bare = _days_before().sub("", text)
    said = _said().match(bare)
    bare = bare[said.end() :] if said else bare
    limit = _limit().match(bare)
    found = _status(bare[limit.end() :] if limit else bare)
    extent = supersession.superseded(written)
    if found is None or (found[0] == "superseded" and extent not in ("whole", None)):
        return _by_relation(written, bare, limit) or ((signs[0], None) if signs else None)
    status, end = found
    rest = bare[(limit.end() if limit else 0) + end :]
    if re.match(r"\s*[|,/]\s*\w+\s*[|,/]|\s*\|", rest) and _status(re.sub(r"^\W+", "", rest)):
        return None
    if status == "accepted" and extent == "whole":
        return "superseded", None
    if status == "accepted" and _ended().search(rest):
        return "deprecated", None
    return status, qualifier(rest) or (limit[1].lower() if limit else None)


def _by_relation(written: str, bare: str, limit: re.Match[str] | None) -> tuple[Status, str | None] | None:
    """The status of a line that only says who replaces whom: what replaces, or is replaced in part, is in force."""
    extent = supersession.superseded(written)
    if extent == "whole":
        return "superseded", None
    if extent in ("part", "later") and (limit or extent == "part"):
        end = rf"\s{words.alternation('supersession.by')}\s|[.;](?:\s|\Z)" if limit else r"[.;](?:\s|\Z)"
        said = fold(re.split(end, bare, maxsplit=1, flags=re.I)[0])
        return "accepted", f"{said[:1].lower()}{said[1:]}"
    return ("accepted", None) if supersession.replaces(written) else None


def _status(bare: str) -> tuple[Status, int] | None:
    """The status whose words a line begins with, the longest, and where they end."""
    found = [(m.end(), status) for pattern, status in _known() if (m := pattern.match(bare))]
    if not found:
        return None
    end, status = max(found, key=lambda pair: pair[0])
    return status, end


def undated(rest: str) -> str:
    """What follows a status or verdict without its day."""
    return _date().sub("", rest).strip()


@cache
def limits() -> str:
    """The words that limit a status or verdict, as one group of a regular expression; a clause goes to its end."""
    return words.group(words.filled("verdict.sentence.qualifiers", "verdict.sentence.clause"))


@cache
def _whole_limit() -> re.Pattern[str]:
    return re.compile(rf"{limits()}\Z", re.I)


@cache
def _limit_ahead() -> re.Pattern[str]:
    return re.compile(rf"[\s,:—–(-]*({limits()})(?![\w])", re.I)


LONGEST_LIMIT = 300
"""Characters of a qualifier; of a longer one the beginning is shown, with a sign that it goes on."""


def qualifier(rest: str) -> str | None:
    """The words that limit a status or verdict, in what follows it."""
    rest = undated(rest)
    bracket = re.match(r"[\s,:]*\(([^()]{1,300})\)?", rest)
    inner = re.split(r"\s[—–-]\s|[;:]|\. ", bracket[1])[0].strip() if bracket else rest
    if bracket and _whole_limit().match(inner):
        return inner
    found = _limit_ahead().match(rest)
    return shortened(found[1].strip(" .,;)")) if found else None


def shortened(limit: str) -> str:
    """A qualifier, cut between words with a sign if it is too long."""
    return limit if len(limit) <= LONGEST_LIMIT else f"{limit[:LONGEST_LIMIT].rpartition(' ')[0]} …"
