"""Labels that announce conditions in some documents only: "Pull when", "Triggers", names with a word of turning round."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from tests.support.candidates import verdicts

ITEMS = ["the quay is longer than 400 m", "a second crane is rented"]


def conditions(verdict: str, name: str, items: list[str]) -> list[str]:
    listed = "".join(f"- {item}\n" for item in items)
    text = f"# Cranes\n\n## Decision\n\n{verdict}\n\n## {name}\n\n{listed}"
    return [one.text for one in reading.read(parse(text)).conditions.triggers]


@pytest.mark.parametrize("name", ["Pull when", "Yes, if", "No unless", "Buy it once"])
def test_a_label_left_open_names_what_would_change_a_refusal(name: str) -> None:
    assert conditions("Rejected.", name, ITEMS) == ITEMS
    assert conditions("Accepted.", name, ITEMS) == []


@pytest.mark.parametrize("name", ["Good to use when", "Done when", "Go if", "What happens when", "Quote of the day"])
def test_a_label_that_says_when_to_use_something_names_no_condition(name: str) -> None:
    assert conditions("Rejected.", name, ITEMS) == []


@pytest.mark.parametrize("name", ["Triggers", "Our regret test", "An open door", "From here to a yes"])
def test_a_name_of_turning_round_or_watching_announces_sentences(name: str) -> None:
    assert conditions("Accepted.", name, ITEMS) == ITEMS


@pytest.mark.parametrize("name", ["Triggers", "Our regret test", "An open door"])
def test_what_is_no_sentence_or_past_is_not_announced(name: str) -> None:
    assert conditions("Accepted.", name, ["`push` to the main branch", "a nightly schedule"]) == []
    assert conditions("Accepted.", name, ["the quay was closed in May", "a crane had been rented"]) == []


def test_a_label_of_watching_announces_a_text_with_its_check() -> None:
    watched = "boats that lie idle, `file:boats/*.md count >= 10`"
    for text, read in ((watched, [watched]), ("the log of the boats", [])):
        document = parse(f"# Cranes\n\n## Decision\n\nAccepted.\n\n**Watch:** {text}.\n")
        assert [one.text for one in reading.read(document).conditions.triggers] == read


def test_what_is_watched_is_never_offered_as_a_deferral() -> None:
    text = "# Boats\n\nTwo days. Nobody minds.\n\n**Watch:** idle boats, `file:boats/*.md count >= 10`.\n"
    assert [status for _, _, status in verdicts(text) if status] == []


@pytest.mark.parametrize(
    ("below", "read"),
    [
        ("Two desks, a radio console, a line. 84,000 once, 9,000 a year.", ["a second crane is rented"]),
        ("Six weeks and two people.", ["a second crane is rented"]),
        ("Two desks, a line. The room is there; it's the old office.", ["a second crane is rented"]),
        ("The quay is longer than 400 m.", ["The quay is longer than 400 m"]),
        ("- the quay is longer than 400 m\n- two cranes", ["the quay is longer than 400 m", "two cranes"]),
    ],
)
def test_what_it_would_take_may_be_things_and_sums(below: str, read: list[str]) -> None:
    text = f"# Cranes\n\n## Decision\n\nRejected. We look again if a second crane is rented.\n\n## What it would take\n\n{below}\n"
    result = reading.read(parse(text))
    assert ([one.text for one in result.conditions.triggers], result.findings) == (read, ())
