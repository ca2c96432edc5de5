"""Verdicts that stand in a title, a table of questions and answers, a name that wins, or behind who says it and when."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


def _status(text: str) -> str:
    verdict = reading.read(parse(text)).verdict
    return verdict.status if verdict else "none"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("We are sticking with cron", "accepted"),
        ("We are keeping cron", "accepted"),
        ("We go with Redis", "accepted"),
        ("We chose Redis", "accepted"),
        ("We will not adopt Redis", "rejected"),
        ("We won't build a queue", "rejected"),
        ("Wir bleiben bei cron", "accepted"),
        ("Will we adopt Redis?", "none"),
        ("We drop packets under load", "none"),
        ("We are dropping packets", "none"),
        ("We keep losing mails", "none"),
        ("We do not test backups", "none"),
        ("We reject too many mails", "none"),
        ("We might move to Redis", "none"),
        ("We have not decided on Redis", "none"),
        ("We cannot send mails at night", "none"),
        ("Use Redis for the tiles", "none"),
    ],
)
def test_a_title_in_which_we_tell_what_we_do_is_the_verdict_where_nothing_else_is(title: str, expected: str) -> None:
    assert _status(f"# {title}\n\nNotes of two days.\n\n## What hurt\n\nIt was slow.\n") == expected


def test_a_title_that_tells_gives_way_to_a_verdict_in_the_text() -> None:
    assert _status("# We go with Redis\n\n## Decision\n\nRejected.\n") == "rejected"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Replace the parser?", "**No — do not adopt**", "rejected"),
        ("Replace the parser?", "Yes", "accepted"),
        ("Should we replace the parser?", "Not now", "deferred"),
        ("Replace the parser?", "perhaps", "none"),
        ("Keep the parser?", "Yes", "none"),
        ("Drop the parser?", "No", "none"),
        ("Fuzz it?", "Yes", "none"),
    ],
)
def test_a_row_that_asks_what_the_title_proposes_is_answered_beside_it(
    question: str, answer: str, expected: str
) -> None:
    table = f"| Question | Answer |\n|---|---|\n| {question} | {answer} |\n| Confidence | High |\n"
    assert _status(f"# Replacing the parser with Elm\n\n## 6. Final recommendation\n\n{table}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Elm it is.", "accepted"),
        ("Oak it is, for now.", "accepted"),
        ("Elm wins.", "accepted"),
        ("Oak hat gewonnen.", "none"),
        ("How slow it is.", "none"),
        ("A mess it is.", "none"),
    ],
)
def test_a_known_option_that_it_is_or_that_wins_is_taken(sentence: str, expected: str) -> None:
    table = "| criterion | Elm (own tables) | Oak |\n|---|---|---|\n| speed | 5 | 3 |\n"
    assert _status(f"# Job queue\n\n{table}\n## Result\n\n{sentence} Somebody writes the migration.\n") == expected


def test_two_people_who_decide_the_contrary_leave_it_undecided() -> None:
    text = "# One repository?\n\n## So?\n\n**oak, 6 May:** Decision: go ahead.\n"
    assert _status(text) == "accepted"
    against = reading.read(parse(f"{text}\n**elm, 9 May:** I did not agree. Decision: reject it.\n"))
    assert (against.verdict, [finding.code for finding in against.findings]) == (None, ["ADR105"])


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("**TL;DR — not worth it.** The vendor locks the port.", "rejected"),
        ("**TL;DR — dead end for now. Nothing to build.**", "rejected"),
        ("**Verdict — park it.**", "deferred"),
        ("**Bottom line – adopt it.** It is fast.", "accepted"),
        ("**Decision — 3 May** Adopt it.", "accepted"),
        ("**Context — reject it.**", "none"),
        ("**Next steps — adopt it.**", "none"),
        ("**Option A — the queue.** Rejected.", "none"),
        ("**Option A: the queue.** Rejected.", "none"),
    ],
)
def test_bold_words_with_a_dash_behind_a_name_that_announces_are_a_label(paragraph: str, expected: str) -> None:
    assert _status(f"# Spike: the port\n\nRead it.\n\n{paragraph}\n") == expected


def test_bold_labels_with_a_dash_announce_conditions_and_blockers_too() -> None:
    text = (
        "# The port\n\n## Decision\n\nDeferred.\n\n**Revisit — when the vendor ships.**\n\n**Blocker — the licence.**\n"
    )
    read = reading.read(parse(text))
    assert [one.text for one in read.conditions.triggers] == ["the vendor ships"]
    assert [one.text for one in read.blockers] == ["the licence"]


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Do we need a registry?", "No, we don't.", "rejected"),
        ("Do we need a registry?", "Yes", "accepted"),
        ("Should we adopt Elm?", "Yes, but later", "deferred"),
        ("Should we adopt Elm?", "No risk", "none"),
        ("Why Elm?", "No.", "none"),
        ("A registry", "No, we don't.", "none"),
    ],
)
def test_a_heading_answers_what_the_title_asks(title: str, heading: str, expected: str) -> None:
    assert _status(f"# {title}\n\n## Context\n\nText.\n\n## {heading}\n\nBecause.\n\n## Other\n\nText.\n") == expected


@pytest.mark.parametrize(("column", "expected"), [("pick", "accepted"), ("chosen", "accepted"), ("fonts too", "none")])
def test_the_one_row_that_a_column_for_the_choice_ticks_is_taken_below_an_empty_head(
    column: str, expected: str
) -> None:
    table = f"| | language | fonts | {column} |\n|---|---|---|---|\n| Oak | – | ✅ | |\n| Elm | Rust | ✅ | ✅ |\n| Fir | Java | ✅ | |\n"
    assert _status(f"# A renderer\n\n{table}") == expected


def test_a_field_list_is_a_header() -> None:
    text = "# Keys\n\n:Status: Superseded by RFC 131 (envelope keys)\n:Accepted: 2024-07-19\n:Date: 2024-07-19\n\n## Why\n\nEach.\n"
    read = reading.read(parse(text), record=True)
    assert (read.verdict and read.verdict.status, read.superseded_by, read.date) == (
        "superseded",
        ("RFC 131",),
        "2024-07-19",
    )


@pytest.mark.parametrize(
    ("head", "last"),
    [
        ("**Author:** Harbour team — **Date:** 21 April 2026", ""),
        ("**Autora:** equipo Avisos — **Fecha:** 21 de abril de 2026", ""),
        ("", "— Harbour team, 21 April 2026"),
        ("", "*Harbour team, 21 April 2026*"),
    ],
)
def test_a_day_behind_a_second_label_or_a_signature_dates_a_file(head: str, last: str) -> None:
    text = f"# Elm\n\n{head}\n\n## Decision\n\nAdopted.\n\n## Notes\n\nText.\n\n{last}\n"
    assert reading.read(parse(text)).date == "2026-04-21"


def test_a_last_line_that_tells_of_a_day_is_no_signature() -> None:
    assert (
        reading.read(
            parse("# Elm\n\n## Decision\n\nAdopted.\n\n## Notes\n\n*The radio failed on 21 April 2026*\n")
        ).date
        is None
    )
