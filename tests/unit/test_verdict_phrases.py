"""What people write as a verdict, behind a label and as the first sentence of its section; tests/cases/verdicts.yml."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN
from tests.support.helpers import load_yaml

PHRASES: dict[str, list[str]] = load_yaml(GOLDEN / "verdicts.yml")
PLACES = {
    "behind a label": "**Decision:** {}.",
    "in a heading": "## Recommendation: {}",
    "as the first sentence of a section": "## Decision\n\n{}.",
}


def status_of(text: str) -> str:
    verdict = reading.read(parse(f"# Event bus with Kafka\n\nSome words on it.\n\n{text}\n")).verdict
    return verdict.status if verdict else "undecided"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("status", PHRASES)
def test_a_phrase_says_its_status(status: str, place: str) -> None:
    statuses = {phrase: status_of(PLACES[place].format(phrase)) for phrase in PHRASES[status]}
    assert {phrase: other for phrase, other in statuses.items() if other != status} == {}
