"""What nobody has decided: the board counts it, and shows titles and links to the forge, nothing else of it."""

import re
from pathlib import Path

import pytest

from tests.support.helpers import put, run, tree

SITE = """
=== mkdocs.yml
site_name: Test
repo_url: https://example.com/o/r
=== docs/decisions/0001-queue.md
# Which queue

* Status: rejected
* Date: 2026-03-02
=== docs/research/01-cache.md
---
date: 2026-05-01
deciders: [Ana, Bo]
tags: [speed]
---
# Which `cache` <script>alert(1)</script>

Nobody knows. The secret is 1234.
=== docs/research/02-logs.md
Nobody knows.
=== docs/research/03-left-out.md
---
adr: false
---
# Notes
=== docs/research/04-damaged.md
---
a: [
---
# Damaged
"""
HERE = "https://example.com/o/r/blob/HEAD/docs/research"
LINES = (
    "<summary><span>2 </span>research files not decided yet</summary> <ul>"
    ' <li id="undecided-1" data-adr-owner="Ana|Bo" data-adr-tag="speed">'
    "Which <code>cache</code> &lt;script&gt;alert(1)&lt;/script&gt;"
    ' <span class="adr-found">2026-05-01 · Ana, Bo ·'
    f' <a href="{HERE}/01-cache.md"><code>docs/research/01-cache.md</code></a></span></li>'
    ' <li id="undecided-2" data-adr-owner="no owner" data-adr-tag=""><span class="adr-found">'
    f'<a href="{HERE}/02-logs.md"><code>docs/research/02-logs.md</code></a></span></li> </ul>'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tree(tmp_path / "project", SITE)


def board(root: Path) -> str:
    """The board as it is exported, and what the export says."""
    done = run(root, "export", root.parent / "out")
    assert done.returncode == 0, done.stderr
    return done.stdout + (root.parent / "out/revisit/index.md").read_text(encoding="utf-8")


def test_the_board_counts_what_is_not_decided_and_opens_to_titles_and_links_to_the_forge(root: Path) -> None:
    shown = board(root)
    assert LINES in shown
    assert "2 research files not decided yet: `adr-gen decide`\n" in shown
    everything = "".join(p.read_text(encoding="utf-8") for p in (root.parent / "out").rglob("*.*") if p.is_file())
    assert "1234" not in everything


def test_without_a_forge_titles_lead_nowhere(root: Path) -> None:
    put(root, "mkdocs.yml", "site_name: Test\n")
    assert '<span class="adr-found"><code>docs/research/02-logs.md</code></span></li>' in board(root)


def test_a_project_may_keep_it_to_itself_and_a_build_still_counts(root: Path) -> None:
    put(root, "adr-gen.toml", "show-undecided = false\n")
    shown = board(root)
    assert "not decided yet</summary>" not in shown
    assert "2 research files not decided yet" in shown


def test_where_everything_is_decided_nothing_is_said(root: Path) -> None:
    for path in (root / "docs/research").glob("0[12]*"):
        path.unlink()
    assert not re.search("not decided", board(root))
    assert "<span>Open:" not in (root.parent / "out/index.md").read_text(encoding="utf-8")


def test_a_setting_that_is_true_or_false_is_nothing_else(root: Path) -> None:
    put(root, "adr-gen.toml", 'show-undecided = "no"\n')
    assert run(root, "list").stderr == "adr-gen: adr-gen.toml: show-undecided is 'no'; it must be true or false\n"


OPEN = """
=== docs/decisions/0002-crane.md
# Crane

* Status: rejected
* Date: 2026-03-02
* Deciders: Ana, Bo

## Revisit when

* `reading:tons > 4`
=== docs/decisions/0003-dock.md
# Dock

* Status: rejected
* Date: 2026-03-02

## Revisit when

* `reading:ships > 4`
=== docs/decisions/0004-lamp.md
# Lamp

* Status: rejected
* Date: 2026-03-02

## Revisit when

* `reading:lamps > 4`
* `2026-05-01`
=== docs/research/05-crane-again.md
---
revisits: 2
---
# Crane, second look
"""


def test_home_says_what_is_open_and_asks_nobody_by_a_day(root: Path) -> None:
    tree(root, OPEN)
    done = run(root, "export", root.parent / "out", "--as-of", "2026-04-02")
    assert done.returncode == 0, done.stderr
    home = (root.parent / "out/index.md").read_text(encoding="utf-8")
    said = (
        ' <a href="revisit/#undecided">2 research files not decided yet</a>'
        ' <a href="revisit/#reopened">1 question reopened</a>'
        ' <a href="revisit/#unknown"><span data-adr-days="2026-05-01 1">2</span> not checked yet</a>'
    )
    assert re.findall(r"<span>Open:</span>(.*?)</p>", home) == [said]
    board_page = (root.parent / "out/revisit/index.md").read_text("utf-8")
    ids = re.findall(r'id="(undecided|reopened|unknown)"', board_page)
    assert ids == ["undecided", "reopened", "unknown"]
    assert (
        "<summary><span>2 </span>research files not decided yet<span>, 1 question reopened</span></summary>"
        in board_page
    )
    listed = re.findall(r"<li .*?>(.*?)</li>", board_page.partition('id="undecided"')[2].partition("</details>")[0])
    assert [" ".join(re.sub(r"<[^>]*>", "", item).split()) for item in listed] == [
        "Which cache &lt;script&gt;alert(1)&lt;/script&gt; 2026-05-01 · Ana, Bo · docs/research/01-cache.md",
        "docs/research/02-logs.md",
        "Crane, second look docs/research/05-crane-again.md · asks ADR-0002 again, decided by Ana, Bo",
    ]


TAKEN_BACK = """
=== adr-gen.toml
=== mkdocs.yml
site_name: Test
=== docs/research/01-bells.md
---
date: 2026-07-01
owner: Ana
---
# Bells

## Recommendation: ADOPT

They are heard.
"""


def test_a_record_whose_research_decides_nothing_any_more_says_so_and_leads_there(tmp_path: Path) -> None:
    root = tree(tmp_path / "project", TAKEN_BACK)
    run(root, "generate")
    put(root, "docs/research/01-bells.md", "---\ndate: 2026-07-01\nowner: Ana\n---\n# Bells\n\nWho knows.\n")
    listed = board(root)
    page = next((root.parent / "out/decisions").glob("0001-*/index.md")).read_text(encoding="utf-8")
    (banner,) = re.findall(r'<div class="adr-banner".*?</div>', page)
    assert '<a href="../../revisit/#undecided-1"><code>docs/research/01-bells.md</code></a>' in banner
    assert " ".join(re.sub("<[^>]*>", "", banner).split()) == (
        "docs/research/01-bells.md was changed since and decides nothing now. This is what was decided 2026-07-01; "
        "who decides again runs adr-gen decide docs/research/01-bells.md."
    )
    assert "ADR-0001</a> was made from it" in listed
    assert "Decided then: They are heard." in (root.parent / "out/decisions/index.md").read_text(encoding="utf-8")
