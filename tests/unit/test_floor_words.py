"""Before a floor nobody is to look; any other day is one by which somebody is."""

from datetime import date

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.site.components.day_labels import look_on


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("* the roof is worn, `not before 2027-03-01`", "not before 2027-03-01"),
        ("* `not before 2027-03-01`", "not before 2027-03-01"),
        ("* the roof is worn, `not before 2027-03-01`\n* oil is dear", "look again by 2027-03-01"),
        ("* by 1 March 2027 at the latest", "look again by 2027-03-01"),
        ("* the maker stops spare parts before 1 March 2027", "look again by 2027-03-01"),
        ("* `2027-03-01`", "look again by 2027-03-01"),
    ],
)
def test_a_day_is_a_floor_only_where_each_condition_says_so(conditions: str, expected: str) -> None:
    read = reading.read(
        parse(f"# Roof\n\n## Decision\n\nDeferred.\n\n## Revisit when any of these holds\n\n{conditions}\n")
    )
    assert look_on(date(2027, 3, 1), read.conditions) == expected
