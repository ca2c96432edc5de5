"""The days ahead: each that a condition or a person names is listed, also of a record that is due earlier."""

import re
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.support.exported import exported, words

HEAD = "=== adr-gen.toml\nwatch-from = 2026-10-01\n=== mkdocs.yml\nsite_name: Mill\n"
RECORD = "=== docs/decisions/0001-mill.md\n# Mill\n\n* Status: deferred\n* Date: 2026-10-22\n"
WHEN = "\n## Revisit when\n\n"
LOOK, SET = "a look every 180 days", "the day set for another look"
NAMED, TRUE = "the day that the condition names", "a condition names this day"
UNSEEN = ("2027-04-20", LOOK)

DAYS = [
    (f"{WHEN}* the court has ruled, but no later than 2027-06-01\n", [UNSEEN, ("2027-06-01", NAMED)]),
    (f"{WHEN}* the court has ruled\n* no later than 2027-06-01\n", [UNSEEN, ("2027-06-01", NAMED)]),
    (f"{WHEN}* the cable is there: not before `2028-04-01`\n* oil is dear\n", [UNSEEN, ("2028-04-01", NAMED)]),
    (f"{WHEN}* the cable is there, `not before 2028-04-01`\n* oil is dear\n", [UNSEEN, ("2028-04-01", NAMED)]),
    (f"{WHEN}* oil is dear\n* `2027-06-01`\n", [UNSEEN, ("2027-06-01", TRUE)]),
    (f"{WHEN}* oil is dear\n* every two years\n", [UNSEEN, ("2028-10-22", NAMED)]),
    (f"* Review by: 2027-09-01\n{WHEN}* `2026-11-15`, when the loan ends\n", [("2027-09-01", SET)]),
    (f"* Review by: 2027-02-01\n{WHEN}* oil is dear\n* `2027-06-01`\n", [("2027-02-01", SET), ("2027-06-01", TRUE)]),
    # nothing but a look in turn, on two days
    (f"{WHEN}* oil is dear\n* coal is dear\n", [UNSEEN]),
    (f"{WHEN}* never\n", []),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_timeline_months_and_calendar_have_all_days_ahead(
    tmp_path: Path, text: str, days: list[tuple[str, str]]
) -> None:
    out = exported(tmp_path, HEAD + RECORD + text, "2026-12-01")
    timeline = words(out / "timeline/index.md").partition("Days ahead")[2]
    assert re.findall(r"(\d{4}-\d\d-\d\d) 0001 deferred Mill · (.*?) (?=\d{4}|##)", timeline) == days
    board = words(out / "revisit/index.md").partition("By day")[2].partition(" Met ")[0]
    assert re.findall(r"(\d{4}-\d\d-\d\d) ADR-0001 Mill · ([a-z ]+[a-z](?: 180 days)?)", board) == [
        (day, why) for day, why in days if day < "2027-12"
    ]
    events = Calendar.from_ical((out / "revisit.ics").read_bytes()).events
    starts = [str(one.decoded("dtstart")) for one in events]
    assert [day for day in starts if day > "2026-12-01"] == [day for day, _ in days]
