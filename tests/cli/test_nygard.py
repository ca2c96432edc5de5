"""The log in Nygard's form: where title, status, date and relations stand."""

import re
from html import unescape

import pytest

from tests.support.helpers import run, tree
from tests.support.peers import RESEARCH

BY_HAND = """
=== docs/decisions/0091-nygard.md
# 91. As Nygard

Date: 2019-05-06

## Status

Accepted

Superceded by [92. Use C#](0092-madr.md)

Amended by [ADR-0094](94-short-number.md)

## Context

A context.

## Decision

A decision.

## Consequences

A consequence.
=== docs/decisions/0092-madr.md
---
status: accepted
date: 2020-05-06
---
# Use C#

## Context and Problem Statement

Why?

### Status

No status of the record.

## Decision Outcome

Chosen option: "this one".

### Consequences

* Good, because. See [the other](94-short-number.md#decision) and `[x](94-short-number.md)`.
=== docs/decisions/ADR-0093-undecided.md
# <b>Undecided</b>

Nobody knows.
=== docs/decisions/94-short-number.md
# Short number

- Status: on hold
- Date: 2021-01-02
- Supersedes [ADR-0093](ADR-0093-undecided.md)

## Decision

Wait.
"""


@pytest.fixture(scope="module")
def nygard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The lines of each file of the log in Nygard's form, beside records by hand."""
    made = tree(tmp_path_factory.mktemp("nygard"), RESEARCH + BY_HAND.lstrip("\n"))
    run(made, "generate")
    assert run(made, "export", made / "out", "--profile", "nygard").returncode == 0
    return {path.name: path.read_text(encoding="utf-8").split("\n") for path in sorted((made / "out").glob("*.md"))}


NYGARD = {
    91: ("As Nygard", "Superseded", "2019-05-06", [(92, "Superseded by"), (94, "Amended by")]),
    92: ("Use C#", "Accepted", "2020-05-06", [(91, "Supersedes")]),
    93: ("<b>Undecided</b>", "Superseded", None, [(94, "Superseded by")]),
    94: ("Short number", "Deferred", "2021-01-02", [(93, "Supersedes")]),
    95: ("Use lunr for search", "Superseded", "2025-01-02", [(98, "Superseded by")]),
    96: ('"Yes": no #1 | {x} <b> *stars* [link](x) & C#', "Rejected (for now)", "2025-02-03", []),
    97: ("Sign images", "Deferred", "2025-03-04", []),
    98: ("Größe 😀 — an index of our own", "Accepted", "2025-04-05", [(95, "Supersedes")]),
    99: ("# not a heading: --- and `code <T>`", "Proposed", "2025-05-06", []),
    100: ("word " * 99 + "word", "Rejected", "2025-07-08", []),
    101: ("No date and no tags", "Accepted", None, []),
}
"""Number, title, status, date, links."""


def test_a_record_opens_with_title_date_status_and_relations(nygard: dict[str, list[str]]) -> None:
    openings = {}
    for name, lines in nygard.items():
        status, context = lines.index("## Status"), lines.index("## Context")
        assert [line for line in lines if line.startswith("## ")] == [
            "## Status", "## Context", "## Decision", "## Consequences"
        ]  # fmt: skip
        head = [line for line in lines[1:status] if line]
        day = head[0].removeprefix("Date: ") if head else None
        stated = [line for line in lines[status + 1 : context] if line]
        links = [m for line in stated if (m := re.fullmatch(r"(.+) \[.*\]\((\d{4}-.*\.md)\)", line))]
        number, _, title = lines[0].removeprefix("# ").partition(". ")
        openings[int(number)] = (unescape(title), stated[0], day, [(int(link[2][:4]), link[1]) for link in links])
        assert name[:4] == f"{int(number):04}"
        assert all(link[2] in nygard for link in links)
    assert openings == NYGARD


def test_links_follow_a_record_that_gets_another_name_in_nygards_form(nygard: dict[str, list[str]]) -> None:
    text = "\n".join(nygard["0092-madr.md"])
    assert "[the other](0094-short-number.md#decision) and `[x](94-short-number.md)`" in text
