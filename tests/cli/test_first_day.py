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
    assert all(f"look again by {day}]" in board for day in days.values() if day)
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
    assert page.count(", <em>true before watching began</em>") == 1
    assert 'data-adr-state="waiting" data-adr-days="2026-12-31 due"' in page


def test_what_the_site_leaves_out_moves_no_day_on_it(log: Path) -> None:
    put(log, "mkdocs.yml", "site_name: X\nexclude_docs: decisions/0002-x.md\n")
    assert run(log, "export", log / "out", "--as-of", BEGAN).returncode == 0
    published = json.loads((log / "out/decisions.json").read_text(encoding="utf-8"))["records"]
    assert [record["revisit"]["next"] for record in published] == ["2026-12-31", "2027-03-01", None, "2027-03-01"]


def reviews(root: Path) -> dict[str, str]:
    return {place.name: place.read_text(encoding="utf-8") for place in root.glob("docs/decisions/reviews/*")}


LATE = "2027-03-01"
"""A day on which two of the first looks have come and the third comes."""


def put_off(root: Path, *args: str) -> list[str]:
    done = run(root, "review", "--all-due", "--not-now", "90d", "--who", "Ana", "--as-of", LATE, *args)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_all_that_is_due_is_put_off_with_a_review_for_each_record(log: Path) -> None:
    put(log, "docs/decisions/0006-x.md", "# X\n\n* Status: accepted\n* Date: 2027-01-02\n\nReview by: 2027-02-01\n")
    lines = put_off(log, "--note", "after the move")
    assert [line.partition(": ")[2] for line in lines] == ["waiting, look again by 2027-05-30"] * 5
    answers = reviews(log)
    assert [name[:15] for name in sorted(answers)] == [f"{n:04}-2027-03-01"[:15] for n in (1, 2, 3, 5, 6)]
    (first,) = (text for name, text in answers.items() if name.startswith("0001"))
    assert [line for line in first.splitlines() if not line.startswith(("time:", "  condition:", "  text:"))] == [
        "record: 1",
        "file: 0001-x.md",
        "date: 2027-03-01",
        "by: Ana",
        "note: after the move",
        "answers:",
        "- trigger: a",
        "  result: waiting",
        "  seen: due",
        "  until: 2027-05-30",
        "  evidence: put off without a look",
    ]
    assert put_off(log) == ["nothing is due; 1 met, which `adr-gen review` asks about"]
    again = json.loads(run(log, "list", "--json", "--due", "--as-of", "2027-05-30").stdout)
    assert [record["id"] for record in again] == [f"ADR-{n:04}" for n in range(1, 7)]


def test_what_came_true_is_not_put_off(log: Path) -> None:
    put_off(log)
    assert "Met 1 " in run(log, "revisit", "--as-of", LATE).stdout


def test_a_dry_run_shows_the_reviews_and_writes_none(log: Path) -> None:
    lines = put_off(log, "--dry-run")
    heads = [line for line in lines if not line.startswith(" ")]
    assert [line[:33] for line in heads] == [f"docs/decisions/reviews/{n:04}-2027-" for n in (1, 2, 3, 5)]
    assert all(line.endswith(".yml: would be written") for line in heads)
    assert lines.count("      until: 2027-05-30") == 4
    data = json.loads("\n".join(put_off(log, "--dry-run", "--json")))
    assert [(one["record"], one["answers"][0]["until"]) for one in data] == [(n, "2027-05-30") for n in (1, 2, 3, 5)]
    assert reviews(log) == {}


@pytest.mark.parametrize(
    "args",
    [
        ["--all-due"],
        ["--not-now", "90d"],
        ["--dry-run"],
        ["1", "--all-due", "--not-now", "90d"],
        ["--all-due", "--not-now", "90d", "--reaffirm"],
    ],
)
def test_flags_that_do_not_go_together_write_nothing(args: list[str], log: Path) -> None:
    done = run(log, "review", *args, "--by", "Ana", "--as-of", LATE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("adr-gen: --all-due and --not-now DAY go together")
    assert reviews(log) == {}
