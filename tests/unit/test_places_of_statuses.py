"""Where a hand-written record states its status, and a front matter its conditions, besides the usual places."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("---\nstate: accepted\n---\n# Plural names\n", "accepted"),
        ("---\nlifecycle: Deprecated\n---\n# Upload page\n", "deprecated"),
        ("---\nstate: old\nstatus: rejected\n---\n# Upload page\n", "rejected"),
        ("---\nestado: rechazada\n---\n# Una página de carga para las tarifas\n", "rejected"),
        ("# Upload page\n\nDecision date: 2021-02-16\nLifecycle: Deprecated\n", "deprecated"),
        ("# Stamina bar\n\n*record no. 23*\n\n**Superseded** by no. 31 after the test.\n\n## Decided\n\nIt costs.\n", "superseded"),
        ("# Stamina bar\n\n_Rejected_, 2024-05-01\n\n## Decided\n\nIt costs.\n", "rejected"),
        ("# Stamina bar\n\n**Accepted**\n\n## Decided\n\nIt costs.\n", "accepted"),
        ("# Stamina bar\n\n**Rejected** designs are below.\n\n## Status\n\nAccepted\n", "accepted"),
        ("# Stamina bar\n\n**Sunset:** 30 June 2027\n\n## Decided\n\nIt costs.\n", None),
        ("# Stamina bar\n\nIt was **rejected** by players.\n\n## Decided\n\nIt costs.\n", None),
        ("---\nstage: 3\n---\n# Upload page\n", None),
        ("# Bar\n\n## Status history\n\n* 2024-01-01: proposed\n* 2024-02-01: accepted\n* 2025-02-01: rejected\n", "rejected"),
        ("# Bar\n\n## Status history\n\n2025-02-01: superseded by 7\n2024-01-01: accepted\n", "superseded"),
        ("# Bar\n\n## Status log\n\n| Date | Status |\n|---|---|\n| 2025-03-01 | deprecated |\n| 2024-01-01 | accepted |\n", "deprecated"),
        ("# Bar\n\n## Decision history\n\nAccepted 2024-01-01. Rejected 2025-01-01.\n", "rejected"),
        ("# Die Leiste für Mails\n\n## Statusverlauf\n\n* 2024-01-01: angenommen\n* 2025-02-01: abgelehnt\n", "rejected"),
        ("# Bar\n\n## Status history\n\n* accepted\n* rejected\n", None),
        ("# Bar\n\n## History\n\n* 2024-01-01: proposed\n\n## Decision\n\nAdopt it.\n", "accepted"),
        ("# Bar\n\nStatus: rejected\n\n## Status history\n\n* 2024-01-01: accepted\n", "rejected"),
    ],
)  # fmt: skip
def test_a_record_states_its_status_at_its_head(text: str, status: str | None) -> None:
    verdict = reading.read(parse(text), record=True).verdict
    assert (verdict.status if verdict else None) == status


@pytest.mark.parametrize(
    ("front", "conditions"),
    [
        ("revisit:\n  - when: the toolkit drops the backend\n  - by: 2027-04-01\n", ["the toolkit drops the backend", "2027-04-01"]),
        ("revisit_if:\n- if: it is slow\n- it is dear\n", ["it is slow", "it is dear"]),
        ("surface_when: somebody else installs it\n", ["somebody else installs it"]),
        ("resume-if: the licence changes\n", ["the licence changes"]),
        ("revisit:\n  - owner: ops\n", []),
        ("opened_when: the shop opens\n", []),
    ],
)  # fmt: skip
def test_conditions_may_stand_under_keys_of_their_own(front: str, conditions: list[str]) -> None:
    read = reading.read(parse(f"---\n{front}---\n# Widget\n\n## Decision\n\nDefer.\n"))
    assert [trigger.text for trigger in read.conditions.triggers] == conditions


@pytest.mark.parametrize("number", ["no. 31", "No. 31", "Nr. 31", "№ 31", "n° 31", "nº 31"])
def test_a_record_is_named_by_its_number_as_people_write_it(number: str) -> None:
    read = reading.read(parse(f"# Stamina bar\n\nStatus: superseded by {number}\n"), record=True)
    assert (read.verdict and read.verdict.status, read.superseded_by) == ("superseded", ("31",))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ('* Status: <span style="color: green">Accepted</span>', "accepted"),
        ("* Status: <del>proposed</del> <ins>rejected</ins>", "rejected"),
        ("**Status:** <mark>Deprecated</mark>", "deprecated"),
        ("**Status**: <b>accepted</b> <!-- or rejected -->", "accepted"),
        ("| Status | <kbd>accepted</kbd> |\n|---|---|", "accepted"),
        ('## Status\n\n<font color="red">Rejected</font>', "rejected"),
        ('## Status\n\n<img src="a.svg" alt="accepted">', "accepted"),
        ('## Status\n\n<p><strong>Superseded</strong> by <a href="0005-e.md">ADR-0005</a></p>', "superseded"),
        ("* Status: <accepted>", "accepted"),
        ("* Status: <https://example.org/accepted>", None),
    ],
)
def test_a_status_may_stand_in_html(said: str, status: str | None) -> None:
    verdict = reading.read(parse(f"# Bar\n\n{said}\n\n## Context\n\nx\n"), record=True).verdict
    assert (verdict.status if verdict else None) == status


@pytest.mark.parametrize(
    "value", ["accepted <!-- or rejected -->", '<span class="ok">accepted</span>', "<b>accepted</b>"]
)
def test_a_status_in_front_matter_may_stand_in_html(value: str) -> None:
    verdict = reading.read(parse(f"---\nstatus: {value}\n---\n# Bar\n"), record=True).verdict
    assert (verdict.status if verdict else None) == "accepted"


@pytest.mark.parametrize("held", ["> accepted", "```\naccepted\n```", "    accepted", '<img src="accepted.svg">'])
def test_a_section_of_the_status_that_says_none_in_words_is_a_problem(held: str) -> None:
    read = reading.read(parse(f"# Bar\n\n## Status\n\n{held}\n\n## Context\n\nx\n"), record=True)
    assert (read.verdict, [(one.line, one.code) for one in read.findings]) == (None, [(5, "ADR102")])


@pytest.mark.parametrize(
    "choice",
    [
        "proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-e.md)",
        "[proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-e.md)] <!-- optional -->",
        "{Proposed | Accepted | Superseded by ADR-0005}",
        "draft | proposed | rejected | accepted | deprecated | … | superseded by [xxx](yyyymmdd-xxx.md)",
        "<proposed | accepted | superseded by 5>",
    ],
)
def test_the_choice_of_a_template_names_no_successor(choice: str) -> None:
    for text in (
        f"# Bar\n\n* Status: {choice}\n",
        f"# Bar\n\n## Status\n\n{choice}\n",
        f'---\nstatus: "{choice}"\n---\n# Bar\n',
    ):
        read = reading.read(parse(text), record=True)
        assert (read.verdict, read.superseded_by, [one.code for one in read.findings]) == (None, (), ["ADR102"]), text
