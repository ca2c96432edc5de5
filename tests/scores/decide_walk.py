"""A walk through `adr-gen decide` in a terminal, with the keys of somebody who answers as labels do."""

import json
import os
import re
import select
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from adr_gen.records.paragraph_text import plain
from tests.scores.corpus import CJK, LOOSE, Count, Label, pairs
from tests.scores.score import labels_of
from tests.support.helpers import run
from tests.support.terminal import Terminal, terminals

KEYS = {"accepted": "a", "rejected": "r", "deferred": "d", "proposed": "p"}
SIGNS = 1.5
"""Signs of a script without blanks that make a word."""
NEXT = "──\n"
"""Ends the line above a file."""
REFUSED = "Not written: "
"""Begins what is said where an answer could not be written; the file comes again."""
_QUESTION = re.compile(r"> \Z")
_ESCAPE = re.compile(r"\x1b\[[\d;?]*[a-zA-Z]")
_FILE = re.compile(r"(.*?)\n(docs/research/\S+?)(?:, [^\n]*)?(?:\n(.*))?", re.S)
_VERDICT = re.compile(r" *(\d+) (?:(\w+), )?line \d+: (.*)")
_CONDITION = re.compile(r" *(\d+) \[([x ])\] (?!blocker: )(.*)")


@dataclass
class Taken:
    """What one file took, and what was shown of it."""

    path: str
    title: str
    verdicts: str
    conditions: str
    rest: str
    """Whatever else is shown, apart from the keys."""
    answers: list[str] = field(default_factory=list)
    """The keys that decide it."""
    unseen: int = 0
    """Conditions behind a key whose ticks the label would change."""
    refused: bool = False
    """Whether its answer was not written."""
    keys: str = ""
    waited: list[float] = field(default_factory=list)
    """Seconds behind each key until the next question was there; behind the last one it is the next file's."""

    @property
    def shown(self) -> str:
        """All that is read but the keys."""
        return "\n".join([self.title, self.verdicts, self.conditions, self.rest])

    def press(self, terminal: Terminal, key: str) -> str:
        """Press a key as one choice; returns what is said then."""
        terminal.press(key)
        began = time.monotonic()
        said = question(terminal)
        self.waited.append(time.monotonic() - began)
        self.keys += key
        self.rest += "" if NEXT in said else said
        return said


@dataclass
class Walk:
    """What a whole queue took."""

    decided: list[Taken]
    """The files that labels decide."""
    first: float
    """Seconds until the first file was on the screen."""
    right: Count
    """How many of them have the labelled status then."""


def walk(corpus: Path, root: Path) -> Walk:
    """Answer the queue of a project made of a corpus; what no label decides is skipped."""
    labels = {f"docs/research/{label['file']}": label for label in labels_of(corpus)}
    (root / "docs/research").mkdir(parents=True)
    for path in labels:
        shutil.copy(corpus / Path(path).name, root / path)
    run(root, "generate")
    waiting = {one["path"]: one for one in json.loads(run(root, "decide", "--json").stdout)}
    with terminals(root, "decide") as start:
        began, terminal = time.monotonic(), start()
        said = question(terminal)
        first = time.monotonic() - began
        taken = list(_answered(terminal, said, labels, waiting))
    decided = [one for one in taken if decision(labels[one.path])]
    run(root, "generate")
    status = {one["source"]: one["status"] for one in json.loads(run(root, "list", "--json").stdout)}
    right = Count()
    for one in decided:
        right.add(KEYS.get(status.get(one.path) or "") == decision(labels[one.path]))
    return Walk(decided, first, right)


def _answered(
    terminal: Terminal, said: str, labels: dict[str, Label], waiting: dict[str, dict[str, Any]]
) -> Iterator[Taken]:
    while NEXT in said:
        taken = screen(said, labels, waiting)
        for key in taken.answers:
            said = taken.press(terminal, key)
        while said.endswith("somebody looks > "):  # somebody looks
            said = taken.press(terminal, "\n")
        taken.refused = REFUSED in said
        if taken.refused:  # the same file stands there again
            said = taken.press(terminal, "s")
        yield taken


def screen(said: str, labels: dict[str, Label], waiting: dict[str, dict[str, Any]]) -> Taken:
    """What is shown of a file, and the keys that answer it as its label does."""
    head, _, below = said.partition(NEXT)[2].partition("\n\n")
    told = _FILE.fullmatch(head)
    assert told, head
    title, path, why = told.groups("")
    lines = re.sub(r"\n {7,}(?=\S)", " ", below.partition("\n\n")[0]).split("\n")
    verdicts = [match.groups("") for line in lines if (match := _VERDICT.fullmatch(line))]
    conditions = [match.groups() for line in lines if (match := _CONDITION.fullmatch(line))]
    rest = [line for line in lines if not (_VERDICT.fullmatch(line) or _CONDITION.fullmatch(line))]
    taken = Taken(
        path,
        title,
        "\n".join(text for *_, text in verdicts),
        "\n".join(text for *_, text in conditions),
        "\n".join([why, *rest]),
    )
    key, one = decision(labels[path]), waiting[path]
    if not key:
        taken.answers = ["s"]
        return taken
    every = dict.fromkeys(one["read"]["triggers"], True) | dict.fromkeys((c["text"] for c in one["conditions"]), False)
    change = changed(every, labels[path])
    seen = {whole(text, every): number for number, _, text in conditions}
    ticks = [seen[text] for text in change if text in seen]
    taken.answers = [*ticks, key]
    taken.unseen = len(change) - len(ticks)
    return taken


def decision(label: Label) -> str:
    """The key of the decision that a label gives; empty if it gives none."""
    allowed = [label.get("status"), *((label.get("also") or {}).get("status") or [])]
    return next((KEYS[status] for status in allowed if status in KEYS), "") if label["decided"] else ""


def changed(conditions: dict[str, bool], label: Label) -> list[str]:
    """The conditions whose ticks a label changes; what it calls doubtful, or says of a part, stays as it is."""
    texts, items = list(conditions), (label.get("triggers") or {}).get("items") or []
    if "triggers" in (label.get("ambiguous") or ()):
        return []
    doubtful = [item for item in items if item.get("ambiguous") or item.get("scope") == "item"]
    right = {at for _, at in pairs([item["text"] for item in items if item not in doubtful], texts)}
    spared = {at for _, at in pairs([item["text"] for item in doubtful], texts, LOOSE)} - right
    return [text for at, text in enumerate(texts) if (at in right) != conditions[text] and at not in spared]


def whole(shown: str, texts: dict[str, bool]) -> str:
    """The text of which so much is shown."""
    part = shown.strip(" …")
    return next(text for text in texts if part in plain(" ".join(text.split())))


def question(terminal: Terminal) -> str:
    """Everything up to the next question, or to the end."""
    said = ""
    while not _QUESTION.search(said) and select.select([terminal.fd], [], [], 60)[0]:
        try:
            said += os.read(terminal.fd, 65536).decode()
        except OSError:  # the terminal is closed
            break
    return _ESCAPE.sub("", said).replace("\r", "")


def words(text: str) -> float:
    """How many words are read; signs of a script without blanks make one together."""
    others = re.sub(rf"[{CJK}]", " ", text).split()
    return len(re.findall(rf"[{CJK}]", text)) / SIGNS + sum(any(map(str.isalnum, word)) for word in others)
