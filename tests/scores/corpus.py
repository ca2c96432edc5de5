"""How a corpus is scored: its records as adr-gen reads them, how alike two texts are, and how often something is right.

Two texts are the same, each used once and the most alike first, when the F1 of their words is at least 0.6, or when the
longer holds nearly all words of the shorter and few more.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.support.helpers import run

Label = dict[str, Any]
Record = dict[str, Any]

ALIKE, LOOSE = 0.6, 0.4
"""Likeness of two texts that are the same; the lower one spares what a label calls doubtful from counting as extra."""
CJK = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
WORD = re.compile(rf"[{CJK}]|[^\W{CJK}]+")


def words(text: str | None) -> list[str]:
    """The words of a text in lower case; each character of a script without blanks is one."""
    return WORD.findall((text or "").lower())


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    a, b = Counter(words(one)), Counter(words(other))
    short, long = sorted((a.total(), b.total()))
    if not short:
        return 0.0
    same = (a & b).total()
    held = short >= 3 and same >= 0.85 * short and long <= max(3 * short, short + 12)
    return max(2 * same / (short + long), 0.7 if held else 0.0)


def pairs(wanted: list[str], read: list[str], least: float = ALIKE) -> list[tuple[int, int]]:
    """Which wanted text is which text that was read, one to one, the most alike first."""
    scores = sorted(((likeness(w, r), i, j) for i, w in enumerate(wanted) for j, r in enumerate(read)), reverse=True)
    matches: list[tuple[int, int]] = []
    for score, i, j in scores:
        if score >= least and all(i != x and j != y for x, y in matches):
            matches.append((i, j))
    return matches


@dataclass
class Count:
    """How often something was right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1


def records_of(files: Iterable[tuple[str, bytes]]) -> dict[str, Record]:
    """The records of a project made of such files, by their source and by their path."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        if (made := run(root, "generate")).returncode > 1:
            raise SystemExit(made.stderr)
        records: list[Record] = json.loads(run(root, "list", "--json").stdout)
    return {record[key]: record for record in records for key in ("path", "source") if record[key]}
