"""What is read from one file: from which line, by which rule, and what was passed over and why."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .. import files, reading, records
from ..errors import Problem
from ..markdown import Document, DocumentError, fold, parse
from ..model import Conditions, Trigger
from ..project import Project
from ..reading import Note, Reading
from ..reading.header.title import title_key
from ..reading.hints.hints import hint
from ..records import Record, RecordFile
from ..records.paragraph_text import plain
from ..revisit.combined_checks import combined
from . import terminal
from .output_formats import as_json
from .provenance_text import place_of

if TYPE_CHECKING:
    from rich.table import Table

MARKS = {"✓": "green", "✗": "yellow", "?": "cyan", "!": "red"}
"""How what a line says is marked: read, passed over, a candidate, a problem."""


def explain(project: Project, path: str) -> dict[str, Any]:
    """What the research file or record at `path` says, with its provenance and its problems."""
    nothing = Record(number=0, title="", status=None)
    try:
        document = parse(files.read(project.root, path, project.settings.max_size))
    except files.Unreadable as error:
        return _explanation(path, nothing, [], [error.problem(path)])
    except DocumentError as error:
        return _explanation(path, nothing, [], [Problem(path, error.line, "ADR001", str(error))])
    if project.among_records(path):
        return _of_record(path, document, project.record(path, document.text))
    result = reading.read(document)
    notes = [*_left_out(document), *_notes(document, result)]
    problems = [Problem(path, f.line, f.code, f.message) for f in result.findings]
    problems += _unjudged(path, result.conditions, notes)
    explanation = _explanation(path, _decided(result), notes, problems)
    return explanation | {"candidates": _candidates(document, result)}


def _unjudged(path: str, conditions: Conditions, notes: list[Note]) -> Iterator[Problem]:
    """What `check` will say of the checks of conditions that no program can judge as they are written."""
    lines = {note.text: note.line for note in notes if note.field == "trigger" and note.taken}
    for trigger in conditions.triggers:
        for fault in combined(trigger).faults:
            yield Problem(path, lines.get(trigger.text, 1), fault.code, fault.message)


def _candidates(document: Document, result: Reading) -> list[dict[str, Any]]:
    """Sentences that may say the verdict of an undecided file, or a condition of one without any."""
    from ..reading.candidates import condition_candidates, verdict_candidates  # most files are decided

    verdicts = [] if result.verdict else verdict_candidates.verdicts(document, result)
    conditions = [] if result.conditions.triggers else condition_candidates.conditions(document, result)
    several = (("verdict", verdicts), ("trigger", conditions))
    return [{"field": field} | asdict(one) for field, chosen in several for one in chosen]


def _decided(result: Reading) -> Record:
    """The fields that a research file decides."""
    verdict = result.verdict
    return Record(
        number=0,
        title=result.title or "",
        status=verdict.status if verdict else None,
        qualifier=verdict.qualifier if verdict else None,
        date=result.date,
        verdict=(verdict.line or None) if verdict else None,
        blockers=result.blockers,
        conditions=result.conditions,
    )


def _of_record(path: str, document: Document, file: RecordFile) -> dict[str, Any]:
    """A generated record is read from its fixed places, one written by hand by the rules for prose."""
    if not file.generated:
        result = reading.read(document, record=True)
        explanation = _explanation(path, file.record, _notes(document, result), list(file.problems))
        return explanation | {"candidates": _candidates(document, result)}
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
                notes += [Note(field, line, "record-section", fold(text)) for line, text in texts]
    return _explanation(path, file.record, notes, list(file.problems))


def _left_out(document: Document) -> list[Note]:
    """That a research file says it wants no record."""
    front = document.front
    if not front.left_out:
        return []
    value = front.text("adr")
    return [Note("adr", front.lines["adr"], "front-matter", f"adr: {value}", False, "so no record is written")]


def _notes(document: Document, result: Reading) -> list[Note]:
    """The reading's notes in the order of their lines, with one for the title."""
    notes = list(result.notes)
    if result.title and not any(note.field == "title" for note in notes):
        line = document.front.lines.get(title_key(document.front) or "")
        first = next((b.line for b in document.blocks if b.kind == "heading" and b.level == 1), 1)
        notes.append(Note("title", line or first, "front-matter" if line else "first-heading", result.title))
    return sorted(notes, key=lambda note: note.line)


def _explanation(path: str, record: Record, notes: list[Note], problems: list[Problem]) -> dict[str, Any]:
    """Everything about one file; every key is always there, null or empty when nothing was read."""
    conditions: Conditions = record.conditions
    return {
        "path": path,
        "title": record.title or None,
        "status": record.status,
        "qualifier": record.qualifier,
        "date": record.date,
        "verdict": record.verdict_text,
        "blockers": [{"text": b.text, "state": "cleared" if b.cleared else "open"} for b in record.blockers],
        "logic": conditions.logic,
        "review_by": conditions.review_by,
        "triggers": [
            {"id": letter, **_fields(trigger), "check": list(trigger.check), "hint": hint(trigger)}
            for letter, trigger in conditions.lettered
        ],
        "notes": [asdict(note) for note in notes],
        "candidates": [],
        "problems": [as_json(problem) for problem in sorted(problems)],
    }


def show(project: Project, explanation: dict[str, Any]) -> None:
    """Print what `explain` told: what the file comes to, then its lines that say so, or seem to."""
    from rich.console import Group
    from rich.text import Text

    head = [Text(terminal.safe(explanation["path"]), style="bold"), *map(Text, _outcome(explanation))]
    head[-2 if explanation["verdict"] is None else -3].stylize(terminal.COLOURS.get(explanation["status"] or "", ""))
    terminal.show(Group(*head, "", *_lines(explanation, _source(project, explanation["path"]))))


def _source(project: Project, path: str) -> list[str]:
    try:
        return files.read(project.root, path, project.settings.max_size).split("\n")
    except files.Unreadable:
        return []


def _outcome(explanation: dict[str, Any]) -> list[str]:
    """The decision in a few lines."""
    if explanation["title"] is None and not explanation["notes"] and explanation["problems"]:
        return ["cannot be read"]
    status = f"{explanation['status'] or 'undecided: no verdict was found'}{_in_brackets(explanation['qualifier'])}"
    dated = f", {explanation['date']}" if explanation["date"] else ""
    counts = [terminal.count(len(explanation[f"{name}s"]), name) for name in ("blocker", "trigger")]
    combined = f" ({explanation['logic']} of them)" if explanation["logic"] in ("any", "all") else ""
    by = f", review by {explanation['review_by']}" if explanation["review_by"] else ""
    facts = [explanation["title"], f"{status}{dated}", explanation["verdict"], f"{', '.join(counts)}{combined}{by}"]
    return [terminal.safe(text) for text in facts if text]


def _in_brackets(text: str | None) -> str:
    return f" ({text})" if text else ""


def _lines(explanation: dict[str, Any], source: list[str]) -> Iterator["Table"]:
    """Each line that says something, and below it what: ✓ was read, ✗ was passed over, ? may say something, ! is a problem.

    What is said of the whole file, at line 0, comes first and stands below no line.
    """
    from rich.table import Table
    from rich.text import Text

    by_line: dict[int, list[tuple[str, str]]] = {}
    waiting = list(explanation["triggers"])
    for note in explanation["notes"]:
        trigger = next(
            (t for t in waiting if note["taken"] and note["field"] == "trigger" and t["text"] == note["text"]), None
        )
        if trigger:
            waiting.remove(trigger)
        by_line.setdefault(note["line"], []).append(("✓" if note["taken"] else "✗", _note(note, trigger, explanation)))
    for problem in explanation["problems"]:
        by_line.setdefault(problem["line"], []).append(("!", f"{problem['code']} {problem['message']}"))
    for one in [
        one for one in explanation["candidates"] if one["line"] not in by_line
    ]:  # elsewhere the reason stands already
        by_line.setdefault(one["line"], []).append(
            ("?", f"may be a {one['field']}: {one['why']}\n{plain(one['text'])}")
        )
    width = max((len(str(line)) for line in by_line), default=1)
    for line, remarks in sorted(by_line.items()):
        made = Table.grid(padding=(0, 1, 0, 0))
        made.add_column(width=width, justify="right")
        made.add_column(width=1)
        made.add_column(ratio=1, overflow="fold")
        if 0 < line <= len(source):
            text = terminal.safe(source[line - 1].strip())
            shown = Text(text, style="dim", no_wrap=True, overflow="ellipsis")
            made.add_row(Text(f"{line}", style="dim"), Text("│", style="dim"), shown)
        for mark, what in remarks:
            made.add_row("", Text(mark, style=MARKS[mark]), Text(terminal.safe(what)))
        yield made


def _note(note: dict[str, Any], trigger: dict[str, Any] | None, explanation: dict[str, Any]) -> str:
    """What a line says, by which rule, and for what was passed over the reason."""
    name, rule = note["field"].replace("_", " "), place_of(note["field"], note["rule"])
    if not note["taken"]:
        return f"no {name}: {note['why']}\n{note['text']}"
    if trigger:
        return "\n".join([f"{name} {trigger['id']}, {trigger['kind']} – {rule}", *_trigger(trigger)])
    value = {
        "verdict": f"{explanation['status']}{_in_brackets(explanation['qualifier'])}",
        "status": explanation["status"],
        "date": explanation["date"],
    }
    if note["field"] == "blocker" and note["text"] in _cleared(explanation):
        value["blocker"] = "(cleared)"
    return " ".join(filter(None, [name, value.get(note["field"]), f"– {rule}"]))


def _cleared(explanation: dict[str, Any]) -> list[str]:
    """The words of the blockers that are gone."""
    return [blocker["text"] for blocker in explanation["blockers"] if blocker["state"] == "cleared"]


def _trigger(trigger: dict[str, Any]) -> Iterator[str]:
    """A condition, what is to follow, what it belongs to, and what could check it."""
    yield trigger["text"] + (f" → {trigger['consequence']}" if trigger["consequence"] else "")
    if trigger["item"]:
        yield f"of: {trigger['item']}"
    if trigger["hint"]:
        yield f"hint: `{trigger['hint']}` in the sentence would let a program judge it"


def _fields(trigger: Trigger) -> dict[str, Any]:
    """What is read of a condition; its letter is its id."""
    return {name: value for name, value in asdict(trigger).items() if name != "own"}
