"""Addresses of issues beside a check that only tell more of it: "`pypi:x >= 2` (see also ADDRESS)" waits for the release."""

import re
from itertools import pairwise

from ...checks import kind_of
from ...checks import tokens as checks
from ..patterns.language_matchers import either, finder, leading, of_languages

_LINK = re.compile(r"!?\[[^\[\]]{0,200}\]\(<?\Z")
"""Begins a link right before its address."""
LONGEST_LINK = 210
"""Characters that a link has before its address."""
_CLOSED = re.compile(r"\A>?\)")
_OPEN = re.compile(r"[(（](?P<inside>[^()（）]*)\Z")


def pointers(text: str) -> set[str]:
    """Those addresses: in brackets, or behind words such as "see"."""
    found: set[str] = set()
    if "://" not in text:
        return found
    start = 0
    for before, token in pairwise(checks(text)):
        start = max(start, text.find(before, start))
        end = start + len(before)
        gap = _LINK.sub("", text[end : max(end, text.find(token, start))])
        bracket = _OPEN.search(gap)
        alone = bracket and not finder("and", "or", "proviso").search(bracket["inside"])
        rest = _CLOSED.sub("", gap) if _LINK.search(text[max(0, start - LONGEST_LINK) : start]) else gap
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
    told = _Parts(text)
    for part in parts:
        bare = checks(part)[:1] == (part.strip("`"),) and kind_of(part.strip("`")) not in ("date", "elapsed")
        told.take(part, joined=bare and told.gap(part).strip() == "," and not checks(told.parts[-1]))
    return told.parts


def with_pointers(parts: list[str], text: str) -> list[str]:
    """The conditions of a text, those that are only a check, or words about an address, with the one before."""
    pointed, told, points = pointers(text), _Parts(text), False
    for part in _with_own_checks(parts, text):
        addresses = checks(part) if told.parts else ()
        bare = points and not re.search(r"\w", re.sub(r"\[[^\[\]]*\]|https?://\S+", "", part))
        points = bool(addresses) and pointed >= set(addresses) and bool(bare or leading("see-also", part))
        told.take(part, joined=points)
    return told.parts


class _Parts:
    """Parts of a text, one after the other: each is looked for behind the one before."""

    def __init__(self, text: str) -> None:
        self.text, self.parts = text, list[str]()
        self.start = self.end = 0

    def gap(self, part: str) -> str:
        """What stands between the last part and this one; nothing before the first."""
        return self.text[self.end : self._at(part)] if self.parts else ""

    def take(self, part: str, joined: bool) -> None:
        """Take a part, or join it with the last one and all between them."""
        at, self.start = self._at(part), self.start if joined else self._at(part)
        self.end = at + len(part)
        if joined:
            self.parts[-1] = self.text[self.start : self.end]
        else:
            self.parts.append(part)

    def _at(self, part: str) -> int:
        return max(self.end, self.text.find(part, self.end))


@of_languages
def _pointing() -> re.Pattern[str]:
    """Finds words such as ", see" right before an address."""
    return re.compile(rf"[,;.:—–，；。-]\s*(?:{either('see-also')})[\s:.：]*\Z", re.I)
