"""A whole document read: its verdict, blockers, conditions and header, put together."""

from dataclasses import replace

from ..markdown import Document, fold
from ..model import Status, Verdict
from .blockers import blockers
from .blockers.unread_announcements import unread
from .conditions import conditions
from .document.statements import Statement, statements
from .header import change_log, header_fields, people, related_records, stated_status, verdict_day
from .header.stated_status import draft_status, state_of_task, task_status
from .header.status_steps import contradictory, one_line
from .header.title import title_of
from .lexicon import speaking
from .result_types import Finding, Note, Reading
from .sentences.sentence_classification import verdict_in
from .sentences.verdict_verbs import judge
from .status.status_line import status_word, unjoined
from .verdict import (
    collected_verdicts,
    contradicting_sentence,
    extended_limits,
    later_updates,
    overruling_updates,
    verdict,
    verdict_resolution,
)
from .verdict.stated_reason import with_reason
from .verdict.verdict_summary import is_labelled
from .verdict.verdict_summary import verdict_line as line_of

_ANSWERED = "was said before the update that turned the decision"


def read(document: Document, record: bool = False, day: str | None = None) -> Reading:
    """What a document decides.

    `record`: it is a hand-written decision record, whose `Status` counts; that of a research file is the
    state of the task. `day`: the ISO day that its file is named by, which makes out a date such as 11/03/2026.
    """
    with speaking(document.text) as spoken:
        return _read(document, record, day, spoken)


def decided_status(document: Document) -> Status | None:
    """The status that `read` finds in a research file; what else it says is not looked for, which takes longer."""
    with speaking(document.text) as spoken:
        places = statements(document)
        title, _ = title_of(document)
        stated = verdict.read(places, title or "", spoken)
        decided, *_ = _verdict(document, places, header_fields.lines(document, places), None, False, stated)
    return decided.status if decided else None


def line_status(line: str) -> Status | None:
    """The status that one line says by itself, as behind a label for the verdict; None if it only says why."""
    with speaking(line) as spoken:
        said = judge(line)
        if said is None and (found := verdict_in(line, "label", spoken)):
            said, _ = found
    return said[0] if said else None


def _read(document: Document, record: bool, day: str | None, spoken: tuple[str, ...]) -> Reading:
    front, places = document.front, statements(document)
    title, title_line = title_of(document)
    lines = header_fields.lines(document, places)
    status = stated_status.line(document, places, lines) if record else None
    if record:
        status = change_log.with_last_step(status, places) if status else change_log.status_of(places)
    stated = verdict.read(places, title or "", spoken)
    decided, line, notes, findings = _verdict(document, places, lines, status, record, stated)
    extension = extended_limits.of(places, decided)
    if extension:
        decided, line = extension.verdict, extension.line
        notes = [Note("verdict", line, "update", decided.line), *notes]
    dated = verdict_day.lines(places, status, decided, line, notes)
    history = header_fields.history(places, decided.status if decided else None)
    date, date_notes, date_findings = header_fields.date(front, lines, dated, history, day)
    decision = decided.status if decided else None
    turn = later_updates.turned(stated, decision)
    # an update that turns or moves the verdict decides on its own day; the head and `completed` tell of the day before
    if (
        (later := verdict_day.of_update(places, line, decided, notes, turn if not record else None))
        and later[1] > (date or "")
        and not verdict_day.is_set(front, date_notes)
    ):
        date, date_notes = later[1], [Note("date", later[0], "update", later[1])]
    holding = [place for place in places if turn is None or place.line >= turn[0]]
    answered = [place for place in places if turn and place.line < turn[0]]
    blocked = blockers.read(front, holding, lines, decision)
    revisit, moves, trigger_notes, trigger_findings = conditions.read(
        front, holding, date, title or "", spoken, decision
    )
    if extension:
        revisit, moves = extension.moved(revisit, moves)
        written = any(n.field == "review_by" and n.rule == "front-matter" for n in trigger_notes)
        revisit = revisit if written else replace(revisit, review_by=None)
    if not record and any(one.own for one in revisit.triggers):  # its record letters them by their places
        revisit = replace(revisit, triggers=tuple(replace(one, own="") for one in revisit.triggers))
    if decided is not None and (until := conditions.until(decided, revisit, date)):
        revisit = replace(revisit, review_by=until)
        trigger_notes = [*trigger_notes, Note("review_by", line, "verdict-limit", until)]
    # the one line of the verdict would repeat a condition that the record lists anyway; words behind its label stay
    if decided is not None and any(t.text in decided.line for t in revisit.triggers):
        prose = (n.text for n in notes if n.field == "verdict" and n.taken and n.rule != "front-matter")
        decided = decided if is_labelled(decided.line, places) else replace(decided, line=next(prose, decided.line))
    if record and decided is not None and decided.qualifier is None and "qualifier" in lines:
        decided = replace(decided, qualifier=lines["qualifier"][1])
    if decided is not None and decided.qualifier:
        decided = replace(decided, qualifier=unjoined(fold(decided.qualifier)) or None)
    explicit = any(
        n.rule == "front-matter" and n.field in ("blocker", "trigger") for n in [*blocked.notes, *trigger_notes]
    )
    # who wrote conditions into front matter has said which they are, so a section beside it hides none
    silence_findings = [] if explicit else list(unread(holding, [*blocked.notes, *trigger_notes]))
    findings = [*findings, *related_records.unreadable(front)]
    past: list[Note] = []
    if answered:
        past = [*blockers.read(front, answered, {}).notes, *conditions.read(front, answered, date, "", spoken)[2]]
        past = [replace(n, taken=False, why=_ANSWERED) for n in past if n.taken and n.rule != "front-matter"]
    relations = related_records.read(document, lines, status[1] if status else "", places, record, decision)
    makers = people.decision_makers(front, lines)
    return Reading(
        title=title,
        title_line=title_line,
        date=date,
        verdict=decided and with_reason(decided, line, places, spoken),
        update=turn[1] if turn else extension.name if extension else later_updates.renewed(stated, decision),
        blockers=tuple(blocked.blockers),
        conditions=revisit,
        tags=header_fields.tags(front, lines, record),
        decision_makers=makers,
        owners=people.owners(front, lines, makers),
        **relations,
        moves=tuple(blocked.moves + moves),
        notes=tuple(notes + date_notes + blocked.notes + trigger_notes + past),
        findings=tuple(findings + date_findings + blocked.findings + trigger_findings + silence_findings),
    )


def _verdict(
    document: Document,
    places: list[Statement],
    lines: header_fields.Lines,
    status: tuple[int, str] | None,
    record: bool,
    stated: collected_verdicts.StatedVerdicts,
) -> tuple[Verdict | None, int, list[Note], list[Finding]]:
    """The verdict, its line, where it came from, and what is wrong with it."""
    decided, notes, findings, is_explicit = verdict_resolution.explicit(document.front)
    unclear = any(n.rule == collected_verdicts.UNCLEAR for n in stated.notes)
    chosen, parts, conflict = verdict_resolution.choose(stated.verdicts, unclear)
    if chosen is not None and (contrary := contradicting_sentence.of(chosen, stated)):
        word = (status_word(one_line(status[1])) or (None,))[0] if status else None
        settled = later_updates.settled(contrary, decided.status if decided else word, stated)
        conflict, chosen = [] if settled else [verdict_resolution.disagree(chosen, contrary)], settled
    more = [n for n in stated.notes if chosen is None or n.taken or n.rule != collected_verdicts.UNCLEAR] + parts
    wrong = stated_status.unreadable(document.front) if record and not (is_explicit and decided) else None
    if record and status is None and chosen is None and not is_explicit:
        wrong = wrong or stated_status.unread(places)
    if wrong is not None:
        return None, wrong.line, notes, [*findings, wrong]
    if status is not None and chosen is not None and stated_status.describes(status[1]):
        why = "says what the document is, not what became of it"
        more.append(Note("status", status[0], "status-line", fold(status[1]), False, why))
        status = None
    if status is not None and not (is_explicit and decided):
        recorded = _recorded(status, line_of(chosen, places, stated.languages), notes, findings)
        turned = verdict_resolution.turned(chosen, status, recorded[0].status) if recorded[0] else []
        return (None, status[0], notes, [*findings, *turned]) if turned else recorded
    if is_explicit:
        line = notes[0].line if notes else 1
        agrees = chosen.status == decided.status if chosen and decided else not (conflict or stated.withdrawn)
        if decided is not None and agrees and not decided.line:
            decided = Verdict(decided.status, decided.qualifier, line_of(chosen, places, stated.languages))
        return decided, line, notes + more, findings
    if passed_over := state_of_task(document.front):
        more.append(passed_over)
    task = task_status(places, lines)
    # "Why deferred" only repeats the status, whose words are nearer to a verdict
    if chosen and chosen.rule == "reason" and task and task[2][0] == chosen.status:
        chosen = None
    if task and chosen is None and not conflict and not stated.unknown:
        line, text, (word, limit) = task
        return Verdict(word, limit, text), line, [*notes, Note("verdict", line, "status-line", text), *more], findings
    if (
        task
        and chosen
        and (disagreement := verdict_resolution.status_contradiction(chosen, (task[0], task[1], *task[2])))
    ):
        return None, 1, notes + more, findings + disagreement
    if chosen and (ended := change_log.contradicting_entry(chosen, places)):
        return None, 1, notes + more, [*findings, verdict_resolution.disagree(*ended)]
    if not (chosen or conflict or stated.unknown or stated.verdicts) and (
        kept := verdict_resolution.waiting(document.front)
    ):
        return Verdict("deferred", None, ""), kept.line, [*notes, kept, *more], findings
    if chosen is None:
        return None, 1, notes + more, [*findings, *conflict, *(stated.unknown[:1] if not conflict else [])]
    more += overruling_updates.in_doubt(chosen, stated)
    note = Note("verdict", chosen.line, chosen.rule, chosen.text)
    decided = Verdict(chosen.status, chosen.qualifier, line_of(chosen, places, stated.languages))
    waits = task[:2] if task and task[2][0] == "proposed" else draft_status(document.front, places, lines)
    if waits and chosen.status == "accepted":  # what is recommended waits for somebody
        decided = replace(decided, status="proposed")
        notes = [*notes, Note("status", waits[0], "status-line", waits[1])]
    return decided, chosen.line, [*notes, note, *more], findings


def _recorded(
    status: tuple[int, str],
    verdict_text: str,
    notes: list[Note],
    findings: list[Finding],
) -> tuple[Verdict | None, int, list[Note], list[Finding]]:
    """The verdict of a hand-written record: the word of its status line, and the `verdict_text` of its decision."""
    line, text = status
    if contradictory(text):
        message = f"the status says several things, {fold(text)[:60]!r}; write the one that holds, or a day beside each"
        return None, line, notes, [Finding(line, "ADR105", message)]
    known = status_word(one_line(text))
    if known is None:
        message = f"the status {text[:60]!r} is not known; write proposed, accepted, rejected, deferred, deprecated or superseded"
        return None, line, notes, [Finding(line, "ADR102", message)]
    return (
        Verdict(known[0], known[1], verdict_text),
        line,
        [*notes, Note("status", line, "status-line", text)],
        findings,
    )
