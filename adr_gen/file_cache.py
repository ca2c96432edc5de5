"""What a run remembers of files for the next one, so that what did not change is not read again.

It lives in `.adr-gen/`, may be deleted at any time, and is never trusted over the files: an entry counts only
for the very words of its file, for the same rules and settings, and when it is what was written there.
"""

import json
from hashlib import sha256
from typing import Any, TypeVar

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
        try:
            return typed_json.read(kind, {name: part for name, part in self.old[path].items() if name != "words"})
        except (KeyError, typed_json.Unfit):
            return None

    def put(self, path: str, text: str, **facts: Any) -> None:
        """Remember something of a file that was just read."""
        self.new[path] = {"words": digest(text), **facts}

    @property
    def changed(self) -> bool:
        """Whether there is anything to store."""
        return self.new != self.old

    def text(self) -> str:
        """What to store."""
        return json.dumps({"key": self.key, "files": self.new}, ensure_ascii=False)


def codes_exist(problems: tuple[Problem, ...]) -> bool:
    """Whether all problems have codes that there are."""
    return all(problem.code in CODES for problem in problems)


def digest(text: str) -> str:
    """Names some words."""
    # 96 bits: no two texts share them by accident, and a log stores one for each of its files
    # names of files that are no UTF-8 have lone surrogates in them
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
