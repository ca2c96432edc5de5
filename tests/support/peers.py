"""Research whose records other tools open."""

RESEARCH = """
=== docs/research/01-lunr.md
---
title: "Research: Use lunr for search"
completed: 2025-01-02
authors: [Ana, Bo]
tags: [search, ci]
---

## Problem

Readers cannot find anything.

## Recommendation: ADOPT

Adopt lunr.

## Consequences

- Good: no server.
- Status: written in a list of the body

## Acceptance criteria

- The first result comes in a second.
=== docs/research/02-signs.md
---
title: '"Yes": no #1 | {x} <b> *stars* [link](x) & C#'
completed: 2025-02-03
authors: ["Ana: the first", "O'Neil, Bo"]
tags: ["c++", "yes", "a: b", "[x]", "- y", "| z", "#1"]
---

- Status: pending
- Date: 1999-09-09

---

## Recommendation: REJECT (for now)

Rejected for now.

---

## Impact

None so far.
=== docs/research/03-sign-images.md
# Sign images

**Date:** 2025-03-04

## Context

Anyone can push an image.

# A second title

---
status: accepted
---

## Decision: DEFER

Not yet.

## Costs

A day.

## Revisit when

- the registry checks signatures
- `2027-01-01`
=== docs/research/04-own-index.md
---
title: Größe 😀 — an index of our own
completed: 2025-04-05
supersedes: 01-lunr.md
---

## Goal

One index for all.

## Verdict

Adopt our own index.
=== docs/research/05-proposal.md
---
title: '# not a heading: --- and `code <T>`'
completed: 2025-05-06
tags: [one]
---

## Recommendation

Proposed: look at it together.
=== docs/research/06-no-date.md
---
title: No date and no tags
---

## Recommendation: ADOPT

Adopt it.
=== docs/research/07-long.md
---
title: LONG
completed: 2025-07-08
revisits: ADR-0003
---

## Recommendation: REJECT

Do not adopt it.
""".replace("LONG", "word " * 99 + "word")

NO_DATE = "No date and no tags"
