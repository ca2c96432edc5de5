"""The verdict in one line that front matter quotes."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("**Status:** decided (Option A)", "decided (Option A)"),
        ("**Status: decided** (Option A)", "decided (Option A)"),
        ("**Decision**: the table stays.", "the table stays."),
        ("**Close this**: the first queue is enough.", "**Close this**: the first queue is enough."),
        ("**Status:**", "**Status:**"),
        ("Decision: the table stays.", "the table stays."),
        ("Status: Deferred (blocked on hardware)", "Deferred (blocked on hardware)"),
        ("A queue: it holds messages.", "A queue: it holds messages."),
    ],
)
def test_the_label_before_a_quoted_verdict_is_no_part_of_it(quote: str, line: str) -> None:
    verdict = reading.read(parse(f'---\ndecision: accept\nverdict: "{quote}"\n---\n# A\n')).verdict
    assert verdict is not None
    assert verdict.line == line


def test_a_verdict_that_says_nothing_known_names_its_words_what_is_known_and_the_way_out() -> None:
    (finding,) = reading.read(parse("# Odd\n\n**Verdict:** it is blue\n")).findings
    assert (finding.line, finding.code) == (3, "ADR101")
    assert finding.message == (
        "the verdict 'it is blue' says no known decision (adopt, reject, defer, go, no-go, hold, keep …); "
        "add `decision: accept`, `reject` or `defer` to the front matter"
    )


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("resolution: won't do", "rejected"),
        ("outcome: go with conditions", "accepted"),
        ("result: rejected", "rejected"),
        ("conclusion: no-go", "rejected"),
        ("result: passed", None),
        ("conclusion: the tests are red", None),
        ("resolution: done", None),
        ("verdict: adopt after the audit", None),
    ],
)
def test_a_key_beside_decision_says_the_verdict_and_not_that_a_task_is_done(key: str, status: str | None) -> None:
    verdict = reading.read(parse(f"---\ntitle: Faster builds\n{key}\n---\n\nBuilds are slow.\n")).verdict
    assert (verdict and verdict.status) == status
