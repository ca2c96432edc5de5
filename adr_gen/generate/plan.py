"""The plan of a run: for every research file what becomes of its record, and every problem."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from shlex import quote
from typing import Literal

from .. import links, records
from ..config import Settings
from ..errors import Problem
from ..markdown import normal
from ..records import Record
from ..render.text import scalar
from .draft import Draft, Held
from .identity import Matches, match, revisits
from .memory import DraftMemory
from .numbers import Numbers, file_name
from .untied import untied

Action = Literal["new", "changed", "unchanged", "kept", "undecided", "left out", "problem"]


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one research file."""

    source: str
    action: Action
    """new, changed, unchanged; kept: the record was edited by hand and stays; undecided, left out, problem: no record."""
    record: str | None = None
    """The record file."""
    status: str | None = None
    title: str = ""
    text: str | None = field(default=None, repr=False)
    """What the record file is to hold; None when it stays as it is."""
    before: str | None = field(default=None, repr=False)
    """What it holds now."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps, in the order of the research files, and all problems."""

    steps: tuple[Step, ...]
    problems: tuple[Problem, ...]

    @property
    def writes(self) -> list[Step]:
        """The steps that change a file."""
        return [step for step in self.steps if step.text is not None]


@dataclass(frozen=True, slots=True)
class Known:
    """What a project holds beside the research files that are asked about."""

    held: list[Held]
    """All readable record files."""
    taken: list[int]
    """The numbers of all record files, also of those that cannot be read."""
    present: set[str]
    """All research paths on disk."""
    successors: list[Record]
    """The hand-written records that supersede or revisit others."""


def plan(
    drafts: list[Draft],
    known: Known,
    settings: Settings,
    template: str | None,
    memory: DraftMemory,
    *,
    force: bool = False,
) -> Plan:
    """What generate would do; `force` overwrites edited records."""
    return _Planner(drafts, known, settings, template, memory, force).run()


class _Planner:
    def __init__(
        self,
        drafts: list[Draft],
        known: Known,
        settings: Settings,
        template: str | None,
        memory: DraftMemory,
        force: bool,
    ) -> None:
        self.drafts, self.settings, self.template = drafts, settings, template
        self.memory, self.force, self.folder = memory, force, settings.decisions.strip("/")
        held = known.held
        self.problems: list[Problem] = []
        self.matches: Matches = match(drafts, [h for h in held if h.source], known.present)
        self.problems += self.matches.problems
        decided = [draft for draft in drafts if self._decided(draft)]
        self.untied = untied(decided, held, self.matches)
        self.problems += self.untied.problems
        self.closed = self.matches.unclear | self.untied.records.keys()
        """Research files that get no step because it cannot be told which record is theirs."""
        self.paths = {
            d.source.path: self.matches.held[d.source.path].path for d in drafts if d.source.path in self.matches.held
        }
        self.new: set[str] = set()
        """Research files whose record is new."""
        self._number(known.taken)
        self.record_of = {**{h.source: h.path for h in held if h.source}, **self.paths}
        self.names: dict[int, str] = {}
        for record in (*(h.path for h in held), *self.paths.values()):
            self.names.setdefault(self._number_of(record), record.removeprefix(f"{self.folder}/"))
        self.by_path = {draft.source.path: draft for draft in drafts}
        self.changed_anchors: dict[str, dict[str, str]] = {}
        self.by_name: dict[str, list[str]] = {}
        for source, record in self.record_of.items():
            self.by_name.setdefault(source.rpartition("/")[2], []).append(record)
        record_names = {name.rpartition("/")[2] for name in self.names.values()}
        self.research = {path.rpartition("/")[2] for path in known.present} - record_names
        """Names of research files, which carry no record's number."""
        self._supersede(known.successors)

    def _number(self, taken: list[int]) -> None:
        """Give new records their numbers, in the order of their dates, then paths."""
        numbers = Numbers(taken)
        new = [d for d in self.drafts if self._decided(d) and d.source.path not in self.paths]
        for draft in sorted(new, key=lambda d: (d.facts.date or "9999", d.source.path)):
            if draft.source.path not in self.closed:
                name = file_name(numbers.take(), draft.facts.title, draft.source.path)
                self.paths[draft.source.path] = f"{self.folder}/{name}"
                self.new.add(draft.source.path)

    def _decided(self, draft: Draft) -> bool:
        return draft.facts.status is not None and not draft.facts.left_out and not draft.facts.damaged

    def _number_of(self, path: str) -> int:
        return records.number_of(path) or 0

    def _supersede(self, by_hand: list[Record]) -> None:
        """Who is superseded by whom, from research files and hand-written records.

        A record that revisits another and decides otherwise supersedes it too; a proposal does neither yet.
        """
        decided = [d for d in self.drafts if self._decided(d) and d.source.path in self.paths]
        status = {self._number_of(self.paths[d.source.path]): d.facts.status for d in decided}
        claims: list[tuple[int, str | None, tuple[int, ...], tuple[int, ...]]]
        claims = [(self._number_of(r.path), r.status, r.supersedes, r.revisits) for r in by_hand]
        for draft in decided:
            facts, number = draft.facts, self._number_of(self.paths[draft.source.path])
            revisits = self._references(facts.revisits)
            claims.append((number, facts.status, self._references(facts.supersedes), revisits))
        self.superseded_by: dict[int, list[int]] = {}
        for by, said, supersedes, revisits in claims:
            other = tuple(n for n in revisits if n in status and status[n] != said)
            for number in (*supersedes, *other) if said not in (None, "proposed") else ():
                if by != number and by not in self.superseded_by.setdefault(number, []):
                    self.superseded_by[number].append(by)

    def _references(self, written: tuple[str, ...]) -> tuple[int, ...]:
        """Record numbers of references: numbers, ids, names of record files or of research files."""
        numbers: list[int] = []
        for text in written:
            made = self.by_name.get(PurePosixPath(text).name, [])
            one = (self._number_of(made[0]),) if len(made) == 1 else None
            found = one or records.references((text,), research=self.research)
            numbers += [n for n in found if n not in numbers]
        return tuple(numbers)

    def run(self) -> Plan:
        steps = [self._step(draft) for draft in self.drafts]
        self.problems += [self._orphaned(orphan) for orphan in self.matches.orphans]
        return Plan(tuple(steps), tuple(sorted(self.problems)))

    def _orphaned(self, orphan: Held) -> Problem:
        """A record whose research file is gone; if just one research file is new, that may be what became of it."""
        new = [d.source.path for d in self.drafts if d.source.path in self.new and not revisits(d, orphan)]
        path, likely = "PATH", ""
        if len(new) == 1:
            path, likely = new[0], f" (perhaps to {new[0]}; {self.paths[new[0]]} is not needed then)"
        force = "" if orphan.edited else "--force "
        message = (
            f"its research file {orphan.source} is gone; put it back. If it was moved and changed{likely}, write its new "
            f"path into `source:` of this record and run `adr-gen generate {force}{quote(path)}`. Else delete this record, or "
            f"own it by hand with `adr-gen detach {orphan.number}`"
        )
        return Problem(orphan.path, 1, "ADR203", message)

    def _step(self, draft: Draft) -> Step:
        self.problems += draft.problems
        path, facts = draft.source.path, draft.facts
        before = self.matches.held.get(path)
        if facts.damaged or path in self.closed:
            record = before.path if before else self.untied.records.get(path)
            return Step(path, "problem", record, title=facts.title)
        if not self._decided(draft):
            if before is not None:
                word = "says `adr: false`" if facts.left_out else "is undecided now"
                message = (
                    f"{path} {word}, its record stays; add `decision:` to the research file, or own the record "
                    f"by hand with `adr-gen detach {before.number}`"
                )
                self.problems.append(Problem(before.path, 1, "ADR206", message))
            return Step(path, "left out" if facts.left_out else "undecided", title=facts.title)
        return self._decided_step(draft, before)

    def _decided_step(self, draft: Draft, before: Held | None) -> Step:
        path = draft.source.path
        record = self.paths[path]
        number = self._number_of(record)
        step = Step(
            path, "unchanged", record, draft.facts.status, draft.facts.title, before=before.text if before else None
        )
        change = self._change(path)
        relations = self._relations(draft, number)
        related = {kind: [self.names.get(n, str(n)) for n in numbers] for kind, numbers in relations.items()}
        if before and not self.force and self.memory.fresh(draft.source, before.text, change, related):
            return step
        if before and before.edited and not self.force:
            return self._edited(draft, before, step)
        asked: dict[str, str | None] = {}
        text = self._text(draft, record, lambda target: asked.setdefault(target, change(target)), relations)
        self.memory.keep(draft.source, text, related, asked)
        if before and normal(before.text) == text:
            return step
        return replace(step, action="changed" if before else "new", text=text)

    def _relations(self, draft: Draft, number: int) -> dict[str, tuple[int, ...]]:
        facts = draft.facts
        return {
            "supersedes": self._references(facts.supersedes),
            "superseded_by": tuple(sorted(self.superseded_by.get(number, ()))),
            "revisits": self._references(facts.revisits),
            "relates": self._references(facts.relates),
        }

    def _text(
        self, draft: Draft, record: str, change: Callable[[str], str | None], relations: dict[str, tuple[int, ...]]
    ) -> str:
        return draft.words().text(
            change,
            self.names,
            self.template,
            number=self._number_of(record),
            status="superseded" if relations["superseded_by"] else draft.facts.status,
            path=record,
            url=records.url_of(record, self.folder),
            **relations,
        )

    def _edited(self, draft: Draft, before: Held, step: Step) -> Step:
        """An edited record stays; only the path of a research file that moved is brought up to date."""
        step = replace(step, action="kept", status=before.status)
        if draft.source.digest != before.research_digest:
            message = (
                f"edited by hand, and {draft.source.path} changed since: nothing was written. Move the edit into the "
                f"research file and run with --force, or own the record by hand with `adr-gen detach {before.number}`"
            )
            self.problems.append(Problem(before.path, 1, "ADR201", message))
            return step
        if draft.source.path != before.source:
            line = f"source: {scalar(draft.source.path)}"
            return replace(step, text=re.sub(r"(?m)^source: [^\r\n]*", lambda _: line, before.text, count=1))
        return step

    def _anchors(self, path: str) -> dict[str, str]:
        """New anchors of a research file's headings, for links from other files."""
        draft = self.by_path.get(path)
        if draft is None or path not in self.paths:
            return {}
        if path not in self.changed_anchors:
            self.changed_anchors[path] = draft.anchors()
        return self.changed_anchors[path]

    def _change(self, path: str) -> Callable[[str], str | None]:
        """How local link targets of a research file change for its record's folder."""
        folder = path.rpartition("/")[0]

        def change(target: str) -> str | None:
            place, rest = links.split(target)
            if not place or place.startswith("/"):
                return None
            project = links.join(folder, place)
            if project is None:
                return None
            rest = self._anchors(project).get(rest, rest) if rest.startswith("#") else rest
            return links.relative(self.record_of.get(project, project), self.folder) + rest

        return change
