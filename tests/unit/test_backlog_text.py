"""The words of the digest: however much is listed, an issue can hold it."""

from datetime import date

from adr_gen.board import entries
from adr_gen.log import build
from adr_gen.notify import backlog_text, issue_marker
from adr_gen.notify.alerts import transitions
from adr_gen.notify.backlog_issue import RECORD
from adr_gen.notify.issue_marker import Marker
from adr_gen.notify.issue_text import RecordLinks
from adr_gen.records import Record, read
from adr_gen.revisit import States

LARGEST = 65_536
"""Characters of an issue's body or of a comment that GitHub takes."""


def old(number: int, conditions: int, words: str) -> Record:
    listed = "\n".join(f"* `2026-01-01` {words}{n}" for n in range(conditions))
    text = f"# Number {number}\n\n* Status: rejected\n* Date: 2025-01-01\n\n## Revisit When\n\n{listed}\n"
    return read(f"docs/decisions/{number:04}-x.md", text, "docs/decisions").record


def body(count: int, conditions: int, words: str = "") -> str:
    log, states = build(old(n, conditions, words) for n in range(1, count + 1)), States(date(2026, 11, 29), 365)
    listed = [(entry, transitions(entry, states)) for entry in entries(log, states)]
    assert len(listed) == count
    return backlog_text.body(listed, states, RecordLinks("https://github.com/example/shop"))


def test_a_digest_of_the_longest_conditions_fits_into_an_issue_with_its_marker() -> None:
    text = body(70, 6, "and many words more " * 40)
    whole = Marker(RECORD, tuple(f"{n:012}" for n in range(issue_marker.MOST))).above(text)
    assert len(whole) < LARGEST
    listed = text.count("* **ADR-")
    assert f"* … and {70 - listed} more decisions\n" in text
    assert text.count("\n    * … and 1 more\n") == listed > 10


def test_a_digest_lists_so_many_decisions_and_counts_the_others() -> None:
    text = body(62, 1)
    assert text.count("* **ADR-") == backlog_text.MOST_RECORDS
    assert "* … and 2 more decisions\n" in text


def test_a_digest_that_lists_all_counts_none() -> None:
    assert "more decisions" not in body(2, 1)
