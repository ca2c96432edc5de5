"""What generate remembers between runs: facts of research files, and what their records were composed from."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from ..memory import Memory, digest
from ..sources import Source
from .draft import Facts


class DraftMemory(Memory):
    """Remembered facts of research files, and of what their records were composed from."""

    def facts(self, source: Source) -> Facts | None:
        """The facts of a research file whose words did not change."""
        entry = self.entry(source.path, source.text)
        if entry is None:
            return None
        kept: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry["facts"].items()}
        kept["problems"] = tuple((line, code, message) for line, code, message in entry["facts"]["problems"])
        return Facts(**kept)

    def fresh(
        self, source: Source, record: str, change: Callable[[str], str | None], relations: dict[str, list[str]]
    ) -> bool:
        """Whether composing the record again would give the text it has."""
        entry = self.new.get(source.path)
        return bool(
            entry
            and entry.get("record") == digest(record)
            and entry["relations"] == relations
            and all(change(target) == new for target, new in entry["links"].items())
        )

    def learn(self, source: Source, facts: Facts) -> None:
        """Remember the facts of a research file that was just read."""
        self.note(source.path, source.text, facts=asdict(facts))

    def keep(
        self, source: Source, record: str, relations: dict[str, list[str]], changes: dict[str, str | None]
    ) -> None:
        """Remember what a record was composed from.

        `relations` are the file names of related records by kind, `changes` its link targets and what became of them.
        """
        self.new[source.path] = self.new[source.path] | {
            "record": digest(record),
            "relations": relations,
            "links": changes,
        }
