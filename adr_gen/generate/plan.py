"""The plan of a run: for every research file what becomes of its record, and every problem."""

import re
from collections.abc import Callable
from dataclasses import replace
from shlex import quote

from .. import records
from ..config import Settings
from ..errors import Problem
from ..markdown import normal
from ..records import RELATIONS, Holders, Record
from ..render.escaping import scalar
from .draft_cache import DraftCache
from .edit_conflict import CODE, Conflict, base
from .facts import Draft, RecordOnDisk
from .identity.matching import Matches, match, revisits
from .identity.unlinked_records import find_unlinked
from .identity.unreadable_records import possible_records
from .inventory import Inventory
from .link_rebasing import LinkChanges
from .new_numbers import Numbers, file_name, shared_numbers
from .plan_steps import Action, Plan, RecordStep
from .relation_graph import RelationGraph, Relations, graph_of


def plan(
    drafts: list[Draft],
    known: Inventory,
    settings: Settings,
    template: str | None,
    cache: DraftCache,
    *,
    force: bool = False,
) -> Plan:
    """What generate would do; `force` overwrites edited records."""
    return _Planner(drafts, known, settings, template, cache, force).run()


class _Planner:
    def __init__(
        self,
        drafts: list[Draft],
        known: Inventory,
        settings: Settings,
        template: str | None,
        cache: DraftCache,
        force: bool,
    ) -> None:
        self.drafts, self.settings, self.template = drafts, settings, template
        self.cache, self.force, self.folder = cache, force, settings.decisions.strip("/")
        self.known, held = known, known.records
        self.problems: list[Problem] = []
        self.matches: Matches = match(drafts, [h for h in (*held, *known.unreadable) if h.source], known.present)
        self.problems += self.matches.problems
        decided = [draft for draft in drafts if self._decided(draft)]
        self.unlinked = find_unlinked(decided, held, self.matches)
        self.problems += self.unlinked.problems
        self.problems += shared_numbers(sorted(known.numbers.items()))
        damaged = {h.path for h in known.unreadable}
        # that a record is damaged is told already
        self.orphans = [orphan for orphan in self.matches.orphans if orphan.path not in damaged]
        new = [d for d in decided if d.source.path not in self.matches.records]
        self.hidden, problems = possible_records(new, known.unreadable, cache.had_record)
        self.problems += problems
        unread = {source for source, h in self.matches.records.items() if h.path in damaged}
        self.closed = self.matches.unclear | self.unlinked.records.keys() | self.hidden.keys() | unread
        """Research files that get no step because it cannot be told which record is theirs."""
        self.paths = {
            d.source.path: self.matches.records[d.source.path].path
            for d in drafts
            if d.source.path in self.matches.records
        }
        self.new: set[str] = set()
        """Research files whose record is new."""
        self.numbers = known.numbers
        self._number([*known.numbers.values()])
        moved = set(self.paths.values())
        self.record_of = {**{h.source: h.path for h in held if h.source and h.path not in moved}, **self.paths}
        self.by_path = {draft.source.path: draft for draft in drafts}
        self.links = LinkChanges(self.by_path, self.paths, self.record_of, self.folder, known.exists)
        self.graph = self._graph(known)
        self.problems += self.graph.problems

    def _graph(self, known: Inventory) -> RelationGraph:
        """Who is related to whom."""
        sources = {record: source for source, record in self.record_of.items()}
        files = dict.fromkeys((*(h.path for h in known.records), *self.paths.values()))
        named = (((self._number_of(path), path), sources.get(path, "")) for path in files)
        holders = Holders(named, lambda: [(h.number, h.title) for h in known.records])
        made = {
            (self._number_of(p), p): self.by_path[s] for s, p in self.paths.items() if self._decided(self.by_path[s])
        }
        return graph_of(
            made, {h.path: h for h in known.records}, known.successors, holders, known.present, known.read_record
        )

    def _number(self, taken: list[int]) -> None:
        """Give new records their numbers, in the order of their dates, then paths; a deleted one gets its own again."""
        new = [d for d in self.drafts if self._decided(d) and d.source.path not in self.paths]
        new = [d for d in new if d.source.path not in self.closed]
        lost = {r.source: r for r in self.known.lost() if r.source and r.number not in taken} if new else {}
        again = {d.source.path: lost[d.source.path] for d in new if d.source.path in lost}
        self.paths |= {source: record.path for source, record in again.items()}
        numbers = Numbers([*taken, *(record.number for record in again.values())])
        # dates are ISO, so "9999" comes last: undated ones behind all others
        for draft in sorted(new, key=lambda d: (d.facts.date or "9999", d.source.path)):
            self.new.add(draft.source.path)
            if draft.source.path not in again:
                name = file_name(numbers.take(), draft.facts.title, draft.source.path)
                self.paths[draft.source.path] = f"{self.folder}/{name}"

    def _decided(self, draft: Draft) -> bool:
        return draft.facts.status is not None and not draft.facts.left_out and not draft.facts.damaged

    def _number_of(self, path: str) -> int:
        return self.numbers.get(path) or records.number_of(path) or 0

    def run(self) -> Plan:
        steps = [self._step(draft) for draft in self.drafts]
        self.problems += [self._orphaned(orphan) for orphan in self.orphans]
        return Plan(tuple(steps), tuple(sorted(self.problems)))

    def _orphaned(self, orphan: RecordOnDisk) -> Problem:
        """A record whose research file is gone; if just one research file is new, that may be what became of it."""
        new = [d.source.path for d in self.drafts if d.source.path in self.new and not revisits(d, orphan)]
        path, likely = "PATH", ""
        if len(new) == 1:
            path, likely = new[0], f" (perhaps to {new[0]}; {self.paths[new[0]]} is not needed then)"
        force = "" if orphan.edited else "--force "
        message = (
            f"its research file {orphan.source} is gone: put it back; if it moved and changed{likely}, write its new path "
            f"into `source:` here and run `adr-gen generate {force}{quote(path)}`; else delete this record, or own it by "
            f"`adr-gen detach {orphan.number}`"
        )
        return Problem(orphan.path, 1, "ADR203", message)

    def _step(self, draft: Draft) -> RecordStep:
        self.problems += draft.problems
        path, facts = draft.source.path, draft.facts
        before = self.matches.records.get(path)
        if facts.damaged or path in self.closed or self.paths.get(path) in self.graph.closed:
            record = before.path if before else self.unlinked.records.get(path) or self.hidden.get(path)
            return RecordStep(path, "problem", record, title=facts.title)
        if not self._decided(draft):
            if before is not None:
                word = "says `adr: false`" if facts.left_out else "is undecided now"
                message = (
                    f"{path} {word}, its record stays; add `decision:` to the research file, or own the record "
                    f"by hand with `adr-gen detach {before.number}`"
                )
                self.problems.append(Problem(before.path, 1, "ADR206", message))
            action: Action = "left out" if facts.left_out else "undecided"
            return RecordStep(
                path, action, title=facts.title, date=facts.date, doubt=facts.doubt, candidate=facts.candidate
            )
        return self._decided_step(draft, before)

    def _decided_step(self, draft: Draft, before: RecordOnDisk | None) -> RecordStep:
        path = draft.source.path
        record = self.paths[path]
        relations = self.graph.of[record]
        status = "superseded" if relations["superseded_by"] else draft.facts.status
        step = RecordStep(
            path,
            "unchanged",
            record,
            status,
            draft.facts.title,
            draft.facts.date,
            before=before.text if before else None,
            doubt=draft.facts.doubt,
        )
        change = self.links.of(path)
        names = {
            number: name.removeprefix(f"{self.folder}/")
            for kind in RELATIONS
            for number, name in relations[kind]
            if name
        }
        related = {kind: [names.get(number, str(number)) for number, _ in relations[kind]] for kind in RELATIONS}
        if before and not self.force and self.cache.is_fresh(draft.source, before.text, change, related):
            return step
        edited = before if before and before.edited and not self.force else None
        if edited and draft.source.digest == edited.research_digest:
            return self._moved(draft, edited, step)
        asked: dict[str, str | None] = {}
        made, text = self._placed(
            draft, record, lambda target: asked.setdefault(target, change(target)), relations, names
        )
        if refused := records.rejection(text, self.settings.max_size):
            message = f"its record could not be read again: {refused}; nothing was written"
            self.problems.append(Problem(path, 1, "ADR001", message))
            return replace(step, action="problem", record=before.path if before else None, before=None)
        if edited:
            return self._conflict(
                draft, edited, step, text, lambda old: self._placed(old, record, change, relations, names)[1]
            )
        # a template of the project's own may show conditions in a way of which they are read back otherwise
        self.cache.put_record(draft.source, text, related, asked, None if self.template else made.conditions)
        if before and normal(before.text) == text:
            return step
        return replace(step, action="changed" if before else "new", text=text)

    def _placed(
        self,
        draft: Draft,
        record: str,
        change: Callable[[str], str | None],
        relations: Relations,
        names: dict[int, str],
    ) -> tuple[Record, str]:
        return draft.composition().placed(
            change,
            names,
            self.template,
            number=self._number_of(record),
            status="superseded" if relations["superseded_by"] else draft.facts.status,
            path=record,
            url=records.url_of(record, self.folder),
            **{kind: tuple(number for number, _ in relations[kind]) for kind in RELATIONS},
        )

    def _moved(self, draft: Draft, before: RecordOnDisk, step: RecordStep) -> RecordStep:
        """An edited record stays; only the path of a research file that moved is brought up to date."""
        step = replace(step, action="kept", status=before.status)
        if draft.source.path == before.source:
            return step
        line = f"source: {scalar(draft.source.path)}"
        return replace(step, text=re.sub(r"(?m)^source: [^\r\n]*", lambda _: line, before.text, count=1))

    def _conflict(
        self, draft: Draft, before: RecordOnDisk, step: RecordStep, text: str, again: Callable[[Draft], str]
    ) -> RecordStep:
        """An edited record whose research changed since stays, and a person has to say what becomes of it."""
        number = before.number
        message = (
            f"edited by hand, and {draft.source.path} changed since: nothing was written. `adr-gen resolve {number}` "
            f"keeps your text, takes that of the research file, or merges both"
        )
        self.problems.append(Problem(before.path, 1, CODE, message))
        conflict = Conflict(before, draft.source.path, text, lambda: base(before, self.known.versions, again))
        return replace(step, action="kept", status=before.status, conflict=conflict)
