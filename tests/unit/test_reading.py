"""Reading: each folder of tests/cases/reading is one document and everything that is read from it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adr_gen import reading
from adr_gen.checks import tokens as checks
from adr_gen.markdown import DocumentError, parse
from adr_gen.reading.conditions.condition_kinds import classify
from adr_gen.reading.conditions.written_condition import condition
from adr_gen.reading.conditions.written_condition import written as as_written
from adr_gen.reading.lexicon import speaking
from tests.support import cases
from tests.support.helpers import load_yaml


def reading_values(result: reading.Reading, record: bool) -> dict[str, Any]:
    """All values of a reading that are not empty; of the notes those on what was passed over."""
    conditions, verdict = result.conditions, result.verdict
    values: dict[str, Any] = {
        "record": record,
        "title": result.title,
        "title_line": result.title_line,
        "date": result.date,
        "status": verdict.status if verdict else None,
        "qualifier": verdict.qualifier if verdict else None,
        "verdict": verdict.line if verdict else None,
        "update": result.update,
        "blockers": [f"{'[x] ' if b.cleared else ''}{b.text}" for b in result.blockers],
        "logic": conditions.logic,
        "triggers": [
            {
                key: value
                for key, value in (("text", t.text), ("kind", t.kind), ("then", t.consequence), ("item", t.item))
                if value
            }
            for t in conditions.triggers
        ],
        "review_by": conditions.review_by,
        "links": {
            name: list(getattr(result, name))
            for name in ("supersedes", "superseded_by", "revisits", "relates")
            if getattr(result, name)
        },
        "decision_makers": list(result.decision_makers),
        "tags": list(result.tags),
        "moves": [
            f"{m.section} {m.list.line} from {m.first}, lead {m.lead.line if m.lead else None}" for m in result.moves
        ],
        "passed_over": [f"{n.field} {n.line}: {n.why}" for n in result.notes if not n.taken],
        "findings": [f"{f.line} {f.code}" for f in result.findings],
    }
    return {key: value for key, value in values.items() if value}


@pytest.mark.parametrize("case", cases.READING, ids=lambda case: case.name)
def test_a_document_says_what_its_case_expects(case: Path) -> None:
    expected = load_yaml(case / "expected.yml")
    record = expected.get("record", False)
    assert reading_values(cases.read(case / "input.md", record), record) == expected


PIECES = st.sampled_from(
    ["# ", "## ", "- ", "1. ", "> ", "```\n", "| a | b |\n|---|---|\n", "---\n", "**", "`", "(a) ", "\n", "\n\n", ": ", "; ", " → ",
     "Revisit when ", "if ", "or ", "Status: ", "Decision: ", "reject", "deferred until ", "Blockers", "None", "2026-02-30", "x", "é", "\t",
     "[a](b.md)", "Superseded by ", "<!-- ", " -->", "decision: adopt\n", "revisit_when: [a, b]\n", "!", "?", "。", "\\", "*", "_"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join), st.booleans())
@example("deferred until reject# Y", False)
def test_no_text_makes_reading_fail(text: str, record: bool) -> None:
    try:
        document = parse(text)
    except DocumentError:
        return
    result = reading.read(document, record)
    for move in result.moves:
        entries = result.blockers if move.section == "blockers" else result.conditions.triggers
        assert len(entries[move.first :]) >= len(move.list.children)
    for trigger in result.conditions.triggers:
        with speaking(text):  # of all languages some would know "and" in a word that is none of this text's
            assert condition(trigger.text) == (trigger.text, None)
        assert trigger.text in trigger.sentence


WRITTEN = st.sampled_from(
    ["if", "when", "→", "->", "(→", "x)", "(in which case", ", at which point", ", then we", "the a is b", ".", ";", "`", "`a → b`",
     "(a) ", "(", "Never", "and", "or", ",", "**", "— ", "after 6 months", "If, ", "[x] ", "h) "]
)  # fmt: skip


@given(st.lists(WRITTEN | st.text(max_size=6), max_size=9).map(" ".join))
def test_a_condition_written_out_again_is_read_the_same(written: str) -> None:
    text, consequence = condition(written)
    item = text if consequence is None else f"{text} → {consequence}"
    assert condition(item) == as_written(item) == (text, consequence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("If the price doubles", ("the price doubles", None)),
        ("(b) A second reader appears → write an index", ("A second reader appears", "write an index")),
        ("Once traffic exceeds 40 rps, switch to a pool.", ("traffic exceeds 40 rps", "switch to a pool.")),
        ("The key leaks (in which case rotate all)", ("The key leaks", "in which case rotate all")),
        ("after 6 months", ("after 6 months", None)),
        ("`a → b` is gone", ("`a → b` is gone", None)),
    ],
)
def test_a_condition_stands_apart_from_what_follows_it(sentence: str, expected: tuple[str, str | None]) -> None:
    assert condition(sentence) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("`2027-03-01` has come", "date"),
        ("2027-Q2", "date"),
        ("after 6 months", "elapsed"),
        ("`pypi:parser >= 2`", "release"),
        ("the parser reaches 2.0", "release"),
        ("https://forge.example/team/parser/issues/12 is closed", "issue"),
        ("`eol:python/3.11`", "lifecycle"),
        ("the parser is no longer maintained", "lifecycle"),
        ("a third consumer of the module appears", "repo"),
        ("`file:src/*.sql count >= 20`", "repo"),
        ("ADR-12 is accepted", "record"),
        ("more than 400 users a month", "metric"),
        ("`reading:users > 400`", "metric"),
        ("Never, the format is frozen", "never"),
        ("somebody complains", "person"),
    ],
)
def test_a_condition_has_the_kind_of_what_would_settle_it(text: str, kind: str) -> None:
    assert classify(text) == kind


def test_only_tokens_of_the_grammar_are_checks() -> None:
    sentence = "When `pypi:parser >= 2` or `2027-03-01`, not before `not before 2027-01-01`, `after 2 weeks`; `Parser()` and `a b: c` are text."
    assert checks(sentence) == ("pypi:parser >= 2", "2027-03-01", "not before 2027-01-01", "after 2 weeks")


@pytest.mark.parametrize(
    "line",
    ["revisit if a; ", "if a, ", "* ", "**a** ", "(a) ", "a → ", "the a is or ", "deferred ", "v1.1.", "a: ", "| "],
)
@pytest.mark.parametrize(
    "before", ["", "**Revisit if:** ", "## Revisit when\n\n", "## Status\n\n", "## Recommendation: "]
)
def test_a_hostile_line_raises_nothing(before: str, line: str) -> None:
    document = parse(before + (line * 70_000)[:70_000])
    assert isinstance(reading.read(document, record=True), reading.Reading)
