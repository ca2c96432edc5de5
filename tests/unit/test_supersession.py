"""Who replaces whom: as a whole or a piece, already or later, or no more."""

import pytest

from adr_gen import records
from adr_gen.reading.status.status_line import status_word
from adr_gen.reading.status.supersession import relations


@pytest.mark.parametrize(
    "line",
    [
        "Accepted (was superseded by ADR-9, restored 2025)",
        "Accepted (had been superseded by ADR-9)",
        "Accepted (once superseded by ADR-9, now back in force)",
        "Accepted; formerly superseded by ADR-9",
        "Accepted (superseded in 2024 by ADR-9, reinstated in 2025)",
        "Accepted (superseded by ADR-9 but revived in 2025)",
        "Accepted (superseded by ADR-9 from 2023 to 2025)",
        "Accepted (superseded by ADR-9, 2023–2025)",
        "Accepted (superseded by ADR-9, which was withdrawn)",
        "Accepted (ADR-9 superseded it in 2024; restored in 2025)",
        "Accepted. Was superseded by ADR-9, but that was reverted.",
        "Superseded by ADR-9, restored on 2025-03-01",
        "Superseded by ADR-9; accepted again",
        "Superseded by ADR-9 → Accepted",
        "Akzeptiert (war durch ADR-9 abgelöst, 2025 wiederhergestellt)",
        "Akzeptiert (früher ersetzt durch ADR-9)",
        "Accepté (avait été remplacé par ADR-9, rétabli en 2025)",
        "Aceptado (fue reemplazado por ADR-9, restaurado en 2025)",
        "Aceito (foi substituído por ADR-9, restaurado em 2025)",
        "Accettato (era sostituito da ADR-9, ripristinato nel 2025)",
        "Принято (было заменено на ADR-9, восстановлено в 2025)",
        "已接受（曾被 ADR-9 取代，2025 年恢复）",
        "承認済み（ADR-9 に置き換えられたが、2025年に復活）",
    ],
)
def test_what_is_back_in_force_is_accepted(line: str) -> None:
    assert (status_word(line), relations(line)) == (("accepted", None), [("relates", "ADR-9")])


@pytest.mark.parametrize(
    "line",
    [
        "Superseded by ADR-9",
        "Was superseded by ADR-9",
        "Accepted, has been superseded by ADR-9",
        "Accepted → Superseded by ADR-9",
        "Previously accepted, now superseded by ADR-9",
        "Previously accepted and superseded by ADR-9",
        "Superseded by ADR-9, not restored",
        "Superseded by ADR-9, will be restored in 2027",
        "Superseded by ADR-9, to be restored if it fails",
        "Superseded by ADR-9. The old backups were restored in 2025.",
        "Superseded by ADR-9 in 2024",
    ],
)
def test_what_is_only_said_to_have_been_replaced_is_superseded(line: str) -> None:
    assert (status_word(line), relations(line)) == (("superseded", None), [("superseded_by", "ADR-9")])


def test_what_was_restored_may_be_superseded_once_more() -> None:
    line = "Superseded by ADR-9, restored 2025, superseded by ADR-12 in 2026"
    assert status_word(line) == ("superseded", None)
    assert relations(line) == [("relates", "ADR-9"), ("superseded_by", "ADR-12")]


@pytest.mark.parametrize(
    ("line", "records"),
    [
        ("Supersedes 12, 2023", ["12"]),
        ("Supersedes 12, #2023", ["12", "#2023"]),
        ("Supersedes ADR-0009 and 14", ["ADR-0009", "14"]),
        ("Supersedes ADR-9, #10", ["ADR-9", "#10"]),
        ("Supersedes #9 and #12", ["#9", "#12"]),
        ("Supersedes adr-0009 and ADR0010", ["adr-0009", "ADR0010"]),
        ("Supersedes adr-0009-x.md", ["adr-0009-x.md"]),
        ("Supersedes ADR-0009-x.md", ["ADR-0009"]),
        ("Supersedes [Nine](<0009 x.md>)", ["0009 x.md"]),
    ],
)
def test_records_are_named_by_their_ids_numbers_and_files_and_no_year_is_one(line: str, records: list[str]) -> None:
    assert relations(line) == [("supersedes", record) for record in records]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Accepted until 2027-01-01", ("accepted", "until 2027-01-01")),
        ("Accepted (until 2027-01-01)", ("accepted", "until 2027-01-01")),
        ("Accepted, till 2027-01-01", ("accepted", "till 2027-01-01")),
        ("Rejected until 2027-01-01", ("rejected", "until 2027-01-01")),
        ("Akzeptiert bis 2027-01-01", ("accepted", "bis 2027-01-01")),
        ("Accepté jusqu'au 2027-01-01", ("accepted", "jusqu'au 2027-01-01")),
        ("已接受，直到 2027-01-01", ("accepted", "直到 2027-01-01")),
        ("Accepted on 2027-01-01", ("accepted", None)),
        ("Accepted since 2027-01-01", ("accepted", None)),
    ],
)
def test_the_day_to_which_a_status_holds_limits_it(line: str, expected: tuple[str, str | None]) -> None:
    assert status_word(line) == expected


@pytest.mark.parametrize(
    ("line", "status", "related"),
    [
        ("Supersedes section 2 of ADR-8", "accepted", [("relates", "ADR-8")]),
        ("Replaces the second half of ADR-8", "accepted", [("relates", "ADR-8")]),
        ("Supersedes the naming rules of ADR-8", "accepted", [("relates", "ADR-8")]),
        ("Supersedes ADR-8 and section 2 of ADR-9", "accepted", [("supersedes", "ADR-8"), ("relates", "ADR-9")]),
        ("Ersetzt Abschnitt 2 von ADR-8", "accepted", [("relates", "ADR-8")]),
        ("Remplace la section 2 de ADR-8", "accepted", [("relates", "ADR-8")]),
        ("Supersedes the decision of ADR-8", "accepted", [("supersedes", "ADR-8")]),
        ("Replaces the decision to use Mongo (ADR-8)", "accepted", [("supersedes", "ADR-8")]),
        ("ADR-3 を置き換える", "accepted", [("supersedes", "ADR-3")]),
        ("ADR-9 により置き換えられた", "superseded", [("superseded_by", "ADR-9")]),
        ("ADR-9 により一部置き換えられた", "accepted", [("relates", "ADR-9")]),
        ("Durch ADR-9 teilweise ersetzt", "accepted", [("relates", "ADR-9")]),
        ("Superseded entirely by 9", "superseded", [("superseded_by", "9")]),
        ("Replaced wholly by ADR-9", "superseded", [("superseded_by", "ADR-9")]),
        ("Durch ADR-9 vollständig ersetzt", "superseded", [("superseded_by", "ADR-9")]),
        ("Akzeptiert, durch ADR-9 nicht ersetzt", "accepted", []),
        ("ADR-9 に置き換えられる予定", None, [("relates", "ADR-9")]),
        ("ADR-9 に置き換えられていない", None, []),
        ("Superseded by ADR-9 (proposed)", None, [("relates", "ADR-9")]),
        ("ADR-9 supersedes this record", "superseded", [("superseded_by", "ADR-9")]),
        ("ADR-9 supersedes this partially", "accepted", [("relates", "ADR-9")]),
        ("ADR-9 supersedes this record for mobile only", "accepted", [("relates", "ADR-9")]),
        ("ADR-9 supersedes this, once it ships", None, [("relates", "ADR-9")]),
        ("ADR-9 ersetzt diese Entscheidung teilweise", "accepted", [("relates", "ADR-9")]),
        ("Superseded by ADR-9, but only on staging", "accepted", [("relates", "ADR-9")]),
        ("Superseded by ADR-9, section 3 says why", "superseded", [("superseded_by", "ADR-9")]),
        ("Supersedes ADR-8, section 2", "accepted", [("relates", "ADR-8")]),
        ("Sostituisce ADR-8, sezione 2", "accepted", [("relates", "ADR-8")]),
        ("Supplanted by ADR-9", "superseded", [("superseded_by", "ADR-9")]),
        ("Supersedes everything but ADR-9", "accepted", [("relates", "ADR-9")]),
    ],
)
def test_a_piece_and_what_is_still_to_come_only_relate(
    line: str, status: str | None, related: list[tuple[str, str]]
) -> None:
    word = status_word(line)
    assert (word[0] if word else None, relations(line)) == (status, related)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This record was superseded by ADR-9.\n\n## Status\n\nAccepted", ("superseded_by", "ADR-9")),
        ("**Superseded by [ADR-9](0009-x.md)**\n\n## Status\n\nAccepted", ("superseded_by", "0009-x.md")),
        ("## Status\n\nAccepted\n\n## Superseded by\n\n[ADR-9](0009-x.md)", ("superseded_by", "0009-x.md")),
        ("## Status\n\nAccepted\n\n## Supersedes\n\n- ADR-9 in part", ("relates", "ADR-9")),
        ("Mongo was superseded by ADR-9, so we look on.\n\n## Status\n\nAccepted", None),
        ("## Status\n\nAccepted\n\n## Superseded by\n\nNone", None),
        ("## Status\n\nAccepted\n\n## Context\n\nThis was superseded by ADR-9.", None),
    ],
)
def test_a_banner_and_a_section_of_its_own_say_a_supersession(text: str, expected: tuple[str, str] | None) -> None:
    record = records.read("docs/decisions/0001-x.md", f"# X\n\n{text}\n", "docs/decisions").record
    assert record.references == ((expected,) if expected else ())


@pytest.mark.parametrize(
    ("status", "update", "expected"),
    [
        ("Accepted", "This decision is deprecated.", "ADR105"),
        ("Rejected", "We adopt it instead.", "ADR105"),
        ("Deprecated", "This decision is deprecated.", "deprecated"),
        ("Accepted", "The second region uses it too.", "accepted"),
    ],
)
def test_a_status_that_an_update_turns_is_a_problem(status: str, update: str, expected: str) -> None:
    text = f"# X\n\n## Status\n\n{status}\n\n## Decision\n\nWe use it.\n\n## Update 2026-01-01\n\n{update}\n"
    read = records.read("docs/decisions/0001-x.md", text, "docs/decisions")
    assert (read.record.status or read.problems[0].code) == expected
