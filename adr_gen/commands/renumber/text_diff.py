"""What changed in a text, for people: each line as it was and as it is, in pieces that show what differs."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ...errors import visible
from ...records import DIGEST

ROOM = 74
"""Columns of a piece in a terminal of 80, beside its indent, its sign and the ellipses where words are left out."""
_TOKEN = re.compile(r"\w+|\W")


def changes(path: str, before: str, after: str) -> Iterator[str]:
    """The place of each line that changed, then what it said (-) and says (+); digests, which follow by themselves, are left out."""
    if before == after:
        return
    old, new = (text.removeprefix("\ufeff").split("\n") for text in (before, after))
    # without autojunk: in long files it drops lines that are frequent
    for tag, i, end, j, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for n in range(max(end - i, stop - j) if tag != "equal" else 0):
            was = old[i + n] if i + n < end else ""
            now = new[j + n] if j + n < stop else ""
            if not all(DIGEST.fullmatch(f"{line}\n") for line in (was, now)):
                yield f"{path}:{min(j + n, max(stop - 1, j)) + 1}"
                yield from pieces(visible(was.strip()), visible(now.strip()))


def pieces(was: str, now: str) -> Iterator[str]:
    """Where two lines differ, with as many words around as there is room for; words that differ are never cut.

    Lines that do not have the same number of words are shown whole.
    """
    old, new = _TOKEN.findall(was), _TOKEN.findall(now)
    if len(old) != len(new):
        old, new = [was], [now]
    end = 0
    for n in (n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b):
        if n < end:
            continue  # in the piece before
        start, end = _window(old, new, n, end)
        for sign, tokens in (("-", old), ("+", new)):
            if any(tokens):
                cut = "".join(tokens[start:end])
                yield f"  {sign} {'…' if start else ''}{cut}{'…' if end < len(tokens) else ''}"


def _window(old: list[str], new: list[str], n: int, first: int) -> tuple[int, int]:
    """The tokens around number `n` that fit into a line on both sides, none before `first`."""

    def fits(start: int, end: int) -> bool:
        return all(sum(map(len, tokens[start:end])) <= ROOM for tokens in (old, new))

    start, end, before = n, n + 1, (0, 0)
    while (start, end) != before:
        before = start, end
        start -= start > first and fits(start - 1, end)
        end += end < len(old) and fits(start, end + 1)
    return start, end
