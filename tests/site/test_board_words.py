"""What the board, the home page and the timeline say of days, states and other records, in one exported log."""

import re
from pathlib import Path

import pytest

from tests.support.helpers import run, tree

LOG = """\
=== adr-gen.toml
=== mkdocs.yml
site_name: Ferries
=== docs/decisions/0001-bank.md
# Battery bank

* Status: deferred
* Date: 2024-12-03

## Revisit when

* `adr:5 accepted`
=== docs/decisions/0002-roof.md
# Roof

* Status: accepted
* Date: 2025-06-01

## Revisit when

* it leaks
* `2027-01-15`
=== docs/decisions/0003-ship.md
# Ship

* Status: deferred
* Date: 2023-03-14
=== docs/decisions/0004-ship-again.md
# Ship, second look

* Status: deferred
* Date: 2024-08-06
* Revisits [ADR-0003](0003-ship.md)

## Revisit when

* a yard delivers
=== docs/decisions/0005-tickets.md
# Day tickets

* Status: accepted
* Date: 2025-01-14
=== docs/decisions/0006-dock.md
# Dock

* Status: deferred
* Date: 2026-11-20

## Revisit when

* `2026-12-20`
=== docs/decisions/0008-buoy.md
# Buoy

* Status: accepted

## Revisit when

* it drifts
=== docs/decisions/0009-crane.md
# Crane

* Status: accepted

## Revisit when

* `2028-01-15`
=== docs/decisions/0007-pier.md
# Pier

* Status: deferred
* Date: 2026-11-01

## Revisit when

* nobody asks
* `2027-06-01`
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("board") / "project", LOG)
    done = run(root, "export", "--as-of", "2026-11-29", root.parent / "out")
    assert done.returncode == 0, done.stderr
    return root.parent / "out"


def page_text(page: Path) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page.read_text(encoding="utf-8")).split())


@pytest.fixture(scope="module")
def board(pages: Path) -> str:
    return page_text(pages / "revisit/index.md")


def test_a_day_that_is_still_to_come_has_no_state(board: str) -> None:
    assert (
        "By day 2026-12-20 ADR-0006 Dock · a condition names this day 2027-01-15 ADR-0002 Roof · a condition names this day "
        "2027-04-30 ADR-0007 Pier · a look every 180 days 2027-06-01 ADR-0007 Pier · a condition names this day Met 1 "
    ) in board, "Pier is due, and met later"


def test_a_check_of_a_decision_names_it_with_its_title_and_counts_from_its_date(pages: Path, board: str) -> None:
    (record,) = (pages / "decisions").glob("0001-*/index.md")
    evidence = "ADR-0005 Day tickets is accepted (checked 2026-11-29 )"
    assert page_text(record).count(evidence) == 2, "card and section"
    assert '<a href="../0005-tickets/">ADR-0005</a> Day tickets' in record.read_text(encoding="utf-8")
    assert "Condition (a) has come true (since 2025-01-14 )" in page_text(record)
    assert evidence in board
    assert "ADR-0001 deferred met since 2025-01-14 (1.9 years)" in board


def test_a_state_has_one_name_and_what_waits_longest_is_first_everywhere(pages: Path, board: str) -> None:
    listed = ["ADR-0001", "ADR-0004", "ADR-0002"]
    home = page_text(pages / "index.md")
    assert board.count("Met 1") == 2, "counter and column"
    assert (
        re.findall("(?:Met|Due) (ADR-000.)", home.partition("## To look at again")[2].partition("##")[0])[:3] == listed
    )
    columns = board.partition("Met 1 A condition")[2].partition("Reopened")[0]
    assert (
        list(dict.fromkeys(re.findall(r"(ADR-000.) (?:deferred|accepted) (?:set for \S+ )?(?:met|due) since", columns)))
        == listed
    )
    assert "## Days ahead 2026 2026-12-20 0006" in page_text(pages / "timeline/index.md")


def test_a_day_that_somebody_wrote_is_told_before_a_look_in_turn(board: str) -> None:
    (roof,) = re.findall(r"ADR-0002 accepted set for 2027-01-15, due since .*? adr-gen review 2", board)
    assert "look again by" not in roof
    assert "2027-06-01 is named, look in turn by 2027-04-30 Pier" in board
    assert re.search("look again by 2026-12-20 Dock .*? adr-gen review 6", board)


def test_what_has_no_date_to_count_from_says_that_nobody_is_asked(pages: Path, board: str) -> None:
    assert "ADR-0008 accepted no date: nobody is asked Buoy" in board
    assert board.count("nobody is asked") == 1, "of the crane somebody is, on its day"
    told = [
        path.parent.name[:4]
        for path in (pages / "decisions").glob("0*/index.md")
        if "nobody is asked" in page_text(path)
    ]
    assert told == ["0008"], "its own page says so, too"


def test_a_deferral_that_was_reaffirmed_counts_from_the_first(board: str) -> None:
    assert "ADR-0004 Ship, second look 2023-03-14 1,356 1 ×" in board


def test_the_days_that_have_passed_stand_together_the_longest_first(board: str) -> None:
    assert (
        "Passed: 3 dates, the longest first ADR-0001 Battery bank since 2025-01-14 (1.9 years) · a condition has come true "
        "ADR-0004 Ship, second look since 2025-02-02 (1.8 years) · a look every 180 days "
        "ADR-0002 Roof since 2025-11-28 (1.0 years) · a look every 180 days Next: 2026-12-20"
    ) in re.sub(r"<[^>]*>", "", board)


def test_several_conditions_say_how_they_count(pages: Path, board: str) -> None:
    assert "Roof Any of these: Due (a) it leaks" in board
    assert "What would change our mind (any of these)" in page_text(pages / "decisions/0002-roof/index.md")
