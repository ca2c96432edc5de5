"""What each tool for agents answers."""

from datetime import date
from pathlib import Path

import pytest

from adr_gen.mcp.tools import Tools
from tests.support.mcp_log import shop

__all__ = ["shop"]  # a fixture


@pytest.fixture
def tools(shop: Path) -> Tools:
    return Tools(shop, lambda: date(2026, 5, 1))


def test_a_change_that_would_make_a_condition_true_is_told_so(tools: Tools) -> None:
    rulings = tools.check_change("", paths=("css/second.css",), packages=("npm/react >= 19",))
    assert rulings.advice == ("This change makes a condition true, so say so and have it looked at again: ADR-0003.")
    (ruling,) = rulings.decisions
    assert ruling.decision.standing == "holds"
    assert ruling.matches == [
        "condition (a) is about the package react",
        "condition (b) is about css/second.css",
        "its text names react",
    ]
    assert {c.id: c.would_be_met_by for c in ruling.conditions} == {
        "a": "react >= 19 is in this proposal",
        "b": "2 files match css/*.css",
    }


def test_a_superseded_decision_names_the_one_in_force(tools: Tools) -> None:
    decision = tools.get_decision("1").decision
    assert (decision.standing, decision.current_id, decision.why) == (
        "superseded",
        "ADR-0004",
        "superseded by ADR-0004",
    )


def test_decisions_are_found_by_status_words_and_paths(tools: Tools) -> None:
    def ids(**asked: object) -> list[str]:
        return [one.decision.id for one in tools.find_decisions(**asked).decisions]  # type: ignore[arg-type]

    assert ids() == ["ADR-0004", "ADR-0003", "ADR-0002", "ADR-0001"]
    assert ids(status=("rejected",)) == ["ADR-0002"]
    assert ids(query="sessions") == ["ADR-0001", "ADR-0004"]
    assert ids(query="sessions", status=("accepted",)) == ["ADR-0004"]
    assert ids(paths=("css/main.css",)) == ["ADR-0003"]
    assert ids(query="sessions", paths=("css/main.css",)) == []
    assert ids(query="elephants") == []


def test_an_answer_that_is_cut_says_so(tools: Tools) -> None:
    answer = tools.find_decisions(limit=1)
    assert (len(answer.decisions), answer.total, answer.truncated) == (1, 4, True)


def test_what_is_due_comes_with_the_command_that_answers_it(tools: Tools) -> None:
    due = tools.due("2026-05-01")
    assert [(one.decision.id, one.state, [c.id for c in one.conditions], one.command) for one in due.decisions] == [
        ("ADR-0002", "met", ["a"], "adr-gen review 2")
    ]
    later = tools.due("2027-05-01")
    assert [one.decision.id for one in later.decisions] == ["ADR-0002"]


def test_an_undecided_file_is_explained_with_its_candidates(tools: Tools) -> None:
    explanation = tools.explain_file("docs/research/05-logs.md")
    assert explanation.status is None
    assert [(one.field, one.line) for one in explanation.candidates] == [("verdict", 3)]
