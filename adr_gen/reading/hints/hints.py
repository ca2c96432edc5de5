"""Hints: the check that a condition's words would bear, for its author to add; nothing is ever added by itself."""

import re
from collections.abc import Callable
from functools import cache

from ... import checks
from ...model import STATUSES, Kind, Trigger
from ..dates import iso, months
from ..patterns.language_matchers import either, find_slot, whole
from .check_token_regexes import DAY, NAME, VERSION, form, meaning
from .count_hints import metric, repository
from .issue_hints import HERE, issue, upstream_fix

PLACEHOLDERS = {"REGISTRY": "pypi", "GLOB": "*", HERE: "o/r"}
"""What the author fills in where the words do not say it, each with something legal."""


@cache
def hint(trigger: Trigger) -> str | None:
    """The token that a program could check, if the words of a condition without one hold all that it needs.

    Words in capitals (`REGISTRY`, `GLOB`) are for the author to fill in.
    """
    rule = _RULES.get(trigger.kind)
    if trigger.check or rule is None or find_slot("no-hint", trigger.text):
        return None
    token = rule(_bare(trigger.text), trigger.sentence)
    return token if token and _legal(token) else None


def _bare(text: str) -> str:
    """The words of a condition alone: no emphasis, no bold label before them."""
    return " ".join(re.sub(r"\*\*|__", "", re.sub(r"\A\*\*[^*]*:\*\*", "", text)).split())


def package(trigger: Trigger) -> tuple[str, bool] | None:
    """What a condition without a check says comes to be a dependency, or, with True, is one no longer.

    Whether a package is called so, only the project knows.
    """
    text = "" if trigger.check else " ".join(re.sub(r"\*\*|__|`", "", trigger.text).split())
    forms = {rf"{NAME}\s+<package-comes>": False, rf"{NAME}\s+<package-goes>": True}
    forms |= {rf"<we-depend>\s+{NAME}": False, rf"<we-drop>\s+{NAME}": True}
    for one, gone in forms.items():
        # more words may change what is said, so the condition has to end here
        match = form(rf"{one}(?!\w)\s*(?:anyway|already|any\s?more|altogether)?\W*\Z").search(text)
        if match and not whole("no-names", match["name"]) and _alone(text[: match.start()]):
            return match["name"].rstrip("."), gone
    return None


def upgrade(trigger: Trigger) -> tuple[str, str] | None:
    """A package and the version of it that a condition without a check says the project comes to use."""
    text = "" if trigger.check else " ".join(re.sub(r"\*\*|__|`", "", trigger.text).split())
    version = rf"(?:<version-word>\s+)?{VERSION}(?!\w)\W*\Z"
    for one in (rf"<we-upgrade>\s+{NAME}\s+{version}", rf"{NAME}\s+<upgraded>\s+{version}"):
        match = form(one).search(text)
        if match and not whole("no-names", match["name"]) and _alone(text[: match.start()]):
            return match["name"], match["version"]
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


def _date(text: str, sentence: str) -> str | None:
    day = form(rf"(?:^|<hint-on>\s+){DAY}(?!\w)").search(text)
    if day:
        quarter = day["day"].upper()
        return f"{quarter[3:]}-{quarter[:2]}" if quarter.startswith("Q") else quarter
    names = "|".join(map(re.escape, months()))
    month_form = form(rf"(?:^|<hint-on>\s+)(?P<day>(?:\d{{1,2}}\.?\s+)?(?:{names})\.?\s+(?:\d{{1,2}},?\s+)?\d{{4}})")
    found_at = month_form.search(text)
    if found_at is None:
        return None
    return iso(found_at["day"]) or iso(f"1 {found_at['day']}")


def _elapsed(text: str, sentence: str) -> str | None:
    cadence = meaning("cadences", text.strip(" .").lower())
    if cadence:
        return f"after {cadence}"
    match = form(
        r"(?:<hint-lead>\s+)*(?P<count>\d+|\w+)\s+(?P<unit>\w+)(?:\s+<hint-tail>)?(?:\s+<hint-because>\s.*)?\W*\Z"
    ).match(text)
    if match is None:
        return None
    count = match["count"] if match["count"].isdigit() else meaning("numbers", match["count"])
    unit = meaning("units", match["unit"])
    return f"after {count} {unit}{'' if count == '1' else 's'}" if count and unit else None


def _release(text: str, sentence: str) -> str | None:
    bare = text.replace("`", "")
    forms = (
        rf"{NAME}\s+(?:<version-word>\s+)?{VERSION}\s+<released>",
        rf"{NAME}\s+<version-reaches>\s+(?:<version-word>\s+)?{VERSION}",
        rf"{NAME}\s*(?:>=|@)\s*{VERSION}",
        rf"\A(?:<hint-on>\s+)*{NAME}\s+(?:<version-word>\s+)?{VERSION}\W*\Z",
        rf"\A(?:<hint-on>\s+)*{NAME}\s+v?(?P<version>\d+(?:\.\d+)*)\+\s*(?:[,;(]|\Z)",
    )
    for one in forms:
        for match in form(one).finditer(bare):
            if _is_name(match["name"], bare[: match.start()], text):
                return f"{_registered(match['name'], bare)} >= {match['version']}"
    return upstream_fix(text, sentence)


def _is_name(name: str, before: str, text: str) -> bool:
    """Whether a word names one thing: "the parser" does not, "the `parser`" and "Parser" do."""
    if whole("no-names", name) or whole("hint-on", name):
        return False
    common = name.isalpha() and name.islower() and f"`{name}" not in text
    return not (common and re.search(rf"{either('articles')}\s+\Z", before, re.I))


def _registered(name: str, text: str) -> str:
    """Where a package is published, if its name or the words around it say so."""
    registries = checks.REGISTRIES.values()
    shaped = next((r.name for r in registries if re.fullmatch(r.shape, name)), None)
    if shaped:
        return f"{shaped}:{name}"
    named = {registry for registry in checks.REGISTRIES if find_slot(f"of-{registry}", text)}
    return f"{named.pop() if len(named) == 1 else 'REGISTRY'}:{name.lower()}"


def _lifecycle(text: str, sentence: str) -> str | None:
    bare = text.replace("`", "")
    forms = (
        rf"{NAME}\s+{VERSION}(?:'s|’s)?\s+(?:<becomes-any>\s+)*<eol>",
        rf"(?:<eol>|<support>)\s+<of>\s+{NAME}\s+{VERSION}",
    )
    match = next((m for one in forms if (m := form(one).search(bare))), None)
    if match is None or whole("no-names", match["name"]):
        return None
    return f"eol:{re.sub(r'[^a-z0-9-]', '', match['name'].lower())}/{match['version']}"


def _record(text: str, sentence: str) -> str | None:
    match = form(rf"<records>[\s#-]*0*(?P<number>\d+)\s+(?:<becomes-any>\s+)*(?P<status>{'|'.join(STATUSES)})(?!\w)").search(text)  # fmt: skip
    return f"adr:{match['number']} {match['status'].lower()}" if match else None


_RULES: dict[Kind, Callable[[str, str], str | None]] = {
    "date": _date,
    "elapsed": _elapsed,
    "release": _release,
    "issue": issue,
    "lifecycle": _lifecycle,
    "record": _record,
    "repo": repository,
    "metric": metric,
}
