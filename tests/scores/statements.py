"""Scores single statements of a corpus, each in a plain document of its own: are they recognised, and as what kind."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.scores.corpus import Count, Label, Record, records_of, words

KINDS = {
    "own_change": "repo person", "second_instance": "repo person", "repo_fact": "repo", "metric_num": "metric",
    "metric_vague": "metric person", "evidence": "person record", "milestone": "record person", "decision": "record person",
    "approach_fails": "person", "need": "person", "incident": "person", "user_signal": "person", "team": "person metric",
    "regulatory": "person", "business": "person", "vague": "person", "never": "never", "date": "date", "elapsed": "elapsed",
    "dep_version": "release", "tp_feature": "release person", "tp_change": "person release", "tp_health": "lifecycle",
    "upstream_ref": "issue", "upstream_vague": "issue release person", "own_issue": "issue",
}  # fmt: skip
"""The kinds of condition that each kind of a statement may be read as."""


def document(statement: Label) -> str:
    """A decided, otherwise plain document that holds one statement in its container."""
    front, part = contained(statement["text"].strip(), statement["label"] or "", statement["container"])
    return (
        f"---\ntitle: Use the plain thing\ncompleted: 2026-01-05\n{front}---\n\n## Goal\n\nChoose a thing.\n\n"
        "## Recommendation: DEFER\n\n**Verdict**: not yet.\n\n**Reasoning**:\n\n"
        f"- It costs more than it brings.\n\n{part}\n"
    )


def contained(text: str, label: str, container: str) -> tuple[str, str]:
    """Front matter and body that hold a statement in its container."""
    name = re.sub(r"^[#*\s]+|[:*\s]+$", "", label or "Revisit when") or "Revisit when"
    value = re.sub(rf"^{re.escape(name)}\W*", "", text)
    if container.startswith(("front-matter", "yaml", "data")):
        key = re.sub(r"[^\w-].*", "", name) or "revisit_when"
        return f"{key}: {json.dumps(value)}\n", ""
    if container.startswith("heading"):
        listed = text.startswith(("-", "*", "1")) or "prose" in container
        return "", f"## {name}\n\n{text if listed else '- ' + text}"
    if container.startswith("bold-label"):
        value = re.sub(rf"^{re.escape(name)}\W*", "", text, flags=re.I)
        return "", text if text.startswith("**") else f"**{name}:** {value}"
    if container.startswith("table") and not text.startswith("|"):
        return "", f"| Item | {name} |\n|---|---|\n| it | {text.replace('|', ' ')} |"
    if container in ("list item", "list") and not text.startswith(("-", "*")):
        return "", f"- {text}"
    return "", text


def statements_of(corpus: Path) -> list[Label]:
    """The statements of a corpus that hold a condition and stand in a document."""
    place = corpus / "statements.jsonl"
    lines = place.read_text(encoding="utf-8").splitlines() if place.exists() else []
    return [s for s in map(json.loads, lines) if s["atoms"] and not s["container"].startswith("code")]


def statements(corpus: Path) -> tuple[Count, Count, list[str]]:
    """How many statements are recognised, how many of those as of their kinds, and the misses."""
    wanted = statements_of(corpus)
    files = [(f"docs/research/s{n:04}.md", document(s).encode()) for n, s in enumerate(wanted)]
    records = records_of(files) if files else {}
    counts, kinds, misses = Count(), Count(), []
    for number, (statement, (name, _)) in enumerate(zip(wanted, files, strict=True)):
        triggers = records[name]["revisit"]["triggers"] if name in records else []
        counts.add(known := recognised(statement["text"], triggers))
        if known:
            kinds.add(not (wrong := list(wrong_kinds(statement, triggers))))
            misses += [f"statement {number}: {text}" for text in wrong]
        else:
            misses.append(f"statement {number} ({statement['container']}): {statement['text'][:140]!r}")
    return counts, kinds, misses


def recognised(text: str, triggers: list[Record]) -> bool:
    """Whether half of a statement's words are in its triggers, or hardly any other words are."""
    wanted, read = Counter(words(text)), Counter(words(" ".join(t["text"] for t in triggers)))
    shared = (wanted & read).total()
    return bool(read) and (shared >= 0.5 * wanted.total() or shared >= 0.85 * read.total())


def wrong_kinds(statement: Label, triggers: list[Record]) -> Iterator[str]:
    """Kinds that none of a statement's conditions has."""
    allowed = {kind for atom in statement["atoms"] for kind in KINDS[atom["kind"]].split()}
    for trigger in triggers:
        if trigger["kind"] not in allowed:
            yield f"{trigger['kind']}, not {' or '.join(sorted(allowed))}: {trigger['text'][:110]!r}"
