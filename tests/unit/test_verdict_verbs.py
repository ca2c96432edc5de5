"""What people write as a verdict, behind a label and as the first sentence of its section; tests/cases/verdicts.yml."""

from typing import Any

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


LANGUAGES: dict[str, dict[str, Any]] = load_yaml(GOLDEN / "verdicts-languages.yml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_of_another_language_says_its_status(language: str) -> None:
    phrases = dict(LANGUAGES[language])
    document = phrases.pop("document")
    read = {
        (text, status): reading.read(parse(document.replace("{}", text))).verdict
        for status in phrases
        for text in phrases[status]
    }
    assert {key: verdict for key, verdict in read.items() if verdict is None or verdict.status != key[1]} == {}
