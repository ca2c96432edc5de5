"""How conditions combine: what says "and" aloud never tells anybody too early."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

TWO = ("the vendor ships", "we have two people")


@pytest.mark.parametrize(
    ("text", "logic", "conditions"),
    [
        ("Revisit when (a) the vendor ships and (b) we have two people.", "all", TWO),
        ("Revisit when (1) the vendor ships, and (2) we have two people.", "all", TWO),
        ("Revisit when (a) the vendor ships or (b) we have two people.", "any", TWO),
        ("Revisit when (a) the vendor ships, (b) we have two people.", "any", TWO),
        ("**Revisit when all:** (a) the vendor ships; (b) we have two people.", "all", TWO),
        ("**Revisit when** all: (a) the vendor ships; (b) we have two people.", "all", TWO),
        ("**Revisit when any:** (a) the vendor ships; (b) we have two people.", "any", TWO),
        ("## Revisit when (all)\n\n* the vendor ships\n* we have two people", "all", TWO),
        ("## Revisit when\n\n* the vendor ships, and\n* we have two people", "all", TWO),
        ("## Revisit when\n\n* the vendor ships\n* we have two people", "any", TWO),
        ("Revisit when all tests pass.", "single", ("all tests pass",)),
    ],
)
def test_conditions_combine_as_the_text_says(text: str, logic: str, conditions: tuple[str, ...]) -> None:
    result = reading.read(parse(f"# Split\n\n## Recommendation: DEFER\n\n{text}\n")).conditions
    assert (result.logic, tuple(one.text for one in result.triggers)) == (logic, conditions)


@pytest.mark.parametrize(
    "text",
    [
        "Erneut prüfen, wenn (a) der Anbieter liefert und (b) wir zwei Leute haben.",
        "**Erneut prüfen, wenn alle:** (a) der Anbieter liefert; (b) wir zwei Leute haben.",
    ],
)
def test_they_do_in_german_too(text: str) -> None:
    result = reading.read(parse(f"# Teilung\n\n## Empfehlung: zurückstellen\n\n{text}\n")).conditions
    assert (result.logic, [one.text for one in result.triggers]) == (
        "all",
        ["der Anbieter liefert", "wir zwei Leute haben"],
    )


@pytest.mark.parametrize(
    ("value", "logic"),
    [
        ('"(a) the vendor ships and (b) we have two people"', "all"),
        ("[the vendor ships and, we have two people]", "all"),
        ("[the vendor ships, and we have two people]", "all"),
        ("[the vendor ships, we have two people]", "any"),
        ("|\n  - the vendor ships, and\n  - we have two people", "all"),
    ],
)
def test_they_do_in_front_matter_too(value: str, logic: str) -> None:
    result = reading.read(parse(f"---\ndecision: defer\nrevisit_when: {value}\n---\n# Split\n")).conditions
    assert (result.logic, len(result.triggers)) == (logic, 2)


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("a partner insists on it or the bakery triples its price", 2),
        ("the pilot team refuses to go back and a second team signs up", 2),
        ("latency creeps above 200 ms and users notice", 2),
        ("Harbour drops the flag or Quay implements the call", 2),
        ("a widget zorps in spring or the vendor frobs its price", 2),
        ("the vendor changes price and licence terms", 1),
        ("a security or privacy issue is found", 1),
        ("the compiler supports generics and traits", 1),
        ("tests run on Linux and Windows without changes", 1),
    ],
)
def test_each_clause_of_a_sentence_is_a_condition_of_its_own(text: str, conditions: int) -> None:
    result = reading.read(parse(f"# Oven\n\n## Recommendation: DEFER\n\nRevisit when {text}.\n")).conditions
    assert len(result.triggers) == conditions


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("rent falls or sales double and a bank agrees", ["rent falls or sales double and a bank agrees"]),
        (
            "the rent falls or the price doubles, and a bank agrees",
            ["the rent falls or the price doubles, and a bank agrees"],
        ),
        (
            "the rent falls and the price doubles or a bank agrees",
            ["the rent falls and the price doubles or a bank agrees"],
        ),
        (
            "the rent falls and the price doubles, or a bank agrees",
            ["the rent falls and the price doubles", "a bank agrees"],
        ),
        (
            "the rent falls, or the price doubles and a bank agrees",
            ["the rent falls", "the price doubles and a bank agrees"],
        ),
        (
            "(a) the rent falls and the price doubles or (b) a bank agrees",
            ["the rent falls and the price doubles", "a bank agrees"],
        ),
        ("the price or licence changes and the rent falls", ["the price or licence changes", "the rent falls"]),
    ],
)
def test_what_can_be_read_in_two_ways_stays_as_it_is_written(text: str, conditions: list[str]) -> None:
    result = reading.read(parse(f"# Oven\n\n## Recommendation: DEFER\n\nRevisit when {text}.\n")).conditions
    assert [one.text for one in result.triggers] == conditions
