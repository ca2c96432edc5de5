"""A day on which something came true is told from the day on which that was found, and a look from one at another condition."""

import re
from pathlib import Path

import pytest

from adr_gen.reviews.review import fingerprint
from tests.support.helpers import run, tree

LOG = f"""\
=== adr-gen.toml
=== mkdocs.yml
site_name: Orchard
=== shed/key.md
A key.
=== docs/decisions/0001-shed.md
# Shed

* Status: deferred
* Date: 2026-01-02

## Revisit when

* `file:shed/key.md exists`
=== docs/decisions/0002-well.md
# Well

* Status: deferred
* Date: 2026-01-02

## Revisit when

* `2026-05-01`
=== docs/decisions/0003-bees.md
# Bees

* Status: deferred
* Date: 2026-01-02

## Revisit when

* honey sells
=== docs/decisions/reviews/0003-2026-06-05-aa.yml
record: 3
date: 2026-06-05
by: Ana
answers:
- trigger: a
  condition: {fingerprint("honey sells")}
  result: met
=== docs/decisions/0004-hedge.md
# Hedge

* Status: deferred
* Date: 2025-12-01

## Revisit when

* birds nest
* foxes pass
=== docs/decisions/reviews/0004-2026-06-06-aa.yml
record: 4
date: 2026-06-06
by: Ana
answers:
- trigger: b
  condition: {fingerprint("foxes pass")}
  result: waiting
"""
UNSEEN = "180 days without a look"
SAID = [
    ("0001-shed", "Condition (a) has come true (seen 2026-06-20)", "Met", "seen 2026-06-20 (today)"),
    ("0002-well", "Condition (a) has come true (since 2026-05-01)", "Met", "since 2026-05-01 (50 days)"),
    ("0003-bees", "Condition (a) has come true (seen 2026-06-05)", "Met", "seen 2026-06-05 (15 days)"),
    ("0004-hedge", f"Due since 2026-05-30 ({UNSEEN} at condition (a))", "Due", "since 2026-05-30 (21 days)"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("since") / "project", LOG)
    done = run(root, "export", "--as-of", "2026-06-20", root.parent / "out")
    assert done.returncode == 0, done.stderr
    return root.parent / "out"


def words(page: Path) -> str:
    text = " ".join(re.sub(r"<[^>]*>", " ", page.read_text(encoding="utf-8")).split())
    return re.sub(r" (?=[):])|(?<=\() ", "", text)


@pytest.mark.parametrize(("name", "banner", "state", "day"), SAID)
def test_banner_home_board_and_log_say_in_the_same_words_since_when(
    pages: Path, name: str, banner: str, state: str, day: str
) -> None:
    title = f"ADR-{name[:4]} {name[5:].capitalize()}"
    assert f"{banner}: " in words(pages / f"decisions/{name}/index.md")
    assert f"{state} {title} {day}" in words(pages / "index.md")
    assert f"ADR-{name[:4]} deferred {state.lower()} {day}" in words(pages / "revisit/index.md")
    assert f"2026-01-02 {state} {day}" in words(pages / "decisions/index.md").replace("2025-12-01", "2026-01-02")


def test_the_terminal_says_so_too(tmp_path: Path) -> None:
    shown = run(tree(tmp_path, LOG), "revisit", "--as-of", "2026-06-20").stdout
    assert re.findall(r"\[deferred, (.*?)[\](]", " ".join(shown.split())) == [
        "met since 2026-05-01",
        "met seen 2026-06-05",
        "met seen 2026-06-20",
        "due since 2026-05-30 ",
    ]
