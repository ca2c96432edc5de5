"""The day of a decision in the words of its verdict; a day of anything else is none."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("## Recommendation: DEFER\n\nRevisit `after 2027-01-31`.", None),
        ("## Recommendation: DEFER\n\nRevisit on 2027-01-31.", None),
        ("## Recommendation: DEFER until 2027-01-31", None),
        ("**Decision:** Defer, look again by 2027-01-31.", None),
        ("**Decision:** Reject for now; the contract ends on 2027-01-31.", None),
        ("**Decision:** Reject for now. The contract ends on 2027-01-31.", None),
        ("**Decision (2026-03-01):** Reject for now; the contract ends on 2027-01-31.", "2026-03-01"),
        ("## Recommendation: ADOPT by 2027-01-31", None),
        ("## Decision\n\nAdopt it from 2027-01-01 on.", None),
        ("## Decision\n\nSince 2019-01-01 the queue is slow, so we adopt the other.", None),
        ("## Decision\n\nDecided on 2026-05-05: adopt, as v2 shipped on 2026-04-01.", "2026-05-05"),
        ("## Decision\n\nAdopted as of 2026-05-05.", "2026-05-05"),
        ("## Decision\n\nRejected by the team on 5 May 2026.", "2026-05-05"),
        ("## Decision\n\nReject (for now) – 2026-05-05", "2026-05-05"),
        ("## Recommendation: DEFER (2026-05-05)", "2026-05-05"),
        ("## Decision of 2026-05-05\n\nAdopt it.", "2026-05-05"),
        ("Decision 5.5.2026: adopted.", "2026-05-05"),
        ("**Decision 2026-05-05:** adopted.", "2026-05-05"),
        ("**Decision:** adopted.\n\n## Review 2026-05-05\n\nAll is well.", None),
        ("## Recommendation: DEFER\n\nRevisit on 2027-01-31.\n\n## Changelog\n\n- 2026-03-04: deferred", "2026-03-04"),
        ("## Empfehlung: zurückstellen\n\nErneut prüfen am 31.01.2027.", None),
        ("## Entscheidung\n\nAbgelehnt am 5.5.2026.", "2026-05-05"),
        ("## Entscheidung: ablehnen bis 31.01.2027", None),
        ("## Décision\n\nRejeté le 5 mai 2026.", "2026-05-05"),
        ("## Décision : reporter jusqu'au 31 janvier 2027", None),
    ],
)
def test_the_day_of_a_decision_is_that_on_which_it_was_taken(text: str, day: str | None) -> None:
    assert reading.read(parse(f"# Queue\n\n{text}\n")).date == day


@pytest.mark.parametrize(
    ("status", "day"),
    [
        ("Accepted on 2026-01-01", "2026-01-01"),
        ("2026-01-01: accepted by the board", "2026-01-01"),
        ("Accepted by the board, 1 February 2026", "2026-02-01"),
        ("Accepted since 2026-01-01", "2026-01-01"),
        ("Accepted. Date: 2026-01-01", "2026-01-01"),
        ("Accepted (2026-01-01), to be reviewed 2027-01-01", "2026-01-01"),
        ("Superseded by [ADR-9](0009-x.md) on 2026-01-01", "2026-01-01"),
        ("Deferred until 2027-01-31", None),
        ("Deferred to 2027-01-31", None),
        ("Accepted, to be reviewed 2027-01-01", None),
        ("Accepted; expires 2027-01-01", None),
        ("Accepted. In force from 2027-01-01.", None),
        ("Accepted. The old API was removed on 2026-03-01.", None),
        ("Zurückgestellt bis 31.01.2027", None),
        ("Accepté le 1 mars 2026", "2026-03-01"),
        ("Reporté jusqu'au 31 janvier 2027", None),
    ],
)
def test_so_is_that_of_a_record(status: str, day: str | None) -> None:
    assert reading.read(parse(f"# Queue\n\nStatus: {status}\n"), record=True).date == day


@pytest.mark.parametrize(
    "label", ["Decision 16.12.2025:", "**Decision 2025-12-16:**", "Entscheidung 16.12.2025:", "Décision 16/12/2025 :"]
)
def test_a_day_between_a_label_and_its_colon_hides_no_verdict(label: str) -> None:
    verdict = reading.read(parse(f"# Queue\n\n{label} rejected.\n\nWait and see.\n")).verdict
    assert (verdict and (verdict.status, verdict.line)) == ("rejected", "rejected.")


def test_marks_of_bold_words_that_begin_before_the_line_are_no_part_of_it() -> None:
    verdict = reading.read(parse("# Encrypt tapes?\n\n**Proposal** (the yard): a key for each.\n")).verdict
    assert (verdict and verdict.line) == "Proposal (the yard): a key for each."
