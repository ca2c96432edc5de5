"""Updates that report on what was decided and leave it as it is."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

ADOPTED = "# A queue for the mails\n\n## Decision\n\nWe adopt the queue of our host.\n\n## Update 2026-05-01\n\n{}"
REPORTS = [
    "We rejected the vendor's offer of a discount.",
    "The second worker was dropped, one is enough.",
    "The board did not approve the budget for a second node.",
    "We won't build the admin page.",
    "Two mails were rejected by the queue because they were too large.",
    "The trial of a faster disk is cancelled.",
    "Phase 2 is postponed to autumn.",
    "- rejected: a page for retries\n- done: alerts",
    "- deferred: a page for retries\n- rejected: a second node",
    "An outage on Sunday; the cause was found. No change.",
    "No change.",
    "Unverändert.",
    "Keine Änderung.",
    "Aucun changement.",
    "Sin cambios.",
    "Sem alterações.",
    "Nessun cambiamento.",
    "Без изменений.",
    "没有变化。",
    "変更なし。",
]


@pytest.mark.parametrize("report", REPORTS)
def test_an_update_that_reports_leaves_the_decision_as_it_is(report: str) -> None:
    result = reading.read(parse(ADOPTED.format(report)))
    verdict = (result.verdict.status, result.verdict.line) if result.verdict else None
    assert (verdict, result.findings) == (("accepted", "We adopt the queue of our host."), ())


@pytest.mark.parametrize(
    "turn", ["- 2026-05-02: rejected", "- rejected", "- looked at again\n- 2026-05-02: rejected: too dear"]
)
def test_an_item_that_is_a_verdict_turns_it(turn: str) -> None:
    verdict = reading.read(parse(ADOPTED.format(turn))).verdict
    assert verdict
    assert verdict.status == "rejected"


@pytest.mark.parametrize(
    "name", ["Update 2026-05-01 (later)", "Update 2026-05-01, later", "Nachtrag 2026-05-01 (später)"]
)
def test_the_name_of_an_update_may_tell_that_it_is_a_second_one(name: str) -> None:
    text = ADOPTED.format("Alerts are in place.").replace("Update 2026-05-01", f"{name} — alerts")
    result = reading.read(parse(text))
    assert (result.verdict and result.verdict.status, result.findings) == ("accepted", ())
