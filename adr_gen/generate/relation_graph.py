"""Who is related to whom, from research files and hand-written records, each record told apart by its path.

A number that several records hold is never resolved: the research file that says it is closed, its record stays, and
what that says by paths, from when the number was clear, goes on to hold.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ..errors import Problem
from ..records import Holder, Holders, Record
from ..records.lookup import ambiguous, folder_of, holder, missing_number, reference_name
from .facts import Draft, RecordOnDisk

STATED = ("supersedes", "revisits", "relates")
"""The kinds of relations that a research file states."""
Relations = dict[str, tuple[Holder, ...]]


@dataclass
class RelationGraph:
    """The relations of the records that are made of research files, and what keeps some from being known."""

    holders: Holders
    research: frozenset[str]
    """Names of all research files: without a decision they are no records, whatever number they carry."""
    of: dict[str, Relations] = field(default_factory=dict)
    """All kinds of relations, by the path of the record."""
    closed: set[str] = field(default_factory=set)
    """Records that stay as they are until `renumber` ran."""
    problems: list[Problem] = field(default_factory=list)


def graph_of(
    made: dict[Holder, Draft],
    held: dict[str, RecordOnDisk],
    by_hand: Iterable[Record],
    holders: Holders,
    research: Iterable[str],
    read: Callable[[RecordOnDisk], Record],
) -> RelationGraph:
    """The relations of the records that are `made`; `held` are the record files, `research` all research files."""
    result = RelationGraph(holders, frozenset(path.rpartition("/")[2] for path in research))
    claims = [_of_record(record, result) for record in by_hand]
    for key, draft in made.items():
        relations = _of_research(draft, key, result)
        if key[1] not in result.closed:
            claims.append((key, draft.facts.status, relations))
        elif key[1] in held:
            claims.append(_of_record(read(held[key[1]]), result))
        result.of[key[1]] = relations
    status = {key: draft.facts.status for key, draft in made.items()}
    for key, successors in _successors(claims, status).items():
        if key[1] in result.of:
            result.of[key[1]]["superseded_by"] = tuple(sorted(successors))
    for path, relations in result.of.items():
        if _shared(relations):
            result.closed.add(path)
    return result


RelationClaim = tuple[Holder, str | None, Relations]
"""A record, its status, and what it says of others."""


def _of_research(draft: Draft, key: Holder, graph: RelationGraph) -> Relations:
    """What a research file says; a reference that may mean several records closes it."""
    source = draft.source.path
    relations: Relations = {}
    for kind in STATED:
        meant = {
            reference: graph.holders.resolve(reference, folder_of(source)) for reference in getattr(draft.facts, kind)
        }
        known = (one for reference, several in meant.items() for one in several or _unknown(reference, graph))
        relations[kind] = tuple(dict.fromkeys(known))
        for reference, several in meant.items():
            if not several and _gone(reference, graph):
                message = (
                    f"{kind} {reference}, which is no record; write the name of its file as it is now, or its number"
                )
                graph.problems.append(Problem(source, _line(draft, kind), "ADR304", message))
            if len(several) > 1:
                graph.closed.add(key[1])
                graph.problems.append(
                    ambiguous(source, _line(draft, kind), f"{kind} {reference_name(reference)}", several)
                )
    return relations | {"superseded_by": ()}


def _unknown(reference: str, graph: RelationGraph) -> list[Holder]:
    """The number of a record that is not there, for somebody to mend; none for the name of another file."""
    number = missing_number(reference)
    named = number is None or number in graph.holders.numbered or PurePosixPath(reference).name in graph.research
    return [] if number is None or named else [(number, "")]


def _gone(reference: str, graph: RelationGraph) -> bool:
    """Whether a reference names a record file that is gone and whose number another record has, or nothing that is known."""
    number, elsewhere = missing_number(reference), "/" in reference
    named = number in graph.holders.numbered if number is not None else not elsewhere
    return named and PurePosixPath(reference).name not in graph.research


def _of_record(record: Record, graph: RelationGraph) -> RelationClaim:
    """What a record says; those among which it cannot be told which one it means stay as they are."""
    relations: Relations = {}
    # `relates` names nobody's successor
    for kind in STATED[:2]:
        meant = [graph.holders.resolve(reference, folder_of(record.path)) for reference in record.stated(kind)]
        relations[kind] = tuple(several[0] for several in meant if len(several) == 1)
        graph.closed |= {path for several in meant if len(several) > 1 for _, path in several}
    return holder(record), record.status, relations


def _successors(claims: Iterable[RelationClaim], status: dict[Holder, str | None]) -> dict[Holder, set[Holder]]:
    """Who supersedes whom: also who revisits another and decides otherwise; a proposal does neither yet."""
    successors: dict[Holder, set[Holder]] = {}
    for by, decided, relations in claims:
        other = [old for old in relations["revisits"] if old in status and status[old] != decided]
        for old in (*relations["supersedes"], *other) if decided not in (None, "proposed") else ():
            # a record that names itself is in force, not superseded
            if old != by:
                successors.setdefault(old, set()).add(by)
    return successors


def _shared(relations: Relations) -> bool:
    """Whether two of the related records hold one number, so that a record could not tell them apart."""
    related = {one for several in relations.values() for one in several}
    return len({number for number, _ in related}) < len(related)


def _line(draft: Draft, kind: str) -> int:
    """The line of the front matter that states a relation."""
    match = re.search(rf"(?m)^{kind}", draft.source.text)
    return draft.source.text.count("\n", 0, match.start()) + 1 if match else 1
