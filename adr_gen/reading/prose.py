"""Conditions in free sentences: "revisit only if …", "if …, we reconsider this", "… is the trigger to revisit"."""

import re
from dataclasses import dataclass
from functools import cache

from . import words
from .outline import SENTENCE, masked


@dataclass(frozen=True, slots=True)
class Said:
    """A condition found in a sentence."""

    text: str
    rule: str
    consequence: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that only looks like a condition."""

    why: str
    rule: str


@cache
def _verb() -> str:
    return words.alternation("triggers.verbs")


@cache
def _connector() -> str:
    return words.group([*words.entries("triggers.strip"), "after", "unless", "only after", "upon"])


@cache
def hint() -> re.Pattern[str]:
    """Finds words without which no sentence holds a condition."""
    names = ("verbs", "relevant", "later", "before_reopening")
    return re.compile(
        r"\b(?:until|till|before|" + "|".join(words.alternation(f"triggers.{n}") for n in names) + r")\b", re.I
    )


@cache
def _stems() -> tuple[str, ...]:
    return tuple(words.entries("triggers.stems"))


def stems_in(text: str) -> tuple[str, ...]:
    """The letters, without which no sentence holds a condition, that a text has anywhere."""
    lower = text.lower()
    return tuple(stem for stem in _stems() if stem in lower)


def may_hold(text: str, stems: tuple[str, ...] | None = None) -> bool:
    """Whether a text has any of the letters without which it holds no condition; cheap."""
    lower = text.lower()
    for stem in _stems() if stems is None else stems:  # noqa: SIM110 - twice as fast as any()
        if stem in lower:
            return True
    return False


def points_back(text: str) -> bool:
    """Whether a condition only points at the sentence before it: "when both hold", "if so"."""
    return bool(words.whole("triggers.back").match(text.strip(" ,.*")))


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    verb, con = _verb(), _connector()
    near = words.alternation("triggers.near")
    gap = r"(?P<gap>(?:\s+[^\s.;:]+){0,9}?)"
    short = r"(?P<gap>(?:\s+(?:this|the|it|our|these|decision|adr|record|choice|question|again|only))*)"
    either = words.group(words.entries("triggers.relevant") + words.entries("triggers.later"))
    return [
        ("revisit-when", re.compile(rf"(?<!\w)(?P<verb>{verb}){gap}[\s,(]+(?P<con>(?:(?:but )?only |again )?{con})(?=[\s:,])[\s:]*(?P<text>.+)", re.I)),
        ("revisit-by", re.compile(rf"(?<!\w)(?P<verb>{verb}){short}\s+(?P<con>(?:only )?{near})(?=\s)(?P<text>.+)", re.I)),
        ("relevant-when", re.compile(rf"(?<!\w)(?P<verb>{either}){gap}[\s,]+(?P<con>(?:only )?{con})(?=[\s:])[\s:]*(?P<text>.+)", re.I)),
        ("until", re.compile(rf"(?<!\w)(?P<verb>{words.alternation('triggers.until')})(?P<gap>(?:\s+[^\s.;:,]+){{0,8}}?)\s+(?P<con>until|till|before(?=\s+`?\d))\s+(?P<text>.+)", re.I)),
    ]  # fmt: skip


@cache
def _before() -> re.Pattern[str]:
    """A sentence that begins with a connector."""
    return re.compile(
        rf"(?:^|(?<=[;—–:(]\s)|(?<=\())[\W_]*(?:(?:and|but|so|then|however|thus),?\s+)?(?P<con>{_connector()}|before)\s+",
        re.I,
    )


@cache
def _main() -> re.Pattern[str]:
    """What the main clause behind "if …," does."""
    names = words.group(
        words.entries("triggers.verbs") + words.entries("triggers.later") + words.entries("triggers.relevant")
    )
    return re.compile(rf"(?<!\w){names}(?!\w)", re.I)


@cache
def _signal() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.alternation('triggers.signals')}\s+{_verb()}(?!\w)", re.I)


@cache
def _named() -> re.Pattern[str]:
    nouns, carriers = words.alternation("triggers.nouns"), words.alternation("triggers.carriers")
    return re.compile(
        rf"(?<!\w)(?P<the>(?:the|our|named|explicit)\s+(?:\w+\s+){{0,2}})?"
        rf"(?:(?:{nouns}|{_verb()})[\s-]+{carriers}|{carriers}\s+(?:to|for|of)\s+(?:{_verb()}|{nouns})(?:\s+(?!is\b|are\b|=)\S+){{0,4}}?)"
        r"(?:\s*[=:]\s*|(?(the)\s+(?:is|are|would be)\s+|(?!)))(?P<text>\S.*)", re.I)  # fmt: skip


@cache
def _case() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<text>.+?)[,;—–]\s*(?:and )?{words.alternation('triggers.which')}\s+(?:\S+\s+){{0,5}}?{_verb()}(?!\w)",
        re.I,
    )


_PARTICIPLE = re.compile(r"(?:[\w-]+ed|supersed\w+)\Z", re.I)
_PAST = re.compile(r"\b(?:was|were|has been|have been|had been|when we|already|last|previously)\s+(?:\w+\s+)?\Z", re.I)
_NO = re.compile(
    r"\b(?:no need to|no reason to|nothing to|does not need to be|need not be|not worth)\s+(?:\w+\s+)?\Z", re.I
)


def read(sentence: str) -> Said | Skipped | None:
    """The condition in a free sentence."""
    if (
        len(sentence) > SENTENCE
        or not may_hold(sentence)
        or not (hint().search(sentence) or words.inside("triggers.carriers").search(sentence))
    ):
        return None
    hidden = masked(sentence)
    if sentence.rstrip().endswith("?"):
        return Skipped("a question", "question")
    if words.inside("triggers.met").search(hidden) and not words.inside("triggers.still").search(hidden):
        return Skipped("says that it is already met", "already-met")
    return _preposed(sentence, hidden) or _postposed(sentence, hidden) or _subject(sentence, hidden)


def segments(sentence: str) -> list[str]:
    """A sentence, or its parts between semicolons if several of them speak of looking again."""
    parts = re.split(r";\s+", sentence) if "; " in sentence else [sentence]
    verb = _main()
    return parts if 1 < len(parts) <= 12 and sum(bool(verb.search(p)) for p in parts) > 1 else [sentence]


def _postposed(sentence: str, hidden: str) -> Said | Skipped | None:
    skipped: Skipped | None = None
    matches = [(rule, m) for rule, pattern in _patterns() if (m := pattern.search(hidden))]
    for rule, found in sorted(matches, key=lambda pair: pair[1].start("con")):
        why = _doubt(hidden, found["verb"], found.start(), rule)
        if why:
            skipped = skipped or Skipped(why, rule)
            continue
        start, end = found.span("text")
        keeps = words.leading("triggers.keep").match(found["con"].strip())
        if keeps:
            start = found.start("con")
        text = _cut(sentence[start:end], hidden[start:end])
        if re.search(r"\w", text):
            return Said(text, rule)
    return skipped


def _doubt(hidden: str, verb: str, at: int, rule: str) -> str | None:
    """Why a sentence with the right words is no condition."""
    before = hidden[:at]
    if _NO.search(before):
        return "says that there is no need to"
    if rule == "until":
        return _runtime(verb, before)
    if _PAST.search(before):
        return "tells of something past"
    if _PARTICIPLE.match(verb.split()[0]) and rule.startswith("revisit"):
        last = [w.strip(",*_") for w in before.split()[-8:]]
        if last and not any(words.whole("triggers.modals").match(w) for w in last[-6:]):
            return "a participle without should, can or will"
        if (
            words.whole("triggers.weak").match(verb)
            and last
            and not any(words.whole("triggers.subjects").match(w) for w in last)
        ):
            return "tells of something else than a decision"
    return None


_OPENS = ("", "—", "–", "-", "and", "so", "then")
_STATES = ("is", "are", "was", "were", "be", "stays", "remains")


def _runtime(verb: str, before: str) -> str | None:
    """Why "until" tells of running software, not of the decision."""
    last = before.lower().split()[-4:]
    word = last[-1].strip("*_(") if last else ""
    verb = verb.lower()
    if word in _OPENS or word.endswith((",", ":", "ly")) or verb.startswith(("we ", "will not")):
        return None
    ours = "we" in last and word in ("we", "to", "should", "will", "but", "can")
    state = word in _STATES and "must" not in last and not verb.startswith(("wait", "hold"))
    return None if ours or state else "tells when something runs"


def _cut(text: str, hidden: str) -> str:
    """A condition ends at a semicolon that does not go on with it, or at a closing bracket it did not open."""
    if text.count("**") % 2:
        left, _, right = text.partition("**")
        kept = left.rstrip(": ") if re.search(r"\w", left) else right
        text, hidden = kept, hidden[text.find(kept) :][: len(kept)]
    for mark in re.finditer(r"[;()]", hidden):
        if mark[0] == ";" and not re.match(
            r";\s+(?:\(|or|and|when|if|once|\w+ [^.]*;\s+(?:or|and))\b", hidden[mark.start() :]
        ):
            return text[: mark.start()].strip()
        if mark[0] == ")" and hidden[: mark.end()].count(")") > hidden.count("(", 0, mark.end()):
            return text[: mark.start()].strip()
    return text.strip()


def _preposed(sentence: str, hidden: str) -> Said | Skipped | None:
    for start in _before().finditer(hidden):
        found = _main().search(hidden, start.end())
        if not found:
            return None
        comma = max(hidden.rfind(mark, start.end(), found.start()) for mark in (", ", "; ", " — ", ": ", ":** "))
        clause = comma if comma > 0 else found.start()
        if len(hidden[clause : found.start()].split()) > 9 or clause <= start.end():
            continue
        text = sentence[start.end() : clause].strip(" ,;:*")
        if not re.search(r"\w", text) or len(text.split()) < 2:
            continue
        if start["con"].lower() in ("before", "after", "only after", "unless"):
            text = sentence[start.start("con") : clause].strip(" ,;:*")
        return Said(text, "if-then-revisit", None)
    return None


def _subject(sentence: str, hidden: str) -> Said | None:
    found = _signal().search(hidden)
    if found and len(hidden[: found.start()].split()) >= 2:
        text = sentence[: found.start()]
        return Said(re.split(r"[;:]\s", text)[-1].strip(" ,—–"), "signal-to-revisit")
    if words.inside("triggers.carriers").search(hidden):
        found = _named().search(hidden)
        if found:
            return Said(_cut(sentence[found.start("text") :], hidden[found.start("text") :]), "named-trigger")
    if words.inside("triggers.which").search(hidden):
        found = _case().match(hidden)
        return Said(sentence[: found.end("text")], "in-which-case") if found else None
    return None
