"""What joins a qualifier or a condition to its neighbours is no part of it."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    "verdict",
    [
        "Skip it for now - images are small.",
        "Skip it for now – images are small.",
        "Skip it for now — images are small.",
        "Rejected for now -- images are small.",
        "Rejected (for now -)",
        "Rejected for now & for good",
        "Rejected for now, or longer",
    ],
)
def test_a_qualifier_has_none_at_its_ends(verdict: str) -> None:
    found = reading.read(parse(f"# Images\n\n## Verdict\n\n{verdict}\n")).verdict
    assert found is not None
    assert (found.status, found.qualifier) == ("rejected", "for now")


def test_one_in_front_matter_has_none() -> None:
    found = reading.read(parse('---\ndecision: reject\nqualifier: "- for now and"\n---\n# Images\n')).verdict
    assert found is not None
    assert found.qualifier == "for now"


@pytest.mark.parametrize(
    ("items", "logic", "conditions"),
    [
        (["prices fall", "or a team asks"], "any", ["prices fall", "a team asks"]),
        (["(a) prices fall", "(b) or a team asks"], "any", ["prices fall", "a team asks"]),
        (["prices fall", "and if a team asks,"], "all", ["prices fall", "a team asks"]),
        (["prices fall, and", "a team asks"], "all", ["prices fall", "a team asks"]),
        (["both teams and users agree", "orders double"], "any", ["both teams and users agree", "orders double"]),
    ],
)
def test_an_item_has_none(items: list[str], logic: str, conditions: list[str]) -> None:
    text = "\n".join(f"- {item}" for item in items)
    found = reading.read(parse(f"# Images\n\n## Verdict: Reject\n\n## Revisit when\n\n{text}\n")).conditions
    assert (found.logic, [one.text for one in found.triggers]) == (logic, conditions)
