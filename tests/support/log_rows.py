"""Records of a log page, a row each."""

from collections.abc import Iterator

RECORD = """
=== docs/decisions/{number:04}-{slug}.md
---
status: {status}
date: {date}
tags: [{tags}]

---
# {title}

## Decision Outcome

{verdict}

{revisit}
"""
QUEUE = ("queue", "rejected", "2024-03-02", "jobs, ops", "Which queue", "The table is *enough*.", "")
CACHE = ("cache", "accepted", "2025-03-02", "ops", "A cache", "Adopt it.", "Revisit when `2026-01-01` has come.")
LOGS = ("logs", "accepted", "2025-07-01", "", "Where logs go", "To a file for the queue of tomorrow.", "")
BY_HAND = ("by-hand", "deferred", "", "jobs", "By `<b>` hand", "Later.", "Revisit when the team grows.")
RECORDS = (QUEUE, CACHE, LOGS, BY_HAND)


def records(some: Iterator[tuple[str, ...]] | tuple[tuple[str, ...], ...]) -> str:
    names = ("slug", "status", "date", "tags", "title", "verdict", "revisit")
    texts = (RECORD.format(number=n, **dict(zip(names, row, strict=True))) for n, row in enumerate(some, start=1))
    return "".join(texts).replace("date: \n", "").replace("tags: []\n", "")


DECIDED_ROWS = records(RECORDS).replace("[ops]", "[ops]\ndecision-makers: [Bo Lind, Ana]")
"""The same, and who decided on the cache."""
