"""What is due, since when and why: the banner, the home page, the board and the days ahead say one thing."""

import re
from pathlib import Path

import pytest

from adr_gen.reviews.stored_review import fingerprint
from tests.support.exported import exported, words
from tests.support.helpers import run, tree

LOG = f"""\
=== adr-gen.toml
=== mkdocs.yml
site_name: Orchard
=== docs/decisions/0001-well.md
# Well

* Status: deferred
* Date: 2024-09-30
* Deciders: Bo
* Review by: 2025-10-01

## Revisit when

* `2030-01-01`
* the brook dries up
=== docs/decisions/0002-press.md
# Press

* Status: accepted
* Date: 2024-09-30
* Deciders: Ana Lee, Bo
* Review by: 2024-12-01

## Revisit when

* the press leaks
=== docs/decisions/0003-fence.md
# Fence

* Status: accepted
* Date: 2026-05-02
* Review by: 2026-06-02
=== docs/decisions/0004-hives.md
# Hives

* Status: rejected
* Date: 2026-05-02

## Revisit when

* honey sells
=== docs/decisions/reviews/0004-2026-05-03-aaaaaaaa.yml
record: 4
date: 2026-05-03
by: Ana
answers:
- trigger: a
  condition: {fingerprint("honey sells")}
  result: waiting
  until: 2026-05-20
=== docs/decisions/0005-barn.md
# Barn

* Status: rejected
* Date: 2026-05-02

## Revisit when

* the roof is worn, `not before 2026-06-10`
=== docs/decisions/0006-cart.md
# Cart

* Status: accepted
* Date: 2026-05-02
* Deciders: Ana Lee, Cy
* Review by: 2026-07-20
"""
APPOINTED, FLOOR = "the day set for another look", "the day that the condition names"
DUE = [
    # a day that somebody set and that has come is told before that nobody looked for long, which was so earlier
    ("0001-well", "2025-10-01", APPOINTED, "does the decision still hold, and has condition (b) come true by now?"),
    ("0002-press", "2024-12-01", APPOINTED, "does the decision still hold, and has condition (a) come true by now?"),
    ("0003-fence", "2026-06-02", APPOINTED, "does the decision still hold?"),
    ("0004-hives", "2026-05-20", APPOINTED, "has condition (a) come true by now?"),
    ("0005-barn", "2026-06-10", FLOOR, "has condition (a) come true by now?"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("due"), LOG, "2026-06-20")


@pytest.mark.parametrize(("name", "since", "why", "question"), DUE)
def test_every_page_names_the_same_day_and_reason(pages: Path, name: str, since: str, why: str, question: str) -> None:
    said = re.compile(rf"since {since} \([^)]*\) · {why}")
    title = f"ADR-{name[:4]} {name[5:].capitalize()}"
    board = words(pages / "revisit/index.md")
    assert f"Due since {since} ({why}): {question}" in words(pages / f"decisions/{name}/index.md")
    assert said.match(words(pages / "index.md").partition(f" Due {title} ")[2])
    assert said.match(re.split(rf"ADR-{name[:4]} \w+ due ", board)[1])


def test_the_terminal_says_the_same(pages: Path) -> None:
    shown = run(pages.parent / "project", "revisit", "--as-of", "2026-06-20").stdout.partition("\nDue ")[2]
    heads = [
        " ".join(one.split()) for one in re.findall(r"^  (ADR-\d+ .*?\])$", shown.partition("\n\n")[0], re.M | re.S)
    ]
    assert heads == [
        "ADR-0002 Press [accepted, due since 2024-12-01 (the day set for another look)]",
        "ADR-0001 Well [deferred, due since 2025-10-01 (the day set for another look)]",
        "ADR-0004 Hives [rejected, due since 2026-05-20 (the day set for another look)]",
        "ADR-0003 Fence [accepted, due since 2026-06-02 (the day set for another look)]",
        "ADR-0005 Barn [rejected, due since 2026-06-10 (the day that the condition names)]",
    ]


def test_ten_owners_are_in_sight_and_the_others_folded_away(tmp_path: Path) -> None:
    record = "\n=== docs/decisions/{0:04}-x.md\n# X\n\n* Status: accepted\n* Deciders: Owner {0:02}\n* Review by: 2026-01-01\n"
    root = tree(tmp_path / "project", LOG.partition("=== docs/")[0] + "".join(map(record.format, range(1, 13))))
    assert run(root, "export", "--as-of", "2026-06-20", tmp_path / "out").returncode == 0
    home = (tmp_path / "out/index.md").read_text(encoding="utf-8").partition("Next")[0]
    shown, folded = home.partition("By owner:")[2].split("<summary>2 more</summary>", 1)
    assert re.findall(">(Owner .*?)<", shown) == [f"Owner {n:02}" for n in range(1, 11)]
    assert re.findall(">(Owner .*?)<", folded.partition("</details>")[0]) == ["Owner 11", "Owner 12"]


def test_home_carries_a_hundred_of_those_that_are_due_and_leads_to_the_others(tmp_path: Path) -> None:
    record = "\n=== docs/decisions/{0:04}-x.md\n# X\n\n* Status: accepted\n* Review by: {1}\n"
    due, coming = (
        (record.format(n, "2026-01-01") for n in range(1, 102)),
        (record.format(n, "2026-12-01") for n in range(102, 203)),
    )
    root = tree(tmp_path / "project", LOG.partition("=== docs/")[0] + "".join([*due, *coming]))
    assert run(root, "export", "--as-of", "2026-06-20", tmp_path / "out").returncode == 0
    home = (tmp_path / "out/index.md").read_text(encoding="utf-8").partition("## Newest")[0]
    shown = re.findall(r'<li class="adr-row"( data-adr-from)?.*?>ADR-(\d+) X<', home)
    assert [int(number) for from_, number in shown if not from_] == [*range(1, 101)]
    assert [int(number) for from_, number in shown if from_] == [*range(102, 192)]
    assert "<summary>90 more</summary>" in home
    assert '<a href="revisit/">All 101</a> are on the board.' in home


def test_a_day_that_is_gone_is_told_as_past_and_a_coming_one_is_not(pages: Path) -> None:
    well, cart = (words(pages / f"decisions/{name}/index.md") for name in ("0001-well", "0006-cart"))
    assert well.count("Was to be looked at by 2025-10-01 in any case.") == 2, "card and section"
    assert cart.count(" To be looked at by 2026-07-20 in any case.") == 2
    assert "Was to be looked at by 2025-10-01 in any case." in words(pages / "revisit/index.md")


def test_a_coming_day_says_why(pages: Path) -> None:
    for page in ("revisit/index.md", "timeline/index.md"):
        assert re.search(rf"2026-07-20 .{{,50}}Cart · {APPOINTED}", words(pages / page))
    assert re.search("2030-01-01 .{,50}Well · a condition names this day", words(pages / "timeline/index.md"))


def test_home_counts_what_each_owner_is_asked_and_names_the_next_days(pages: Path) -> None:
    home = (pages / "index.md").read_text(encoding="utf-8")
    owners = home.partition("By owner:")[2].partition("</p>")[0]
    assert re.findall(
        r'<span class="adr-row"(.*?)><a href="revisit/\?owner=(.*?)">(.*?)</a> <strong(.*?)>(\d+)</strong>', owners
    ) == [
        ("", "no+owner", "no owner", "", "3"),
        ("", "Bo", "Bo", "", "2"),
        ("", "Ana+Lee", "Ana Lee", ' data-adr-days="2026-07-20 2"', "1"),
        (' data-adr-from="2026-07-20" hidden', "Cy", "Cy", ' data-adr-days="2026-07-20 1"', "0"),
    ]
    for page in ("index.md", "revisit/index.md"):
        assert "Next: 2026-07-20 ADR-0006 Cart 2030-01-01 ADR-0001 Well" in words(pages / page)


HOME = """\
=== adr-gen.toml
=== mkdocs.yml
site_name: Orchard
=== docs/decisions/0001-well.md
# Well

* Status: accepted
* Date: 2026-11-30
* Deciders: Bo

## Revisit when

* the brook dries up
=== docs/decisions/0002-wall.md
# Wall

* Status: rejected
=== docs/newest.md
# Newest

<!-- adr-gen:latest 1 -->
=== docs/research/01-well.md
---
revisits: 1
---
# Well

Who knows.
=== docs/research/02-roof.md
---
owner: Cy
---
# Roof
"""


def test_the_home_page_counts_what_is_open_for_its_owners_and_names_what_has_no_date(tmp_path: Path) -> None:
    pages = exported(tmp_path, HOME, "2026-12-01")
    home = words(pages / "index.md")
    assert "By owner: Bo 0 + 1 open Cy 0 + 1 open" in home
    assert "Open: 1 research file not decided yet 1 question reopened" in home
    assert words(pages / "newest.md").endswith("accepted ADR-0001 Well 2026-11-30 No date: rejected ADR-0002 Wall")
