"""Records exported in Nygard's form open in other tools: each peer's own rules find title, status, date and links."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from tests.helpers import run, tree
from tests.peers import RESEARCH, headings, shown

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
    96: ('"Yes": no #1 | {x} <b> *stars* [link](x) & C#', "Rejected", "2025-02-03", []),
    97: ("Sign images", "Deferred", "2025-03-04", []),
    98: ("Größe 😀 — an index of our own", "Accepted", "2025-04-05", [(95, "Supersedes")]),
    99: ("# not a heading: --- and `code <T>`", "Proposed", "2025-05-06", []),
    100: ("word " * 99 + "word", "Rejected", "2025-07-08", []),
    101: ("No date and no tags", "Accepted", None, []),
}
"""Number, title, first word of the status, date, links."""


def test_structurizr_finds_everything_in_nygards_form(nygard: dict[str, list[str]]) -> None:
    found = {}
    for name, lines in nygard.items():
        status, context = lines.index("## Status"), lines.index("## Context")
        links = [m for line in lines[status:context] if (m := re.match(r"(.*) \[.*]\((.*)\)", line))]
        days = [line[6:] for line in lines if line.startswith("Date: ")]
        found[int(name[:4])] = (
            unescape(lines[0][lines[0].index(".") + 2 :]),
            next(line for line in lines[status + 1 :] if line).split(" ")[0],
            days[0] if days else None,
            [(int(link[2][:4]), link[1]) for link in links],
        )
        assert all(link[2] in nygard for link in links)
    assert found == NYGARD


def test_adr_tools_finds_everything_in_nygards_form(nygard: dict[str, list[str]]) -> None:
    for name, lines in nygard.items():
        assert re.fullmatch(r"[0-9]+-.*\.md", name)
        title, status, _, links = NYGARD[int(name[:4])]
        assert unescape(lines[0][2:]) == f"{int(name[:4])}. {title}"
        start = lines.index("## Status")
        end = next(n for n in range(start + 1, len(lines)) if lines[n].startswith("#"))
        block = [line for line in lines[start + 1 : end] if line]
        assert block[0].split(" ")[0] == status
        linked = [m for line in block if (m := re.match(r"^(.+) \[.*\]\(0*([1-9][0-9]*).*\)", line))]
        assert [(int(m[2]), m[1]) for m in linked] == links


def test_adr_viewer_finds_the_title_and_one_status_section(nygard: dict[str, list[str]]) -> None:
    for name, lines in nygard.items():
        found = list(headings(MarkdownIt("commonmark").parse("\n".join(lines))))
        assert found[0] == ("h1", f"{int(name[:4])}. {shown(lines[0].partition('. ')[2])}")
        assert [words for tag, words in found if tag == "h2"] == ["Status", "Context", "Decision", "Consequences"]


def test_links_follow_a_record_that_gets_another_name_in_nygards_form(nygard: dict[str, list[str]]) -> None:
    text = "\n".join(nygard["0092-madr.md"])
    assert "[the other](0094-short-number.md#decision) and `[x](94-short-number.md)`" in text
