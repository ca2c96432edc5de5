"""What the banner over a record says of the day on which its conditions came true."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.support.helpers import run, tree

RECORD = """
=== docs/decisions/0001-pier.md
# Pier

* Status: rejected
* Date: 2026-01-01

## Revisit when

* `2026-07-01`
* somebody has built one
* the river freezes
"""


@pytest.mark.parametrize(
    ("as_of", "banner"),
    [
        ("2026-06-28", "Condition (b) has come true (noticed 2026-06-20 ): does the decision still hold?"),
        ("2026-07-02", "Conditions (a) and (b) have come true (noticed 2026-06-20 ): does the decision still hold?"),
    ],
)
def test_the_first_of_them_says_whether_the_day_is_the_one_of_the_event_or_of_who_saw_it(
    tmp_path: Path, as_of: str, banner: str
) -> None:
    assert banner in _page(tmp_path, "2026-06-20", as_of)


def test_a_day_that_came_before_anybody_looked_is_the_one_since_when(tmp_path: Path) -> None:
    page = _page(tmp_path, "2026-07-20", "2026-07-21")
    assert "Conditions (a) and (b) have come true (since 2026-07-01 ): does the decision still hold?" in page


def test_who_has_seen_words_beside_a_day_come_true_is_believed(tmp_path: Path) -> None:
    pier = RECORD.replace("* somebody has built one", "* somebody has built one, `not before 2026-06-01`")
    page = _page(tmp_path, "2026-06-20", "2026-06-28", pier)
    assert "Condition (b) has come true (noticed 2026-06-20 ): does the decision still hold?" in page


def test_an_open_question_says_what_came_true_and_calls_nothing_else_due(tmp_path: Path) -> None:
    root = tree(tmp_path, f"=== adr-gen.toml\n{RECORD}")
    assert run(root, "review", "1", "--answer", "b=met", "--by", "Ana", "--as-of", "2026-08-01").returncode == 0
    assert run(root, "reopen", "1", "--by", "Ana", "--as-of", "2026-08-02").returncode == 0
    for as_of in ("2026-08-03", "2028-08-03"):
        assert run(root, "export", "--as-of", as_of, root / "out").returncode == 0
        text = next((root / "out/decisions").glob("0001-*/index.md")).read_text(encoding="utf-8")
        assert re.findall(r'adr-state" data-adr-state="(\w+)"', text) == ["met", "met"] * 2, "card and section"


def _page(root: Path, seen: str, as_of: str, record: str = RECORD) -> str:
    """The words of the record's page on a day, when somebody has seen on another that condition b came true."""
    tree(root / "project", record)
    assert run(root / "project", "review", "1", "--answer", "b=met", "--by", "Ana", "--as-of", seen).returncode == 0
    assert run(root / "project", "export", "--as-of", as_of, root / "out").returncode == 0
    text = next((root / "out/decisions").glob("0001-*/index.md")).read_text(encoding="utf-8")
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


REPLACED = """
=== docs/decisions/0001-ferry.md
# Ferry

* Status: accepted
* Date: 2026-01-01

## Decision Outcome

We buy the small ferry.
=== docs/decisions/0002-bridge.md
# Bridge

* Status: accepted
* Date: 2026-05-01
* Supersedes [ADR-0001](0001-ferry.md)

## Decision Outcome

We build the bridge.
"""


def test_the_verdict_of_a_record_that_was_replaced_is_told_as_past(tmp_path: Path) -> None:
    tree(tmp_path / "project", REPLACED)
    assert run(tmp_path / "project", "export", tmp_path / "out").returncode == 0
    cards = [
        re.findall(
            "<p class=.adr-decision.*?</p>",
            next((tmp_path / "out/decisions").glob(f"{number}-*/index.md")).read_text(encoding="utf-8"),
        )
        for number in ("0001", "0002")
    ]
    assert [unescape(re.sub(r"<[^>]*>", "", card)) for (card,) in cards] == [
        "Decided then: We buy the small ferry.",
        "Verdict: We build the bridge.",
    ]


def test_a_chain_of_successors_ends_with_what_holds_today(tmp_path: Path) -> None:
    tunnel = (
        "=== docs/decisions/0003-tunnel.md\n# Tunnel\n\n* Status: accepted\n* Supersedes [ADR-0002](0002-bridge.md)\n"
    )
    tree(tmp_path / "project", f"{REPLACED}{tunnel}\n## Decision Outcome\n\nWe dig.\n")
    assert run(tmp_path / "project", "export", tmp_path / "out").returncode == 0
    banners = {
        path.name[:4]: " ".join(re.sub(r"<[^>]*>", " ", banner[0]).split())
        for path in (tmp_path / "out/decisions").glob("0*/index.md")
        for path in [path.parent]
        if (banner := re.search("<div class=.adr-banner.*?</div>", (path / "index.md").read_text("utf-8"), re.S))
    }
    assert banners == {
        "0001": "Superseded by ADR-0002 Bridge superseded ( 2026-05-01 ): We build the bridge. "
        "What holds today: ADR-0003 Tunnel accepted : We dig. Before that it was accepted.",
        "0002": "Superseded by ADR-0003 Tunnel accepted : We dig. Before that it was accepted.",
    }


def test_a_day_beside_words_asks_whether_they_are_true(tmp_path: Path) -> None:
    fraud = "# Cards\n\n* Status: accepted\n* Date: 2026-01-01\n\n## Revisit When\n\n* fraud is found, look on `2026-07-18`\n"
    tree(tmp_path / "project", f"=== docs/decisions/0001-cards.md\n{fraud}=== adr-gen.toml\nwatch-from = 2026-01-01\n")
    assert run(tmp_path / "project", "export", "--as-of", "2026-07-20", tmp_path / "out").returncode == 0
    text = next((tmp_path / "out/decisions").glob("0001-*/index.md")).read_text(encoding="utf-8")
    words = " ".join(re.sub(r"<[^>]*>", " ", text).split())
    assert "The day in condition (a) has come ( 2026-07-18 ): is it true, and does the decision still hold?" in words
