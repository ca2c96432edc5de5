"""The six tools: each loads the project as it is now, reads, and writes nothing.

Their docstrings are what agents are told of them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from posixpath import normpath
from typing import TypeVar

from .. import record_search
from ..board import entries
from ..change.impact import ProposedChange, concerns, package
from ..checks import parse_day
from ..commands.arguments import number_of
from ..commands.authoring import only
from ..commands.decide.queue import load_research
from ..commands.decide.suggestion import Patch, Quotation, Revisit, Suggested, Suggestion, patch
from ..commands.explain import explain
from ..errors import UsageError
from ..model import NEEDS_ATTENTION, Status
from ..project import Project, load
from ..record_search import Subject
from . import explanation, record_sections
from .log_view import LogView
from .tool_results import Asked, Decision, Decisions, Due, Explanation, Matched, Ruling, Rulings

Item = TypeVar("Item")
MOST = 50
"""Decisions that one answer may hold: agents pay for every word."""
LIMIT = 10
"""Decisions that an answer holds unless more are asked for."""
SHOWN = 5
"""Problems of the log that an answer names."""


class Tools:
    """What agents may ask of the project at a folder; `today` tells the day."""

    def __init__(self, root: Path, today: Callable[[], date]) -> None:
        self._root, self._today = root, today

    def find_decisions(
        self, query: str = "", status: tuple[Status, ...] = (), paths: tuple[str, ...] = (), limit: int = LIMIT
    ) -> Decisions:
        """Search the decision log, the best match first; without a query the newest first.

        `query`: words of the question or topic. `status`: only these. `paths`: only decisions that speak of these files
        or their folders.
        """
        snapshot = self._snapshot()
        asked = [record for record in snapshot.log.records if not status or record.status in status]
        hits = [record_search.Mention(record, 0, ()) for record in reversed(asked)]
        subjects = [*([Subject(paths=paths)] if paths else []), *([Subject(query)] if query.strip() else [])]
        for subject in subjects:
            hits = record_search.find([one.record for one in hits], snapshot.texts, subject)
        shown, truncated = _first(hits, limit)
        matched = [Matched(snapshot.summary(one.record), list(one.reasons)) for one in shown]
        return Decisions(matched, len(hits), truncated, snapshot.problems(SHOWN))

    def get_decision(self, id: str, section: str | None = None) -> Decision:
        """One decision with its conditions, their states and the evidence, and why it holds or may be challenged.

        `id`: ADR-0007 or 7. `section`: a heading of the record, whose text comes too; `sections` names them.
        """
        snapshot = self._snapshot()
        record = only(snapshot.log.records, number_of(id))
        text, truncated = (
            record_sections.text(snapshot.texts.get(record.path, ""), section) if section else (None, False)
        )
        return snapshot.decision(record, text, truncated=truncated)

    def check_change(self, proposal: str, paths: tuple[str, ...] = (), packages: tuple[str, ...] = ()) -> Rulings:
        """Ask before you add a dependency, a tool or a structure: which decisions speak of it, and do they still hold?

        `proposal`: what you mean to do, in a sentence. `paths`: files it touches or adds. `packages`: what it begins to
        depend on, such as `redis`, `npm/react` or `redis >= 5`. Each decision comes with the reasons why it matches, its
        standing, and the conditions that are met or that this change would make true.
        """
        snapshot = self._snapshot()
        wanted = ProposedChange(proposal, tuple(map(_inside, paths)), tuple(map(package, packages)))
        concerned = concerns(snapshot.monitor, snapshot.texts, wanted)
        shown, truncated = _first(concerned, LIMIT)
        rulings = [
            Ruling(snapshot.summary(c.record, c.flips), list(c.reasons), snapshot.conditions(c.record, c.flips))
            for c in shown
        ]
        return Rulings(_advice(rulings), rulings, len(concerned), truncated, snapshot.problems(SHOWN))

    def due(self, as_of: str | None = None) -> Due:
        """The decisions that somebody should look at again, by today or by `as_of` (YYYY-MM-DD), with the evidence."""
        day = parse_day(as_of) if as_of else self._today()
        if day is None:
            raise UsageError(f"as_of {as_of!r:.40}: not a calendar day; write it as YYYY-MM-DD")
        snapshot = self._snapshot(day)
        listed = [entry for entry in entries(snapshot.log, snapshot.states) if entry.state in NEEDS_ATTENTION]
        shown, truncated = _first(listed, 2 * LIMIT)
        asked = [
            Asked(snapshot.summary(e.record), e.state, snapshot.urgent(e), f"adr-gen review {e.record.number}")
            for e in shown
        ]
        return Due(day.isoformat(), asked, len(listed), truncated, snapshot.problems(SHOWN))

    def explain_file(self, path: str) -> Explanation:
        """What a research file or a record says: from which line each fact was read, and what was passed over and why."""
        home = self._project()
        return explanation.of(explain(home, _among(home, path, [*home.research(), *home.record_paths()])))

    def propose_reading(
        self, path: str, decision: Suggested, quotes: tuple[Quotation, ...], revisit_when: tuple[Revisit, ...] = ()
    ) -> Patch:
        """Suggest what an undecided research file decides, by quotes of it; nothing is written.

        `decision`: accept, reject, defer, propose, or none if the file decides nothing. `quotes`: the first is the verdict,
        a whole sentence with its line, verbatim; further ones only speak for it. `revisit_when`: conditions in words of
        the file with their lines, each perhaps with a check such as `dep:redis`. What does not stand there is refused.
        A person accepts what comes back with `adr-gen decide --from FILE`.
        """
        home = self._project()
        one = load_research(home, _among(home, path, home.research()))
        return patch(one, Suggestion(one.path, decision, quotes, revisit_when))

    def _project(self) -> Project:
        return load(self._root)

    def _snapshot(self, day: date | None = None) -> LogView:
        return LogView.of(self._project(), day or self._today())


def _first(items: Sequence[Item], limit: int) -> tuple[Sequence[Item], bool]:
    """The first of what was found, and whether there is more."""
    # an agent may ask for any number
    most = min(max(limit, 1), MOST)
    return items[:most], len(items) > most


def _inside(path: str) -> str:
    """A path from the project's root; raises UsageError for one that leads out."""
    # agents on Windows write paths with backslashes
    wanted = normpath(path.replace("\\", "/"))
    if wanted.startswith(("/", "../")) or wanted == ".." or not wanted.isprintable():
        raise UsageError(f"{path!r:.200}: leads out of the project; give paths from its root")
    return wanted


def _among(home: Project, path: str, allowed: Iterable[str]) -> str:
    """A path as the project has it; raises UsageError for every other one, so that none leads out."""
    wanted = _inside(path)
    if wanted not in allowed:
        folders = ", ".join((*home.settings.research, home.decisions))
        raise UsageError(f"{path!r:.200}: no file of the log; those lie in {folders}, by their paths from the root")
    return wanted


def _advice(rulings: Sequence[Ruling]) -> str:
    """What follows from the decisions that a proposal has to do with."""
    if not rulings:
        return "No decision speaks of this."
    open_now = [r for r in rulings if r.decision.standing == "challengeable"]
    holding = [r for r in rulings if r.decision.standing == "holds"]
    coming = [r for r in holding if any(c.would_be_met_by for c in r.conditions)]
    parts = {
        "May be challenged, with the evidence given": open_now,
        "This change makes a condition true, so say so and have it looked at again": coming,
        "Holds, so keep to it or say what has changed": [r for r in holding if r not in coming],
        "Superseded": [r for r in rulings if r.decision.standing == "superseded"],
    }
    return " ".join(f"{advice}: {', '.join(r.decision.id for r in some)}." for advice, some in parts.items() if some)
