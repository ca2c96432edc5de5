"""Another number for a record: its file, and whatever refers to it, in a run that can be killed and repeated.

A reference by file name is exact. A bare number that two records share means the earlier one, except in the
moved record, in its research file, and where the moved record's file is named and the other's is not.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import PurePosixPath

from ... import files, records
from ...errors import UsageError
from ...generate.facts import record_on_disk
from ...generate.new_numbers import Numbers
from ...generate.run import planned, prepare
from ...project import Project
from ...records import DIGEST, Record, RecordFile
from ...reviews import REVIEWS
from ...sources import Source, digest
from .. import authoring
from . import rewrite
from .rewrite import Renumbering
from .shared_mentions import shared_mentions
from .text_diff import changes

Texts = dict[str, str]
"""Files of the project by path."""


def renumber(project: Project, pair: tuple[int, int] | None, dry_run: bool) -> Iterator[str]:
    """Move a record (`pair`: old and new number), or every later holder of a shared number; yields what changed.

    Raises UsageError when there is no such record, the new number is taken, or a file cannot be written.
    """
    with nullcontext() if dry_run else files.lock(project.root):
        before = _texts(project)
        after, places = dict(before), {path: path for path in before}
        unclear: dict[str, str] = {}
        for move in _moves(project, pair):
            own_words = {path: text for path, text in after.items() if not _source(project, path, text)}
            unclear |= shared_mentions(own_words, move, _tied(project, after, move))
            after = _mended(project, after, move)
            renamed = _renamed(project, after, move)
            left = set(renamed.values())  # what a killed run has written already
            after = {renamed.get(path, path): text for path, text in after.items() if path not in left}
            places = {old: renamed.get(new, new) for old, new in places.items() if new not in left}
        after = _refreshed(project, _resealed(project, before, after, places))
        for old, new in places.items():
            if after[new] != before[old] and old.endswith(".md"):
                authoring.without_conflict(old, before[old])
        if not dry_run:
            _write(project, before, after, places)
    for old, new in places.items():
        if old != new:
            yield f"{old} → {PurePosixPath(new).name}"
        yield from changes(new, before[old], after[new])
    yield from (f"{places.get(path, path)}:{words}" for path, words in unclear.items())


def _texts(project: Project) -> Texts:
    """Every file that may refer to a record; links and what cannot be read are left alone."""
    root, top = project.root, project.decisions.split("/")[0]
    reviews = root / project.decisions / REVIEWS
    inside = {
        *project.record_paths(),
        *project.research(),
        *files.markdown(root, "docs"),
        *files.markdown(root, top),
        *(path.name for path in (*root.glob("*.md"), *root.glob("mkdocs.y*ml"))),
        *(path.relative_to(root).as_posix() for path in reviews.glob("*.y*ml")),
    }
    texts = _read(project, inside)
    elsewhere = {source for path, text in texts.items() if (source := _source(project, path, text))}
    return dict(sorted({**texts, **_read(project, elsewhere - inside)}.items()))


def _read(project: Project, paths: set[str]) -> Texts:
    texts: Texts = {}
    for path in paths:
        try:
            # the file that a link leads to is read under its own name
            if not (project.root / path).is_symlink():
                texts[path] = files.read(project.root, path, project.settings.max_size)
        except files.Unreadable:
            continue
    return texts


def _is_record(project: Project, path: str) -> bool:
    inside = project.among_records(path) and not path.startswith(f"{project.decisions}/{REVIEWS}/")
    return inside and records.is_record(path)


def _source(project: Project, path: str, text: str) -> str:
    """The research file of a generated record; empty for every other file."""
    return record_on_disk(path, text).source if _is_record(project, path) else ""


def _moves(project: Project, pair: tuple[int, int] | None) -> list[Renumbering]:
    """The move that is asked for, or those that leave each number with one record."""
    record_files, _ = project.records()
    taken = set(project.numbers.values())
    holders: dict[int, list[Record]] = {}
    committed = files.committed(project.root, project.decisions)
    # what no commit has moves, as nobody else refers to it; else the later one; of one day the generated one, which
    # follows its research anyway
    for file in sorted(
        record_files,
        key=lambda f: (f.record.path not in committed, f.record.date or "9999", f.generated, f.record.path),
    ):
        holders.setdefault(file.record.number, []).append(file.record)
    free = Numbers(taken)
    if not pair:
        late = [(record, group) for _, group in sorted(holders.items()) for record in group[1:]]
        return [_move(record, _left_over(record, record_files) or free.take(), group) for record, group in late]
    old, new = pair
    if old not in holders:
        raise UsageError(f"no record {old}; `adr-gen list` shows all")
    record = holders[old][-1]
    own = records.number_of(record.path)
    if own is None or records.is_day(own):
        raise UsageError(f"{record.path} is named by its date, which stays; rename the file by hand")
    if new < 1 or (new in taken | holders.keys() and new != _left_over(record, record_files)):
        raise UsageError(f"number {new} is {'taken' if new else 'no number'}; next free is {free.take()}")
    return [_move(record, new, holders[old])]


def _left_over(record: Record, record_files: list[RecordFile]) -> int | None:
    """The number under which a run that was killed has already written the record, if one was."""
    for other in (file.record for file in record_files):
        same = record.source and other.source == record.source and other.number != record.number
        if same and _name(other.path, record.number) == record.path:
            return other.number
    return None


def _move(record: Record, new: int, holders: list[Record]) -> Renumbering:
    others = frozenset(path for r in holders if r is not record for path in (r.path, r.source) if path)
    return Renumbering(record.path, _name(record.path, new), record.number, new, record.source, others)


def _name(path: str, number: int) -> str:
    """`path` with another number in its file name, as many digits wide; a date in it stays."""
    place = PurePosixPath(path)
    dated, plain = records.DATED.match(place.name), records.NAME.match(place.name)
    assert plain
    start, end = dated.span("number") if dated else plain.span(1)
    return str(place.with_name(f"{place.name[:start]}{number:0{end - start}}{place.name[end:]}"))


def _renamed(project: Project, texts: Texts, move: Renumbering) -> dict[str, str]:
    """The new paths of the record and of its reviews."""
    reviews = [path for path in texts if _of_record(project, path, texts[path], move)]
    return {move.path: move.target, **{path: _name(path, move.new) for path in reviews}}


def _of_record(project: Project, path: str, text: str, move: Renumbering) -> bool:
    """Whether a file is a review of the moved record."""
    if not path.startswith(f"{project.decisions}/{REVIEWS}/") or records.number_of(path) != move.old:
        return False
    names = {move.name, PurePosixPath(move.target).name, move.source or move.name}
    return not move.others or _names(text, names)


def _mended(project: Project, texts: Texts, move: Renumbering) -> Texts:
    """All files with the references to the moved record changed."""
    tied = _tied(project, texts, move)
    unique = sum(PurePosixPath(path).name == move.name for path in texts) == 1
    made: Texts = {}
    moved: dict[str, dict[str, str]] = {}
    for path, text in texts.items():
        if path.endswith((".yml", ".yaml")):
            review = _of_record(project, path, text, move)
            made[path] = rewrite.reviewed(text, move, unique) if review else rewrite.with_new_name(text, move, unique)
            continue
        made[path] = rewrite.mended(path, text, move, path in tied, unique)
        if made[path] != text and (anchors := rewrite.anchors(text, made[path])):
            moved |= {path: anchors, **({move.target: anchors} if path == move.path else {})}
    if not moved:
        return made
    return {p: t if p.endswith((".yml", ".yaml")) else rewrite.with_moved_anchors(p, t, moved) for p, t in made.items()}


def _tied(project: Project, texts: Texts, move: Renumbering) -> set[str]:
    """Files whose bare numbers mean the moved record."""
    if not move.others:
        return set(texts)
    others = {PurePosixPath(path).name for path in move.others}
    its = {move.name, PurePosixPath(move.target).name}  # the new name: in what a killed run has mended already
    tied = {path for path, text in texts.items() if _names(text, its) and not _names(text, others)}
    for path, text in texts.items():
        if source := _source(project, path, text):
            tied |= {path, source} if tied & {path, source} else set()
    return (tied | {path for path in move.own if path}) - move.others


def _names(text: str, names: set[str]) -> bool:
    return any(name in text for name in names)


def _resealed(project: Project, before: Texts, after: Texts, places: dict[str, str]) -> Texts:
    """Records with the digests of what they and their research files say now; edited ones still count as edited."""
    sealed = dict(after)
    for old, new in places.items():
        source = _source(project, old, before[old])
        digest_line = DIGEST.search(before[old]) if source else None
        if not digest_line or (after[new] == before[old] and after.get(source) == before.get(source)):
            continue
        research, _, own = digest_line[1].partition("-")
        equal = {
            research,
            record_on_disk(new, before.get(new, "")).research_digest,
        }  # the second: a killed run got this far
        if source in before and digest(before[source]) in equal:
            research = digest(after[source])
        if own == records.record_digest(before[old]):
            own = records.record_digest(after[new])
        sealed[new] = after[new].replace(digest_line[0], digest_line[0].replace(digest_line[1], f"{research}-{own}"), 1)
    return sealed


def _refreshed(project: Project, after: Texts) -> Texts:
    """Records that were up to date are made so again, for what depends on who has which number."""
    prepared = prepare(project)
    current = {step.source for step in prepared.plan.steps if step.action == "unchanged"}
    # a copy: what is planned here for texts that are not written yet must not be remembered
    cache = prepared.cache.following()
    present = {*project.research(), *(step.source for step in prepared.plan.steps)}
    others, _ = project.read_research(present - after.keys())
    sources = sorted([*(Source(p, after[p]) for p in present & after.keys()), *others], key=lambda s: s.path)
    held_now = [record_on_disk(path, text) for path, text in after.items() if _is_record(project, path)]
    outcome = planned(project, sources, held_now, present, cache)
    return after | {s.record: s.text for s in outcome.writes if s.record and s.text and s.source in current}


def _write(project: Project, before: Texts, after: Texts, places: dict[str, str]) -> None:
    """Write new files, then changed ones, and remove old ones, records last: a run that is killed can be repeated."""
    moved = {old: new for old, new in places.items() if old != new}
    try:
        for new in moved.values():
            files.write(project.root, new, after[new])
        for path in sorted(places.keys() - moved.keys()):
            if after[path] != before[path]:
                files.write(project.root, path, after[path])
        for old in sorted(moved, key=lambda path: _is_record(project, path)):
            files.remove(project.root, old)
    except OSError as error:
        raise UsageError(f"{error.filename}: {files.write_error_text(error)} and run again") from None
