"""Conditions in free sentences: "revisit only if …", "if …, we reconsider this", "… is the trigger to revisit".

The patterns look at a sentence in lower case, which is several times as fast as ignoring case in each.
"""

import re
from dataclasses import dataclass
from functools import cache

from ..checks import tokens as checks
from . import words
from .clauses import announced
from .doubt import doubt
from .outline import SENTENCE, masked, uncoded


@dataclass(frozen=True, slots=True)
class Said:
    """A condition found in a sentence."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that only looks like a condition."""

    why: str
    rule: str


@cache
def hint() -> re.Pattern[str]:
    """Finds words without which no sentence holds a condition."""
    names = ("bounds", "early", "verbs", "relevant", "later", "before_reopening")
    return re.compile(rf"\b{words.joined(*(f'triggers.{n}' for n in names))}\b")


@cache
def _stem() -> re.Pattern[str]:
    """Finds letters, behind another sign, without which no sentence holds a condition; by first letters, as that is fast."""
    letters: dict[str, list[str]] = {}
    for stem in words.entries("triggers.stems"):
        letters.setdefault(stem[0], []).append(re.escape(stem[1:]))
    either = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in letters.items())
    return re.compile(f"[^a-z](?:{either})")


def may_hold(text: str) -> bool:
    """Whether a text, white space folded, has any of the letters without which it holds no condition; cheap."""
    return _holds(text.lower())


def _holds(low: str) -> bool:
    return _stem().search(f" {low}") is not None


def points_back(text: str) -> bool:
    """Whether a condition only points at the sentence before it: "when both hold", "if so"."""
    return bool(words.whole("triggers.back").match(text.strip(" ,.*")))


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    verb, con = words.alternation("triggers.verbs"), words.joined("triggers.strip", "triggers.connectors")
    near, only = words.alternation("triggers.near"), words.alternation("triggers.narrow")
    until, bounds = words.alternation("triggers.until"), words.alternation("triggers.bounds")
    gap = r"(?P<gap>(?:\s+[^\s.;:]+){0,9}?)"
    short = rf"(?P<gap>(?:\s+{words.alternation('triggers.fillers')})*)"
    either = words.joined("triggers.relevant", "triggers.later")
    return [
        ("revisit-when", re.compile(rf"(?<!\w)(?P<verb>{verb}){gap}[\s,(]+(?P<con>(?:{only}\s+)?{con})(?=[\s:,])[\s:]*(?P<text>.+)")),
        ("revisit-by", re.compile(rf"(?<!\w)(?P<verb>{verb}){short}\s+(?P<con>(?:{only}\s+)?{near})(?=\s)(?P<text>.+)")),
        ("relevant-when", re.compile(rf"(?<!\w)(?P<verb>{either}){gap}[\s,]+(?P<con>(?:{only}\s+)?{con})(?=[\s:])[\s:]*(?P<text>.+)")),
        ("until", re.compile(rf"(?<!\w)(?P<verb>{until})(?P<gap>(?:\s+[^\s.;:,]+){{0,8}}?),?\s+(?P<con>{bounds})\s+(?P<text>.+)")),
    ]  # fmt: skip


@cache
def _before() -> re.Pattern[str]:
    """A sentence that begins with a connector."""
    opens = words.alternation("triggers.openers")
    con, inverted = (
        words.joined("triggers.strip", "triggers.connectors", "triggers.early"),
        words.alternation("triggers.inverted"),
    )
    return re.compile(
        rf"(?:^|(?<=[;—–:(]\s)|(?<=\())[\W_]*(?:(?:{opens},?\s+)?(?P<con>{con})\s+)|^[\W_]*(?:{opens},?\s+)?(?P<inverted>{inverted})\s+"
    )


@cache
def _main_clause() -> re.Pattern[str]:
    """Where the main clause begins that stands behind a condition without a comma."""
    return re.compile(rf",?\s+{words.alternation('triggers.main')}\Z", re.I)


@cache
def _main() -> re.Pattern[str]:
    """What the main clause behind "if …," does."""
    return re.compile(rf"(?<!\w){words.joined('triggers.verbs', 'triggers.later', 'triggers.relevant')}(?!\w)")


@cache
def _signal() -> re.Pattern[str]:
    signals, verb = words.alternation("triggers.signals"), words.alternation("triggers.verbs")
    return re.compile(rf"(?<!\w){signals}\s+{verb}(?!\w)")


@cache
def _named() -> re.Pattern[str]:
    nouns, carriers = words.joined("triggers.nouns", "triggers.verbs"), words.alternation("triggers.carriers")
    the, to, be = (words.alternation(f"triggers.{n}") for n in ("the", "purpose", "copula"))
    return re.compile(
        rf"(?<!\w)(?P<the>{the}\s+(?:\w+\s+){{0,2}})?"
        rf"(?:{nouns}[\s-]+{carriers}|{carriers}\s+{to}\s+{nouns}(?:\s+(?!{be}(?!\w)|=)\S+){{0,4}}?)"
        rf"(?:\s*[=:]\s*|(?(the)\s+{be}\s+|(?!)))(?P<text>\S.*)")  # fmt: skip


@cache
def _case() -> re.Pattern[str]:
    which, also, verb = (words.alternation(f"triggers.{n}") for n in ("which", "and", "verbs"))
    return re.compile(rf"(?P<text>.+?)[,;—–]\s*(?:{also} )?{which}\s+(?:\S+\s+){{0,5}}?{verb}(?!\w)")


def read(sentence: str) -> Said | Skipped | None:
    """The condition in a free sentence."""
    low = words.lowered(sentence[:SENTENCE])
    if len(sentence) > SENTENCE or not _holds(low):
        return None
    if not (hint().search(low) or words.within("triggers.carriers").search(low)):
        return None
    hidden = masked(sentence)
    low = low if hidden is sentence else words.lowered(hidden)
    if sentence.rstrip().endswith("?"):
        return Skipped("a question", "question")
    if words.within("triggers.met").search(low) and not words.within("triggers.still").search(low):
        return Skipped("says that it is already met", "already-met")
    found = _preposed(sentence, hidden, low) or _postposed(sentence, hidden, low) or _subject(sentence, hidden, low)
    return found or (_checked(sentence, hidden, low) if "`" in sentence else None)


def follows(sentence: str, last: str) -> str | None:
    """The condition in the sentence before one such as "At that point we will revisit this"."""
    if not words.leading("triggers.which").match(sentence) or not words.inside("triggers.verbs").search(sentence):
        return None
    found = _connected().search(masked(last))
    return last[found.end() :].strip(" .") if found else None


@cache
def _connected() -> re.Pattern[str]:
    """The last connector of a sentence."""
    con = words.joined("triggers.strip", "triggers.bounds")
    return re.compile(rf"(?<!\w){con}\s+(?!.*(?<!\w){con}\s)", re.I)


def segments(sentence: str) -> list[str]:
    """A sentence, or its parts between semicolons if several of them speak of looking again."""
    parts = re.split(r";\s+", sentence) if "; " in sentence else [sentence]
    verb = _main()
    return parts if 1 < len(parts) <= 12 and sum(bool(verb.search(words.lowered(p))) for p in parts) > 1 else [sentence]


def _postposed(sentence: str, hidden: str, low: str) -> Said | Skipped | None:
    skipped: Skipped | None = None
    matches = [(rule, m) for rule, pattern in _patterns() if (m := pattern.search(low))]
    for rule, found in sorted(matches, key=lambda pair: pair[1].start("con")):
        dated = rule == "until" and words.leading("triggers.early").match(found["con"])
        why = None if dated else doubt(hidden, found["verb"], found.start(), rule)
        if why:
            skipped = skipped or Skipped(why, rule)
            continue
        start, end = found.span("text")
        keeps = words.leading("triggers.keep").match(found["con"].strip())
        if keeps:
            start = found.start("con")
        if sentence.endswith("**", 0, start):  # the bold word that the condition begins with
            start -= 2
        text = _cut(sentence[start:end], hidden[start:end])
        if re.search(r"\w", text):
            return Said(text, rule)
    return skipped


@cache
def _goes_on() -> re.Pattern[str]:
    """A semicolon behind which the condition goes on."""
    on = words.joined("triggers.or", "triggers.and", "triggers.strip")
    join = words.joined("triggers.or", "triggers.and")
    return re.compile(rf";\s+(?:\(|{on}\b|\w+ [^.]*;\s+{join}\b)", re.I)


def _cut(text: str, hidden: str) -> str:
    """A condition ends at a semicolon that does not go on with it, or at a closing bracket it did not open."""
    bare = uncoded(text)
    if bare.count("**") % 2:
        at = bare.index("**")
        left, right = text[:at], text[at + 2 :]
        kept = left.rstrip(": ") if re.search(r"\w", left) else right
        text, hidden = kept, hidden[text.find(kept) :][: len(kept)]
    listed = bool(announced(text))
    for mark in re.finditer(r";|\(|(?<![\s(][a-h])(?<!^[a-h])\)", hidden):
        if mark[0] == ";" and not listed and not _goes_on().match(hidden, mark.start()):
            return text[: mark.start()].strip()
        if mark[0] == ")" and hidden[: mark.end()].count(")") > hidden.count("(", 0, mark.end()):
            return text[: mark.start()].strip()
    return text.strip()


def _preposed(sentence: str, hidden: str, low: str) -> Said | Skipped | None:
    for start in _before().finditer(low):
        found = _main().search(low, start.end())
        if not found:
            return None
        comma = max(hidden.rfind(mark, start.end(), found.start()) for mark in (", ", "; ", " — ", ": ", ":** "))
        clause = comma if comma > 0 else found.start()
        if len(hidden[clause : found.start()].split()) > 9 or clause <= start.end():
            continue
        text = _bare(sentence[start.end() - 2 * sentence.endswith("**", 0, start.end()) : clause])
        text = text if comma > 0 else _main_clause().sub("", text)
        if not re.search(r"\w", text) or len(text.split()) < 2:
            continue
        if start["con"] and not words.whole("triggers.strip").match(start["con"]):
            text = _bare(sentence[start.start("con") : clause])
        return Said(text, "if-then-revisit")
    return None


def _bare(text: str) -> str:
    """A clause without the signs around it; a bold word at its edge keeps its own."""
    stripped = text.strip(" ,;:*")
    return text.strip(" ,;:") if uncoded(stripped).count("**") % 2 else stripped


def _checked(sentence: str, hidden: str, low: str) -> Said | None:
    """A check right behind the verb: "Revisit `2027-03-01`"."""
    found = words.within("triggers.verbs").search(low)
    text = sentence[found.end() :].strip(" :,(*") if found else ""
    if not found or not text.startswith("`") or not checks(text) or doubt(hidden, found[0], found.start(), "revisit"):
        return None
    return Said(_cut(text, masked(text)), "revisit-check")


def _subject(sentence: str, hidden: str, low: str) -> Said | None:
    found = _signal().search(low)
    if found and len(hidden[: found.start()].split()) >= 2:
        text = sentence[: found.start()]
        return Said(re.split(r"[;:]\s", text)[-1].strip(" ,—–"), "signal-to-revisit")
    if words.within("triggers.carriers").search(low):
        found = _named().search(low)
        if found:
            return Said(_cut(sentence[found.start("text") :], hidden[found.start("text") :]), "named-trigger")
    if words.within("triggers.which").search(low):
        found = _case().match(low)
        return Said(sentence[: found.end("text")], "in-which-case") if found else None
    return None
