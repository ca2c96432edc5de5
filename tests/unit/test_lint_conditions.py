"""What `adr-gen check` says about conditions: tokens, days, blockers and deferrals that nobody watches."""

from collections.abc import Callable
from pathlib import Path

from adr_gen.commands.check import check
from adr_gen.project import load
from tests.support.helpers import run

Make = Callable[[str], Path]

LOG = """
=== docs/decisions/0001-tokens.md
# Tokens

* Status: deferred
* Date: 2026-03-01

## Revisit when

- the engine ships (`pypi:engine => 2`)
- the mood is right: `mood:good`
- `2027-02-30` has come
- `pypi:engine >= 2` and `npm:@scope/engine >= 2` or `2028-01-01`
- `std::vector` is gone, see `https://example.org` and `key: value`
=== docs/decisions/0002-nothing.md
# Nothing

* Status: deferred
* Date: 2026-03-01
=== docs/decisions/0003-vague.md
# Vague

* Status: rejected
* Date: 2026-03-01

## Revisit when

- needed
- at some point in the future
- the team needs it for the second tenant
=== docs/decisions/0004-past.md
---
status: deferred
date: 2026-03-01
review_by: 2026-01-15
---
# Past

## Blockers

- The parser drops tables.
- Nobody owns the service.

## Revisit when

- `2026-02-01` has come
- `2026-Q2` has come
- the parser keeps its tables
=== docs/decisions/0005-same-release.md
# Same release

* Status: rejected
* Date: 2026-03-01

## Revisit when

- `pypi:engine >= 3` ships
=== docs/decisions/0006-same-words.md
# Same words

* Status: rejected
* Date: 2026-03-01

## Revisit when

- the **parser** keeps its tables!
- never
=== docs/decisions/0007-no-date.md
# No date

* Status: rejected

## Revisit when

- a tenant asks for it
=== docs/decisions/0008-over.md
# Over

* Status: deprecated

## Revisit when

- needed
=== docs/decisions/readings.yml
- name: users
  value: many
  date: 2026-03-01
=== docs/decisions/reviews/0003-2026-04-01-aaaaaaaa.yml
record: 3
date: 2026-04-01
result: waiting
=== docs/decisions/reviews/0099-2026-04-01-bbbbbbbb.yml
record: 99
date: 2026-04-01
by: Ana
"""

WORDS = "after , not before , pypi:, npm:, github:, cargo:, go:, maven:, nuget:, gem:, issue:, eol:, repo:, dep:, not dep:, file:, adr:, reading:"
EXPECTED = [
    "0001-tokens.md:1: ADR907 waiting for the same thing, 'pypi:engine': ADR-0001 (d), ADR-0005 (a); look at them together",
    "0001-tokens.md:8: ADR403 trigger (a): `pypi:engine => 2` is not understood at column 13 ('=> 2'): expected a range such as >= 2 or >= 2, < 3; if no check is meant, write ``pypi:engine => 2``",
    f"0001-tokens.md:9: ADR403 trigger (b): `mood:good` is not understood at column 1 ('mood:good'): expected a date (2027-03-01, 2027-Q2), {WORDS}; if no check is meant, write ``mood:good``",
    "0001-tokens.md:10: ADR403 trigger (c): `2027-02-30` is not understood at column 1 ('2027-02-30'): expected a day that the calendar has (YYYY-MM-DD, YYYY-Q1 to YYYY-Q4); if no check is meant, write ``2027-02-30``",
    "0001-tokens.md:11: ADR404 trigger (d): 'and' and 'or' between checks can be read in two ways; use one of them, or write two list items",
    "0002-nothing.md:1: ADR902 deferred, and nothing says when to look again; add a section 'Revisit when' or `review_by:`",
    "0003-vague.md:8: ADR904 trigger (a) 'needed' says nothing that anybody could notice; name what would be seen, or a day",
    "0003-vague.md:9: ADR904 trigger (b) 'at some point in the future' says nothing that anybody could notice; name what would be seen, or a day",
    "0004-past.md:1: ADR907 waiting for the same thing, 'the parser keeps its tables': ADR-0004 (c), ADR-0006 (a); look at them together",
    "0004-past.md:4: ADR908 `review_by` 2026-01-15 is before the decision's own date 2026-03-01; mend one of them",
    "0004-past.md:11: ADR906 blocker 2 'Nobody owns the service.' is in no condition, so nobody is told when it is gone; add one that says what would be seen then",
    "0004-past.md:15: ADR905 trigger (a): 2026-02-01 was past when this was decided (2026-03-01); mend one of the days",
    "0007-no-date.md:1: ADR909 no date, so nobody is reminded of its conditions; add `date:` or `review_by:`",
    "readings.yml:2: ADR402 `value: many` is no number; write digits, such as 380 or 0.5",
    "reviews/0003-2026-04-01-aaaaaaaa.yml:3: ADR401 the key 'result' is not known; allowed are record, file, date, time, by, note, answers, cleared, outcome, next",
    "reviews/0099-2026-04-01-bbbbbbbb.yml:1: ADR304 reviews record 99, which does not exist; mend the number, or delete the review",
]


def test_every_rule_about_conditions_says_its_place_and_the_way_out(project: Make) -> None:
    problems = [str(problem).removeprefix("docs/decisions/") for problem in check(load(project(LOG)))]
    assert problems == EXPECTED


def test_what_a_generated_record_got_from_its_research_is_mended_there(project: Make) -> None:
    root = project("""
=== docs/research/cache.md
---
relates: 9
---
# Cache

## Decision: defer

See [the numbers](numbers.md#all) and [the queue](queue.md#none).

## Blockers

- Nobody owns it.

## Revisit when

- needed
- pages are slow
=== docs/research/queue.md
---
date: 2026-03-01
review_by: 2026-01-15
---
# Queue

## Decision: reject

## Revisit when

- `2026-02-01` has come
=== docs/research/silent.md
# Silent

## Decision: defer
""")
    run(root, "generate")
    problems = check(load(root))
    assert sorted(p.code for p in problems) == [f"ADR{n}" for n in (302, 303, 304, 902, 904, 905, 906, 908, 909)]
    sources = {"0001": "queue", "0002": "cache", "0003": "silent"}
    assert [p for p in problems if not p.message.endswith(f" (in docs/research/{sources[p.path[15:19]]}.md)")] == []
