"""An option that is chosen by its name alone: "Decision: Harbour", "✅ Harbour", "Winner: Harbour"."""

import re
from collections.abc import Iterator

from ...markdown import fold
from ...model import Status
from .. import roles
from ..dates import iso
from ..document.options import named_by
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import find_slot, finder, leading, whole
from ..plain_text import label, plain
from ..sentences.open_verdicts import asks, undecided
from ..sentences.verdict_verbs import Judged, alone, clean, judge, says_nothing
from ..status.status_line import SIGNS, sign_of

_END = re.compile(r"\s+[–—-]+\s+|[:：,;(（]|\.(?:\s|\Z)|[。，；]|\n")
_LETTER = re.compile(r"\w+\s(?:[A-Z]|\d{1,2})")
"""An option by its letter or number."""
_USED = re.compile(r"((\w[\w. -]{1,40}?)(?: \w+)?) (?:for|with|as|in|on|from|everywhere)\s")
"""A name, perhaps with a noun, and what it is for: "Harbour for the mails"."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_BOLD = re.compile(r"(?:\*\*|__)([^*_]{2,60}?)[.:]?(?:\*\*|__)")
_MARK = re.compile(r"(?:←|⬅|⭐|\s[—–-])\s*\W*(\w[\w ]{3,20})\W*\Z|[(（\[]\W*(\w[\w ]{3,20})\W*[)）\]]\W*\Z")
_SIGNS: dict[str, Status] = SIGNS | dict.fromkeys(("🏆", "🥇", "⭐"), "accepted")
"""Signs before a name: those of a status, and prizes."""
_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}(?=[\s.])|[A-H](?=\s[–—-]\s|[:.)]\s)")
"""The number or letter of a section: "3.2 The queue", "B – the queue"."""
MOST_WORDS = 6
BRIEF = 3
"""Words of a label that is no name."""
NEAR = 4
"""Statements behind a decision among which its alternatives stand."""


def names(places: list[Statement], title: str) -> frozenset[str]:
    """The names that a document has for its options: of headings, rows, bold words of items, and what its title compares."""
    some = [name for name in (*_names_of(places), *_compared(title)) if name.strip()]
    return frozenset(_bare(name) for name in (*some, *(_IN_BRACKETS.sub("", name) for name in some)) if name.strip())


def _compared(title: str) -> list[str]:
    """What a title or heading sets against each other: "Tape or disk"."""
    parts = finder("versus").split(title.rpartition(": ")[2])
    return parts if len(parts) > 1 else []


def _names_of(places: list[Statement]) -> Iterator[str]:
    for place in places:
        block = place.block
        if block.kind == "heading":
            yield from _compared(block.text)
        elif place.label and (place.labelled("options") or whole("weighed-label", place.label[0])):
            yield from re.split(r"[,;/]\s*", _IN_BRACKETS.sub("", place.label[1]).rstrip("."))
        elif block.kind == "table" and not _states_facts(block.rows):
            yield from (*block.rows[0], *(row[0] for row in block.rows[1:] if row))
        elif block.kind == "list":
            texts = [text_of(item) for item in block.children]
            yield from (bold[1] for text in texts if (bold := _BOLD.match(text)))
            yield from (own[0] for text in texts if (own := label(text)) and len(own[0].split()) < MOST_WORDS)
        # what stands in bold or as a label where the verdict is expected is its words, not an option that was weighed
        elif block.kind == "paragraph" and not (place.under("verdict") or place.under("pick")):
            if block.text.startswith("**"):
                yield from (bold[1] for bold in _BOLD.finditer(block.text))
            elif place.label and place.label[1] and _is_weighed(place):
                yield place.label[0]
        if block.kind == "paragraph" and place.of_option:
            yield from (plain(line) for line in block.text.split("\n")[:20] if _NUMBERED.match(line))
        yield from (number[0] for number in (_NUMBERED.match(block.text),) if number and block.kind == "heading")
        yield from (part for text in named_by(place) for part in (text, _END.split(text)[0]))


def _states_facts(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table says one thing a row, as a head does: "Decision | Late mails"; what stands there names no option."""
    return all(len(row) == 2 for row in rows) and any(roles.has(plain(row[0]), "verdict") for row in rows)


def _is_weighed(place: Statement) -> bool:
    """Whether a label may name what was weighed; a line of the head names who was there, say."""
    in_head = place.headings.are_titles and (place.before is None or place.before.kind != "paragraph")
    return place.label is not None and not (in_head or place.label_roles) and len(place.label[0].split()) < BRIEF


def _bare(name: str) -> str:
    folded = plain(name).lower()
    article = leading("article-of", folded)
    return folded[article.end() :] if article and article.end() < len(folded) else folded


def by_name(text: str, known: frozenset[str]) -> Judged | None:
    """The choice of a text that is nothing but the name of an option, with a reason behind it."""
    folded = fold(text)
    end = _END.search(folded)
    name, rest = (folded[: end.start()].strip(), folded[end.end() :]) if end else (folded, "")
    against = alone(rest.rstrip(") "))
    if against and against[0] != "accepted":
        return None
    # "Harbour it is."
    if taken := find_slot("it-is-taken", name):
        name, end = (name[: taken.start()].rstrip(" ,"), end) if taken.end() >= len(name.rstrip(".!")) else (name, end)
    used = _USED.match(folded)
    if used and known.intersection(map(_bare, used.groups())):
        return ("accepted", None)
    is_name = _bare(name) in known or (end is not None and _LETTER.fullmatch(name) and leading("option-name", name))
    return ("accepted", None) if 0 < len(name.split()) <= MOST_WORDS and is_name else None


def names_several(text: str, known: frozenset[str]) -> bool:
    """Whether a text names one option for one thing and another for the next: "Harbour for speed, Oak for memory"."""
    clauses = (_USED.match(clause.lstrip()) for clause in re.split(r"[,;]\s", fold(text)))
    named = [set(map(_bare, used.groups())) & known for used in clauses if used]
    return len(set(map(frozenset, filter(None, named)))) > 1


def signed(text: str) -> Judged | None:
    """What a sign before a few words says: "✅ Harbour", "❌ Harbour"."""
    status, label = sign_of(text, _SIGNS), clean(text)
    if (
        status is None
        or not label
        or len(label.split()) > MOST_WORDS
        or undecided(label)
        or judge(label)
        or alone(label)
    ):
        return None
    return (status, None) if status in ("accepted", "rejected") else None


def beside_alternatives(place: Statement, name: str, text: str, places: list[Statement]) -> bool:
    """Whether "Decision: the queue" names what is taken, because "Alternatives considered: …" stands right below it."""
    if not whole("verdict-firm", plain(name)) or undecided(text) or leading("not-a-choice|negation", clean(text)):
        return False
    number = places.index(place)
    below = (other for other in places[number + 1 : number + 1 + NEAR] if other.headings == place.headings)
    return any(other.labelled("options") or (other.label and whole("left-out", other.label[0])) for other in below)


def picked(name: str, text: str) -> Judged | None:
    """What stands behind a label such as "Winner": it is chosen, unless the words say that nothing is."""
    if not whole("pick|chosen", _BRACKETS.sub("", name)) or undecided(text) or text.rstrip("*_ ").endswith(("?", "？")):
        return None
    judged = judge(text)
    if judged and judged[0] != "accepted":
        return None
    if re.match(r"\d+\s*(?:%|of\b|/)", clean(text)):  # "Selected: 40 of 120 samples"
        return None
    return None if leading("not-a-choice", clean(text)) else ("accepted", judged[1] if judged else None)


def decided(name: str, text: str) -> Judged | None:
    """What stands behind "Decided:" is taken, unless it is a day or people."""
    words = clean(text)
    if (
        not (whole("decided-label", name) or leading("verdict-taken", name))
        or undecided(text)
        or len(words.split()) < 2
        or iso(words[:24])
    ):
        return None
    return None if leading("not-a-choice|negation|by|others|we", words) or asks(words) else ("accepted", None)


def answered(title: str, name: str, text: str) -> Judged | None:
    """What the decision below a title such as "How we store prices" says: whatever it is, if nothing in it is open."""
    asks = title.rstrip().endswith(("?", "？")) or not leading("asks-what", title)
    if not (asks and leading("asks-how", plain(title)) and whole("answer-name", name)):
        return None
    return None if leaves_open(text) else ("accepted", None)


def leaves_open(text: str) -> bool:
    """Whether words behind a label leave open what is taken, or take nothing."""
    words = clean(text)
    is_open = undecided(text) or says_nothing(words) or leading("not-a-choice|negation|vague|we", words)
    return bool(is_open or find_slot("unsettled|doubt|none-of|study", words))


def chosen_row(rows: tuple[tuple[str, ...], ...]) -> int | None:
    """The one row of a table of options that a column such as "Chosen" ticks, the others being left out or turned down."""
    head = [plain(cell) for cell in rows[0]] if rows else []
    named = [n for n, cell in enumerate(head) if n and whole("choice-column|pick-column", cell)]
    columns = named or [n for n, cell in enumerate(head) if n and not cell]
    of_options = columns and (whole("option-column", head[0]) or (named and not head[0]))
    if not of_options or len(rows) < 3:
        return None
    marks = [(n, fold(cells[columns[0]]).strip("*_ ")) for n, cells in enumerate(rows) if n and columns[0] < len(cells)]
    taken = [n for n, mark in marks if _ticked(mark)]
    left = [n for n, mark in marks if not mark or whole("not-taken", mark) or mark[:1] in "❌✗✘-–—"]
    return taken[0] if len(taken) == 1 and len(left) == len(rows) - 2 else None


def marked_row(rows: tuple[tuple[str, ...], ...]) -> int | None:
    """The one row of a table of options in which a cell says that it is the one: "our pick", "pass → chosen"."""
    if len(rows) < 3 or not whole("option-column", plain(rows[0][0])):
        return None
    return only([number > 0 and any(map(_is_mark, cells[1:])) for number, cells in enumerate(rows)])


def _is_mark(cell: str) -> bool:
    return whole("chosen-mark", plain(re.split(r"→|->|,\s", cell)[-1]))


def only(marks: list[bool]) -> int | None:
    """The one that is marked, if only one is."""
    return marks.index(True) if marks.count(True) == 1 else None


def ticked_one(title: str, ticks: list[bool | None]) -> int | None:
    """The one ticked item of the list below a title that asks which to take."""
    asked = (
        title.rstrip().endswith(("?", "？"))
        and leading("asked-which", title)
        and not find_slot("asks-of-the-past", title)
    )
    return only([tick is True for tick in ticks]) if asked and None not in ticks else None


def picks(rows: tuple[tuple[str, ...], ...]) -> str:
    """The first choice of a table that names one for each part: "Store | Harbour"; empty if a cell says something else."""
    column = (
        next((n for n, cell in enumerate(rows[0]) if n and whole("pick-column", plain(cell))), None) if rows else None
    )
    cells = [fold(row[column]) for row in rows[1:] if column is not None and column < len(row)]
    return (
        ""
        if not cells or any(undecided(cell) or judge(cell) or leading("not-a-choice", clean(cell)) for cell in cells)
        else cells[0]
    )


def _ticked(mark: str) -> bool:
    return bool(mark) and (mark[:1] in "✅✔✓☑" or whole("is-chosen", mark))


def signed_one(items: list[str]) -> int | None:
    """The one item of a list of options that a sign accepts, the others being refused by theirs: "✅ Harbour", "❌ Quay"."""
    statuses = [sign_of(item, _SIGNS) for item in items]
    taken = [n for n, status in enumerate(statuses) if status == "accepted"]
    return taken[0] if len(taken) == 1 and statuses.count("rejected") == len(items) - 1 > 0 else None


def is_marked(item: str, slot: str) -> bool:
    """Whether an item ends with a mark of a slot that it is the chosen one: "a queue ← chosen"."""
    last = _MARK.search(item[-48:])
    return bool(last and whole(slot, plain(last[1] or last[2])))
