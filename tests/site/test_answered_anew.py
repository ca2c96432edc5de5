"""A question that was answered again with another choice and the same status: every page says so, when, and what holds now."""

from pathlib import Path

import pytest

from tests.support.exported import exported, words

LOG = """\
=== adr-gen.toml
=== mkdocs.yml
site_name: Ferries
=== docs/decisions/0001-fuel.md
# Fuel

* Status: accepted
* Date: 2025-03-02

## Decision Outcome

We burn biodiesel.
=== docs/decisions/0002-fuel-again.md
# Fuel, once more

* Status: accepted
* Date: 2026-04-01
* Revisits [ADR-0001](0001-fuel.md)

## Decision Outcome

We load batteries.

## Revisit When

* the quay loses its grid
=== docs/decisions/0003-horn.md
# Horn

* Status: rejected
* Date: 2026-01-01
* Changed by: Update 2026-05-05

## Revisit when

* fog
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("anew"), LOG, "2026-12-01")


def test_the_page_of_the_old_answer_names_the_new_one_and_its_day(pages: Path) -> None:
    page = words(pages / "decisions/0001-fuel/index.md")
    assert "Answered anew by ADR-0002 Fuel, once more accepted (2026-04-01): We load batteries." in page
    assert "Decided then: We burn biodiesel." in page
    assert "Status accepted · answered anew 2026-04-01 in ADR-0002 Date 2025-03-02" in page


def test_its_row_in_the_log_says_that_it_is_past_and_what_holds_now(pages: Path) -> None:
    log = words(pages / "decisions/index.md")
    assert "0001 Fuel Decided then: We burn biodiesel. accepted 2025-03-02 now ADR-0002" in log


def test_the_board_and_the_home_page_say_which_question_the_new_one_answers(pages: Path) -> None:
    for page in ("revisit/index.md", "index.md"):
        assert "answers ADR-0001 anew" in words(pages / page), page
    assert "ADR-0001 Fuel 2025-03-02 · Decided then: We burn biodiesel." in words(pages / "index.md")
