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
