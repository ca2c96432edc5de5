"""The day of a decision beside its verdict, and that of the update which says it now."""

from ...frontmatter import FrontMatter
from ...markdown import fold
from ...model import Verdict
from ..dates import iso
from ..document.statements import Statement
from ..result_types import Note
from ..verdict import verdict_labels
from . import decision_day, header_fields
from .header_fields import ENDED_KEYS


def of_update(
    places: list[Statement], line: int, decided: Verdict | None, notes: list[Note], turn: tuple[int, str] | None
) -> tuple[int, str] | None:
    """Line and day of the update that says the verdict, as the one that turned it does, also where the front matter repeats its words."""
    if turn:
        return decision_day.of_update(places, turn[0])
    if any(n.rule == "update" and n.taken for n in notes):
        return decision_day.of_update(places, line)
    if decided is None or not decided.line or not any(n.rule == "front-matter" and n.taken for n in notes):
        return None
    said = next((p for p in places if p.under("update") and decided.line in fold(p.block.text)), None)
    return decision_day.of_update(places, said.line) if said else None


def is_set(front: FrontMatter, date_notes: list[Note]) -> bool:
    """Whether the front matter names the day of the decision itself, not the one on which the work began or ended."""
    others = {line for key, line in front.lines.items() if key.lower() in ("created", "completed", *ENDED_KEYS)}
    return any(n.rule == "front-matter" and n.line not in others for n in date_notes)


def lines(
    places: list[Statement], status: tuple[int, str] | None, decided: Verdict | None, line: int, notes: list[Note]
) -> list[tuple[int, str]]:
    """The lines of the status and the verdict that hold the day."""
    dated = [(status[0], _on(decision_day.of_status(status[1]), status[1]))] if status else []
    if decided is None:
        return dated
    said = [(line, decided.line), *((n.line, n.text) for n in notes if n.field == "verdict" and n.taken)]
    dated += [(at, _on(decision_day.of_words(text), text)) for at, text in said]
    dated += header_fields.beside(places, line)
    named = [(line, p.label[0]) for p in places if p.line == line and p.label]
    above = [p.section for p in places if p.line == line and p.section is not None]
    named += [(h.line, h.text) for h in above if verdict_labels.is_label(h.text)]
    return dated + [(at, _on(decision_day.of_label(text), text)) for at, text in named]


def _on(day: str | None, text: str) -> str:
    """The words that say the day of the decision: all of them, if that is the first day in them; empty if none do."""
    return text if day and iso(text) == day else day or ""
