"""A change as findings at lines, for annotations and code scanning."""

from collections.abc import Iterator

from ...change import Change, NewlyMet, NumberClash, RecordEdit, RejectedOption, UnrecordedResearch
from ...errors import Problem


def findings(change: Change) -> list[Problem]:
    """Everything that is told of a change, what comes true first."""
    return [
        *map(_flip, change.flips),
        *map(_hint, change.hints),
        *map(_edit, change.edits),
        *map(_clash, change.clashes),
        *(_unrecorded(one) for one in change.research if one.status),
    ]


def _flip(flip: NewlyMet) -> Problem:
    record, at = flip.record, flip.location
    message = (
        f"{record.id} {record.title!r} ({record.status}) is to be looked at again when ({flip.letter}) "
        f"{flip.trigger.text}: {flip.evidence}; `adr-gen review {record.number}` or `adr-gen reopen {record.number}`"
    )
    return Problem(at.path, at.line, "ADR501", message)


def _hint(hint: RejectedOption) -> Problem:
    record, at = hint.record, hint.location
    message = (
        f"{hint.dependency.declared.name} is a new dependency, and {record.id} {record.title!r} considered "
        f"{hint.option!r} and is {record.status}; look at it again if the question is the same"
    )
    return Problem(at.path, at.line, "ADR502", message)


def _edit(edit: RecordEdit) -> Problem:
    message = f"{edit.record.id} {edit.record.title!r}: {'; '.join(altered(edit))}"
    return Problem(edit.location.path, 0 if edit.gone else edit.location.line, "ADR503", message)


def altered(edit: RecordEdit) -> Iterator[str]:
    """What a change alters of a record, in words."""
    if edit.gone:
        yield "the record is deleted"
        return
    changes = {"status": edit.status, "standing": edit.standing, "title": edit.title}
    yield from (f"{name} {old or 'none'} → {new or 'none'}" for name, (old, new) in changes.items() if old != new)
    yield from (f"new condition: {text}" for text in edit.added)
    yield from (f"condition gone: {text}" for text in edit.removed)
    same = all(old == new for old, new in changes.values())
    if same and not (edit.added or edit.removed):
        yield "edited; status, conditions and standing stay"


def _clash(clash: NumberClash) -> Problem:
    return Problem(clash.path, 1, "ADR301", taken(clash))


def taken(clash: NumberClash) -> str:
    """What is wrong with a number, and the way out."""
    return (
        f"number {clash.number} is also taken by {clash.other} on the branch that this goes into; "
        f"next free is {clash.free}: run `adr-gen renumber` once both are in one branch, or `adr-gen renumber "
        f"{clash.number} {clash.free}` now"
    )


def _unrecorded(research: UnrecordedResearch) -> Problem:
    return Problem(
        research.path, 1, "ADR208", f"decides ({research.status}), and has no record; run `adr-gen generate`"
    )
