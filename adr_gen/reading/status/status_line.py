"""The words of a hand-written status line, and what limits a status."""

import re
from collections.abc import Mapping

from ...markdown import fold
from ...model import STATUSES, Status
from ..dates import YEAR, dated
from ..patterns.language_matchers import either, find_slot, leading, lowered, matcher_for, of_languages, whole
from . import supersession
from .negation import answer, changed, turned_down, voided
from .references import references
from .restoration import ARROW

_MARKS = re.compile(r"[*_~`]+|\\(?=\W)")
_LINK = re.compile(r"!?\[([^\]]{0,200})\]\([^)\s]{0,400}\)")
_LINK_END = re.compile(r"\A[*_]*\](?:\([^()\s]{0,400}\)|\[[^\[\]]{0,200}\])")
"""Ends the link that a status or verdict is."""
_CLAUSES = re.compile(r"\.(?=\s|\Z)|[,;(（，；。、]|\s[–—-]\s")
SIGNS: dict[str, Status] = {
    **dict.fromkeys(("✅", "✔", "☑", "🟢", ":white_check_mark:", "👍"), "accepted"),
    **dict.fromkeys(("❌", "✖", "✗", "✘", "⛔", "🚫", "🔴", ":x:", "👎"), "rejected"),
    **dict.fromkeys(("⏸", "⏳", "💤"), "deferred"),
    **dict.fromkeys(("🟡", "📝", "🚧", "💭", "💡"), "proposed"),
}
_BOX = re.compile(r"(?P<ticked>\[[xX]\]|\([xX]\)|[☑☒✅✔])|\[ ?\]|\( ?\)|[☐⬜]")
_BRACKET = re.compile(r"[(（]([^()（）]{1,80})[)）]")
_SURE = ("accepted", "rejected")
"""What a sign cannot say beside the word of the other."""
_DECIDED = ("accepted", "rejected", "deferred")
_ORDER: tuple[Status, ...] = ("superseded", "deprecated", "rejected", "deferred", "proposed", "accepted")
assert set(_ORDER) == set(STATUSES)


def sign_of(text: str, signs: Mapping[str, Status] = SIGNS) -> Status | None:
    """The status of the sign that a text begins with, whatever its emphasis; None if it begins with none."""
    bare = text.lstrip("*_ ")
    return next((status for sign, status in signs.items() if bare.startswith(sign)), None)


def status_word(text: str) -> tuple[Status, str | None] | None:
    """The status that a hand-written line begins with, and the words that limit it; None if it says none."""
    # no status line is longer
    original = _ticked(text[:2000])
    text = fold(_LINK.sub(r"\1", re.sub(r"~~[^~]{0,200}~~", "", original)))
    sign = sign_of(text.lstrip("~*_ "))
    bare = _bare(ARROW.split(fold(_MARKS.sub("", text)))[-1])
    limit = _limit(bare)
    judged = _status(bare[len(limit) :])
    extent = supersession.superseded(original)
    if judged is None or (judged[0] == "superseded" and extent not in ("whole", None)):
        return _by_relation(original, bare, limit) or ((sign, None) if sign else None)
    status, end = judged
    if status == "proposed" and (done := _status(bare[len(limit) + end :].lstrip())) and done[0] in _DECIDED:
        status, end = done[0], len(bare) - len(limit) - len(bare[len(limit) + end :].lstrip()) + done[1]
    rest = bare[len(limit) + end :]
    if re.match(r"\s*[(（]?[?？]", rest):
        return None
    if status == "rejected" and leading("negation", bare) and leading("soon", rest.lstrip()):
        return "deferred", None
    other = _status(re.sub(r"^\W+", "", rest)) if re.match(r"\s*[|,/]\s*\w+\s*[|,/]|\s*[|/]", rest) else None
    if other and (other[0] != status or not re.match(r"\s*/\s*\w+\W*\Z", rest)):
        return None
    if status in _DECIDED and (
        _contradicted(status, rest)
        or changed(bare, status)
        or any(one in _SURE and one != status for one in (sign, sign_of(text.rstrip("*_ \ufe0f")[-1:])))
    ):
        return None
    if status == "accepted" and extent == "whole":
        return "superseded", None
    if status == "accepted" and _ended().search(rest):
        return "deprecated", None
    if status == "deprecated" and leading("superseded-part", limit or rest.lstrip(" ,(")):
        return "accepted", _remark(bare, limit)
    part = _part(rest) if extent == "part" else ""
    own = qualifier(rest.replace(part, "") if part else rest) or limit.strip().lower()
    return status, ", ".join(filter(None, (own, _remark(part, _limit(part))))) or None


def _ticked(text: str) -> str:
    """The one choice that is ticked: "[ ] Accepted [x] Rejected"; empty if none or several are."""
    boxes = list(_BOX.finditer(text))
    if not boxes or re.search(r"\w", text[: boxes[0].start()]) or not re.search(r"\w", text[boxes[0].end() :]):
        return text
    ends = [*(box.start() for box in boxes[1:]), len(text)]
    ticked = [text[box.end() : end].strip() for box, end in zip(boxes, ends, strict=True) if box["ticked"]]
    choices = [choice for choice in ticked if choice]
    return choices[0] if len(choices) == 1 else ""


def _contradicted(status: Status, rest: str) -> bool:
    """Whether what follows a decided status says another: "(draft)", "but rejected", "(withdrawn 2025)", "if funded", "Not yet | deprecated"."""
    others = "|".join(other for other in ("rejected", "deferred", "deprecated", "accepted") if other != status)
    not_yet = status == "deferred" and leading("rejected|deprecated|superseded|superseded-participle", rest.lstrip())
    if not_yet or matcher_for(f"^ superseded-also {others}").match(lowered(rest)):
        return True
    # by whom something was withdrawn is what ended it
    by_another = matcher_for(f"^ and? {'|'.join(other for other in _DECIDED if other != status)} by")
    if any(by_another.match(lowered(clause)) for clause in _CLAUSES.split(rest)[1:]):
        return True
    for bracket in _BRACKET.finditer(rest):
        turned = matcher_for(f"{others} since? YEAR").search(lowered(bracket[1]))
        if (turned and not leading("formerly", bracket[1])) or whole("annulled", bracket[1]):
            return True
    if voided(status, [clause.strip(" )）") for clause in _CLAUSES.split(rest)]):
        return True
    if status != "accepted":
        return whole("plain-no", rest.strip(" :=："))
    return (
        turned_down(rest) or bool(leading("supposing", rest.lstrip())) or (not qualifier(rest) and bool(answer(rest)))
    )


def _part(rest: str) -> str:
    """The clause that says which part of a record another one replaces."""
    clauses = (clause.strip(" )）") for clause in _CLAUSES.split(rest))
    return next((clause for clause in clauses if supersession.superseded(clause) == "part"), "")


@of_languages
def _ended() -> re.Pattern[str]:
    """Finds that what was accepted has ended on a day, or by something."""
    return re.compile(
        rf"(?:[,;.]\s+|\s{either('and')}\s+)(?:\w+\s+)?{either('deprecated')},?\s+"
        rf"(?:(?:(?:{either('since')}|in)\s+)?(?:[^\W\d]+\s+)?\S*\d|{either('ended-by')}\s+\S)"
        rf"|[,;.]\s+{dated()}[\s:,–—-]+{either('deprecated')}(?!\w)",
        re.I,
    )


@of_languages
def _lead() -> re.Pattern[str]:
    """Signs and points in time before a status: "2024-02-01: ", "Reconsidered 2024-02-01: "."""
    point = dated()
    word = rf"(?!{either(*STATUSES)})[^\W\d]+\s+"
    return re.compile(rf"^(?:[^\w]+|{point}[\s:：,，–—-]+|{word}{point}\s*[:：])+", re.I)


def _bare(text: str) -> str:
    """A status line without the signs, days and the label that it begins with."""
    bare = _lead().sub("", text) if YEAR.search(text) or re.match(r"\W", text) else text
    lead = re.match(rf"{either('status-lead')}\s*[:：=–—-]\s*", bare, re.I)
    return bare[lead.end() :] if lead else bare


def _by_relation(original: str, bare: str, limit: str) -> tuple[Status, str | None] | None:
    """The status of a line that only says who replaces whom: what replaces, or is replaced in part, is in force."""
    extent = supersession.superseded(original)
    if extent == "whole":
        return None if _asks(original) else ("superseded", None)
    if extent == "past":
        return "accepted", None
    if extent in ("part", "later") and (limit or extent == "part"):
        return "accepted", _remark(bare, limit)
    return ("accepted", None) if supersession.replaces(original) else None


def _asks(original: str) -> bool:
    """Whether a line, which names no record, asks for a status or lists what it may be, as templates do."""
    if references(original):
        return False
    return (
        original.rstrip().endswith(("?", "？"))
        or sum(find_slot(status, original) is not None for status in STATUSES) > 2
    )


def _remark(clause: str, limit: str) -> str:
    """What is said of a part, without the record that replaces it where a word such as "partially" says enough."""
    end = rf"\s{either('superseded-word-by')}\s|[.;](?:\s|\Z)" if limit else r"[.;](?:\s|\Z)"
    remark = fold(re.split(end, clause, maxsplit=1, flags=re.I)[0])
    return f"{remark[:1].lower()}{remark[1:]}" if remark[1:2].islower() else remark


def _limit(bare: str) -> str:
    """The word such as "conditionally" before a status, with the blank behind it."""
    match = leading("limits-before", bare)
    end = match.end() if match else 0
    return bare[:end] if 0 < end < len(bare) and bare[end - 1] == " " else ""


def _status(bare: str) -> tuple[Status, int] | None:
    """The status whose words a line begins with, the longest, and where they end."""
    low = lowered(bare)
    ends = [(len(bare[: m.end()].rstrip(" ,.;(\"'-–*_")), s) for s in _ORDER if (m := leading(s, low))]
    end, status = max(ends, key=lambda pair: pair[0], default=(0, _ORDER[0]))
    return (status, end) if end else None


def undated(rest: str) -> str:
    """What follows a status or verdict without its day; one that limits it stays: "until 2027-03-01"."""
    if YEAR.search(rest):
        rest = _day().sub(lambda day: day[0] if _limited().search(rest[: _begin(day)]) else "", rest)
    return rest.strip()


def _begin(day: re.Match[str]) -> int:
    """Where a day begins behind the blanks before it."""
    return day.start() + len(day[0]) - len(day[0].lstrip())


@of_languages
def _limited() -> re.Pattern[str]:
    # no sign between: "until the end of May 2027", but not "until the audit, May 2027"
    return re.compile(rf"{either('limits-open')}(?:\W*|(?:\s+[^\W\d]+){{1,4}}\s)\Z", re.I)


@of_languages
def _day() -> re.Pattern[str]:
    return re.compile(rf"[\s,(–—-]*(?:(?:{matcher_for('since').pattern})\s*)?{dated()}\)?", re.I)


def qualifier(rest: str) -> str | None:
    """The words that limit a status or verdict, in what follows it."""
    rest = undated(_LINK_END.sub("", rest))
    bracket = re.match(r"[\s,:]*[(（]([^()（）]{1,300})[)）]?", rest)
    inner = re.split(r"\s[—–-]\s|[;:]|\. ", bracket[1])[0].strip() if bracket else ""
    if inner and (whole("limits", inner) or _open_limit(inner) == inner):
        return inner
    text = re.sub(r"^[\s,:—–(，：（-]+", "", rest)
    if match := leading("limits", text):
        return text[: match.end()].rstrip(" .,;)\"'(-–")
    return _open_limit(text)


_CLAUSE = re.compile(r"(?:[^.;:()（）。；：\s]|[.:](?=\w)|\s(?![—–-]\s))+")
"""The words of a clause, to its end."""
LONGEST_LIMIT = 300
"""Characters of a qualifier; of a longer one the beginning is shown, with a sign that it goes on."""


def shortened(limit: str) -> str:
    """A qualifier, cut between words with a sign if it is too long."""
    return limit if len(limit) <= LONGEST_LIMIT else f"{limit[:LONGEST_LIMIT].rpartition(' ')[0]} …"


def unjoined(limit: str) -> str:
    """A qualifier without the signs and words at its ends that join it to something else: "for now –"."""
    joint = rf"(?:[\s.,;:|/&+–—-]|{either('and', 'or')})+"
    return re.sub(rf"\A{joint}|{joint}\Z", "", limit, flags=re.I)


def _open_limit(text: str) -> str | None:
    """A limit with what belongs to it: "until the audit", "for v1.1"."""
    if match := leading("limits-open", text):
        clause = _CLAUSE.match(text, match.end())
        return shortened(text[: clause.end()].strip(" .,;)")) if clause and clause.end() > match.end() else None
    match = matcher_for("^ limit-to stage? VERSIONED").match(lowered(text))
    return text[: match.end()].strip(" .,;)(") if match else None
