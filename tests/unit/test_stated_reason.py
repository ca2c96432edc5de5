"""A verdict that says nothing but that takes the sentence behind it into its line: what is done, or why not."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


def line(text: str) -> str:
    verdict = reading.read(parse(text)).verdict
    assert verdict is not None
    return verdict.line


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("REJECT\n\nThe shelves rot within a winter.", "REJECT. The shelves rot within a winter."),
        ("**ADOPT**\n\nEvery pier gets a shelf.", "ADOPT. Every pier gets a shelf."),
        ("**ADOPT.** Every pier gets a shelf. It is cheap.", "ADOPT. Every pier gets a shelf."),
        ("Accepted by all three, after an hour. Every pier gets a shelf.",
         "Accepted by all three, after an hour. Every pier gets a shelf."),
        ("Rejected by the crew on 2024-03-04. They rot.", "Rejected by the crew on 2024-03-04. They rot."),
        ("We decided against it. They rot within a winter.", "We decided against it. They rot within a winter."),
        ("Defer. Spring is too near.", "Defer. Spring is too near."),
        ("**Verdict:** reject.\n\nThey rot within a winter.", "reject. They rot within a winter."),
        ("REJECT\n\n### Reasons\n\nThey rot within a winter.", "REJECT. They rot within a winter."),
        ("REJECT\n\n### Begründung\n\nThey rot.", "REJECT. They rot."),
        ("REJECT\n\n**Cost:** 40 a piece.\n\n## Rationale\n\nThey rot. And more.", "REJECT. They rot."),
        ("REJECT\n\n### Option A\n\n#### Reasons\n\nIt is cheap.", "REJECT"),
        ("REJECT\n\n### Reasons\n\nSee the table.", "REJECT"),
        ("REJECT\n\n**Why:** they rot within a winter.", "REJECT: they rot within a winter."),
        ("ADOPT\n\nOak: it lasts in any weather.", "ADOPT. Oak: it lasts in any weather."),
        ("REJECT:\n\n- rot\n- price", "REJECT: rot, price"),
        ("The old shelf leaves in May. Adopted by the board on 2024-03-04.",
         "The old shelf leaves in May. Adopted by the board on 2024-03-04."),
        ("**Decision:** Each pier gets a shelf. Adopted by the board.", "Each pier gets a shelf. Adopted by the board."),
        ("Do we buy shelves? Adopted by the board.", "Adopted by the board."),
        ("ADOPT: every pier gets a shelf.", "ADOPT: every pier gets a shelf."),
        ("**ADOPT:** every pier gets a shelf.", "**ADOPT:** every pier gets a shelf."),
    ],
)  # fmt: skip
def test_a_verdict_alone_takes_the_sentence_behind_it(decision: str, expected: str) -> None:
    assert line(f"# Shelves\n\n## Decision\n\n{decision}\n") == expected


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("REJECT because they rot. The price is high too.", "REJECT because they rot."),
        ("REJECT: they rot. The price is high too.", "REJECT: they rot."),
        ("We will not buy any. They rot within a winter.", "We will not buy any."),
        ("ADOPT the shelves. They last.", "ADOPT the shelves."),
        ("Rejected. See the table below.", "Rejected."),
        ("Rejected. What is left to do?", "Rejected."),
        ("Rejected.\n\nRevisit when a shelf costs less than 40.", "Rejected."),
        ("REJECT\n\n**Cost:** 40 a piece.", "REJECT"),
        ("REJECT\n\nOwner: Ann Lee.", "REJECT"),
        ("REJECT\n\nConsequences: the boats stay out in the rain.", "REJECT"),
        ("REJECT\n\n- rot\n- price", "REJECT"),
        ("REJECT\n\n### Rot\n\nThey rot within a winter.", "REJECT"),
        ("Adopt it.\n\nAdopt it.\n\nThey last.", "Adopt it."),
        (f"REJECT\n\nThey rot {'and rot ' * 40}.", "REJECT"),
    ],
)  # fmt: skip
def test_one_that_says_what_or_why_stands_alone_and_what_says_neither_is_not_taken(
    decision: str, expected: str
) -> None:
    assert line(f"# Shelves\n\n## Decision\n\n{decision}\n") == expected


def test_a_quoted_verdict_takes_its_sentence_too_and_neither_the_line_of_a_status_nor_a_title_takes_one() -> None:
    text = "We looked at shelves and rejected it. Nobody asked for one in two years."
    assert line(f"---\ndecision: reject\n---\n# Shelves\n\n## Recommendation\n\n{text}\n") == text
    assert line("# Shelves\n\n**Status:** Rejected\n\nThe piers are of wood.\n") == "Rejected"
    assert line("# Shelves: REJECT\n\nThe piers are of wood.\n") == "REJECT"


def test_the_day_of_a_reason_is_not_the_day_of_the_decision() -> None:
    text = "# Shelves\n\n## Decision\n\nRejected. The last maker of shelves closed on 2023-01-31.\n"
    assert reading.read(parse(text)).date is None
