"""The first day of a log that is older than its watching: days, digest and bulk answers agree everywhere."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.support.helpers import put, run

BEGAN = "2026-12-01"
RECORD = """\
# Record {number}

* Status: rejected
* Date: {day}

## Revisit When

* {condition}
"""
SETTINGS = f"review-every = 90\nwatch-from = {BEGAN}\n"


def old(root: Path, number: int, condition: str, day: str = "2026-01-01") -> None:
    text = RECORD.format(number=number, day=day, condition=condition)
    put(root, f"docs/decisions/{number:04}-x.md", text)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Three decisions that people judge, one whose day has come, one that is new."""
    root = tmp_path / "log"
    put(root, "adr-gen.toml", SETTINGS)
    for number in (1, 2, 3):
        old(root, number, f"a customer asks for number {number}")
    old(root, 4, "`2026-10-01`")
    old(root, 5, "a new customer asks", day=BEGAN)
    return root


def test_every_list_calendar_and_page_has_the_same_days(log: Path) -> None:
    days = {
        "ADR-0001": "2026-12-31",
        "ADR-0002": "2027-01-30",
        "ADR-0003": "2027-03-01",
        "ADR-0004": None,
        "ADR-0005": "2027-03-01",
    }
    listed = json.loads(run(log, "list", "--json", "--as-of", BEGAN).stdout)
    assert {record["id"]: record["revisit"]["next"] for record in listed} == days
    board = run(log, "revisit", "--as-of", BEGAN).stdout
    assert all(f"next {day}]" in board for day in days.values() if day)
    assert (
        "(a) met      `2026-10-01`\n                 2026-10-01 has come (check, 2026-12-01); true before watching\n"
        in board
    )
    assert run(log, "export", log / "out", "--as-of", BEGAN).returncode == 0
    published = json.loads((log / "out/decisions.json").read_text(encoding="utf-8"))["records"]
    assert {record["id"]: record["revisit"]["next"] for record in published} == days
    events = Calendar.from_ical((log / "out/revisit.ics").read_bytes()).events
    calendar = {str(e["summary"])[14:22]: e.decoded("dtstart").isoformat() for e in events}
    assert calendar == {**days, "ADR-0004": "2026-10-01"}
    page = (log / "out/revisit/index.md").read_text(encoding="utf-8")
    assert page.count("true before watching began") == 1
    assert 'data-adr-state="waiting" data-adr-days="2026-12-31 due"' in page


def test_what_the_site_leaves_out_moves_no_day_on_it(log: Path) -> None:
    put(log, "mkdocs.yml", "site_name: X\nexclude_docs: decisions/0002-x.md\n")
    assert run(log, "export", log / "out", "--as-of", BEGAN).returncode == 0
    published = json.loads((log / "out/decisions.json").read_text(encoding="utf-8"))["records"]
    assert [record["revisit"]["next"] for record in published] == ["2026-12-31", "2027-03-01", None, "2027-03-01"]
