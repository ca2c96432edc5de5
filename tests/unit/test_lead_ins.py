"""Words between a label and its list that only say how the conditions combine, and parts of a sentence that are no condition."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

TEXT = "# Ferries\n\n## {heading}\n\n{verdict}\n\n{rest}\n"
LEAD_INS = [
    ("Decision", "Rejected.", "**Reconsider when** all of these hold:", "all"),
    ("Decision", "Rejected.", "**Reconsider when** any of the following is true:", "any"),
    ("Decision", "Rejected.", "**Reconsider** once both:", "all"),
    ("Decision", "Rejected.", "**Revisit:** either of the following:", "any"),
    ("Entscheidung", "Abgelehnt.", "**Neu bewerten, wenn** alle zutreffen:", "all"),
    ("Décision", "Rejeté.", "**À réexaminer si** toutes ces conditions sont réunies :", "all"),
    ("Decisión", "Rechazado.", "**Reevaluar si** se cumple alguna de las siguientes:", "any"),
    ("Decisão", "Rejeitado.", "**Reavaliar se** todas as condições se verificarem:", "all"),
    ("Decisione", "Respinto.", "**Rivalutare se** entrambe si verificano:", "all"),
    ("Решение", "Отклонено.", "**Пересмотреть, если** выполнены все условия:", "all"),
    ("决定", "拒绝。", "**重新评估条件** 以下全部满足：", "all"),
]


def conditions(rest: str, heading: str = "Decision", verdict: str = "Rejected.") -> tuple[str | None, list[str]]:
    read = reading.read(parse(TEXT.format(heading=heading, verdict=verdict, rest=rest))).conditions
    return read.logic, [one.text for one in read.triggers]


@pytest.mark.parametrize(("heading", "verdict", "lead_in", "logic"), LEAD_INS)
def test_words_between_a_label_and_its_list_say_how_the_items_combine(
    heading: str, verdict: str, lead_in: str, logic: str
) -> None:
    items = ["the mill has closed", "two ferries are rented"]
    rest = f"{lead_in}\n\n- {items[0]}\n- {items[1]}"
    assert conditions(rest, heading, verdict) == (logic, items)


def test_words_that_hold_a_condition_of_their_own_are_no_lead_in() -> None:
    rest = "**Reconsider when** the mill closes and all of these hold:\n\n- two ferries are rented\n- the toll ends"
    assert conditions(rest)[1][0] == "the mill closes"


def test_a_check_behind_a_comma_belongs_to_the_words_before_it() -> None:
    told = "fewer than 3 % of the sailors come by night, `reading:night-share < 3`"
    assert conditions(f"We revisit this once {told}, and the town agrees.") == ("all", [told, "the town agrees"])


def test_a_time_behind_a_comma_is_a_condition_of_its_own() -> None:
    read = conditions("Revisit when the mill closes, `after 6 months`, or the town agrees.")
    assert read == ("any", ["the mill closes", "`after 6 months`", "the town agrees"])


def test_what_is_said_to_be_no_reason_is_no_condition() -> None:
    rest = '### Revisit\n\nWhen the mill closes; when two ferries are rented; "if anybody shouts" is not a reason.'
    assert conditions(rest) == ("any", ["the mill closes", "two ferries are rented"])


def test_semicolons_part_the_blockers_of_a_label() -> None:
    text = "**Blockers:** one ferry; no `a;b` dock (old; small); two pilots, one of them old."
    read = reading.read(parse(TEXT.format(heading="Decision", verdict="Rejected.", rest=text)))
    assert [one.text for one in read.blockers] == [
        "one ferry",
        "no `a;b` dock (old; small)",
        "two pilots, one of them old",
    ]


@pytest.mark.parametrize("limit", ["until the end of September 2026", "until the end of May", "until 2026-09-30"])
def test_a_limit_keeps_its_whole_day(limit: str) -> None:
    read = reading.read(parse(f"# Ferries\n\n## Decision\n\nAccepted, {limit}.\n")).verdict
    assert read is not None
    assert read.qualifier == limit


def test_the_day_behind_a_comma_is_that_of_the_decision() -> None:
    read = reading.read(parse("# Ferries\n\n**Status:** Accepted until the audit, 12 May 2026\n")).verdict
    assert read is not None
    assert read.qualifier == "until the audit"


def test_conditions_below_a_heading_that_ends_in_an_option_are_that_options() -> None:
    rest = "## What would make us choose option B\n\n- the state pays half, and\n- the mill closes"
    read = reading.read(parse(TEXT.format(heading="Decision: Option A", verdict="Accepted.", rest=rest))).conditions
    assert [(one.text, one.item) for one in read.triggers] == [
        ("the state pays half", "option B"),
        ("the mill closes", "option B"),
    ]
    assert read.logic == "all"


def test_conditions_that_hold_together_beside_others_are_joined_once() -> None:
    rest = "### Revisit when\n\nAll of:\n\n- the price doubles, and\n- the rent falls\n\n### Reconsider if\n\n- the mill closes\n- the toll ends"
    assert conditions(rest) == ("any", ["the price doubles; and the rent falls", "the mill closes", "the toll ends"])
