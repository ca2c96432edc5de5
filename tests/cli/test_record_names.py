"""File names of records: a date in one is no number, and nothing ever changes it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen import records
from adr_gen.records.record_names import day_of
from tests.support.helpers import put, run
from tests.support.renumber_research import contents, renumber_lines, research

Make = Callable[[str], Path]
RECORD = "# {0}\n\n## Status\n\nAccepted\n\n## Decision\n\nWe do it.\n"


@pytest.mark.parametrize(
    ("name", "number", "day"),
    [
        ("0007-x.md", 7, None),
        ("ADR-007-x.md", 7, None),
        ("2024-roadmap.md", 2024, None),
        ("2024-13-45-x.md", 2024, None),
        ("20260102-x.md", 20260102, "2026-01-02"),
        ("2024-03-01-x.md", None, "2024-03-01"),
        ("ADR-2024-03-01-x.md", None, "2024-03-01"),
        ("2024_03_01_x.md", None, "2024-03-01"),
        ("2024.03.01 x.md", None, "2024-03-01"),
        ("2024-03-01-3-ways.md", None, "2024-03-01"),
        ("2024-03-x.md", None, None),
        ("2021-06-05_001-x.md", 1, "2021-06-05"),
        ("01-02-2024-x.md", None, None),
        ("31.12.2024_5-x.md", 5, None),
        ("01-02-20245-x.md", 1, None),
        ("01-02.2024-x.md", 1, None),
        ("2021-06-05-0012-x.md", 12, "2021-06-05"),
        ("20210605_001-x.md", 1, "2021-06-05"),
        ("2024-001-x.md", 1, None),
        ("2024-0007-x.md", 7, None),
        ("2024-3-1-x.md", None, "2024-03-01"),
        ("2024.10.1 x.md", None, "2024-10-01"),
        ("2024_3_1_x.md", None, "2024-03-01"),
        ("2024-3-x.md", None, None),
        ("2024-3-150-x.md", None, None),
        ("24-03-01-x.md", None, None),
        ("24.03.01 x.md", None, None),
        ("24-13-01-x.md", 24, None),
        ("7-1-2-x.md", 7, None),
    ],
)
def test_a_name_says_a_number_or_a_day(name: str, number: int | None, day: str | None) -> None:
    assert (records.is_record(f"a/{name}"), records.number_of(f"a/{name}"), day_of(f"a/{name}")) == (True, number, day)


def test_records_named_by_a_date_are_numbered_by_their_order_around_the_others() -> None:
    names = ["2024-05-02-b.md", "0002-x.md", "2024-03-01-a.md", "sub/2024-03-15-c.md", "20260102-d.md", "20260102-e.md"]
    assert records.numbers([*names, "page.md"]) == {
        "0002-x.md": 2,
        "2024-03-01-a.md": 1,
        "sub/2024-03-15-c.md": 3,
        "2024-05-02-b.md": 4,
        "20260102-d.md": 20260102,
        "20260102-e.md": 2026010202,
    }


def test_a_log_of_dates_has_no_problem_and_renumber_changes_none(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/decisions/2024-05-02-b.md", RECORD.format("B") + "\nSupersedes [A](2024-03-01-a.md)\n")
    put(root, "docs/decisions/2024-03-01-a.md", RECORD.format("A"))
    put(
        root,
        "docs/decisions/2024-05-02-c.md",
        RECORD.format("C").replace("Accepted", "Accepted\n\nSupersedes [A](2024-03-01-a.md)"),
    )
    before = contents(root)
    assert (run(root, "check").returncode, run(root, "check").stderr) == (0, "")
    assert renumber_lines(root) == ["no number is taken twice; nothing to mend"]
    rows = [
        (one["number"], one["title"], one["date"], one["status"], one["supersedes"], one["superseded_by"])
        for one in json.loads(run(root, "list", "--json").stdout)
    ]
    assert rows == [
        (1, "A", "2024-03-01", "superseded", [], [3]),
        (2, "B", "2024-05-02", "accepted", [], []),
        (3, "C", "2024-05-02", "accepted", [1], []),
    ]
    for pair in (("1", "9"), ("3", "9")):
        done = run(root, "renumber", *pair)
        assert (done.returncode, "is named by its date, which stays" in done.stderr) == (2, True)
    put(root, "docs/research/new.md", research("New", "2026-01-01", front="supersedes: 2024-05-02-b.md\n"))
    assert run(root, "generate").returncode == 0
    after = contents(root)
    assert "* Supersedes [ADR-0002](2024-05-02-b.md)" in after["docs/decisions/0004-new.md"]
    assert {path: after[path] for path in before} == before


def test_a_number_behind_a_date_is_renumbered_and_the_date_stays(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/decisions/2021-06-05_001-x.md", RECORD.format("X"))
    put(root, "docs/decisions/2021-07-01_001-y.md", RECORD.format("Y"))
    put(root, "docs/guide.md", "[y](decisions/2021-07-01_001-y.md)\n")
    assert "ADR301 number 1 is also taken" in run(root, "check").stderr
    assert renumber_lines(root)[0] == "docs/decisions/2021-07-01_001-y.md → 2021-07-01_002-y.md"
    assert contents(root)["docs/guide.md"] == "[y](decisions/2021-07-01_002-y.md)\n"
    assert [one["date"] for one in json.loads(run(root, "list", "--json").stdout)] == ["2021-06-05", "2021-07-01"]


def test_a_reference_to_a_name_with_a_day_leads_to_its_record_and_dates_nothing(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/decisions/2021-06-05_001-x.md", RECORD.format("X"))
    status = "Accepted (https://ci.example/2021-06-07/log), supersedes [X](2021-06-05_001-x.md)"
    put(root, "docs/decisions/0002-y.md", f"# Y\n\n## Status\n\n{status}\n")
    assert [(one["date"], one["supersedes"]) for one in json.loads(run(root, "list", "--json").stdout)] == [
        ("2021-06-05", []),
        (None, [1]),
    ]


def test_days_do_not_count_for_the_next_free_number(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    for name in ("0001-r", "0001-s", "20260104-a", "20260104-b", "20260104-c"):
        put(root, f"docs/decisions/{name}.md", RECORD.format(name))
    assert "next free is 2: run" in run(root, "check").stderr
    assert renumber_lines(root, "--dry-run")[0] == "docs/decisions/0001-s.md → 0002-s.md"
    assert renumber_lines(root)[0] == "docs/decisions/0001-s.md → 0002-s.md"


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("\ufeff# 1. Other", "\ufeff# 2. Other"),
        ("\ufeff---\nstatus: accepted\n---\n# 1. Other", "\ufeff---\nstatus: accepted\n---\n# 2. Other"),
        ("#  1) Other", "#  2) Other"),
        (" # 1 – Other", " # 2 – Other"),
        ("1. Other\n========", "1. Other\n========"),
        ("\ufeffADR-0001: Other\n===============", "\ufeffADR-0002: Other\n==============="),
        ("\ufeff# 10. Other", "\ufeff# 10. Other"),
    ],
)
def test_the_title_of_the_moved_record_has_its_new_number_in_any_form(project: Make, title: str, new: str) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/decisions/0001-a.md", RECORD.format("1. A"))
    put(root, "docs/decisions/0001-zz.md", f"{title}\n\n## Status\n\nAccepted\n")
    lines = renumber_lines(root)
    assert contents(root)["docs/decisions/0002-zz.md"] == f"{new}\n\n## Status\n\nAccepted\n"
    assert not any("\ufffd" in line for line in lines)
