"""Reading: what a document decides, what stands in the way, and when to look again.

Explicit words win over prose; what was read and what was passed over is in `Reading.notes`.
"""

from dataclasses import replace

from ..decision import Status, Verdict
from ..markdown import Document, fold
from . import blockers, candidates, header, relations, stated, triggers, verdict
from . import words as _words
from .candidates import is_label
from .outline import Place, places, plain
from .status import status_word
from .values import Finding, Move, Note, Reading

__all__ = ["Finding", "Move", "Note", "Reading", "read"]


def read(document: Document, record: bool = False, day: str | None = None) -> Reading:
    """What a document decides.

    `record`: it is a hand-written decision record, whose `Status` counts; that of a research file is the
    state of the task. `day`: the ISO day that its file is named by, which makes out a date such as 11/03/2026.
    """
    front = document.front
    found = places(document)
    title, title_line = header.title(document)
    lines = header.lines(document, found)
    status = stated.line(document, found, lines) if record else None
    decided, line, notes, findings = _verdict(document, found, lines, status, record, title or "")
    dated = [(line, text) for line, text in [(status[0], status[1])] if status] if status else []
    if decided is not None:
        dated += [(line, decided.line), *((n.line, n.text) for n in notes if n.field == "verdict" and n.taken)]
        dated += header.beside(found, line)
        dated += [(h.line, h.text) for p in found if p.block.line == line for h in p.headings[-1:] if is_label(h.text)]
    history = header.history(found, decided.status if decided else None)
    date, date_notes, date_findings = header.date(front, lines, dated, history, day)
    blocked, blocked_moves, blocked_notes, blocked_findings = blockers.read(front, found)
    conditions, moves, trigger_notes, trigger_findings = triggers.read(front, found, date, title or "")
    if decided is not None and any(t.text in decided.line for t in conditions.triggers):
        decided = replace(decided, line=next((n.text for n in notes if n.field == "verdict" and n.taken), decided.line))
    if record and decided is not None and decided.qualifier is None and "qualifier" in lines:
        decided = replace(decided, qualifier=lines["qualifier"][1])
    links = relations.read(front, lines, status[1] if status else "", _links_section(found), record)
    return Reading(
        title=title,
        title_line=title_line,
        date=date,
        verdict=decided,
        blockers=tuple(blocked),
        conditions=conditions,
        tags=header.tags(front, lines, record),
        decision_makers=header.people(front, lines),
        supersedes=links["supersedes"],
        superseded_by=links["superseded_by"],
        revisits=links["revisits"],
        relates=links["relates"],
        moves=tuple(blocked_moves + moves),
        notes=tuple(notes + date_notes + blocked_notes + trigger_notes),
        findings=tuple(findings + date_findings + blocked_findings + trigger_findings),
    )


def _links_section(found: list[Place]) -> list[str]:
    """The items under the heading `Links`, as MADR 2 and log4brains have it."""
    pattern = _words.whole("header.links")
    lists = [p for p in found if p.block.kind == "list" and p.top and p.headings]
    chosen = [p.block for p in lists if pattern.match(plain(header.uncommented(p.headings[-1].text)))]
    return [header.uncommented(blockers.text_of(item)) for block in chosen for item in block.children]


def _of_decision(lines: dict[str, tuple[int, str]]) -> tuple[int, str, tuple[Status, str | None]] | None:
    """The status line of a research file, if its word can only be said of a decision, not of a task."""
    line, text = next((said for name, said in lines.items() if _words.whole("header.status").match(name)), (0, ""))
    known = status_word(text) if _words.inside("status.of_decisions").search(text) else None
    return (line, fold(text), known) if known else None


def _verdict(
    document: Document,
    found: list[Place],
    lines: dict[str, tuple[int, str]],
    status: tuple[int, str] | None,
    record: bool,
    title: str,
) -> tuple[Verdict | None, int, list[Note], list[Finding]]:
    """The verdict, its line, where it came from, and what is wrong with it."""
    decided, notes, findings, said = verdict.explicit(document.front)
    said_by, more, unknown = candidates.read(found, title)
    unclear = any(n.rule == candidates.UNCLEAR for n in more)
    chosen, parts, conflict = verdict.choose(said_by, unclear)
    more = [n for n in more if chosen is None or n.taken or n.rule != candidates.UNCLEAR] + parts
    wrong = stated.unreadable(document.front) if record and not (said and decided) else None
    if wrong is not None:
        return None, wrong.line, notes, [*findings, wrong]
    if status is not None and not (said and decided):
        line, text = status
        if stated.contradictory(text):
            message = (
                f"the status says several things, {fold(text)[:60]!r}; write the one that holds, or a day beside each"
            )
            return None, line, notes, [Finding(line, "ADR105", message)]
        known = status_word(stated.one_line(text))
        if known is None:
            message = f"the status {text[:60]!r} is not known; write proposed, accepted, rejected, deferred, deprecated or superseded"
            return None, line, notes, [Finding(line, "ADR102", message)]
        words = verdict.verdict_line(chosen, found)
        return Verdict(known[0], known[1], words), line, [*notes, Note("status", line, "status-line", text)], findings
    if said:
        line = notes[0].line if notes else 1
        agrees = chosen.status == decided.status if chosen and decided else not conflict
        if decided is not None and agrees:
            decided = Verdict(decided.status, decided.qualifier, verdict.verdict_line(chosen, found))
        return decided, line, notes + more, findings
    task = _of_decision(lines)
    if task and chosen is None and not conflict and not unknown:
        line, text, (word, limit) = task
        return Verdict(word, limit, text), line, [*notes, Note("verdict", line, "status-line", text), *more], findings
    if chosen is None:
        return None, 1, notes + more, [*findings, *conflict, *(unknown[:1] if not conflict else [])]
    note = Note("verdict", chosen.line, chosen.rule, chosen.text)
    decided = Verdict(chosen.status, chosen.qualifier, verdict.verdict_line(chosen, found))
    if task and task[2][0] == "proposed" and chosen.status == "accepted":  # what is recommended waits for somebody
        decided = replace(decided, status="proposed")
        notes = [*notes, Note("status", task[0], "status-line", task[1])]
    return decided, chosen.line, [*notes, note, *more], findings
