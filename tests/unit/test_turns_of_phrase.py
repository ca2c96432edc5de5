"""Turns of phrase by which people say what would change a decision, and what keeps it from going ahead."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

DEFERRED = "# A queue\n\nText of the thing.\n\n## Decision\n\nDefer."


@pytest.mark.parametrize(
    ("sentence", "conditions"),
    [
        ("This flips if (a) it runs on two machines, or (b) it takes five minutes.", ["it runs on two machines", "it takes five minutes"]),
        ("This would tip if the price halves.", ["the price halves"]),
        ("The answer turns if the price halves.", ["the price halves"]),
        ("That changes the day they ship ARM builds.", ["they ship ARM builds"]),
        ("**Back in scope when** (a) it has a schema, and (b) the contract is renewed.", ["it has a schema", "the contract is renewed"]),
        ("We will take the proposal off the shelf when typing is final.", ["typing is final"]),
        ("I'd pull this forward if the bill goes over 300 a month.", ["the bill goes over 300 a month"]),
        ("This turns red if the price halves.", []),
        ("The queue flips the order if a job fails.", []),
        ("Take it off the shelf when you leave.", []),
    ],
)  # fmt: skip
def test_what_would_change_a_decision_is_said_in_many_ways(sentence: str, conditions: list[str]) -> None:
    read = reading.read(parse(f"{DEFERRED} {sentence}\n"))
    assert [trigger.text for trigger in read.conditions.triggers] == conditions


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("What sank it:", True),
        ("What keeps it from a release:", True),
        ("What killed the pilot:", True),
        ("It waits because two things are in the way which this note can't solve:", True),
        ("What keeps the tests green:", False),
        ("What it would cost:", False),
    ],
)
def test_what_keeps_a_decision_from_going_ahead_is_said_in_many_ways(lead: str, found: bool) -> None:
    items = ["there is no ARM build", "the proxy drops idle connections"]
    read = reading.read(parse(f"{DEFERRED}\n\n{lead}\n\n- {items[0]}\n- {items[1]}\n"))
    assert [blocker.text for blocker in read.blockers] == (items if found else [])


def test_german_words_for_what_is_in_the_way_announce_blockers() -> None:
    text = (
        "# Heizung\n\n## Woran es hakt\n\n- Der Vertrag lässt es nicht zu\n\n## Entscheidung\n\nWird zurückgestellt.\n"
    )
    assert [blocker.text for blocker in reading.read(parse(text)).blockers] == ["Der Vertrag lässt es nicht zu"]


@pytest.mark.parametrize(
    ("sentences", "blockers"),
    [
        (
            "Two things stand in the way. The phones have no support any more and the council has not agreed yet.",
            ["The phones have no support any more", "the council has not agreed yet"],
        ),
        ("Two things are in the way. The licence covers the web only.", ["The licence covers the web only"]),
        ("Two roads lead there. The phones run a system from 2017.", []),
    ],
)
def test_what_is_counted_as_in_the_way_is_named_behind(sentences: str, blockers: list[str]) -> None:
    assert [blocker.text for blocker in reading.read(parse(f"{DEFERRED} {sentences}\n")).blockers] == blockers
