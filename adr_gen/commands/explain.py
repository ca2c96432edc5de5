"""What is read from one file: from which line, by which rule, and what was passed over and why."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .. import files, reading, records
from ..decision import Conditions
from ..errors import Problem
from ..markdown import Document, DocumentError, parse
from ..project import Project
from ..reading import Note, Reading
from ..reading.hints import hint
from ..records import Record, RecordFile, letter
from . import terminal
from .report import as_json, visible

if TYPE_CHECKING:
    from rich.table import Table


def explain(project: Project, path: str) -> dict[str, Any]:
    """What the research file or record at `path` says, with its provenance and its problems."""
    nothing = Record(number=0, title="", status=None)
    try:
        document = parse(files.read(project.root, path, project.settings.max_size))
    except files.Unreadable as error:
        return _told(path, nothing, [], [Problem(path, error.line, error.code, str(error))])
    except DocumentError as error:
        return _told(path, nothing, [], [Problem(path, error.line, "ADR001", str(error))])
    if path.startswith(f"{project.decisions}/"):
        return _of_record(path, document, project.record(path, document.text))
    found = reading.read(document)
    problems = [Problem(path, f.line, f.code, f.message) for f in found.findings]
    return _told(path, _decided(found), [*_left_out(document), *_notes(document, found)], problems)


def _decided(found: Reading) -> Record:
    """The fields that a research file decides."""
    verdict = found.verdict
    return Record(
        number=0,
        title=found.title or "",
        status=verdict.status if verdict else None,
        qualifier=verdict.qualifier if verdict else None,
        date=found.date,
        verdict=(verdict.line or None) if verdict else None,
        blockers=found.blockers,
        conditions=found.conditions,
    )


def _of_record(path: str, document: Document, file: RecordFile) -> dict[str, Any]:
    """A generated record is read from its fixed places, one written by hand by the rules for prose."""
    if not file.generated:
        return _told(path, file.record, _notes(document, reading.read(document, record=True)), list(file.problems))
    front = document.front
    notes = [
        Note(key, front.lines[key], "front-matter", front.text(key))
        for key in ("status", "date", "source")
        if front.text(key)
    ]
    for title, field in (("Decision Outcome", "verdict"), ("Blockers", "blocker"), ("Revisit When", "trigger")):
        for block in records.section(document, title)[: 1 if field == "verdict" else None]:
            texts = [(i.line, i.children[0].text) for i in block.children if i.children] or [(block.line, block.text)]
            if field == "verdict" or block.kind == "list":
                notes += [Note(field, line, "record-section", records.fold(text)) for line, text in texts]
    return _told(path, file.record, notes, list(file.problems))


def _left_out(document: Document) -> list[Note]:
    """That a research file says it wants no record."""
    front = document.front
    said = front.text("adr")
    if said.lower() not in ("false", "no"):
        return []
    return [Note("adr", front.lines["adr"], "front-matter", f"adr: {said}", False, "so no record is written")]


def _notes(document: Document, found: Reading) -> list[Note]:
    """The reading's notes in the order of their lines, with one for the title."""
    notes = list(found.notes)
    if found.title and not any(note.field == "title" for note in notes):
        said = document.front.lines.get("title")
        first = next((b.line for b in document.blocks if b.kind == "heading" and b.level == 1), 1)
        notes.append(Note("title", said or first, "front-matter" if said else "first-heading", found.title))
    return sorted(notes, key=lambda note: note.line)


def _told(path: str, record: Record, notes: list[Note], problems: list[Problem]) -> dict[str, Any]:
    """Everything about one file; every key is always there, null or empty when nothing was read."""
    conditions: Conditions = record.conditions
    return {
        "path": path,
        "title": record.title or None,
        "status": record.status,
        "qualifier": record.qualifier,
        "date": record.date,
        "verdict": record.verdict,
        "blockers": [{"text": b.text, "state": "cleared" if b.cleared else "open"} for b in record.blockers],
        "logic": conditions.logic,
        "review_by": conditions.review_by,
        "triggers": [
            {"id": letter(n), **asdict(t), "check": list(t.check), "hint": hint(t)}
            for n, t in enumerate(conditions.triggers)
        ],
        "notes": [asdict(note) for note in notes],
        "problems": [as_json(problem) for problem in sorted(problems)],
    }


def show(told: dict[str, Any]) -> None:
    """Print what `explain` told: what the file comes to, then line by line what was read and passed over."""
    from rich.console import Group, RenderableType
    from rich.text import Text

    parts: list[RenderableType] = [Text(visible(told["path"]), style="bold"), _outcome(told)]
    sections = {
        "Read": [_note(note) for note in told["notes"] if note["taken"]],
        "Passed over": [_note(note) for note in told["notes"] if not note["taken"]],
        "Problems": [[str(p["line"]), p["code"], p["message"]] for p in told["problems"]],
    }
    for heading, rows in sections.items():
        if rows:
            parts += [Text(f"\n{heading}", style="bold"), _grid(rows)]
    terminal.console().print(Group(*parts))


def _outcome(told: dict[str, Any]) -> "Table":
    """The decision in a few lines."""
    status = told["status"] or "undecided"
    qualifier = f" ({told['qualifier']})" if told["qualifier"] else ""
    rows = [
        ["title", told["title"] or "none"],
        ["status", f"{status}{qualifier}"],
        ["date", told["date"] or "none"],
        ["verdict", told["verdict"] or "none"],
        ["blockers", str(len(told["blockers"]))],
        ["triggers", f"{len(told['triggers'])}{_logic(told)}"],
    ]
    return _grid(rows)


def _logic(told: dict[str, Any]) -> str:
    combined = f" ({told['logic']} of them)" if told["logic"] in ("any", "all") else ""
    return combined + (f", review by {told['review_by']}" if told["review_by"] else "")


def _note(note: dict[str, Any]) -> list[str]:
    """A note as line, field, rule and words; for what was passed over the reason below the words."""
    words = note["text"] + (f"\n— {note['why']}" if note["why"] else "")
    return [str(note["line"]), note["field"], note["rule"], words]


def _grid(rows: list[list[str]]) -> "Table":
    """Columns as wide as their words, the last one with the room that is left."""
    from rich.table import Table
    from rich.text import Text

    made = Table.grid(padding=(0, 2, 0, 0))
    for number in range(len(rows[0])):
        last = number == len(rows[0]) - 1
        right = not last and all(row[number].isdigit() for row in rows)
        made.add_column(
            no_wrap=not last, overflow="fold", ratio=1 if last else None, justify="right" if right else "left"
        )
    for row in rows:
        words = visible(row[-1])
        made.add_row(*map(visible, row[:-1]), Text(words, style=terminal.COLOURS.get(words.split(" (")[0], "")))
    return made
