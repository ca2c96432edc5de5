"""A decision that a later update turned: its page tells what was written before, and leads to the update."""

import re
from collections.abc import Callable

import pytest

from adr_gen import reading, records
from adr_gen.markdown import parse
from adr_gen.site.record.lead import lead
from tests.support.pipeline import DECISIONS, PATH, page, write

OLD = "## Decision\n\nDeclined: it is too dear.\n\n## Revisit when\n\n- deer come\n\n"
HEADED = "## Update 2026-04-01\n\nDeer came in through the broken hedge. We will build it after all."
LABELLED = "**Update 2026-04-01:** Deer came in through the broken hedge. We will build it after all."
BY_HAND = "# A fence\n\n* Status: accepted\n\n"
NOTE = 'Written before <a href="#adr-update">Update 2026-04-01</a>, which decides now:'


def generated(text: str) -> str:
    return write(f"# A fence\n\n{text}\n").text


def by_hand(text: str) -> str:
    return f"{BY_HAND}{text}\n"


def outline(text: str) -> list[str]:
    """The headings of a record's page, our notes, the anchor of the update, and the words of its paragraphs and items."""
    below = "".join(page(text).partition("\n## ")[1:])
    marked = re.finditer(r'^#+ (.*)|(<div id="adr-update">)|<em>(.*?)</em>|<(?:p|li)>([^<]+)<', below, re.M)
    return [next(filter(None, match.groups())) for match in marked]


ANCHOR, UPDATE = '<div id="adr-update">', "Update 2026-04-01"
SAID = "Deer came in through the broken hedge. We will build it after all."


def test_the_page_of_a_generated_record_marks_what_is_older() -> None:
    assert outline(generated(OLD + HEADED)) == [
        *("Decision Outcome", NOTE, "Declined: it is too dear."),
        *("Revisit When", NOTE, "deer come"),
        *("More Information", ANCHOR, UPDATE, SAID),
    ]


def test_the_page_of_a_record_by_hand_marks_what_stands_above() -> None:
    more = " We look again if wolves come."
    assert outline(by_hand(OLD + HEADED + more)) == [
        *("Decision", NOTE, "Declined: it is too dear."),
        *("Revisit when", NOTE, "deer come", ANCHOR),
        *(UPDATE, SAID + more, "Revisit When"),
    ]


@pytest.mark.parametrize("make", [generated, by_hand])
@pytest.mark.parametrize("update", [HEADED, LABELLED])
def test_the_update_tells_why(make: Callable[[str], str], update: str) -> None:
    old = OLD if update == HEADED else OLD[: OLD.index("## Revisit")]  # a labelled one stands in its section
    file = records.read(PATH, make(old + update), DECISIONS)
    assert (file.record.update, file.record.verdict) == (UPDATE, "We will build it after all.")
    assert lead(file.document, file.record) == "Deer came in through the broken hedge."
    assert file.record.conditions.triggers == ()


@pytest.mark.parametrize("make", [generated, by_hand])
def test_an_update_that_turns_nothing_outdates_nothing(make: Callable[[str], str]) -> None:
    kept = OLD.replace("Declined: it is too dear", "Accepted: we build it") + "## Update 2026-04-01\n\nIt is built."
    file = records.read(PATH, make(kept), DECISIONS)
    assert (file.record.update, [one.text for one in file.record.conditions.triggers]) == (None, ["deer come"])
    assert NOTE not in page(file.text)


TURNED = "# A fence\n\n## Decision: reject\n\nIt is too dear.\n\n## Update 2026-04-01\n\nDeer came. We adopt it: two metres. The rejection above no longer holds.\n"


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("", "2026-04-01"),
        ("completed: 2026-01-01\n", "2026-04-01"),
        ("created: 2026-01-01\n", "2026-04-01"),
        ("closed: 2026-01-01\n", "2026-04-01"),
        ("completed: 2026-05-01\n", "2026-05-01"),
        ("date: 2026-01-01\n", "2026-01-01"),
        ('decision: accept\nverdict: "We adopt it: two metres."\ncompleted: 2026-01-01\n', "2026-04-01"),
        ('decision: reject\nverdict: "It is too dear."\ncompleted: 2026-01-01\n', "2026-01-01"),
    ],
)
def test_the_update_that_says_the_verdict_dates_the_decision(front: str, day: str) -> None:
    file = write(f"---\n{front}---\n{TURNED}" if front else TURNED)
    assert records.read(PATH, file.text, DECISIONS).record.date == day


@pytest.mark.parametrize(
    ("update", "verdict"),
    [
        ("## Update 2026-04-01\n\nDeer came. We now build it.", "We now build it."),
        ("## Update 2026-04-01\n\nDeer came. We adopt the fence.", "We adopt the fence."),
        ("**Update 2026-04-01:** Deer came. Accepted.", "Deer came. Accepted."),
        ("## Update 2026-04-01\n\nDeer came, so we build the fence after all.", ""),
    ],
)
def test_an_update_that_agrees_with_what_the_front_matter_decides_turns_the_decision(update: str, verdict: str) -> None:
    result = reading.read(parse(f"---\ndecision: accept\ncreated: 2025-05-01\n---\n# A fence\n\n{OLD}{update}\n"))
    assert (result.update, result.date, result.conditions.triggers) == (UPDATE, "2026-04-01", ())
    assert (result.verdict and result.verdict.line, result.findings) == (verdict, ())


def test_a_status_that_agrees_with_an_update_does_so_too() -> None:
    file = records.read(PATH, by_hand(OLD + "## Update 2026-04-01\n\nDeer came. We adopt the fence."), DECISIONS)
    assert (file.record.update, file.record.verdict, file.problems) == (UPDATE, "We adopt the fence.", ())
