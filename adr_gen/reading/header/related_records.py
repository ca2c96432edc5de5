"""Which other records a document supersedes, revisits or relates to, and by which it is superseded."""

import re
from collections.abc import Iterator
from itertools import islice

from ...frontmatter import FrontMatter
from ...links import inlined
from ...markdown import Document
from ...model import Status
from ...untyped_yaml import Value
from .. import roles
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import either, find_slot, leading, whole
from ..plain_text import sentences, uncommented
from ..result_types import Finding
from ..status import supersession
from ..status.references import certain, references
from ..status.status_line import status_word
from .status_steps import offers_choice

_RECORD = re.compile(r"\bADR[- ]?\d|\.md\b", re.I)
"""What names a record of a log without doubt."""
MOST_BANNERS = 5
"""Paragraphs below the title that are read."""
_BANNER = 200
"""Characters of a paragraph that may be a banner."""
KINDS = ("supersedes", "superseded_by", "revisits", "relates")
References = dict[str, list[str]]


def read(
    document: Document,
    header: dict[str, tuple[int, str]],
    status: str,
    places: list[Statement],
    record: bool,
    decision: Status | None = None,
) -> dict[str, tuple[str, ...]]:
    """References to other records by kind, as written; research speaks in its front matter, and in its first words of what it replaces."""
    relations: References = {kind: [] for kind in KINDS}
    _from_front(document.front, relations)
    if record:
        texts = [f"{name}: {inlined(text, document)}" for name, (_, text) in header.items() if not offers_choice(text)]
        texts += [re.sub(r"^\W+", "", text) for text in _linked(document, places)]
        texts += [f"{name}: {target}" for name, target in _targets(document.front)]
        for text in texts:
            _from_line(text, relations)
        status = "\n".join(entry for entry in inlined(status, document).split("\n") if not offers_choice(entry))
        _add(relations, supersession.relations(status))
        _from_status(status, relations)
    elif decision == "accepted" and not any(relations.values()):
        relations["supersedes"] += _replaced(document, places)
    return {kind: tuple(dict.fromkeys(references)) for kind, references in relations.items()}


def _replaced(document: Document, places: list[Statement]) -> list[str]:
    """The one record that the first sentence below the title says this replaces, and nothing else: "Replaces ADR-0009."."""
    first = next((p for p in places if p.block.kind == "paragraph" and p.first and p.headings.are_titles), None)
    said = next(iter(sentences(first.block.text)), "") if first else ""
    if not _RECORD.search(said):
        return []
    named = inlined(said, document)
    whole_ones = supersession.replaced_by_this(named)
    if len(whole_ones) != 1 or len(references(named)) != 1 or not _RECORD.search(whole_ones[0]):
        return []
    behind = named.rpartition(whole_ones[0])[2]
    return [] if re.search(r"\w", behind) else whole_ones


def unreadable(front: FrontMatter) -> list[Finding]:
    """What is wrong with keys that name records by something else than texts: `supersedes: {a: 8}`."""
    stated = ((key, front.values.get(key)) for kind in KINDS for key in _keys(kind))
    odd = [key for key, value in stated if isinstance(value, dict) or (isinstance(value, list) and not _texts(value))]
    mend = "write a record's number, `ADR-0012`, the name of its file, or a list of them"
    return [Finding(front.lines.get(key, 1), "ADR104", f"`{key}` holds {front.kind(key)}; {mend}") for key in odd]


def _texts(values: list[Value]) -> bool:
    return all(isinstance(value, str) for value in values)


def _keys(kind: str) -> tuple[str, ...]:
    """The front matter's keys for a kind of relation."""
    return tuple(dict.fromkeys((kind, kind.replace("_", "-"), f"{kind}_to", f"{kind}-to")))


def _from_front(front: FrontMatter, relations: References) -> None:
    """What the keys of the front matter say; a bare reference stays as it is written."""
    for kind in KINDS:
        stated = front.items(*_keys(kind))
        items = [
            item for item in stated if re.search(r"\w", item) and not whole("nothing|nothing-known|nothing-done", item)
        ]
        if not any(" " in item or "](" in item for item in items):
            relations[kind] += items
        elif kind in supersession.NAMES:
            said = f"{supersession.NAMES[kind]}: {', '.join(items)}"
            named = supersession.relations(said) or _loosely(said)
            _add(relations, [*named, *((kind, item) for item in items if supersession.names_nobody(item))])
        else:
            relations[kind] += [named for item in items for named in references(item) or [item]]


def _loosely(said: str) -> list[tuple[str, str]]:
    """What a key names by a bare number behind words, "partially 8", of which it is only known that it has to do with it."""
    named = re.sub(r"#?(?<![\w.-])(\d{1,5})(?=\W*\Z)", r"ADR-\1", said)
    return [("relates", reference) for _, reference in supersession.relations(named)]


def _from_line(text: str, relations: References) -> None:
    """What a line such as `Supersedes: ADR-0003` says; the words of a relation begin it."""
    if supersession.begins_supersession(text):
        _add(relations, supersession.relations(text))
        return
    for kind in ("revisits", "relates"):
        if leading(kind, text):
            relations[kind] += references(text.partition(": ")[2] or text)


def _from_status(status: str, relations: References) -> None:
    for kind in ("revisits", "relates"):
        # the rule of supersession reads no more of a status either
        for text in re.findall(rf"{either(kind)}\s*:?\s+(.{{1,300}})", status[:4000], re.I):
            relations[kind] += references(text)
    known = {reference for kind in KINDS for reference in relations[kind]}
    for entry in status.split("\n"):
        judged = status_word(entry)
        if judged and (judged[0] == "deprecated" or find_slot("deprecated", entry)):  # by whom, or in favour of whom
            relations["relates"] += [reference for reference in certain(entry) if reference not in known]


def _add(relations: References, more: list[tuple[str, str]]) -> None:
    for kind, reference in more:
        relations[kind].append(reference)


def _targets(front: FrontMatter) -> list[tuple[str, str]]:
    """Kind and target of the front matter's `links: [{target: 1, kind: supersedes}]`, the form of adrs."""
    value = front.values.get("links")
    items = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    return [(str(item.get("kind", "")), str(item.get("target", ""))) for item in items]


def _linked(document: Document, places: list[Statement]) -> list[str]:
    """The items under the heading `Links`, as MADR 2 and log4brains have it, and the banners of a supersession."""
    lists = [p for p in places if p.block.kind == "list" and p.top and p.section]
    chosen = [p.block for p in lists if p.section and roles.has(uncommented(p.section.text), "links")]
    items = [uncommented(text_of(item)) for block in chosen for item in block.children]
    return [inlined(text, document) for text in (*items, *_banners(document, places))]


def _banners(document: Document, places: list[Statement]) -> Iterator[str]:
    """What a short paragraph below the title, or a section that is called so, says of a supersession."""
    opening = (place for place in places if place.block.kind == "paragraph" and place.headings.are_titles)
    for place in islice(opening, MOST_BANNERS):
        text = place.block.text
        is_banner = len(text) <= _BANNER and not offers_choice(text)
        said = supersession.relations(inlined(text, document)) if is_banner else []
        yield from (f"superseded by: {named}" for kind, named in said if kind == "superseded_by")
    for place in places:
        if place.top and place.section and supersession.names_itself(place.section.text):
            items = map(text_of, place.block.children) if place.block.kind == "list" else [place.block.text]
            yield from (f"{place.section.text}: {uncommented(text)}" for text in items if len(text) <= _BANNER)
