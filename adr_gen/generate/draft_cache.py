"""What generate remembers between runs: facts of research files, and what their records were composed from."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields

from ..codes import CODES
from ..file_cache import FileCache, digest
from ..model import STATUSES, Conditions, Status
from ..sources import Source
from .facts import Facts


@dataclass(frozen=True, slots=True)
class CachedDraft:
    """What is remembered of one research file."""

    facts: Facts
    record: str = ""
    """Digest of the record that was composed; empty as long as none was."""
    relations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """File names of related records by kind."""
    links: dict[str, str | None] = field(default_factory=dict)
    """Link targets, and what became of them."""
    conditions: Conditions | None = None
    """The conditions of the record, as reading it would find them; None if that is not known."""

    @property
    def status(self) -> Status | None:
        """The status that the research file gives, whatever took the place of its record since."""
        return next((status for status in STATUSES if status == self.facts.status), None)


class DraftCache(FileCache):
    """Cached facts of research files, and of what their records were composed from."""

    def __init__(self, text: str | None, key: str) -> None:
        super().__init__(text, key)
        self._entries: dict[str, CachedDraft] = {}

    def get_facts(self, source: Source) -> Facts | None:
        """The facts of a research file whose words did not change."""
        entry = self.get(source.path, source.text, CachedDraft)
        # another release may have written it, with codes that are gone
        if entry is None or any(code not in CODES for _, code, _ in entry.facts.problems):
            return None
        self._entries[source.path] = entry
        return entry.facts

    def is_fresh(
        self, source: Source, record: str, change: Callable[[str], str | None], relations: dict[str, list[str]]
    ) -> bool:
        """Whether composing the record again would give the text it has."""
        entry = self._entries.get(source.path)
        return bool(
            entry
            and entry.record == digest(record)
            and entry.relations == {kind: tuple(names) for kind, names in relations.items()}
            and all(change(target) == new for target, new in entry.links.items())
        )

    def made(self, path: str, record: str) -> CachedDraft | None:
        """What is remembered of a research file, whatever its words are now, from which the record with this text was made."""
        entry = self.stored(path, CachedDraft) if self.old.get(path, {}).get("record") == digest(record) else None
        return entry if entry and _dated(entry.conditions) else None

    def had_record(self, path: str) -> bool:
        """Whether a research file had a record when it was last read, whatever its words were."""
        return bool(self.old.get(path, {}).get("record"))

    def put_facts(self, source: Source, facts: Facts) -> None:
        """Remember the facts of a research file that was just read."""
        self.put(source.path, source.text, facts={field.name: getattr(facts, field.name) for field in fields(facts)})

    def put_record(
        self,
        source: Source,
        record: str,
        relations: dict[str, list[str]],
        changes: dict[str, str | None],
        conditions: Conditions | None,
    ) -> None:
        """Remember what a record was composed from.

        `relations` are the file names of related records by kind, `changes` its link targets and what became of them.
        """
        self.new[source.path] = self.new[source.path] | {
            "record": digest(record),
            "relations": relations,
            "links": changes,
            "conditions": conditions and asdict(conditions),
        }


def _dated(conditions: Conditions | None) -> bool:
    """Whether the day of some conditions is a day."""
    if conditions is None or conditions.review_by is None:
        return True
    from ..checks import parse_day  # generate starts faster without

    return parse_day(conditions.review_by) is not None
