"""A status that is stated: in the words of a line, its steps, a table's cell, a key of the front matter."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.reading.status.status_line import status_word


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Accepted", ("accepted", None)),
        ("✅ Approved (2026-01-02)", ("accepted", None)),
        ("~~Proposed~~ Accepted", ("accepted", None)),
        ("Proposed → Accepted", ("accepted", None)),
        ("Rejected for now", ("rejected", "for now")),
        ("Accepted (provisional)", ("accepted", "provisional")),
        ("Conditionally accepted", ("accepted", "conditionally")),
        ("in review, since Monday", ("proposed", None)),
        ("On hold", ("deferred", None)),
        ("Withdrawn", ("deprecated", None)),
        ("Reverted in part by ADR-9", ("accepted", "reverted in part by ADR-9")),
        ("Partially reverted by ADR-9", ("accepted", "partially reverted")),
        ("Deprecated for mobile only", ("accepted", "deprecated for mobile only")),
        ("Superceded by [2. Title](0002-title.md)", ("superseded", None)),
        ("Accepted (superseded by ADR-9)", ("superseded", None)),
        ("Partially superseded by ADR-9", ("accepted", "partially superseded")),
        ("Accepted, partially superseded by [ADR-9](0009-x.md)", ("accepted", "partially superseded")),
        ("Accepted (partly superseded by ADR-9)", ("accepted", "partly superseded by ADR-9")),
        ("Accepted; section 3 superseded by ADR-9", ("accepted", "section 3 superseded by ADR-9")),
        ("Accepted for now, partially superseded by ADR-9", ("accepted", "for now, partially superseded")),
        ("Accepted 2026-01-02, partially superseded by ADR-9", ("accepted", "partially superseded")),
        ("Rejected, partially superseded by ADR-9", ("rejected", "partially superseded")),
        ("Akzeptiert, teilweise ersetzt durch ADR-9", ("accepted", "teilweise ersetzt durch ADR-9")),
        ("Принято, частично заменено ADR-9", ("accepted", "частично заменено ADR-9")),
        ("已接受，部分被 ADR-9 取代", ("accepted", "部分被 ADR-9 取代")),
        ("Accepted, may be superseded by ADR-9", ("accepted", None)),
        ("Superseded by none", None),
        ("Superseded by: –", None),
        ("Superseded by", None),
        ("Superseded by nothing yet", None),
        ("Ersetzt durch: keine", None),
        ("Remplacé par : aucun", None),
        ("Superseded? No", None),
        ("Accepted?", None),
        ("採用見送り", None),
        ("接受被撤回", None),
        ("Принято, позже отклонено", None),
        ("Accepted 2023, rejected 2024", None),
        ("Deferred 2023, accepted 2024", None),
        ("Rejected, was accepted 2023", ("rejected", None)),
        ("Accepted, not yet implemented", ("accepted", None)),
        ("Accepted because Quay was rejected", ("accepted", None)),
        ("Accepted (?)", None),
        ("Accepted (draft)", None),
        ("Accepted – to be confirmed", None),
        ("Accepted if funded", None),
        ("Accepted but rejected by the board", None),
        ("Accepted and deprecated", None),
        ("Accepted and implemented", ("accepted", None)),
        ("Accepted (withdrawn 2025)", None),
        ("Rejected (reconsidered and accepted 2025)", None),
        ("Rejected (was accepted 2023)", ("rejected", None)),
        ("Accepted (previously rejected 2023)", ("accepted", None)),
        ("Not accepted yet", ("deferred", None)),
        ("[ ] Accepted [x] Rejected", ("rejected", None)),
        ("☑ Accepted ☐ Rejected", ("accepted", None)),
        ("( ) Accepted (x) Rejected", ("rejected", None)),
        ("[ ] Accepted [ ] Rejected", None),
        ("[ ] Accepted", None),
        ("[x] Accepted", ("accepted", None)),
        ("❌ Accepted", None),
        ("Accepted / Rejected", None),
        ("Accepted/Implemented", ("accepted", None)),
        ("Reconsidered 2025-02-02: rejected", ("rejected", None)),
        ("Accepted 2025-02-02: rejected", None),
        ("March 2025: accepted", ("accepted", None)),
        ("ADR-9 supersedes this record", ("superseded", None)),
        ("ADR-9 replaces this one", ("superseded", None)),
        ("ADR-9 ersetzt diese Entscheidung", ("superseded", None)),
        ("ADR-9 remplace cette décision", ("superseded", None)),
        ("ADR-9 取代本决策", ("superseded", None)),
        ("This supersedes ADR-9", ("accepted", None)),
        ("ADR-9 partially supersedes this", ("accepted", "ADR-9 partially supersedes this")),
        ("ADR-9 does not supersede this", None),
        ("Accepted; overridden by ADR-9", ("superseded", None)),
        ("Accepted, supersedes ADR-9 in part", ("accepted", None)),
        ("proposed | rejected | accepted", None),
        ("What is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?", None),
        ("One of proposed, accepted, deprecated, superseded.", None),
        ("Has it been superseded?", None),
        ("This record has been superseded.", ("superseded", None)),
        ("It was proposed, accepted and is now superseded by ADR-9", ("superseded", None)),
        ("Governance boundary", None),
        ("", None),
    ],
)
def test_a_status_line_begins_with_a_known_word(line: str, expected: tuple[str, str | None] | None) -> None:
    assert status_word(line) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Accepted on 2024-01-01, rejected on 2024-05-01", "rejected"),
        ("Rejected on 2024-05-01, accepted on 2024-01-01", "rejected"),
        ("Rejected 2024-01-01; accepted 2024-05-01", "accepted"),
        ("Deferred 2024-01-01 – accepted 2024-05-01", "accepted"),
        ("Akzeptiert am 2024-01-01, abgelehnt am 2024-05-01", "rejected"),
        ("Accepted (withdrawn)", "ADR105"),
        ("Accepted - withdrawn", "ADR105"),
        ("Accepted (obsolete)", "ADR105"),
        ("Accepted (approved)", "accepted"),
        ("Accepted (2024-01-01)", "accepted"),
        ("Proposed, accepted 2024-05-01", "accepted"),
        ("Accepted (superseded by ADR-9)", "superseded"),
        ("Proposed on 2024-01-02. Accepted on 2024-02-02. Deprecated on 2025-02-02.", "deprecated"),
        ("Accepted in March 2024. Rejected in May 2025.", "rejected"),
        ("Proposed on 2 January 2024 and accepted on 3 March 2024", "accepted"),
        ("Vorgeschlagen am 2.1.2024 und abgelehnt am 3.3.2024", "rejected"),
        ("Accepted on 2024-02-02 and deprecated on 2025-02-02", "deprecated"),
        ("Accepted 2024-02-02, deprecated 2025-02-02", "deprecated"),
        ("Proposed. Accepted. Rejected.", "ADR105"),
        ("Accepted. To be looked at again in 2027.", "accepted"),
        ("Accepted, see RFC 2026", "accepted"),
        ("Accepted 2024-02-02.\nReconsidered 2025-02-02: rejected.", "rejected"),
        ("Accepted 2024-02-02.\nReconsidered 2025-02-02: still accepted.", "accepted"),
        ("2023: proposed\n2024: accepted\n2025: deprecated", "deprecated"),
        ("Q2 2024: accepted\nQ1 2024: rejected", "accepted"),
        ("2024-03: accepted\n2024-02: proposed", "accepted"),
        ("1. January 2024 – proposed\n2. March 2024 – accepted", "accepted"),
        ("Proposed 2024-01-01, then accepted 2024-03-01", "accepted"),
        ("Accepted on 2024-01-01 but rejected on 2024-05-01", "rejected"),
        ("First accepted (2024-01-01), then rejected (2024-05-01)", "rejected"),
        ("Accepted<br>Deprecated", "ADR105"),
        ("Proposed<br />Accepted", "ADR105"),
        ("Accepted 2024-01-01<BR/>Deprecated 2024-05-01", "deprecated"),
        ("~~Accepted~~<br>Rejected", "rejected"),
        ("Accepted<br>", "accepted"),
        ("Accepted 2024-01-01\n\nNo longer in force 2024-05-01", "deprecated"),
        ("Accepted 2024-01-01\n\nStill in force 2024-05-01", "accepted"),
        ("- accepted 2024-01-01\n- finally rejected 2024-05-01", "rejected"),
        ("Accepted 2024-02-01. Reopened 2024-05-01.", "proposed"),
        (". ,", "ADR102"),
        ("Accepted 2024-02-01. Reopened 2024-05-01. Rejected 2024-06-01.", "rejected"),
        ("Zuerst vorgeschlagen am 1.2.2024, dann abgelehnt am 3.4.2024", "rejected"),
        ("Accepté le 1 mars 2024, puis refusé le 4 mai 2024", "rejected"),
        ("Aceptado el 1 de marzo de 2024, luego rechazado el 4 de mayo de 2024", "rejected"),
        ("Сначала одобрено 2024-01-01, затем отклонено 2024-05-01", "rejected"),
        ("| When | What |\n|---|---|\n| 2024-01-02 | proposed |\n| 2024-03-02 | rejected |", "rejected"),
    ],
)
def test_a_status_of_several_steps_says_the_last_dated_one_or_is_a_problem(status: str, expected: str) -> None:
    result = reading.read(parse(f"# T\n\n## Status\n\n{status}\n\n## Decision\n\nWe use it.\n"), record=True)
    assert (result.verdict.status if result.verdict else result.findings[0].code) == expected


def test_a_table_of_names_and_values_with_an_empty_successor_says_its_status() -> None:
    table = "| Status | accepted |\n|---|---|\n| Superseded by | – |\n"
    result = reading.read(parse(f"# T\n\n{table}\n## Decision\n\nWe use it.\n"), record=True)
    assert result.verdict is not None
    assert result.verdict.status == "accepted"


@pytest.mark.parametrize("keys", ["Decision: reject\ndecision: adopt", "decision: adopt\nDECISION: defer"])
def test_one_key_in_two_spellings_that_say_different_things_is_a_problem(keys: str) -> None:
    result = reading.read(parse(f"---\n{keys}\n---\n# T\n"))
    assert (result.verdict, [found.code for found in result.findings]) == (None, ["ADR105"])


@pytest.mark.parametrize("value", ["採用見送り", "導入見送り"])
def test_a_key_in_japanese_among_english_words_is_read_in_japanese(value: str) -> None:
    verdict = reading.read(
        parse(f"---\ndecision: {value}\n---\n# T\n\nIt is not so, and the mails are slow.\n")
    ).verdict
    assert verdict is not None
    assert verdict.status == "deferred"


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("[REJECT](x.md) (for now)", "for now"),
        ("**[REJECT](x.md) (for now)**", "for now"),
        ("[Reject][x] for now", "for now"),
        ("[REJECT](2026-01-01-x.md) until 2027-01-01", "until 2027-01-01"),
        ("[REJECT](x.md) (see below)", None),
        ("[REJECT](x.md)", None),
    ],
)
def test_a_verdict_that_is_a_link_keeps_what_limits_it(words: str, limit: str | None) -> None:
    verdict = reading.read(parse(f"# T\n\n## Recommendation: {words}\n")).verdict
    assert verdict is not None
    assert (verdict.status, verdict.qualifier) == ("rejected", limit)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Accepted, 2024-01-01; deprecated, 2025-01-01", "deprecated"),
        ("Accepted, 2024-01-01; rejected, 2025-01-01", "rejected"),
        ("Rejected, 2024-01-01; accepted, 2025-01-01", "accepted"),
        ("Proposed, 2024-01-01; rejected, 2025-01-01", "rejected"),
        ("2024-01-01 accepted, 2025-01-01 deprecated", "deprecated"),
        ("2024-01-01: accepted / 2025-01-01: rejected", "rejected"),
        ("Accepted, 2024-01-01. Rejected, 2025-01-01.", "rejected"),
        ("Accepted, 2025-01-01. Rejected, 2024-01-01.", "accepted"),
        ("Not yet deprecated", "none"),
        ("Not yet rejected", "none"),
        ("Not yet superseded by 8", "none"),
        ("Superseded by 8?", "none"),
        ("Superseded by [8](0008-x.md)?", "none"),
        ("被 ADR-0008 取代？", "none"),
        ("ADR-0008 に置き換えられた？", "none"),
        ("Superseded by 8, perhaps", "none"),
        ("Superseded by 8 (maybe)", "none"),
        ("Возможно, заменено ADR-0008", "accepted"),
        ("Superseded by 8. Why? It is old.", "superseded"),
        ("Superseded by 8 for mobile", "accepted"),
        ("Superseded by 8 for all services", "superseded"),
    ],
)
def test_days_doubts_and_questions_of_one_line_are_heard(line: str, expected: str) -> None:
    verdict = reading.read(parse(f"# 3. T\n\n## Status\n\n{line}\n\n## Context\n\nText.\n"), record=True).verdict
    assert (verdict.status if verdict else "none") == expected
