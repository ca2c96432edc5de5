"""Conditions as people word them: how many are needed, how often to look, until when a decision holds, what ends it."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

HEAD = "---\ndate: 2025-01-10\n---\n# Cistern\n\n## Decision\n\n{verdict}\n\n"
LIST = "## Revisit when\n\n- the well dries up\n- the pump costs half\n- the town pays\n\n"
THREE = ["the well dries up", "the pump costs half", "the town pays"]
TWO = THREE[:2]


def conditions(text: str, verdict: str = "Accepted.") -> tuple[str | None, list[str]]:
    """How the conditions of a decision count, and their words; a day by which to look last."""
    found = reading.read(parse(HEAD.format(verdict=verdict) + text + "\n")).conditions
    return found.logic, [*(one.text for one in found.triggers), *filter(None, [found.review_by])]


@pytest.mark.parametrize(
    ("remark", "logic"),
    [
        ("All three have to hold.", "all"),
        ("All three have to be true.", "all"),
        ("All three, please – one alone is not enough.", "all"),
        ("All of them are needed.", "all"),
        ("We need all three.", "all"),
        ("Any one is enough.", "any"),
        ("All three were named by the plumber.", "any"),
        ("We need all three pumps anyway.", "any"),
    ],
)
def test_a_remark_behind_a_list_says_how_many_are_needed(remark: str, logic: str) -> None:
    assert conditions(LIST + remark) == (logic, THREE)


@pytest.mark.parametrize(
    ("text", "logic"),
    [
        ("## Wiedervorlage\n\n- der Brunnen versiegt\n- die Pumpe kostet die Hälfte\n\nEs müssen beide zutreffen.", "all"),
        ("## Wiedervorlage\n\n- der Brunnen versiegt\n- die Pumpe kostet die Hälfte\n\nAlle zwei müssen erfüllt sein.", "all"),
        ("## Wiedervorlage\n\n- der Brunnen versiegt\n- die Pumpe kostet die Hälfte\n\nAlle zwei nannte der Klempner.", "any"),
        ("## À revoir si\n\n- le puits est à sec\n- la pompe coûte la moitié\n\nIl faut les deux.", "all"),
        ("## À revoir si\n\n- le puits est à sec\n- la pompe coûte la moitié\n\nLes deux conditions doivent être remplies.", "all"),
        ("## Cuándo revisarlo\n\n- el pozo se seca\n- la bomba cuesta la mitad\n\nDeben cumplirse las dos.", "all"),
        ("## Cuándo revisarlo\n\n- el pozo se seca\n- la bomba cuesta la mitad\n\nLas dos son caras.", "any"),
    ],
)  # fmt: skip
def test_it_does_in_other_languages(text: str, logic: str) -> None:
    found = conditions(text)
    assert (found[0], len(found[1])) == (logic, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Revisit\n\nAll of the following: the well dries up, the pump costs half.", ("all", TWO)),
        ("## Revisit\n\nAny of the following: the well dries up, the pump costs half.", ("any", TWO)),
        ("## Revisit\n\nBoth of: the well dries up; the pump costs half.", ("all", TWO)),
        ("Only if all of these hold would we reconsider: the well dries up; the pump costs half.", ("all", TWO)),
        ("## Revisit\n\nWe looked at it in May: the well is full.", (None, [])),
        ("We would reconsider if two things were in place: (1) the well dries up, (2) the pump costs half.", ("all", TWO)),
        ("We would reconsider if one of two things happened: (1) the well dries up, (2) the pump costs half.", ("any", TWO)),
        ("Revisit if the town skips two bills, or pipes fail, or prices double.", ("any", ["the town skips two bills", "pipes fail", "prices double"])),
        ("Revisit if pumps or pipes fail.", ("single", ["pumps or pipes fail"])),
    ],
)  # fmt: skip
def test_conditions_behind_a_colon_count_as_the_words_before_it_say(text: str, expected: tuple[str, list[str]]) -> None:
    assert conditions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revisit yearly.", ["yearly"]),
        ("Revisit every two years, next in 2027.", ["every two years, next in 2027"]),
        ("Every two years we look at this again.", ["Every two years"]),
        ("## Review\n\nYearly.", ["Yearly"]),
        ("## Review\n\nOnce a year.", ["Once a year"]),
        ("## Review\n\nEvery spring.", ["Every spring"]),
        ("Revisit once a year has passed.", ["a year has passed"]),
        ("Zweimal gegossen. Alle zwei Jahre neu bewerten.", ["Alle zwei Jahre"]),
        ("À réexaminer tous les deux ans.", ["tous les deux ans"]),
        ("## Revisión\n\nCada dos años.", ["Cada dos años"]),
        ("## Review\n\nThe board liked it.", []),
        ("The filter is rinsed every two weeks.", []),
        ("Each record is reviewed yearly.", []),
    ],
)
def test_a_look_at_an_interval_is_a_condition(text: str, expected: list[str]) -> None:
    assert conditions(text)[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**To be revisited:** end of 2026 at the latest, or as soon as the town pays", ["end of 2026 at the latest", "the town pays"]),
        ("**Decide by:** 30 June 2027", ["2027-06-30"]),
        ("**Decided by:** Ana", []),
        ("We keep it, next look end of 2027.", ["end of 2027"]),
        ("The next look was in May.", []),
        ("This holds for one year, then we see.", ["one year"]),
        ("The seal holds for one year.", []),
        ("This decision stands unless the town pays.", ["the town pays"]),
        ("À revoir au printemps 2027.", ["au printemps 2027"]),
        ("**Entscheiden bis:** 30. Juni 2027", ["2027-06-30"]),
        ("Diese Entscheidung gilt für zwei Jahre.", ["zwei Jahre"]),
        ("## Let's look at it again\n\nIf the well dries up. In any case after two years.", ["the well dries up", "In any case after two years"]),
    ],
)  # fmt: skip
def test_a_day_or_time_in_words_is_read_where_it_is_the_decisions(text: str, expected: list[str]) -> None:
    assert conditions(text)[1] == expected


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("Verdict: yes, as a trial of the small cistern, until the end of March 2027", ["2027-03-31"]),
        ("Verdict: yes, and we pay the old landlord until March 2027", []),
    ],
)
def test_a_verdict_ends_on_the_day_behind_its_last_comma(verdict: str, expected: list[str]) -> None:
    found = reading.read(parse(f"---\ndate: 2025-01-10\n---\n# Cistern\n\n{verdict}\n")).conditions
    assert [*(one.text for one in found.triggers), *filter(None, [found.review_by])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Look again when the lease ends in 2027-06.*", ["the lease ends in 2027-06"]),
        ("_Revisit if the price falls._", ["the price falls"]),
        ("Revisit *only if* the price of `rain_barrel` falls.", ["the price of `rain_barrel` falls"]),
        ("Revisit if the price falls, or _when_ the town_hall pays.", ["the price falls", "the town_hall pays"]),
    ],
)
def test_emphasis_is_no_letter_of_a_condition(text: str, expected: list[str]) -> None:
    assert conditions(text)[1] == expected


@pytest.mark.parametrize(
    ("heading", "is_read"),
    [
        ("Stop if", True),
        ("When do we stop", True),
        ("Watch", True),
        ("Things to watch", True),
        ("Abbruchkriterien", True),
        ("Critères d'abandon", True),
        ("Quand y revenir", True),
        ("Cuándo volver a hablarlo", True),
        ("Warum wir das noch einmal ansehen würden", True),
        ("Exit criteria", False),
        ("Rollback criteria", False),
        ("Pilot\n\n### Stop if", False),
        ("Roll-out\n\n### Abort criteria", False),
        ("Einführung\n\n### Abbruchkriterien", False),
    ],
)
def test_what_ends_a_decision_is_a_condition_and_what_ends_a_trial_is_none(heading: str, is_read: bool) -> None:
    assert conditions(f"## {heading}\n\n- it costs > 60 € a month")[1] == ["it costs > 60 € a month"] * is_read


def test_an_option_to_wait_is_no_condition_of_what_was_chosen() -> None:
    options = "# Harvest\n\n## Options\n\n- buy a tank\n- wait until the town has dug a well\n\n## Decision\n\n{}\n"
    bought = reading.read(parse(options.format("Buy a tank."))).conditions
    waiting = reading.read(parse(options.format("Deferred."))).conditions
    assert (bought.triggers, [one.text for one in waiting.triggers]) == ((), ["the town has dug a well"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Neu zu bewerten, sobald die Miete für die Halle am alten Hafen um mehr als ein Viertel steigt oder der Vertrag mit dem Betreiber der Anlage endet.",
            ["die Miete für die Halle am alten Hafen um mehr als ein Viertel steigt", "der Vertrag mit dem Betreiber der Anlage endet"],
        ),
        (
            "Neu bewerten, wenn die Werkstatt die Wartung der alten Pumpen einstellt oder der Händler keine Dichtungen mehr vorhält.",
            ["die Werkstatt die Wartung der alten Pumpen einstellt", "der Händler keine Dichtungen mehr vorhält"],
        ),
        ("Neu bewerten, wenn der Vertrag verlängert oder gekündigt wird.", ["der Vertrag verlängert oder gekündigt wird"]),
        ("Neu bewerten, wenn die Pumpe im Keller oder die im Hof ausfällt.", ["die Pumpe im Keller oder die im Hof ausfällt"]),
        (
            "À revoir dès que le contrat de location de l'atelier du bas arrive à échéance ou que le nombre de bénévoles dépasse la douzaine.",
            ["le contrat de location de l'atelier du bas arrive à échéance", "le nombre de bénévoles dépasse la douzaine"],
        ),
        ("À revoir si le prix des pompes ou de la main d'œuvre augmente.", ["le prix des pompes ou de la main d'œuvre augmente"]),
        (
            "Se revisará cuando el contrato del local de la planta baja termine o cuando el número de voluntarios supere la docena.",
            ["el contrato del local de la planta baja termine", "el número de voluntarios supere la docena"],
        ),
        ("Se reconsiderará si alguien puede revisar los textos.", ["alguien puede revisar los textos"]),
    ],
)  # fmt: skip
def test_long_clauses_of_other_languages_are_conditions_of_their_own(text: str, expected: list[str]) -> None:
    assert conditions(text, {"N": "Abgelehnt.", "À": "Rejeté.", "S": "Rechazado."}[text[0]])[1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In force until the contract ends.", ["the contract ends"]),
        ("It stays in force until the new law applies.", ["the new law applies"]),
        ("This decision holds until the contract ends.", ["the contract ends"]),
        ("Valid until 2027-03-31.", ["2027-03-31"]),
        ("In force until `eol:django/4.2`.", ["`eol:django/4.2`"]),
        ("Gilt bis zum Ende des Vertrags.", ["zum Ende des Vertrags"]),
        ("En vigueur jusqu'à la fin du contrat.", ["la fin du contrat"]),
        ("The token is valid until the session ends.", []),
        ("The lock is in force until the worker stops.", []),
    ],
)
def test_until_when_a_decision_is_in_force(sentence: str, expected: list[str]) -> None:
    assert conditions(sentence)[1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("May be looked at again in a future version.", []),
        ("Could be reconsidered as a default in a later edition.", []),
        ("To be reconsidered in the future.", []),
        ("Wird in einer späteren Version neu bewertet.", []),
        ("May be looked at again with version 5.", ["with version 5"]),
        ("To be reconsidered for the next major release.", ["for the next major release"]),
    ],
)
def test_some_later_time_is_no_time(sentence: str, expected: list[str]) -> None:
    assert conditions(sentence, "Rejected.")[1] == expected


def test_a_label_that_asks_for_a_fact_announces_no_conditions() -> None:
    assert conditions("**Is there a way back?** During stage one, yes: one alias is changed.")[1] == []
    assert conditions("**Our way back:** the well runs dry.")[1] == ["the well runs dry"]


def test_a_letter_at_the_end_of_an_item_is_no_joining_word_of_another_language() -> None:
    item = "## Revisit when\n\n- the clients are new {}\n- the pump is old\n"
    both = ["the clients are new", "the pump is old"]
    assert conditions(item.format("and"))[1] == both
    # "capitolo" and "perché" bring Italian along
    assert conditions(f"{item.format('e')}\nIl capitolo spiega perché.")[1] == ["the clients are new e", both[1]]
