"""Addresses of issues beside a check that only tell more of it: "`pypi:x >= 2` (see also ADDRESS)" waits for the release."""

import re
from itertools import pairwise

from ...checks import kind_of
from ...checks import tokens as checks
from ..patterns.language_matchers import either, finder, leading, of_languages

_LINK = re.compile(r"!?\[[^\[\]]{0,200}\]\(<?\Z")
"""Begins a link right before its address."""
_CLOSED = re.compile(r"\A>?\)")
_OPEN = re.compile(r"[(（](?P<inside>[^()（）]*)\Z")


def pointers(text: str) -> set[str]:
    """Those addresses: in brackets, or behind words such as "see"."""
    found: set[str] = set()
    if "://" not in text:
        return found
    for before, token in pairwise(checks(text)):
        start = text.find(before) + len(before)
        gap = _LINK.sub("", text[start : max(start, text.find(token))])
        bracket = _OPEN.search(gap)
        alone = bracket and not finder("and", "or", "proviso").search(bracket["inside"])
        rest = _CLOSED.sub("", gap) if _LINK.search(text[: text.find(before)]) else gap
        goes_on = before in found and not re.search(r"[)）.;]", rest)
        if token.startswith("http") and (alone or goes_on or _pointing().search(gap)):
            found.add(token)
    return found


def own_checks(text: str) -> tuple[str, ...]:
    """The checks of a text without the addresses that only point."""
    only_told = pointers(text)
    return tuple(check for check in checks(text) if check not in only_told)


def _with_own_checks(parts: list[str], text: str) -> list[str]:
    """The conditions of a text, with a part that is nothing but the check of the words before its comma: "A falls, `reading:a < 3`"."""
    told = list[str]()
    for part in parts:
        gap = text[text.find(told[-1]) + len(told[-1]) : text.find(part)] if told else ""
        bare = checks(part)[:1] == (part.strip("`"),) and kind_of(part.strip("`")) not in ("date", "elapsed")
        if told and bare and gap.strip() == "," and not checks(told[-1]):
            told[-1] = text[text.find(told[-1]) : text.find(part) + len(part)]
        else:
            told.append(part)
    return told


def with_pointers(parts: list[str], text: str) -> list[str]:
    """The conditions of a text, those that are only a check, or words about an address, with the one before."""
    pointed, told, points = pointers(text), list[str](), False
    for part in _with_own_checks(parts, text):
        addresses = checks(part) if told else ()
        bare = points and not re.search(r"\w", re.sub(r"\[[^\[\]]*\]|https?://\S+", "", part))
        points = bool(addresses) and pointed >= set(addresses) and bool(bare or leading("see-also", part))
        if points:
            told[-1] = text[text.find(told[-1]) : text.find(part) + len(part)]
        else:
            told.append(part)
    return told


@of_languages
def _pointing() -> re.Pattern[str]:
    """Finds words such as ", see" right before an address."""
    return re.compile(rf"[,;.:—–，；。-]\s*(?:{either('see-also')})[\s:.：]*\Z", re.I)
