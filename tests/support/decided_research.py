"""Research about a queue, the record that is made of it, and any number of others that are decided."""

import re
from pathlib import Path

from tests.support.helpers import put

ONE = """
=== docs/research/queue.md
---
title: Which queue
completed: 2026-03-02
tags: [jobs]
---

## Question

Do jobs need a broker?

## Recommendation: REJECT (for now)

**Verdict**: The table is enough.
"""
RECORD = """\
---
number: 1
status: rejected
date: 2026-03-02
tags: [jobs]
source: docs/research/queue.md
digest: DIGEST

---
# Which queue

* Status: rejected
* Date: 2026-03-02
* Qualifier: for now

## Context and Problem Statement

Do jobs need a broker?

## Decision Outcome

The table is enough.

### Recommendation: REJECT (for now)

**Verdict**: The table is enough.
"""


def records(root: Path) -> dict[str, str]:
    """The record files by name, digests blanked."""
    files = sorted((root / "docs/decisions").glob("*.md"))
    return {p.name: re.sub(r"(?m)^digest: .*$", "digest: DIGEST", p.read_text(encoding="utf-8")) for p in files}


def research(title: str, day: str = "2026-01-05", verdict: str = "ADOPT", extra: str = "") -> str:
    """A decided research file."""
    return f"---\ntitle: {title}\ncompleted: {day}\n---\n\n## Goal\n\nChoose {title}.\n\n## Recommendation: {verdict}\n\n{extra}\n"


def write(root: Path, name: str, text: str) -> Path:
    """Write a research file."""
    return put(root, f"docs/research/{name}", text)
