"""What the checks without the network find: days, the project's files, other decisions, and numbers written down."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from adr_gen.checks import World, observe, parse
from adr_gen.checks.base import Measured
from adr_gen.model import Observation
from adr_gen.monitor import Monitor
from adr_gen.project import load

DAY = date(2026, 11, 24)
CALENDAR = [
    ("2026-11-24", None, DAY, "met", "2026-11-24"),
    ("2026-11-25", None, DAY, "waiting", "2026-11-25"),
    ("2026-Q4", None, DAY, "met", "2026-10-01"),
    ("2027-Q1", None, date(2026, 12, 31), "waiting", "2027-01-01"),
    ("2027-Q1", None, date(2027, 1, 1), "met", "2027-01-01"),
    ("not before 2027-Q2", None, date(2027, 3, 31), "waiting", "2027-04-01"),
    ("after 6 months", "2026-08-31", DAY, "waiting", "2027-02-28"),
    ("after 6 months", "2027-08-31", DAY, "waiting", "2028-02-29"),
    ("after 1 year", "2024-02-29", DAY, "met", "2025-02-28"),
    ("after 4 years", "2024-02-29", DAY, "waiting", "2028-02-29"),
    ("after 1 quarter", "2026-11-30", DAY, "waiting", "2027-02-28"),
    ("after 30 days", "2026-10-25", DAY, "met", "2026-11-24"),
    ("after 2 weeks", "2026-11-11", DAY, "waiting", "2026-11-25"),
]


@pytest.mark.parametrize(("token", "decided", "today", "result", "since"), CALENDAR)
def test_the_calendar(token: str, decided: str | None, today: date, result: str, since: str) -> None:
    observation = observe(parse(token), World(today), date.fromisoformat(decided) if decided else None)
    assert (observation.result, observation.since, observation.by, observation.date) == (
        result,
        since,
        "check",
        today.isoformat(),
    )


def test_a_time_after_a_decision_without_a_date_is_unknown() -> None:
    expected = Observation("unknown", "2026-11-24", "check", "the decision has no date to count from; add `date:`")
    assert observe(parse("after 6 months"), World(DAY)) == expected
    beyond = observe(parse("after 9999 years"), World(DAY), DAY)
    assert (beyond.result, beyond.evidence) == ("unknown", "after 9999 years of 2026-11-24 is beyond the calendar")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for path, text in {
        "src/a.sql": "1\n2\n3\n",
        "src/deep/b.sql": "redis\n",
        "src/c.py": "x\n" * 900,
        "src/binary.py": "\0",
        ".gitignore": "built/\n",
        "built/d.sql": "",
        "an api.md": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


FILES = [
    ("file:src/**/*.sql count >= 2", "met", "2 files match src/**/*.sql"),
    ("file:src/*.sql count >= 2", "waiting", "1 file matches src/*.sql"),
    ("file:**/*.sql count > 2", "waiting", "2 files match **/*.sql"),
    ("file:built exists", "waiting", "there is no built"),
    ("file:src exists", "met", "src/a.sql exists"),
    ("file:an api.md exists", "met", "an api.md exists"),
    ("file:*.sql exists", "waiting", "there is no *.sql"),
    ("file:src/**/*.sql contains redis", "met", "src/deep/b.sql contains it"),
    ("file:src/*.py contains redis", "waiting", "2 files match src/*.py, none contains it"),
    ("file:src/c.py lines > 800", "met", "src/c.py has 900 lines"),
    ("file:src/*.py lines > 900", "waiting", "src/c.py has 900 lines"),
    ("file:gone.py lines > 1", "waiting", "there is no gone.py"),
]


@pytest.mark.parametrize("git", [True, False], ids=["git", "no git"])
def test_checks_of_files_look_at_the_repository_without_what_git_ignores(repository: Path, git: bool) -> None:
    if git:
        subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
        subprocess.run(["git", "add", "src/a.sql"], cwd=repository, check=True)
    else:
        (repository / "built/d.sql").unlink()
    project = load(repository)
    world = Monitor(project, lambda: project.log()[0], DAY).world
    observations = [(token, *_plain(observe(parse(token), world))) for token, _, _ in FILES]
    assert observations == FILES


def _plain(observation: Observation) -> tuple[str, str]:
    return observation.result, observation.evidence


def test_a_check_of_a_decision_follows_who_supersedes_it(tmp_path: Path) -> None:
    folder = tmp_path / "docs/decisions"
    folder.mkdir(parents=True)
    for name, text in {
        "0001-old.md": "# Old\n\n* Status: accepted\n",
        "0002-new.md": "# New\n\n* Status: rejected\n* Date: 2026-11-02\n* Supersedes [ADR-0001](0001-old.md)\n",
        "0003-open.md": "# Open\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    project = load(tmp_path)
    world = Monitor(project, lambda: project.log()[0], DAY).world
    expected = {
        "adr:1 rejected": ("met", "ADR-0002 is rejected"),
        "adr:1 accepted": ("waiting", "ADR-0002 is rejected"),
        "adr:1 superseded": ("met", "ADR-0002 is rejected"),
        "adr:2 superseded": ("waiting", "ADR-0002 is rejected"),
        "adr:3 accepted": ("waiting", "ADR-0003 is without a known status"),
        "adr:9 accepted": ("unknown", "there is no record 9; mend the number"),
    }
    observations = {token: observe(parse(token), world) for token in expected}
    assert {token: _plain(one) for token, one in observations.items()} == expected
    assert {one.since for one in observations.values() if one.result == "met"} == {"2026-11-02"}


def test_the_last_number_that_was_written_down_by_the_day_counts() -> None:
    readings = {"users": Measured(410, "2026-11-01", "Ana"), "share": Measured(0.5, "2026-10-01")}
    world = World(DAY, readings=readings)
    assert observe(parse("reading:users > 400"), world) == Observation(
        "met", "2026-11-24", "check", "users was 410 on 2026-11-01 by Ana", "2026-11-01"
    )
    assert _plain(observe(parse("reading:share > 0.5"), world)) == ("waiting", "share was 0.5 on 2026-10-01")
    assert _plain(observe(parse("reading:cost > 1"), world)) == (
        "unknown",
        "nobody has written down cost yet; add it to readings.yml",
    )
