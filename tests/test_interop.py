"""Generated records open in other tools: each peer's own rules, in a few lines each, find title, status and date."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.helpers import run, tree

SIX = ("draft", "proposed", "rejected", "accepted", "deprecated", "superseded")

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


@dataclass(frozen=True)
class Fact:
    """What adr-gen says of a record, beside the text of its file."""

    name: str
    text: str
    number: int
    title: str
    status: str
    date: str | None
    links: frozenset[int]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tree(tmp_path_factory.mktemp("interop"), RESEARCH)
    done = run(made, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    return made


@pytest.fixture(scope="module")
def facts(root: Path) -> list[Fact]:
    found = []
    for one in json.loads(run(root, "list", "--json").stdout):
        path = root / one["path"]
        links = frozenset((*one["supersedes"], *one["superseded_by"], *one["revisits"]))
        text = path.read_text(encoding="utf-8")
        found.append(Fact(path.name, text, one["number"], one["title"], one["status"], one["date"], links))
    assert [fact.status for fact in found] == [
        "superseded", "rejected", "superseded", "accepted", "proposed", "rejected", "accepted"
    ]  # fmt: skip
    return found


def shown(inline: str) -> str:
    """Inline Markdown as a reader sees it."""
    return text_of(MarkdownIt("commonmark").parseInline(inline)[0])


def text_of(token: Token) -> str:
    return "".join(child.content for child in token.children or [])


def headings(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Tag and words of each heading, in order."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield token.tag, text_of(inline)


def backstage(text: str) -> tuple[dict[str, object], str]:
    """Its front matter, which has to begin with the first byte, and the body below it."""
    found = re.match(r"---\r?\n((?:.*\r?\n)*?)---\r?\n?", text)
    assert found is not None
    return yaml.safe_load(found[1]), text[found.end() :]


def test_backstage_finds_front_matter_and_first_heading(facts: list[Fact]) -> None:
    for fact in facts:
        front, body = backstage(fact.text)
        assert re.search(r"^(?:.*/)?\d{4}-.+\.md$", fact.name)
        assert front["status"] == fact.status
        assert str(front.get("date")) == str(fact.date)
        assert next(headings(MarkdownIt("commonmark").parse(body))) == ("h1", shown_title(fact))
        assert not [key for key, value in front.items() if isinstance(value, dict)]


def shown_title(fact: Fact) -> str:
    """The title as a Markdown renderer shows the record's heading."""
    line = next(line for line in fact.text.split("\n") if line.startswith("# "))
    assert unescape(line[2:]) == fact.title
    return shown(line[2:])


def test_structurizr_finds_every_line_of_madr(facts: list[Fact]) -> None:
    assert len({int(fact.name[:4]) for fact in facts}) == len(facts)
    for fact in facts:
        lines = fact.text.split("\n")
        closing = lines.index("---", 1)
        front, body = lines[1:closing], lines[closing + 1 :]
        assert re.fullmatch(r"\d{4}-.+?\.md", fact.name)
        assert int(fact.name[:4]) == fact.number
        assert [line[8:] for line in front if line.startswith("status: ")] == [fact.status]
        assert [line[6:] for line in front if line.startswith("date: ")] == ([fact.date] if fact.date else [])
        assert unescape(next(line for line in body if line.startswith("# "))[2:]) == fact.title
        names = {other.name: other.number for other in facts}
        linked = {names[name] for name in re.findall(r"\[[^]]*\]\(([^)]*)\)", fact.text) if name in names}
        assert linked == fact.links


def test_log4brains_finds_the_list_above_the_first_section(facts: list[Fact]) -> None:
    for fact in facts:
        items, title = log4brains(fact.text, MarkdownIt("commonmark"))
        assert (items, title) == log4brains(fact.text, MarkdownIt("js-default"))
        status = [found[2] for item in items if (found := re.match(r"(?i)(\s*Status\s*:\s*)(.*)$", item))]
        written = [found[2] for item in items if (found := re.match(r"(?i)(\s*Date\s*:\s*)(.*)$", item))]
        assert title == shown_title(fact)
        assert status == [fact.status]
        assert written == ([fact.date] if fact.date else [])
        assert fact.status in (*SIX, "deferred")


def log4brains(text: str, parser: MarkdownIt) -> tuple[list[str], str]:
    """Items of the first list before the first h2, and the first h1, of the whole file: it knows no front matter."""
    tokens = parser.parse(text)
    section = next((n for n, t in enumerate(tokens) if t.type == "heading_open" and t.tag == "h2"), len(tokens))
    start = next(n for n, t in enumerate(tokens[:section]) if t.type == "bullet_list_open")
    end = next(n for n, t in enumerate(tokens) if n > start and t.type == "bullet_list_close")
    title = next(words for tag, words in headings(tokens) if tag == "h1")
    return [text_of(t) for t in tokens[start:end] if t.type == "inline"], title


def test_pyadr_finds_title_status_and_date_in_this_order(facts: list[Fact]) -> None:
    for fact in facts:
        lines = iter(fact.text.split("\n"))
        assert re.match(r"(XXXX|\d{4})-[a-z0-9-]*\.md", fact.name)
        assert unescape(next(line for line in lines if line.startswith("# "))[2:]) == fact.title
        assert next(line for line in lines if line.startswith("* Status: ")) == f"* Status: {fact.status}"
        if fact.date:
            assert next(line for line in lines if line.startswith("* Date: ")) == f"* Date: {fact.date}"


def test_adr_log_finds_the_title_right_below_the_front_matter(facts: list[Fact]) -> None:
    for fact in facts:
        _, body = backstage(fact.text)
        assert unescape(body.split("\n")[0][2:]) == fact.title


def test_adrs_finds_number_status_and_day(facts: list[Fact]) -> None:
    for fact in facts:
        front, _ = backstage(fact.text)
        assert re.search(r"^\d{4}-.*\.md$", fact.name)
        assert (front["number"], front["status"]) == (fact.number, fact.status)
        assert front.get("date") == (date.fromisoformat(fact.date) if fact.date else None)


def test_macros_summary_finds_one_title_below_the_first_two_rules(facts: list[Fact]) -> None:
    for fact in facts:
        first, second = [n for n, line in enumerate(fact.text.split("\n")) if line == "---"][:2]
        front = yaml.safe_load("\n".join(fact.text.split("\n")[first + 1 : second]))
        body = "\n".join(fact.text.split("\n")[second + 1 :])
        assert (first, front["status"]) == (0, fact.status)
        assert [words for tag, words in headings(MarkdownIt("commonmark").parse(body)) if tag == "h1"] == [
            shown_title(fact)
        ]


def test_madr_lint_finds_its_three_headings(facts: list[Fact]) -> None:
    required = {"Context and Problem Statement", "Decision Outcome", "Consequences"}
    said = {
        fact.number: required
        & {words for _, words in headings(MarkdownIt("commonmark").parse(backstage(fact.text)[1]))}
        for fact in facts
    }
    assert said == {1: required, 2: required, 3: required, 4: required - {"Consequences"}} | {
        n: {"Decision Outcome"} for n in (5, 6, 7)
    }
    for fact in facts:
        assert re.fullmatch(r"[0-9]{4}-[a-z0-9-]+\.md", fact.name)


def test_material_takes_the_status_as_the_name_of_an_icon(facts: list[Fact]) -> None:
    for fact in facts:
        assert re.fullmatch(r"[\w-]+", str(backstage(fact.text)[0]["status"]))


@pytest.fixture(scope="module")
def nygard(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The lines of each file of the log in Nygard's form, beside records by hand."""
    made = tree(tmp_path_factory.mktemp("nygard"), RESEARCH + BY_HAND.lstrip("\n"))
    run(made, "generate")
    assert run(made, "export", made / "out", "--profile", "nygard").returncode == 0
    return {path.name: path.read_text(encoding="utf-8").split("\n") for path in sorted((made / "out").glob("*.md"))}


NYGARD = {
    91: ("As Nygard", "Superseded", "2019-05-06", [(92, "Superceded by")]),
    92: ("Use C#", "Accepted", "2020-05-06", [(91, "Supercedes")]),
    93: ("<b>Undecided</b>", "Superseded", None, [(94, "Superceded by")]),
    94: ("Short number", "Deferred", "2021-01-02", [(93, "Supercedes")]),
    95: ("Use lunr for search", "Superseded", "2025-01-02", [(98, "Superceded by")]),
    96: ('"Yes": no #1 | {x} <b> *stars* [link](x) & C#', "Rejected", "2025-02-03", []),
    97: ("Sign images", "Deferred", "2025-03-04", []),
    98: ("Größe 😀 — an index of our own", "Accepted", "2025-04-05", [(95, "Supercedes")]),
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
