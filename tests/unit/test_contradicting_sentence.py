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


@pytest.mark.parametrize(
    "text",
    [
        "# Rename: ADOPT\n\nWe should not adopt the rename.\n",
        "# Rename: ADOPT\n\nWe will not rename the column.\n",
        "# Rename the column: ADOPT\n\n## Analysis\n\nWe should not adopt it.\n\n## Notes\n\nText.\n",
        "# Rename: ADOPT\n\n## Decision\n\nDo not adopt it.\n",
        "# Rename: DEFER\n\nWe will adopt the rename now.\n",
        "# Cache (REJECT)\n\nWe recommend adopting the cache.\n",
        "# Umbenennung: EINFÜHREN\n\nWir führen die Umbenennung nicht ein.\n",
        "# Renommage : ADOPTER\n\nNous n'adoptons pas le renommage.\n",
    ],
)
def test_a_sentence_that_says_the_opposite_of_the_title_is_a_contradiction(text: str) -> None:
    result = reading.read(parse(text))
    assert (result.verdict, [found.code for found in result.findings]) == (None, ["ADR105"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Rename: ADOPT\n\nText.\n", ("accepted", "ADOPT")),
        ("# Rename: ADOPT\n\nWe will adopt it.\n", ("accepted", "We will adopt it.")),
        ("# Use Kafka: ADOPT\n\nWe will not use ZooKeeper.\n", ("accepted", "ADOPT")),
        ("# Rename: ADOPT\n\n## Context\n\nIn 2020 we decided not to adopt it.\n", ("accepted", "ADOPT")),
        ("# Rename: ADOPT\n\n## Options\n\n### Leave it\n\nWe will not adopt it.\n", ("accepted", "ADOPT")),
        ("# Rename: ADOPT\n\n> We should not adopt it.\n", ("accepted", "ADOPT")),
        ("# Rename: ADOPT\n\nWe should not adopt it before the freeze.\n", ("accepted", "ADOPT")),
    ],
)
def test_what_explains_the_verdict_of_a_title_contradicts_nothing(text: str, expected: tuple[str, str]) -> None:
    result = reading.read(parse(text))
    assert result.findings == ()
    assert result.verdict is not None
    assert (result.verdict.status, result.verdict.line) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Adopt it. Not yet.", "ADR105"),
        ("Adopt it. But not yet.", "ADR105"),
        ("Yes. No.", "ADR105"),
        ("Reject it. Yes.", "ADR105"),
        ("Adopt it. Yes.", "accepted"),
        ("Adopt Harbour. Reject Quay.", "accepted"),
        ("Adopt it. No new service is needed.", "accepted"),
        ("Reject it. Not worth it.", "rejected"),
    ],
)
def test_a_few_words_right_behind_a_verdict_answer_it(words: str, expected: str) -> None:
    result = reading.read(parse(f"# Harbour\n\nText.\n\n## Recommendation\n\n{words}\n"))
    assert (result.verdict.status if result.verdict else result.findings[0].code) == expected


def test_a_verdict_that_says_from_when_on_it_pays_is_no_acceptance() -> None:
    text = "# Stall\n\n## Recommendation: DEFER\n\n**Verdict**: Worth it from 500 a day on; until then the square is empty.\n"
    read = reading.read(parse(text))
    assert read.verdict is not None
    assert (read.verdict.status, read.findings) == ("deferred", ())
