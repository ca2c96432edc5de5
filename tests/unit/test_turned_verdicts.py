"""What begins like an acceptance and ends as a refusal is none, in a heading, behind a label and in a section."""

import pytest
import yaml

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN

TURNED = yaml.safe_load((GOLDEN / "turned.yml").read_text(encoding="utf-8"))
PLACES = ("## {}: {}\n\nText.", "**{}:** {}.", "## {}\n\n{}.")


def statuses(language: str, phrase: str) -> set[str]:
    """What is read of a phrase in each place."""
    title, label = TURNED["titles"][language], TURNED["labels"][language]
    texts = (f"{title}\n\n{place.format(label, phrase)}\n" for place in PLACES)
    verdicts = [reading.read(parse(text)).verdict for text in texts]
    return {verdict.status if verdict else "undecided" for verdict in verdicts}


@pytest.mark.parametrize("language", TURNED["phrases"])
def test_a_verdict_that_ends_otherwise_than_it_begins_says_what_it_ends_with(language: str) -> None:
    for status, phrases in TURNED["phrases"][language].items():
        said = {phrase: statuses(language, phrase) for phrase in phrases}
        if status.startswith("not "):
            assert {phrase: some for phrase, some in said.items() if status.removeprefix("not ") in some} == {}
        else:
            assert {phrase: some for phrase, some in said.items() if some != {status}} == {}
