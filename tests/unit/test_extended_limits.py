"""A decision that counts until something, and an update that moves that: the newer limit is told, and asked about."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

LIMITED = (
    "# Gate\n\n* Date: 2025-05-05\n\n## Decision\n\n**Accepted until the timetable change of June 2026.** It stays.\n\n"
)
LISTED = "## Revisit when\n\n- trains double\n\n"


def told(text: str) -> tuple[str | None, str, str | None, str | None, list[str]]:
    """Qualifier, verdict, date and `review_by` of a document, and its conditions."""
    result = reading.read(parse(text))
    assert result.verdict is not None
    conditions = result.conditions
    assert conditions.logic == {0: None, 1: "single"}.get(len(conditions.triggers), "any")
    return (
        result.verdict.qualifier,
        result.verdict.line,
        result.date,
        conditions.review_by,
        [one.text for one in conditions.triggers],
    )


@pytest.mark.parametrize(
    ("update", "qualifier", "verdict", "day"),
    [
        (
            "## Update 2026-05-20\n\nExtended until December 2026: the change was put off.",
            *("until December 2026", "Extended until December 2026: the change was put off.", "2026-12-01"),
        ),
        (
            "## Update 2026-05-20\n\nThe change was put off. We extend this until 2026-12-31.",
            *("until 2026-12-31", "We extend this until 2026-12-31.", "2026-12-31"),
        ),
        (
            "**Update 2026-05-20:** The decision is extended until December 2026.",
            *("until December 2026", "The decision is extended until December 2026.", "2026-12-01"),
        ),
        (
            "## Nachtrag 2026-05-20\n\nVerlängert bis 31.12.2026, weil der Wechsel ausfiel.",
            *("bis 31.12.2026", "Verlängert bis 31.12.2026, weil der Wechsel ausfiel.", "2026-12-31"),
        ),
    ],
)
def test_an_update_moves_the_limit(update: str, qualifier: str, verdict: str, day: str) -> None:
    assert told(LIMITED + update) == (qualifier, verdict, "2026-05-20", day, [])
    assert told(LIMITED + LISTED + update) == (qualifier, verdict, "2026-05-20", day, ["trains double"])


def test_a_limit_that_is_no_day_is_a_condition() -> None:
    words = "Extended until the next timetable change."
    told_of = told(f"{LIMITED}{LISTED}## Update 2026-05-20\n\n{words}")
    limit = "the next timetable change"
    assert told_of == (f"until {limit}", words, "2026-05-20", None, ["trains double", limit])


@pytest.mark.parametrize(
    "text",
    [
        LIMITED + "## Update 2026-05-20\n\nExtended the fence until May 2027.",
        LIMITED + "## Update 2026-05-20\n\nThe vendor's offer was extended until May 2027.",
        LIMITED + "## Notes\n\nExtended until May 2027.",
        LIMITED.replace(" until the timetable change of June 2026", "") + "## Update\n\nExtended until May 2027.",
    ],
)
def test_what_else_is_extended_moves_no_limit(text: str) -> None:
    result = reading.read(parse(text))
    assert result.verdict is not None
    assert (result.date, result.update, "2027" in f"{result.verdict}") == ("2025-05-05", None, False)
