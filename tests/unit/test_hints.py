"""Hints: the token that a condition's words would bear, and where it is shown."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen import checks
from adr_gen.reading.conditions.written_condition import trigger
from adr_gen.reading.hints.hints import PLACEHOLDERS, hint
from tests import GOLDEN
from tests.support.helpers import load_yaml, run

CASES = load_yaml(GOLDEN / "hints.yml")


@pytest.mark.parametrize(("text", "token"), CASES.items())
def test_a_hint_names_the_token_that_the_words_hold_and_no_other(text: str, token: str | None) -> None:
    assert hint(trigger(text, text)) == token


def test_a_condition_with_a_check_gets_no_hint() -> None:
    for sentence in ("`after 6 months`", "`2027-03-01`", "https://github.com/owner/repo/issues/3 is closed"):
        assert hint(trigger(sentence, sentence)) is None


@pytest.mark.parametrize(
    ("around", "token"),
    [
        ("The bundler breaks it, owner/repo#444; revisit after the upstream fix", "issue:owner/repo#444 closed"),
        ("Broken by owner/repo#444 and owner/repo#445; revisit after the upstream fix", None),
        ("The bundler breaks it; revisit after the upstream fix", None),
    ],
)
def test_an_upstream_fix_is_that_of_the_only_issue_in_its_sentence(around: str, token: str | None) -> None:
    assert hint(trigger("after the upstream fix", around)) == token


PIECES = st.sampled_from(
    ["a/b#1", "closed", "parser", "`parser`", "@s/p", "3.11", "v2", "0.8.x", "ships", "reaches", "end of life", "in", "6", "months",
     "by", "2027-02-31", "2027-Q2", "March 2027", "ADR-12", "accepted", "more than", "20", ".sql files", "in `a/b/`", "`a.py`", "lines",
     "exceeds", "exists", "contains", "users", "400", "%", "1,000", ">", "≥", "is", "the", "a 6th", "case", "quarterly", "(", "|", "..", "/"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=7).map(" ".join))
def test_every_hint_is_a_legal_token_once_it_is_filled_in(written: str) -> None:
    token = hint(trigger(written, written))
    for name, value in PLACEHOLDERS.items():
        token = token.replace(name, value) if token else token
    assert token is None or checks.parse(token)


PROJECT = """
    === docs/research/cache.md
    ---
    date: 2026-01-02
    ---
    # Cache

    ## Verdict: reject

    ## Revisit when

    - owner/repo#7 is fixed
    - `cache-kit 2.x` ships
    - somebody complains
    === docs/decisions/0009-old.md
    # Old

    * Status: deprecated

    Revisit in 6 months.
"""


def test_check_and_explain_show_hints_and_neither_fails(project: Callable[[str], Path]) -> None:
    root = project(PROJECT)
    run(root, "generate")
    before = (root / "docs/research/cache.md").read_bytes()
    done = run(root, "check", "--format", "json")
    problems = [
        (p["path"], p["line"], p["level"], p["message"]) for p in json.loads(done.stdout) if p["code"] == "ADR903"
    ]
    record = "docs/decisions/0010-cache.md"
    source = "(in docs/research/cache.md)"
    a = f"trigger (a) 'owner/repo#7 is fixed': a program could judge it; add `issue:owner/repo#7 closed` {source}"
    b = f"trigger (b) '`cache-kit 2.x` ships': a program could judge it; add `REGISTRY:cache-kit >= 2`, REGISTRY filled in {source}"
    assert problems == [(record, 24, "hint", a), (record, 25, "hint", b)]
    assert done.returncode == 0
    explanation = json.loads(run(root, "explain", "docs/research/cache.md", "--json").stdout)
    hints = [t["hint"] for t in explanation["triggers"]]
    assert hints == ["issue:owner/repo#7 closed", "REGISTRY:cache-kit >= 2", None]
    assert (root / "docs/research/cache.md").read_bytes() == before
