"""What generate remembers between runs, so that what did not change is not parsed again.

It lives in `.adr-gen/`, may be deleted at any time, and is never trusted over the files: an entry counts only
for the very words of the research file and of the record, the same version, settings and template.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from ..sources import Source
from .draft import Facts


class Memory:
    """Remembered facts of research files, and of what their records were composed from."""

    def __init__(self, text: str | None, key: str) -> None:
        self.key = _hash(key)
        self.old: dict[str, Any] = {}
        self.new: dict[str, Any] = {}
        try:
            stored = json.loads(text) if text else {}
        except ValueError:
            stored = {}
        if isinstance(stored, dict) and stored.get("key") == self.key:
            self.old = stored.get("files", {})

    def facts(self, source: Source) -> Facts | None:
        """The facts of a research file whose words did not change."""
        entry = self.old.get(source.path)
        if not entry or entry["source"] != _hash(source.text):
            return None
        self.new[source.path] = entry
        kept: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry["facts"].items()}
        kept["problems"] = tuple((line, code, message) for line, code, message in entry["facts"]["problems"])
        return Facts(**kept)

    def fresh(
        self, source: Source, record: str, change: Callable[[str], str | None], relations: dict[str, Any]
    ) -> bool:
        """Whether composing the record again would give the text it has."""
        entry = self.new.get(source.path)
        return bool(
            entry
            and entry.get("record") == _hash(record)
            and entry["relations"] == {k: list(v) for k, v in relations.items()}
            and all(change(target) == new for target, new in entry["links"].items())
        )

    def note(self, source: Source, facts: Facts) -> None:
        """Remember the facts of a research file that was just read."""
        self.new[source.path] = {"source": _hash(source.text), "facts": asdict(facts)}

    def keep(self, source: Source, record: str, relations: dict[str, Any], changes: dict[str, str | None]) -> None:
        """Remember what a record was composed from; `changes` are its link targets and what became of them."""
        self.new[source.path] |= {
            "record": _hash(record),
            "relations": {k: list(v) for k, v in relations.items()},
            "links": changes,
        }

    @property
    def changed(self) -> bool:
        """Whether there is anything to store."""
        return self.new != self.old

    def text(self) -> str:
        """What to store."""
        return json.dumps({"key": self.key, "files": self.new}, ensure_ascii=False)


def _hash(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:24]
