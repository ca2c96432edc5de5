"""Research and records as people write them by hand, in the usual forms."""

RESEARCH = """\
---
title: Which queue for jobs
completed: 2026-03-02
tags: [jobs]
---

## Question

Do background jobs need a broker?

## Recommendation: REJECT (for now)

The database's own table is enough.

## Revisit when

- jobs wait longer than a minute
"""
NYGARD = """\
# {n}. {title}

Date: 2025-01-02

## Status

Accepted

## Context

We need one.

## Decision

We will use it.

## Consequences

It is there.
"""
MADR = """\
---
status: accepted
date: 2025-01-02
---
# {title}

## Context and Problem Statement

We need one.

## Considered Options

* This
* That

## Decision Outcome

Chosen option: "This", because it is there.
"""


def nygard(folder: str, n: int, title: str) -> str:
    return f"=== {folder}/{n:04}-{title.lower().replace(' ', '-')}.md\n{NYGARD.format(n=n, title=title)}"
