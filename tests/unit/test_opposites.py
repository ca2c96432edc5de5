"""A sentence below a verdict that says the opposite leaves the document undecided, one that explains it does not."""

import pytest
import yaml

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN

BELOW = yaml.safe_load((GOLDEN / "opposites.yml").read_text(encoding="utf-8"))


def read(language: str, sentence: str) -> tuple[str, list[str]]:
    result = reading.read(parse(f"{BELOW[language]['above']}\n\n{sentence}\n"))
    return result.verdict.status if result.verdict else "undecided", [found.code for found in result.findings]


@pytest.mark.parametrize("language", BELOW)
def test_a_sentence_that_says_the_opposite_is_a_contradiction(language: str) -> None:
    said = {sentence: read(language, sentence) for sentence in BELOW[language]["contradict"]}
    assert {sentence: what for sentence, what in said.items() if what != ("undecided", ["ADR105"])} == {}


@pytest.mark.parametrize("language", BELOW)
def test_a_sentence_about_a_part_another_option_or_a_chance_contradicts_nothing(language: str) -> None:
    said = {sentence: read(language, sentence) for sentence in BELOW[language]["explain"]}
    assert {sentence: what for sentence, what in said.items() if what != ("accepted", [])} == {}
