"""The words of the rule of supersession, as patterns of the languages that are spoken."""

import re

from ..patterns.language_matchers import either, finder, may_hold, of_languages

_VERBS = "superseded-by|supersedes|superseded-participle|superseded-or-supersedes"


def verbs(text: str) -> list[re.Match[str]]:
    """The words of each supersession, with what limits them in between ("superseded in part by")."""
    return list(_verb().finditer(text)) if may_hold(_VERBS, text) else []


@of_languages
def _verb() -> re.Pattern[str]:
    """Finds the words of a supersession, passive ones first."""
    passive, active, part = either("superseded-by"), either("supersedes"), either("superseded-part")
    participle, both = either("superseded-participle"), either("superseded-or-supersedes")
    by, whole = either("superseded-word-by"), either("superseded-wholly")
    return re.compile(
        rf"(?:{passive}|(?:{participle}(?:[\s,(]+(?P<limit>{part})[\s,)]+|\s+{whole}(?=\s+{by}))?(?:\s*{by})?|{both}(?=\s+{part}\s+{by})"
        rf"(?:[\s,(]+(?P<some>{part})[\s,)]+)(?:\s*{by})|(?P<active>{active})))(?:\s*:)?",
        re.I,
    )


@of_languages
def this_record() -> re.Pattern[str]:
    """Finds that a supersession is of this record itself."""
    limit = either("superseded-part", "superseded-only", "superseded-until")
    return re.compile(rf"\s*(?:{either('superseded-this')})(?:\s+(?!{limit})\w+)?", re.I)


@of_languages
def object_mark() -> re.Pattern[str]:
    """Finds the mark of what is replaced, in front of a verb that stands last."""
    return re.compile(rf"{either('superseded-object')}\s*\Z")


@of_languages
def of_a_record() -> re.Pattern[str]:
    """Finds "of" or "from" with what may stand between it and the record."""
    return re.compile(rf"{either('of-thing')}(?:\W|{either('superseded-wholly')})*\Z", re.I)


@of_languages
def proposed() -> re.Pattern[str]:
    """Matches a status that is only proposed."""
    return re.compile(rf"{either('proposed')}\W*\Z", re.I)


@of_languages
def by_whom() -> re.Pattern[str]:
    """Finds the words before what replaces."""
    return finder("superseded-word-by")


def line_start(text: str) -> re.Match[str] | None:
    """The beginning of a line that speaks of a supersession."""
    return _line_start().match(text) if may_hold("superseded-by|supersedes", text) else None


@of_languages
def _line_start() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{either('superseded-part')}\s+)?{either('superseded-by', 'supersedes')}", re.I)


@of_languages
def wholly() -> re.Pattern[str]:
    """Finds what may stand before "superseded by" when the whole record is: statuses, pronouns, tenses of what has been."""
    return finder(
        "superseded-wholly",
        "superseded-once",
        "accepted",
        "rejected",
        "deferred",
        "proposed",
        "deprecated",
        "status-lead",
        "since",
    )


@of_languages
def parts() -> re.Pattern[str]:
    """Finds a part of a record: "section 2"."""
    return finder("superseded-parts")


@of_languages
def slot(name: str) -> re.Pattern[str]:
    """Finds an entry of one of the slots of supersession."""
    return finder(f"superseded-{name}")


@of_languages
def only_at_the_end() -> re.Pattern[str]:
    """Finds "only" at the end: "the naming rules only"."""
    return re.compile(rf"{either('superseded-only')}\W*\Z", re.I)
