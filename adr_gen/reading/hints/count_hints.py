"""Hints at what can be counted: lines, files and readings."""

import re

from ...checks.base import decimal_text
from ..patterns.language_matchers import either, whole
from .check_token_regexes import NUMBER, PATH, SIGN, TIMES, form, meaning

MULTIPLES = {"k": 1_000, "K": 1_000, "M": 1_000_000}


def repository(text: str, sentence: str = "") -> str | None:
    """The token for what stands in the repository: lines of a file, files of a kind, a file that appears or contains something."""
    return _lines(text.replace("`", "")) or _files(text.replace("`", "")) or _holds(text) or _nth(text)


def _lines(text: str) -> str | None:
    match = re.search(rf"(?<![\w/.-]){PATH}\s+(?P<sign>.{{1,40}}?)\s*{NUMBER}\s+(?P<unit>\w+)", text)
    sign = _sign(match["sign"]) if match and whole("lines", match["unit"]) else None
    return f"file:{match['path']} lines {sign} {_plain(match['number'])}" if match and sign else None


def _files(text: str) -> str | None:
    pattern = rf"(?P<sign>.{{0,40}}?)\s*{NUMBER}(?P<more>\+|\s+<or-more>)?\s+(?:\w+\s+)?(?P<ext>\.\w+)\s+<files>(?:\s+<inside>\s+(?P<folder>[\w-]+(?:/[\w-]+)*)/?)?(?!\w)"
    match = form(pattern).match(text)
    sign = (">=" if match["more"] else _sign(match["sign"])) if match else None
    folder = f"{match['folder']}/" if match and match["folder"] else ""
    return f"file:{folder}**/*{match['ext']} count {sign} {_plain(match['number'])}" if match and sign else None


def _holds(text: str) -> str | None:
    """Something that a file comes to contain, or a file that appears."""
    match = form(r"`(?P<what>[^`]+)`\s+<appears>\s+<inside>\s+`(?P<path>[\w./-]+\.\w+)`").search(text)  # fmt: skip
    if match:
        return f"file:{match['path']} contains {match['what']}"
    there = form(r"`(?P<path>[\w-]+(?:/[\w.-]+)*\.\w+)`\s+<exists>(?!\w)").search(text)
    return f"file:{there['path']} exists" if there else None


def _nth(text: str) -> str | None:
    """One more of a kind of which each is a file."""
    for match in form(r"(?P<number>\d+)(?:st|nd|rd|th)\s+(?:\S+\s+)?<one-file>(?!\w)").finditer(text):
        return f"file:GLOB count >= {match['number']}"
    for match in form(r"(?P<number>[^\W\d]+)(?=\s+(?:\S+\s+)?<one-file>(?!\w))").finditer(text):
        if number := meaning("ordinal-numbers", match["number"]):
            return f"file:GLOB count >= {number}"
    return None


def metric(text: str, sentence: str = "") -> str | None:
    """The token for a number that somebody reads off and commits."""
    bare = re.sub(r"\s*\([^()]*\)\W*\Z", "", text.replace("`", ""))
    pattern = rf"(?:<articles>\s+)*(?P<name>[^\W\d][\w-]*(?:\s+[\w-]+){{0,4}}?)\s+(?:<links-verb>\s+)?(?P<sign>{SIGN})\s*(?:<around>\s+)*{NUMBER}{TIMES}(?P<unit>.*)\Z"
    match = form(pattern).match(bare)
    if match and _unit(match["unit"]):
        return _reading(match)
    pattern = rf"(?P<sign>{SIGN})\s*(?:<around>\s+)*{NUMBER}{TIMES}\s+(?P<name>[^\W\d][\w-]*(?:\s+[\w-]+){{0,2}})\W*\Z"
    match = form(pattern).match(bare)
    return _reading(match) if match else None


def _unit(rest: str) -> bool:
    """Whether nothing but a unit follows a number."""
    if form(r"\s?<multiples>(?!\w)").match(rest):
        return False
    return bool(form(r"\s?[%‰°\w/]{0,12}(?:\s<per>\s\w+)?(?:\s+<hint-manner>)?\W*\Z").match(rest))


def _reading(match: re.Match[str]) -> str | None:
    """The token; none where the name is no noun, or ends in a verb that belongs to the sign: "conversion drops > 15"."""
    parts = match["name"].lower().split()
    if any(whole("no-names", part) for part in parts) or whole("quantity-moves|wanting", parts[-1]):
        return None
    value = float(_plain(match["number"])) * MULTIPLES[match["times"]] if match["times"] else None
    return (
        f"reading:{'-'.join(parts)} {_sign(match['sign'])} {decimal_text(value) if value else _plain(match['number'])}"
    )


def _sign(phrase: str) -> str | None:
    """The operator that words such as "more than" at the end of `phrase` mean."""
    phrase = phrase.strip()
    names = {
        ">=": ("least-than",),
        "<=": ("most-than",),
        ">": ("rises-above", "more-than"),
        "<": ("falls-below", "less-than"),
    }
    match = re.search(r"(>=|<=|>|<|≥|≤)\Z", phrase)
    if match:
        return {"≥": ">=", "≤": "<="}.get(match[1], match[1])
    return next((sign for sign, slots in names.items() if re.search(rf"{either(*slots)}\Z", phrase, re.I)), None)


def _plain(number: str) -> str:
    return number.replace(",", "")
