"""Who defers until a day looks again on it, also where other conditions stand under a heading."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

LIST = "\n\n**Revisit when:**\n\n- prices fall by half"


@pytest.mark.parametrize(
    ("verdict", "day"),
    [
        ("## Recommendation: DEFER until 2026-10-01", "2026-10-01"),
        ("## Recommendation: Reject until October 2026", "2026-10-01"),
        ("## Recommendation: Accepted until 2027-01-01", "2027-01-01"),
        ("## Entscheidung: zurückgestellt bis 2026-10-01", "2026-10-01"),
        ("**Verdict**: Two are too dear. We defer this until 2026-10-01.", "2026-10-01"),
        ("**Verdict**: We postpone the push messages until October 2026.", "2026-10-01"),
        ("## Recommendation: DEFER\n\nWe revisit this on 2027-01-31.", "2027-01-31"),
        ("**Review by:** 2026-08-01\n\n## Recommendation: DEFER until 2026-10-01", "2026-08-01"),
        ("## Recommendation: DEFER until 2026-04-01", None),
        ("## Recommendation: DEFER until the vendor ships", None),
        ("## Recommendation: DEFER", None),
    ],
)
def test_the_day_counts_beside_listed_conditions(verdict: str, day: str | None) -> None:
    found = reading.read(parse(f"# Split\n\nDate: 2026-05-01\n\n{verdict}{LIST}\n")).conditions
    assert (found.review_by, [one.text for one in found.triggers]) == (day, ["prices fall by half"])


@pytest.mark.parametrize(
    ("verdict", "day", "conditions"),
    [
        ("## Recommendation: DEFER until 2026-10-01", "2026-10-01", []),
        ("## Verdict\n\nWe defer this until 2026-10-01.", None, ["2026-10-01"]),
    ],
)
def test_it_counts_once_alone(verdict: str, day: str | None, conditions: list[str]) -> None:
    found = reading.read(parse(f"# Split\n\nDate: 2026-05-01\n\n{verdict}\n")).conditions
    assert (found.review_by, [one.text for one in found.triggers]) == (day, conditions)


def test_it_counts_beside_conditions_of_the_front_matter() -> None:
    text = (
        "---\nrevisit_when: prices fall\ndate: 2026-05-01\n---\n# Split\n\n## Recommendation: DEFER until 2026-10-01\n"
    )
    found = reading.read(parse(text)).conditions
    assert (found.review_by, [one.text for one in found.triggers]) == ("2026-10-01", ["prices fall"])
