"""The calendar, `llms.txt`, and where pages name them: read back by parsers of their formats."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from icalendar import Calendar
from llms_txt.miniparse import parse_llms_txt

from tests.support.helpers import build, tree
from tests.support.published import CONFIG, RECORDS, URL, Build, built

__all__ = ["built"]  # a fixture


def test_the_calendar_has_the_days_on_which_something_falls_due(built: Build) -> None:
    calendar = (built(URL) / "revisit.ics").read_bytes()
    events = Calendar.from_ical(calendar).events
    assert all(not event.errors for event in events)
    assert [(str(e["summary"]), e.decoded("dtstart"), str(e["description"]).split("\n")[0]) for e in events] == [
        (
            "Look again at ADR-0001: Which queue & <script>why</script>",
            date(2025, 8, 29),
            "(b) the team grows",
        ),
        (
            "Look again at ADR-0001: Which queue & <script>why</script>",
            date(2026, 5, 1),
            "(a) jobs wait longer than a minute, or 2026-05-01 has come",
        ),
        ("Look again at ADR-0004: Without a date", date(2027, 1, 15), "(a) 2027-01-15 has come"),
        ("Look again at ADR-0005: Überall", date(2026, 11, 30), "To be reviewed by this day."),
    ]
    assert [e.decoded("dtstamp") for e in events] == [
        datetime(2025, 3, 2, tzinfo=UTC),
        datetime(2025, 3, 2, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2026, 5, 31, tzinfo=UTC),
    ]
    assert [str(e["url"]) for e in events][2] == URL + "decisions/0004-undated/"
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    assert b"\n" not in calendar.replace(b"\r\n", b"")


def test_the_names_of_events_stay_the_same_and_differ(built: Build, tmp_path: Path) -> None:
    names = [str(UUID(str(e["uid"]))) for e in Calendar.from_ical((built(URL) / "revisit.ics").read_bytes()).events]
    assert len(set(names)) == len(names) == 4
    root = tree(tmp_path / "again", CONFIG.format(site_url=f"site_url: {URL}\n") + RECORDS)
    build(root, ADR_GEN_AS_OF="2026-09-01")
    later = Calendar.from_ical((root / "site/revisit.ics").read_bytes()).events
    assert [str(e["uid"]) for e in later] == names


def test_llms_txt_has_one_line_for_each_record(built: Build) -> None:
    text = (built(URL) / "llms.txt").read_text(encoding="utf-8")
    read = parse_llms_txt(text)
    assert (read["title"], read["summary"]) == (
        "Our & their log",
        "5 architecture decisions as of 2026-06-01: what was decided, why, and when to look again.",
    )
    assert list(read["sections"]) == ["Accepted", "Rejected", "Deferred", "Superseded", "Optional"]
    assert read["sections"]["Rejected"] == [
        {
            "title": "ADR-0001 Which queue & <script>why</script>",
            "url": URL + "decisions/0001-queue/",
            "desc": "2025-03-02; for now; The table is enough & cheap; revisit (met): "
            "jobs wait longer than a minute, or 2026-05-01 has come / the team grows",
        }
    ]
    assert read["sections"]["Superseded"][0]["desc"] == "2024-01-01; By hand; superseded by ADR-0002"


def test_pages_say_where_the_files_are(built: Build) -> None:
    site = built("")
    for page in ("index.html", "decisions/index.html", "decisions/0001-queue/index.html"):
        text = (site / page).read_text(encoding="utf-8")
        links = re.findall(
            r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', text.split("</head>")[0]
        )
        assert [kind for kind, _ in links] == [
            "application/atom+xml",
            "text/calendar",
            "application/json",
            "text/plain",
        ]
        assert all(((site / page).parent / path).is_file() for _, path in links)
    for page in ("decisions/index.html", "revisit/index.html"):
        article = (site / page).read_text(encoding="utf-8").split("<article")[1]
        assert set(re.findall(r'href="../([a-z]+\.[a-z]+)"', article)) == {
            "feed.xml",
            "revisit.ics",
            "decisions.json",
            "llms.txt",
        }
