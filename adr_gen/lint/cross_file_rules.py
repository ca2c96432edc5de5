"""What `adr-gen check` finds across files: numbers, references, links and the template."""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import fields, replace

from .. import links, records
from ..checks import parse_day
from ..errors import Problem
from ..log import Log
from ..markdown import Document, parse
from ..model import STATUSES, Blocker, Conditions, Trigger
from ..records import Holders, Record, RecordFile
from ..records.lookup import ambiguous, folder_of, is_ticket, number_in, reference_name
from ..render import record_text as render
from ..reviews.reviews import Reviews


def references(log: Log, decisions: str, unread: Container[int]) -> Iterator[Problem]:
    """Every record that is superseded, revisited or related exists, and is one; `unread` are told of elsewhere."""
    for record in log.records:
        for kind in records.RELATIONS:
            for reference in record.stated(kind):
                meant = log.holders.resolve(reference, folder_of(record.path))
                name = f"{kind.replace('_', ' ')} {reference_name(reference)}"
                if len(meant) > 1:
                    yield ambiguous(record.path, 1, name, meant, source_hint(record))
                elif not meant and (number_in(reference) in unread or is_ticket(reference, record.stated(kind))):
                    continue
                elif not meant and (not records.is_path(reference) or _inside(reference, record.path, decisions)):
                    known = number_in(reference) is not None or records.is_path(reference)
                    mend = (
                        "does not exist; mend the number"
                        if known
                        else "is no record; write its number or its file's name"
                    )
                    message = f"{name}, which {mend}{source_hint(record)}"
                    yield Problem(record.path, 1, "ADR304", message)


def _inside(reference: str, path: str, decisions: str) -> bool:
    """Whether a path leads into the records' folder; elsewhere it is no record's."""
    place = links.join(folder_of(path), links.split(reference)[0])
    return place is not None and place.startswith(f"{decisions}/")


def reviewed(log: Log, reviews: Reviews, unread: Container[int]) -> Iterator[Problem]:
    """Every review is of a record that exists."""
    for review in reviews.all:
        if review.record not in log.by_number and review.record not in unread:
            message = f"reviews record {review.record}, which does not exist; mend the number, or delete the review"
            yield Problem(review.path, 1, "ADR304", message)


def local_links(
    record: Record,
    document: Document,
    holders: Holders,
    exists: Callable[[str], bool],
    anchors: Callable[[str], set[str] | None],
) -> Iterator[Problem]:
    """Every relative link of a record leads to a file, one from the site's root to that or a record, anchors to headings.

    `exists` tells whether a project path is a file or folder, `anchors` gives the anchors of a Markdown file.
    """
    path = record.path
    folder = folder_of(path)
    for line, target in links.local_targets(document):
        place, rest = links.split(target)
        project = links.join(folder, place) if place else path
        if project is None or not exists(project):
            project = holders.at_site(place)
        if not project:
            yield Problem(
                path,
                line,
                "ADR302",
                f"link to {target!r} leads to nothing in the project; mend the path{source_hint(record)}",
            )
            continue
        anchor = rest.partition("#")[2]
        known = anchors(project) if anchor and project.endswith(".md") else None
        if known is not None and anchor.lower() not in known:
            yield Problem(
                path, line, "ADR303", f"link to {target!r}: no heading has this anchor; mend it{source_hint(record)}"
            )


def restated(file: RecordFile, line: Callable[[Record, str], int]) -> Iterator[Problem]:
    """What a generated record states in its front matter and in a bullet, it states alike: the front matter is what is read."""
    bullets = records.header_bullets(file.document) if file.generated else {}
    for key in ("status", "date"):
        bullet, stated = bullets.get(key, ""), file.document.front.text(key)
        known = records.stated(bullet.lower())[0] in STATUSES if key == "status" else parse_day(bullet)
        if known and not _alike(bullet.lower(), stated.lower()):
            front = f"`{key}: {stated}`" if stated else f"no `{key}:`"
            message = (
                f"the list says `{key.capitalize()}: {bullet}`, and there is {front} in the front matter, which is what "
                f"counts; change both, or undo that and change the research file{source_hint(file.record)}"
            )
            yield Problem(file.record.path, line(file.record, f": {bullet}"), "ADR106", message)


def _alike(bullet: str, stated: str) -> bool:
    """Whether list and front matter say the same; only a status that names a successor is written in two ways."""
    if bullet == stated:
        return True
    (word, by), (other, names) = records.stated(bullet), records.stated(stated)
    successor, named = (re.findall(r"\d+", text)[:1] for text in (by, names))
    return word == other and bool(successor or named) and (not (successor and named) or successor == named)


def source_hint(record: Record) -> str:
    """Where a generated record is mended: in its research file."""
    return f" (in {record.source})" if record.source else ""


def anchors(document: Document) -> set[str]:
    """All anchors that GitHub gives the headings of a document, and those that its HTML sets."""
    headings = []
    # a stack gives its last first; an anchor that occurs twice is numbered in the order of the document
    stack = list(reversed(document.blocks))
    while stack:
        block = stack.pop()
        if block.kind == "heading":
            headings.append(block)
        stack.extend(reversed(block.children))
    own = re.findall(r"""(?:id|name)\s*=\s*["']([^"']+)""", document.text)
    return {*links.heading_slugs(headings), *(name.lower() for name in own)}


def unnumbered(pages: list[str]) -> Iterator[Problem]:
    """Pages in the records' folder without a number deserve a look."""
    for path in pages:
        yield Problem(
            path, 0, "ADR901", "no number in its name, so it is no record; name it NNNN-title.md if it is one"
        )


def template(own: str | None, place: str) -> Iterator[Problem]:
    """A record written with the project's template reads back as it was; names each field that does not."""
    if own is None:
        return
    specimen = _specimen()
    document = parse("---\nfoo: bar\n---\n\n## Goal\n\nA goal.\n")
    from ..reading import Reading, read

    specimen_reading: Reading = replace(read(document), blockers=specimen.blockers, conditions=specimen.conditions)
    try:
        shown, text = render.compose(
            document, specimen_reading, specimen, lambda target: None, {3: "0003-x.md", 9: "0009-x.md"}, own
        )
    except Exception as error:  # a template may raise anything
        yield Problem(place, getattr(error, "lineno", 0) or 0, "ADR305", f"the template fails: {error}")
        return
    back = records.read("d/0007-specimen.md", render.seal(text, "0" * 12), "d")
    if back.digest is None:
        yield Problem(
            place, 0, "ADR305", "the template loses the digest; write `digest: {{ digest }}` in the front matter"
        )
        return
    for field in fields(Record):
        if field.compare and getattr(back.record, field.name) != getattr(shown, field.name):
            yield Problem(
                place, 0, "ADR305", f"the template loses the field {field.name!r}; write it as the built-in one does"
            )


def _specimen() -> Record:
    """A record in which every field says something."""
    trigger = Trigger("the moon is blue", "Look again when the moon is blue.")
    return Record(
        number=7,
        title="Specimen",
        status="superseded",
        qualifier="for now",
        date="2026-01-02",
        verdict="Not now.",
        source="research/specimen.md",
        path="d/0007-specimen.md",
        url="decisions/0007-specimen/",
        tags=("one", "two"),
        decision_makers=("Ana",),
        owners=("Bo",),
        blockers=(Blocker("A wall"), Blocker("A moat", cleared=True)),
        conditions=Conditions("single", (trigger,), "2027-01-01"),
        supersedes=(3,),
        superseded_by=(3, 9),
        revisits=(3,),
        relates=(3,),
    )
