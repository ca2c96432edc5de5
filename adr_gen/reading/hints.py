"""Hints: the check that a condition's words would bear, for its author to add; nothing is ever added by itself."""

import re
from collections.abc import Callable
from functools import cache

from .. import checks
from ..model import STATUSES, Kind, Trigger
from . import lexicon
from .days import iso, months
from .pattern import either, inside, whole

PLACEHOLDERS = {"REGISTRY": "pypi", "GLOB": "*"}
"""What the author fills in where the words do not say it, each with something legal."""

_NAME = r"(?P<name>@?[A-Za-z][\w.-]*(?:/[\w.-]+)?)"
_VERSION = r"v?(?P<version>\d+(?:\.\d+)*)(?:\.x|\+)?(?![\w.]*\d)"
_NUMBER = r"[~$€£]{0,2}(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?![\d,.]*\d)"
_PATH = r"(?P<path>[\w*-]+(?:/[\w.*-]+)*\.\w+)"
_SIGN = r"(?:>=|<=|≥|≤|>|<|<more-than|least-than|less-than|most-than|rises-above|falls-below>)"
_DAY = r"(?P<day>\d{4}-\d{2}-\d{2}|\d{4}-Q[1-4]|Q[1-4][ /-]\d{4})"


@cache
def hint(trigger: Trigger) -> str | None:
    """The token that a program could check, if the words of a condition without one hold all that it needs.

    Words in capitals (`REGISTRY`, `GLOB`) are for the author to fill in.
    """
    rule = _RULES.get(trigger.kind)
    if trigger.check or rule is None or inside("no-hint", trigger.text):
        return None
    token = rule(" ".join(re.sub(r"\*\*|__", "", trigger.text).split()))
    return token if token and _legal(token) else None


def package(trigger: Trigger) -> tuple[str, bool] | None:
    """What a condition without a check says comes to be a dependency, or, with True, is one no longer.

    Whether a package is called so, only the project knows.
    """
    text = "" if trigger.check else " ".join(re.sub(r"\*\*|__|`", "", trigger.text).split())
    forms = {rf"{_NAME}\s+<package-comes>": False, rf"{_NAME}\s+<package-goes>": True}
    forms |= {rf"<we-depend>\s+{_NAME}": False, rf"<we-drop>\s+{_NAME}": True}
    for form, gone in forms.items():
        # more words may change what is said, so the condition has to end here
        found = _pattern(rf"{form}(?!\w)\s*(?:anyway|already|any\s?more|altogether)?\W*\Z").search(text)
        if found and not whole("no-names", found["name"]) and _alone(text[: found.start()]):
            return found["name"].rstrip("."), gone
    return None


def _alone(before: str) -> bool:
    """Whether nothing of weight stands before a name: "the old redis" and "support for redis" are something else."""
    return re.fullmatch(rf"\W*(?:(?:{either('articles')}|if|when|once|until)\s+)*", before, re.I) is not None


def _legal(token: str) -> bool:
    for name, value in PLACEHOLDERS.items():
        token = token.replace(name, value)
    try:
        return bool(checks.parse(token))
    except checks.TokenError:
        return False


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """A pattern in which `<name>` stands for the entries of a slot, or of several."""
    filled = re.sub(r"(?<!\?P)<([\w|-]+)>", lambda names: either(*names[1].split("|")), pattern)
    return re.compile(rf"(?<![\w/@.-]){filled}", re.I)


def _meaning(slot: str, written: str) -> str | None:
    """What a word stands for."""
    return lexicon.pairs(slot).get(written.lower())


def _date(text: str) -> str | None:
    day = _pattern(rf"(?:^|<hint-on>\s+){_DAY}(?!\w)").search(text)
    if day:
        found = day["day"].upper()
        return f"{found[3:]}-{found[:2]}" if found.startswith("Q") else found
    names = "|".join(map(re.escape, months()))
    written = _pattern(rf"(?:^|<hint-on>\s+)(?P<day>(?:\d{{1,2}}\.?\s+)?(?:{names})\.?\s+(?:\d{{1,2}},?\s+)?\d{{4}})")
    found_at = written.search(text)
    if found_at is None:
        return None
    return iso(found_at["day"]) or iso(f"1 {found_at['day']}")


def _elapsed(text: str) -> str | None:
    cadence = _meaning("cadences", text.strip(" .").lower())
    if cadence:
        return f"after {cadence}"
    found = _pattern(r"(?:<hint-lead>\s+)*(?P<count>\d+|\w+)\s+(?P<unit>\w+)(?:\s+<hint-tail>)?\W*\Z").match(text)
    if found is None:
        return None
    count = found["count"] if found["count"].isdigit() else _meaning("numbers", found["count"])
    unit = _meaning("units", found["unit"])
    return f"after {count} {unit}{'' if count == '1' else 's'}" if count and unit else None


def _release(text: str) -> str | None:
    bare = text.replace("`", "")
    forms = (
        rf"{_NAME}\s+(?:<version-word>\s+)?{_VERSION}\s+<released>",
        rf"{_NAME}\s+<version-reaches>\s+(?:<version-word>\s+)?{_VERSION}",
        rf"{_NAME}\s*(?:>=|@)\s*{_VERSION}",
        rf"\A(?:<hint-on>\s+)*{_NAME}\s+(?:<version-word>\s+)?{_VERSION}\W*\Z",
    )
    for form in forms:
        for found in _pattern(form).finditer(bare):
            if _is_name(found["name"], bare[: found.start()], text):
                return f"{_registered(found['name'], bare)} >= {found['version']}"
    return None


def _is_name(name: str, before: str, text: str) -> bool:
    """Whether a word names one thing: "the parser" does not, "the `parser`" and "Parser" do."""
    if whole("no-names", name):
        return False
    common = name.isalpha() and name.islower() and f"`{name}" not in text
    return not (common and re.search(rf"{either('articles')}\s+\Z", before, re.I))


def _registered(name: str, text: str) -> str:
    """Where a package is published, if its name or the words around it say so."""
    registries = checks.REGISTRIES.values()
    shaped = next((r.name for r in registries if re.fullmatch(r.shape, name)), None)
    if shaped:
        return f"{shaped}:{name}"
    said = {registry for registry in checks.REGISTRIES if inside(f"of-{registry}", text)}
    return f"{said.pop() if len(said) == 1 else 'REGISTRY'}:{name.lower()}"


def _issue(text: str) -> str | None:
    found = re.search(r"(?<![\w/.-])([\w-]+/[\w.-]+)#(\d+)", text)
    if found is None or inside("not-closed", text):
        return None
    return f"issue:{found[1]}#{found[2]} closed"


def _lifecycle(text: str) -> str | None:
    bare = text.replace("`", "")
    forms = (
        rf"{_NAME}\s+{_VERSION}(?:'s|’s)?\s+(?:<becomes-any>\s+)*<eol>",
        rf"(?:<eol>|<support>)\s+<of>\s+{_NAME}\s+{_VERSION}",
    )
    found = next((m for form in forms if (m := _pattern(form).search(bare))), None)
    if found is None or whole("no-names", found["name"]):
        return None
    return f"eol:{re.sub(r'[^a-z0-9-]', '', found['name'].lower())}/{found['version']}"


def _record(text: str) -> str | None:
    found = _pattern(rf"<records>[\s#-]*0*(?P<number>\d+)\s+(?:<becomes-any>\s+)*(?P<status>{'|'.join(STATUSES)})(?!\w)").search(text)  # fmt: skip
    return f"adr:{found['number']} {found['status'].lower()}" if found else None


def _repo(text: str) -> str | None:
    return _lines(text.replace("`", "")) or _files(text.replace("`", "")) or _holds(text) or _nth(text)


def _lines(text: str) -> str | None:
    found = re.search(rf"(?<![\w/.-]){_PATH}\s+(?P<sign>.{{1,40}}?)\s*{_NUMBER}\s+(?P<unit>\w+)", text)
    sign = _sign(found["sign"]) if found and whole("lines", found["unit"]) else None
    return f"file:{found['path']} lines {sign} {_plain(found['number'])}" if found and sign else None


def _files(text: str) -> str | None:
    form = rf"(?P<sign>.{{0,40}}?)\s*{_NUMBER}(?P<more>\+|\s+<or-more>)?\s+(?:\w+\s+)?(?P<ext>\.\w+)\s+<files>(?:\s+<inside>\s+(?P<folder>[\w-]+(?:/[\w-]+)*)/?)?(?!\w)"
    found = _pattern(form).match(text)
    sign = (">=" if found["more"] else _sign(found["sign"])) if found else None
    folder = f"{found['folder']}/" if found and found["folder"] else ""
    return f"file:{folder}**/*{found['ext']} count {sign} {_plain(found['number'])}" if found and sign else None


def _holds(text: str) -> str | None:
    """Something that a file comes to contain, or a file that appears."""
    found = _pattern(r"`(?P<what>[^`]+)`\s+<appears>\s+<inside>\s+`(?P<path>[\w./-]+\.\w+)`").search(text)  # fmt: skip
    if found:
        return f"file:{found['path']} contains {found['what']}"
    there = _pattern(r"`(?P<path>[\w-]+(?:/[\w.-]+)*\.\w+)`\s+<exists>(?!\w)").search(text)
    return f"file:{there['path']} exists" if there else None


def _nth(text: str) -> str | None:
    """One more of a kind of which each is a file."""
    for found in _pattern(r"(?P<number>\d+)(?:st|nd|rd|th)\s+(?:\S+\s+)?<one-file>(?!\w)").finditer(text):
        return f"file:GLOB count >= {found['number']}"
    for found in _pattern(r"(?P<number>[^\W\d]+)(?=\s+(?:\S+\s+)?<one-file>(?!\w))").finditer(text):
        if number := _meaning("ordinal-numbers", found["number"]):
            return f"file:GLOB count >= {number}"
    return None


def _metric(text: str) -> str | None:
    bare = text.replace("`", "")
    form = rf"(?:<articles>\s+)*(?P<name>[^\W\d][\w-]*(?:\s+[\w-]+){{0,4}}?)\s+(?:<links-verb>\s+)?(?P<sign>{_SIGN})\s*(?:<around>\s+)*{_NUMBER}(?P<unit>.*)\Z"
    found = _pattern(form).match(bare)
    if found and _unit(found["unit"]):
        return _reading(found["name"], found["sign"], found["number"])
    form = rf"(?P<sign>{_SIGN})\s*(?:<around>\s+)*{_NUMBER}\s+(?P<name>[^\W\d][\w-]*(?:\s+[\w-]+){{0,2}})\W*\Z"
    found = _pattern(form).match(bare)
    return _reading(found["name"], found["sign"], found["number"]) if found else None


def _unit(rest: str) -> bool:
    """Whether nothing but a unit follows a number."""
    if _pattern(r"\s?<multiples>(?!\w)").match(rest):
        return False
    return bool(_pattern(r"\s?[%‰°\w/]{0,12}(?:\s<per>\s\w+)?\W*\Z").match(rest))


def _reading(name: str, sign: str, number: str) -> str | None:
    parts = name.lower().split()
    if any(whole("no-names", part) for part in parts):
        return None
    return f"reading:{'-'.join(parts)} {_sign(sign)} {_plain(number)}"


def _sign(written: str) -> str | None:
    """The operator that words such as "more than" at the end of `written` mean."""
    written = written.strip()
    names = {
        ">=": ("least-than",),
        "<=": ("most-than",),
        ">": ("rises-above", "more-than"),
        "<": ("falls-below", "less-than"),
    }
    found = re.search(r"(>=|<=|>|<|≥|≤)\Z", written)
    if found:
        return {"≥": ">=", "≤": "<="}.get(found[1], found[1])
    return next((sign for sign, slots in names.items() if re.search(rf"{either(*slots)}\Z", written, re.I)), None)


def _plain(number: str) -> str:
    return number.replace(",", "")


_RULES: dict[Kind, Callable[[str], str | None]] = {
    "date": _date,
    "elapsed": _elapsed,
    "release": _release,
    "issue": _issue,
    "lifecycle": _lifecycle,
    "record": _record,
    "repo": _repo,
    "metric": _metric,
}
