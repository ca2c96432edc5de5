"""Scores what adr-gen reads from a corpus of documents with hand-made labels; `make score CORPUS=FOLDER`.

The folder holds documents, `labels.yml`, and perhaps `statements.jsonl`; docs/contributing.md describes the format. The
documents are laid out as a project, `adr-gen generate` and `adr-gen list --json` run there, and the records are compared
with the labels.
"""

import argparse
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.scores.corpus import LOOSE, Count, Label, Record, pairs, records_of, words
from tests.scores.statements import statements
from tests.support.helpers import load_yaml


@dataclass
class Tally:
    """Texts that were found, missed, and found although nobody wrote them."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    def row(self) -> dict[str, float]:
        """The counts with precision and recall."""
        ratios, wanted = self.right + self.extra, self.right + self.missed
        share = {"precision": (self.right, ratios), "recall": (self.right, wanted)}
        return vars(self) | {name: round(a / b, 4) if b else 1.0 for name, (a, b) in share.items()}


@dataclass
class Score:
    """What a corpus scores, and each miss in words."""

    documents: int = 0
    decided: Count = field(default_factory=Count)
    research: Count = field(default_factory=Count)
    """The same of research files alone."""
    status: Count = field(default_factory=Count)
    wrong: int = 0
    """Documents with a status that they do not state."""
    date: Count = field(default_factory=Count)
    logic: Count = field(default_factory=Count)
    blockers: Tally = field(default_factory=Tally)
    triggers: Tally = field(default_factory=Tally)
    kinds: Count = field(default_factory=Count)
    """Kinds of the triggers that were found."""
    plans: int = 0
    """Plans that were read as triggers."""
    misses: list[str] = field(default_factory=list)

    def result(self) -> dict[str, Any]:
        """The counts as they are printed."""
        return {
            "documents": self.documents,
            "decided": vars(self.decided),
            "decided, research files": vars(self.research),
            "status": vars(self.status) | {"wrong": self.wrong},
            "date": vars(self.date),
            "logic": vars(self.logic),
            "blockers": self.blockers.row(),
            "triggers": self.triggers.row(),
            "kinds": vars(self.kinds),
            "plans read as triggers": self.plans,
        }

    def miss(self, label: Label, text: str) -> None:
        """Note what went wrong with a document."""
        self.misses.append(f"{label['file']}: {text}")

    def compare(self, count: Count, label: Label, name: str, allowed: list[Any], got: Any) -> bool:
        """Count one value, right if it is one of those allowed."""
        count.add(right := got in allowed)
        if not right:
            self.miss(label, f"{name}: expected {allowed[0]}, got {got}")
        return right


def labels_of(corpus: Path) -> list[Label]:
    """The labels of a corpus."""
    loaded: Any = load_yaml(corpus / "labels.yml")
    return loaded if isinstance(loaded, list) else loaded["documents"]


def place(label: Label, number: int) -> str:
    """Where a document stands in the project."""
    stem = re.sub(r"[^a-z0-9]+", "-", re.sub(r"^\d+-", "", Path(label["file"]).stem).lower()).strip("-")
    return f"docs/research/{stem}.md" if label["kind"] == "research" else f"docs/decisions/{number}-{stem}.md"


def score(corpus: Path) -> Score:
    """How well the documents of a corpus are read."""
    labels = labels_of(corpus)
    places = [place(label, number) for number, label in enumerate(labels, 1001)]
    contents = [(corpus / label["file"]).read_bytes() for label in labels]
    records = records_of(zip(places, contents, strict=True))
    counted = Score(len(labels))
    for label, name in zip(labels, places, strict=True):
        _document(counted, label, records.get(name) or {})
    return counted


def _document(counted: Score, label: Label, record: Record) -> None:
    unsure, decided, status = set(label.get("ambiguous") or ()), bool(label["decided"]), record.get("status")
    if "decided" in unsure and not status:
        return
    if "decided" not in unsure:
        counted.wrong += bool(status) and not decided
        right = counted.compare(counted.decided, label, "decided", [decided], bool(status))
        if label["kind"] == "research":
            counted.research.add(right)
    if decided and label.get("status") and "status" not in unsure:
        right = counted.compare(counted.status, label, "status", _allowed(label, "status"), status)
        counted.wrong += bool(status) and not right
    if record and label.get("date") and "date" not in unsure:
        counted.compare(counted.date, label, "date", _allowed(label, "date"), record["date"])
    _texts(counted, counted.blockers, label, "blockers", record.get("blockers") or [])
    triggers = (record.get("revisit") or {}).get("triggers") or []
    counts = _texts(counted, counted.triggers, label, "triggers", triggers)
    _combined(counted, label, record, counts, unsure)
    _plan(counted, label, [t["text"] for t in triggers])


def _allowed(label: Label, name: str) -> list[Any]:
    return [str(label[name]), *map(str, (label.get("also") or {}).get(name) or [])]


def _items(label: Label, name: str) -> list[Label]:
    wanted = label.get(name) or []
    return (wanted.get("items") or []) if isinstance(wanted, dict) else wanted


def _texts(counted: Score, tally: Tally, label: Label, name: str, read: list[Record]) -> int:
    """Count blockers or triggers; returns how many were found."""
    unsure = name in (label.get("ambiguous") or ())
    doubtful = [i for i in _items(label, name) if unsure or i.get("ambiguous") or i.get("scope") == "item"]
    wanted = [i for i in _items(label, name) if i not in doubtful]
    texts = [r["text"] for r in read]
    matches = pairs([w["text"] for w in wanted], texts)
    rest = [n for n in range(len(read)) if n not in {j for _, j in matches}]
    spared = {rest[j] for _, j in pairs([d["text"] for d in doubtful], [texts[n] for n in rest], LOOSE)}
    missed = [w["text"] for n, w in enumerate(wanted) if n not in {i for i, _ in matches}]
    extra = [] if unsure else [texts[n] for n in rest if n not in spared]
    tally.right, tally.missed, tally.extra = (
        tally.right + len(matches), tally.missed + len(missed), tally.extra + len(extra)
    )  # fmt: skip
    for what, lost in (("missed", missed), ("not in the document's labels", extra)):
        for text in lost:
            counted.miss(label, f"{name}: {what}: {text[:160]!r}")
    for i, j in matches:
        if kind := wanted[i].get("kind"):
            counted.compare(counted.kinds, label, f"kind of {texts[j][:60]!r}", [kind], read[j]["kind"])
    return len(matches)


def _combined(counted: Score, label: Label, record: Record, matched: int, unsure: set[str]) -> None:
    wanted = (label.get("triggers") or {}).get("logic")
    if matched > 1 and wanted and not unsure & {"triggers", "logic"}:
        counted.compare(counted.logic, label, "logic", [wanted], record["revisit"]["logic"])


def _plan(counted: Score, label: Label, read: list[str]) -> None:
    plan = words(label.get("plan"))
    for text in read if plan else []:
        if sum(word in words(text) for word in plan) / len(plan) > 0.8:
            counted.plans += 1
            counted.miss(label, f"plan read as a trigger: {text[:160]!r}")


def main() -> None:
    """Print every miss, then the counts: documents first, then the single statements."""
    parser = argparse.ArgumentParser(prog="make score CORPUS=FOLDER", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder with documents and labels.yml")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write counts and misses there too")
    given = parser.parse_args()
    counted = score(given.corpus)
    print(*counted.misses, json.dumps(counted.result(), indent=2), sep="\n")
    statement_counts, kinds, misses = statements(given.corpus)
    if statement_counts.of:
        print(*misses, f"statements recognised: {statement_counts.right} of {statement_counts.of}", sep="\n")
        print(f"of their kinds: {kinds.right} of {kinds.of}")
    if given.json:
        scores = counted.result() | {"statements": vars(statement_counts), "misses": counted.misses + misses}
        given.json.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
