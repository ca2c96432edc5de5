"""'either' and 'both' that say of how many stay, those that announce 'or' and 'and' go; 'neither' begins a condition or a remark."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

FLOOD = "the river floods"


def conditions(words: str) -> tuple[str | None, list[str]]:
    read = reading.read(parse(f"# Second kiln\n\n## Decision\n\nRejected for now.\n\n{words}\n")).conditions
    return read.logic, [one.text for one in read.triggers]


@pytest.mark.parametrize(
    "counted",
    [
        "either house has no clay two springs in a row",
        "either large kiln has a crack",
        "either partner leaves",
        "either of us leaves",
        "both sites have fibre",
        "both houses refuse",
        "both of us agree",
        "neither house has clay",
        "neither of us has time for it",
        "any of us leaves",
        "all three teams have asked for it",
        "each house has a furnace",
        "one of the two houses has a furnace",
    ],
)
def test_words_that_say_of_how_many_stay_with_their_noun(counted: str) -> None:
    assert conditions(f"**Reconsider if** {counted}.") == ("single", [counted])
    assert conditions(f"**Reconsider if** {counted}, or if {FLOOD}.") == ("any", [counted, FLOOD])
    assert conditions(f"Revisit when {FLOOD}, or if {counted}.") == ("any", [FLOOD, counted])


@pytest.mark.parametrize(
    ("words", "logic", "texts"),
    [
        ("either prices fall, or a team asks", "any", ["prices fall", "a team asks"]),
        ("either the price falls or a team asks", "any", ["the price falls", "a team asks"]),
        ("either we ship it, or somebody asks", "any", ["we ship it", "somebody asks"]),
        ("both the price falls and a team asks", "all", ["the price falls", "a team asks"]),
        ("both sites have fibre and a team asks", "all", ["both sites have fibre", "a team asks"]),
    ],
)
def test_words_that_announce_what_joins_two_conditions_go(words: str, logic: str, texts: list[str]) -> None:
    assert conditions(f"**Reconsider if** {words}.") == (logic, texts)


@pytest.mark.parametrize("remark", ["Neither is likely.", "Neither of these is near.", "Neither applies today."])
def test_neither_before_a_verb_is_a_remark(remark: str) -> None:
    assert conditions(f"**Reconsider when:** {FLOOD}. {remark}") == ("single", [FLOOD])


@pytest.mark.parametrize(
    ("words", "counted", "other"),
    [
        ("**Neu bewerten, wenn** {}, oder wenn {}.", "beide Häuser keinen Ton haben", "der Fluss steigt"),
        ("**À réexaminer si** {}, ou si {}.", "les deux maisons ont un four", "la rivière monte"),
        ("**Reconsiderar si** {}, o si {}.", "ambas casas tienen un horno", "el río sube"),
        ("**Reavaliar se** {}, ou se {}.", "ambas as casas têm um forno", "o rio sobe"),
        ("**Riesaminare se** {}, o se {}.", "entrambe le case hanno un forno", "il fiume sale"),
        ("**Пересмотреть, если** {}, или если {}.", "оба дома имеют печь", "река поднимается"),
    ],
)
def test_they_stay_in_other_languages(words: str, counted: str, other: str) -> None:
    assert conditions(words.format(counted, other)) == ("any", [counted, other])
