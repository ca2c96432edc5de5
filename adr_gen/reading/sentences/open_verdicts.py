"""What stands where a verdict is expected and says that there is none yet: a question, a blank, a choice of words."""

import re

from ...markdown import fold
from ..patterns.language_matchers import either, find_slot, leading
from ..status.status_line import sign_of
from .verdict_verbs import alone, judge

_QUESTION = re.compile(r"(?:[^.!?。！？]|[.!](?=\S))*[?？]")
_LINE = re.compile(r"[\s*_]*[^:：\n]{2,40}[:：][\s*_]*([^\n]*)")
_BLANK = re.compile(r"[\[{<(_].*[\]}>)_]\W*\Z", re.S)


def asks(text: str) -> bool:
    """Whether a text is one question."""
    return _QUESTION.fullmatch(text.rstrip("*_ ")) is not None


def asks_whether(title: str) -> bool:
    """Whether a title asks whether to do something, so that what stands first answers: "Should we shard the table?"."""
    asked = title.rstrip().endswith(("?", "？")) and leading("asked-whether", title.lstrip("¿ "))
    return bool(asked and not find_slot("stay-words", title))


def undecided(text: str) -> bool:
    """Whether a verdict says that there is none yet: pending, a question, a blank to fill in, or a choice of words."""
    folded = fold(text[:400])
    if asks(folded):
        return True
    bare = re.sub(r"^\W+|\W+\Z", "", folded)
    if not bare or leading("undecided", bare):
        return True
    if _BLANK.match(folded.strip("* `")) and not judge(folded.strip("()* `")):
        return True
    return is_menu(bare)


def is_form(text: str) -> bool:
    """Whether a line of a form is not filled in: "Accepted on:", "Approved by: ____", "Approved: n/a"."""
    line = _LINE.match(text)
    if line is None:
        return False
    filled = line[1].strip("_ ")
    named = re.search(r"\w", filled) and filled != "0" and not leading("nothing|undecided", filled)
    return not named and sign_of(filled) is None


def is_menu(text: str) -> bool:
    """Whether a text lists the verdicts of which one is to be chosen: "Adopt / Reject / Defer"."""
    parts = re.split(r"\s*/\s*|\s\|\s", text)
    if len(parts) > 1 or len(text) >= 80:
        return 2 <= len(parts) <= 5 and len({s[0] for p in parts if (s := judge(p))}) > 1
    named = [alone(p) for p in re.split(rf",\s+(?:{either('or')}\s+)?|\s+{either('or')}\s+", text.lower())]
    several = len(named) > 2 or (len(named) == 2 and ", " not in text)
    return several and all(named) and len({s[0] for s in named if s}) > 1
