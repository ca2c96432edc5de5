"""Pieces of the log on pages of the user's own, and the section that a navigation without the log gets."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import build, put, run
from tests.support.pages import site

Make = Callable[[str], Path]
PROJECT = (
    site()
    + """\

<!-- adr-gen:summary -->
=== docs/team/page.md
# Team

Before.
<!-- adr-gen:due -->
After.

<!--adr-gen:latest 1-->

<!-- adr-gen:log tag="Big data" status=REJECTED -->

```html
<!-- adr-gen:due -->
```

Words of `<!-- adr-gen:due -->` in a line.
=== docs/decisions/0001-queue.md
---
tags: [big data]
---
# Which `queue`

* Status: rejected
* Date: 2026-01-02

## Decision

No broker.

## Revisit when

* `2026-05-01` has come
=== docs/decisions/0002-cache.md
# Which cache

* Status: accepted
* Date: 2026-02-03

## Decision

The small one.
"""
)


def article_text(page: Path) -> str:
    """The words of a page's article."""
    article = page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    return " ".join(re.sub(r"<[^>]+>|&para;", " ", article.partition(">")[2]).replace("&#58;", ":").split())


def test_a_marker_on_a_line_of_its_own_becomes_a_piece_of_the_log(project: Make) -> None:
    root = project(PROJECT)
    done = build(root)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert article_text(root / "site/index.html") == (
        "Home 2 decisions : accepted 1 rejected 1 Revisit ( 1 to look at again)"
    )
    assert article_text(root / "site/team/page/index.html") == (
        "Team Before. Met ADR-0001 Which queue since 2026-05-01 (31 days) (a) 2026-05-01 has come After. "
        "accepted ADR-0002 Which cache 2026-02-03 · The small one. "
        "Decisions, the highest number first No. Decision Status Date Tags Revisit "
        "0001 Which queue No broker. rejected 2026-01-02 big data Met since 2026-05-01 (31 days) "
        "&lt;!-- adr-gen:due --&gt; Words of &lt;!-- adr-gen:due --&gt; in a line."
    )
    links = re.findall(r'href="([^"]*0001-queue/)"', (root / "site/team/page/index.html").read_text(encoding="utf-8"))
    assert {*links} == {"../../decisions/0001-queue/"}


@pytest.mark.parametrize(
    ("marker", "wrong"),
    [
        ("nonsense", "'nonsense' is not known"),
        ("latest many", "'many' is no number"),
        ("due 5", "'due 5' is not known"),
        ("log colour=red", "'colour=red' is not known"),
        ('log tag="jobs', "No closing quotation"),
    ],
)
def test_a_marker_that_nobody_knows_is_a_problem_that_names_the_legal_ones(
    project: Make, marker: str, wrong: str
) -> None:
    root = project(PROJECT)
    put(root, "docs/guide.md", f"# Guide\n\n<!-- adr-gen:{marker} -->\n")
    legal = "`summary`, `due`, `latest N` and `log` with any of `status=…`, `tag=…`, `owner=…`, `state=…`, `year=…`"
    message = f"<!-- adr-gen:{marker} -->: {wrong}; allowed are {legal}"
    done = build(root)
    assert (done.returncode, done.stderr.count(f"guide.md: {message}")) == (1, 1)
    exported = run(root, "export", "out")
    assert exported.stderr.splitlines() == [f"docs/guide.md:3: ADR307 {message}"]


def test_an_export_has_the_pieces_too(project: Make) -> None:
    root = project(PROJECT)
    assert run(root, "export", "out", "--as-of", "2026-06-01").returncode == 0
    text = (root / "out/team/page.md").read_text(encoding="utf-8")
    assert text.count('<a href="../../decisions/0001-queue/">ADR-0001 Which <code>queue</code></a>') == 1
    assert text.count("adr-gen:due") == 2


def test_ten_that_are_due_are_listed_and_those_that_come_wait_for_their_day(project: Make) -> None:
    root = project(PROJECT)
    exported = ("export", "out", "--as-of", "2026-04-30")
    assert run(root, *exported).returncode == 0
    text = (root / "out/team/page.md").read_text(encoding="utf-8")
    assert '<li class="adr-row" data-adr-from="2026-05-01" hidden>' in text
    assert '<li class="adr-nothing">Nothing is due.</li>' in text
    for number in range(3, 14):
        record = f"# Question {number}\n\n* Status: rejected\n\n## Revisit when\n\n* `2026-02-01` has come\n"
        put(root, f"docs/decisions/{number:04}-x.md", record)
    assert run(root, *exported).returncode == 0
    listed, fold, rest = (root / "out/team/page.md").read_text(encoding="utf-8").partition("<summary>1 more</summary>")
    assert re.findall(r">ADR-\d+ (.*?)</a>", listed) == [f"Question {n}" for n in range(3, 13)]
    folded = rest.partition("</details>")[0]
    assert re.findall(r">ADR-\d+ (.*?)</a>", folded) == ["Question 13", "Which <code>queue</code>"], (
        "what comes is last"
    )
    assert (folded.count(" hidden>"), fold in listed, "Nothing is due" in listed + rest) == (1, False, False)


NAV = "nav: [index.md, {Guide: team/page.md}]\n"


@pytest.mark.parametrize(
    ("nav", "option", "titles"),
    [
        (NAV, "", ["The log", "Revisit", "Timeline", "Graph"]),
        (NAV, ": {nav_section: false}", []),
        ("nav: [index.md, {More: [{Why: revisit.md}]}]\n", "", []),
        ("nav: [index.md, decisions/0001-queue.md]\n", "", []),
    ],
)
def test_a_navigation_that_names_no_page_of_the_log_gets_a_section_with_them(
    project: Make, nav: str, option: str, titles: list[str]
) -> None:
    root = project(
        PROJECT.replace("[search, adr-gen]\n", f"[search, adr-gen{option}]\n{nav}").replace(
            f"adr-gen{option}]", f"{{adr-gen{option}}}]" if option else "adr-gen]"
        )
    )
    done = build(root)
    assert done.returncode == 0, done.stderr
    sidebar = (root / "site/index.html").read_text(encoding="utf-8").partition("<article")[0]
    listed = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*<', sidebar, re.S)
    assert [title for title in listed if title in ("The log", "Revisit", "Timeline", "Graph")] == titles
    assert ("it gets a section 'Decisions'" in done.stderr) == bool(titles)
