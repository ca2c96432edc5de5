"""What a run remembers of files for the next one, so that what did not change is not read again.

It lives in `.adr-gen/`, may be deleted at any time, and is never trusted over the files: an entry counts only
for the very words of its file, for the same rules and settings, and when it is what was written there.
"""

import json
from hashlib import sha256
from typing import Any, Self, TypeVar

from . import typed_json
from .codes import CODES
from .errors import Problem

Value = TypeVar("Value")


class FileCache:
    """Entries of files by their paths; `key` names the rules and settings that they depend on."""

    def __init__(self, text: str | None, key: str) -> None:
        self.key = digest(key)
        self.old: dict[str, Any] = {}
        self.new: dict[str, Any] = {}
        self._values: dict[str, tuple[dict[str, Any], Any]] = {}
        """Entries that were looked up, each with its value: most are looked up in every build of a preview."""
        try:
            # a file that was cut off or edited costs one slow run, no more
            stored = json.loads(text) if text else {}
        except (ValueError, RecursionError):
            stored = {}
        entries = stored.get("files") if isinstance(stored, dict) and stored.get("key") == self.key else None
        if isinstance(entries, dict):
            self.old = {path: entry for path, entry in entries.items() if isinstance(entry, dict)}

    def get(self, path: str, text: str, kind: type[Value]) -> Value | None:
        """What is remembered of a file whose words did not change; what is damaged is forgotten."""
        entry: dict[str, Any] | None = self.old.get(path)
        if not entry or entry.get("words") != digest(text):
            return None
        value = self.stored(path, kind)
        if value is not None:
            self.new[path] = entry
        return value

    def stored(self, path: str, kind: type[Value]) -> Value | None:
        """What is remembered of a file, whatever its words are now; what is damaged is forgotten."""
        entry = self.old.get(path)
        if entry is None:
            return None
        before, value = self._values.get(path, (None, None))
        if before is not entry:
            value = _read(entry, kind)
            self._values[path] = entry, value
        return value

    def put(self, path: str, text: str, **facts: Any) -> None:
        """Remember something of a file that was just read."""
        self.new[path] = {"words": digest(text), **facts}

    def following(self) -> Self:
        """What the next run of this process would read of what this one stores."""
        after = type(self)(None, "")
        after.key, after._values = self.key, self._values
        # what is new is as it will be when it is read, which takes long for all of it
        after.old = {
            path: entry if entry is self.old.get(path) else json.loads(json.dumps(entry))
            for path, entry in self.new.items()
        }
        return after

    @property
    def changed(self) -> bool:
        """Whether there is anything to store."""
        return self.new != self.old

    def text(self) -> str:
        """What to store."""
        return json.dumps({"key": self.key, "files": self.new}, ensure_ascii=False)


def _read(entry: dict[str, Any], kind: type[Value]) -> Value | None:
    try:
        return typed_json.read(kind, {name: part for name, part in entry.items() if name != "words"})
    except typed_json.MistypedJson:
        return None


def codes_exist(problems: tuple[Problem, ...]) -> bool:
    """Whether all problems have codes that there are."""
    return all(problem.code in CODES for problem in problems)


def digest(text: str) -> str:
    """Names some words."""
    # 96 bits: no two texts share them by accident, and a log stores one for each of its files
    # names of files that are no UTF-8 have lone surrogates in them
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
