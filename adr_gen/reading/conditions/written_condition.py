"""One written condition: the words of the condition, what should follow, its kind and its checks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...checks import tokens as checks
from ...markdown import fold
from ...model import Logic, Trigger
from ..lexicon import spoken, words
from ..patterns.language_matchers import leading, lowered, matcher_for
from ..plain_text import SENTENCE, masked, uncoded
from .check_logic import is_one
from .check_pointers import own_checks
from .clause import lead
from .condition_kinds import settled_by
from .condition_splitting import lettered, split
from .latest_day import without_latest_day

_ARROW = re.compile(r"\s*(?:→|⇒|⟶|\s->|\s=>)\s*")
_ITEM = re.compile(r"^(?:\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)|[a-h]\)|\[[ xX]\])\s+")
_TAIL = re.compile(r"[\s.;:,。；：，]+$")
_FOLLOWS = re.compile(r"[,;.，；。]\s*|\s+[—–-]\s+|\s+\(\s*")


def condition(item: str) -> tuple[str, str | None]:
    """The condition alone and the consequence of a written item or sentence; stable when applied to its own result."""
    text, consequence = fold(item), None
    # taking off one mark may uncover the next; a record reads its own words again and must get the same
    for _ in range(20 if len(text) <= SENTENCE else 0):
        again, more = _once(text)
        if more:
            consequence = f"{more} → {consequence}" if consequence else more
        if again == text:
            break
        text = again
    # a record writes both with an arrow: what would not read back stays in one piece
    if consequence is not None and _once(f"{text} → {consequence}") != (text, consequence):
        return text, None
    return text, consequence


def written(item: str) -> tuple[str, str | None]:
    """The condition and the consequence of an item as a record writes it, with nothing but an arrow between them."""
    text = fold(item)
    arrow = _ARROW.search(masked(text))
    left, right = (text[: arrow.start()], text[arrow.end() :].strip()) if arrow else (text, "")
    return (left, right) if left and right and left.count("(") <= left.count(")") else (text, None)


def _once(text: str) -> tuple[str, str | None]:
    """One step: an item's mark and leading "if" gone, the consequence cut off."""
    hidden = masked(text)
    arrow = _ARROW.search(hidden)
    arrow = arrow if arrow and arrow.start() > 0 else None
    marks = [arrow] if arrow else [m for m in (_followed(hidden), _action(text, hidden)) if m and m.start() > 0]
    if marks:
        mark = min(marks, key=lambda m: m.start())
        left, right = text[: mark.start()], text[mark.end() :].strip()
        if mark is arrow and left.endswith(" ("):
            left = left[:-2]
        elif left.count("(") > left.count(")") and arrow is mark:
            return _bare(text), None
        if "(" in mark[0] or (right.endswith(")") and right.count(")") > right.count("(")):
            right = right.rstrip(".").removesuffix(")").strip()
        if _bare(left) and right:
            return _bare(left), right
    return _bare(text), None


def _followed(hidden: str) -> re.Match[str] | None:
    """The first mark of a consequence; one in brackets only if they close the text."""
    for mark in _FOLLOWS.finditer(hidden):
        if leading("consequence", hidden[mark.end() : mark.end() + 40]) and (
            "(" not in mark[0] or hidden.find(")", mark.end()) in (-1, len(hidden.rstrip(" .;")) - 1)
        ):
            return mark
    return None


def _action(text: str, hidden: str) -> re.Match[str] | None:
    """The comma behind "if …" that what is to be done, or what would be true then, stands behind."""
    begin = lead(text)
    if not begin:
        return None
    commas = list(re.finditer(r"[,，]\s*", hidden))
    done = next((m for m in commas if leading("actions", hidden[m.end() : m.end() + 40])), None)
    then = (
        None
        if matcher_for(_THEN).search(lowered(hidden[begin : commas[0].start() if commas else None]))
        else _true(hidden, commas)
    )
    return min(filter(None, (done, then)), key=lambda m: m.start(), default=None)


_THEN = "would-then|ends-it|stops-right|is-best"


def _true(hidden: str, commas: list[re.Match[str]]) -> re.Match[str] | None:
    """The first comma that a main clause stands behind: "…, the handler could go", "…, the argument stops holding"."""
    row = matcher_for(f"^ !or|and|if|but|relative _5 {_THEN}")
    return next((m for m in commas if row.match(lowered(hidden[m.end() : m.end() + 120]))), None)


def _bare(text: str) -> str:
    """`text` without an item's mark, a leading "if" and closing marks; unchanged if nothing would be left."""
    bare = text if lettered(text) else _ITEM.sub("", text)
    joint = leading("and|or", bare)
    bare = bare[joint.end() :].lstrip(" ,:") if joint and bare[: joint.end()][-1:] in " ,:" else bare
    bare = bare[lead(bare) :]
    bare = _unmarked(_TAIL.sub("", bare))
    trailing = re.search(r"[\s,;，；、]+([\w/]+)\Z", bare)
    # of the text's own language: a letter that ends an English item is no Italian "and"
    if trailing and matcher_for("^ and|or $", spoken()[:1]).match(lowered(trailing[1])):
        bare = bare[: trailing.start()]
    bare = bare.strip()
    return bare if re.search(r"\w", bare) else text.strip()


def _unmarked(text: str) -> str:
    """`text` without the mark at its end that closes an emphasis which began before it: "the contract ends.*"."""
    while text[-1:] in ("*", "_") and uncoded(text).count(text[-1]) % 2:
        text = _TAIL.sub("", text[:-1])
    return text


def conditions_of(
    text: str, sentence: str, wide: bool, languages: tuple[str, ...] | None = None
) -> tuple[list[str], Logic]:
    """The single conditions of a text in its sentence, the last with its consequence."""
    if lettered(text):
        return split(text, wide, languages)
    if is_one(without_latest_day(sentence)[0]):
        body, latest = without_latest_day(text)
        return ([body, latest], "any") if latest else ([text], "single")
    alone, consequence = condition(text)
    parts, logic = split(alone, wide, languages)
    if consequence and parts:
        parts[-1] = f"{parts[-1]} → {consequence}"
    return parts, logic


def trigger(text: str, sentence: str, item: str | None = None, more: str | None = None) -> Trigger:
    """The trigger of a written condition in its sentence."""
    alone, consequence = condition(text)
    sentence = fold(sentence if alone in fold(sentence) else text)
    check = checks_of(alone, sentence, consequence or more)
    scope = fold(item.replace("*", "")) if item else None
    return Trigger(alone, sentence, consequence or more, settled_by(alone, check), check, scope or None)


def checks_of(text: str, sentence: str, consequence: str | None) -> tuple[str, ...]:
    """The checks of a sentence that are its condition's: where the condition has some, those of what follows are none."""
    own = set(checks(text))
    following = set(checks(consequence or "")) - own if own else ()
    return tuple(check for check in own_checks(sentence) if check not in following)


def as_one(texts: Sequence[str], joiner: str = "and") -> str:
    """Conditions of which all have to hold, or any, as one text; checks are joined by a word, for a comma means any."""
    first, *others = texts or [""]
    bare = [one[begin.end() :].lstrip(" ,") if (begin := leading(joiner, one)) else one for one in others]
    return f"; {words(joiner, spoken()[0])[0]} ".join([first, *bare])


def owned(triggers: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Triggers that share a sentence each with the kind and checks of its own part: what is not in the others' words."""
    several = tuple(triggers)
    together: dict[str, dict[str, None]] = {}
    for one in several:
        if one.check:
            together.setdefault(one.sentence, {})[one.text] = None
    return tuple(
        _own(one, together[one.sentence]) if len(together.get(one.sentence, ())) > 1 else one for one in several
    )


def _own(one: Trigger, texts: Iterable[str]) -> Trigger:
    rest = one.sentence
    for text in texts:
        rest = rest.replace(text, " ", 1) if text != one.text else rest
    rest = rest if one.text in rest else one.text
    own, theirs = checks(one.text), {token for text in texts if text != one.text for token in checks(text)}
    check = tuple(c for c in checks_of(one.text, rest, one.consequence) if not own or c in own or c not in theirs)
    return replace(one, kind=settled_by(one.text, check), check=check)


def combined(triggers: tuple[Trigger, ...], logics: list[Logic]) -> Logic | None:
    """How all triggers of a document combine: all only if that is said of each group."""
    if not triggers:
        return None
    if len(triggers) == 1:
        return "single"
    return "all" if logics and all(logic == "all" for logic in logics) else "any"
