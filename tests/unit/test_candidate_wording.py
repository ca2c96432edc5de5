"""Candidates by how they are written: their marks, their headings, and the title."""

import pytest

from adr_gen.markdown import parse
from adr_gen.reading.candidates import trimmed_wording
from tests.support.candidates import verdicts


def test_marks_that_a_verdicts_label_opened_go_with_it() -> None:
    assert verdicts("# A queue\n\n## Consequences\n\n**Outcome: this worked.** It starts.\n")[0][1] == "this worked."


@pytest.mark.parametrize(
    ("front", "candidates"),
    [
        ("status: accepted\n", [(5, "The table holds the jobs", "accepted")]),
        ("status: deferred\n", [(5, "The table holds the jobs", "deferred")]),
        ("status: done\n", []),
        ("title: Jobs\n", []),
    ],
)
def test_the_title_is_a_candidate_where_front_matter_states_a_decisions_status_as_that_of_a_task(
    front: str, candidates: list[tuple[int, str, str | None]]
) -> None:
    assert (
        verdicts(f"---\n{front}---\n\n# The table holds the jobs\n\n## Reasons\n\nA queue needs a server.\n")
        == candidates
    )


def test_a_sentence_of_the_verdict_comes_before_such_a_title_which_stays_on_the_screen() -> None:
    text = "---\nstatus: accepted\n---\n# Jobs and their queue\n\n**Outcome:** the table it is.\n\n# Jobs in May\n"
    assert [candidate[:2] for candidate in verdicts(text)] == [(6, "the table it is."), (4, "Jobs and their queue")]


@pytest.mark.parametrize(("lead", "first"), [("**GO** with", 9), ("**Go** with", 9), ("**Together** with", 5)])
def test_a_status_in_bold_words_before_all_others_says_more_than_what_stands_below_the_same_heading(
    lead: str, first: int
) -> None:
    body = (
        "## Last words on the decision\n\nWe will take the notation of the queue.\n\n## On the decision, once more\n\n"
    )
    assert (
        verdicts(f"# Queue or table\n\n{body}{lead} the queue as the base of all jobs.\n\n## Notes\n\nFour.\n")[0][0]
        == first
    )


def test_a_heading_that_only_names_a_proposal_gives_its_status_to_the_sentence_below_it() -> None:
    body = "## Proposed solution\n\nA stage behind the router joins the paths. It reads twice.\n\n## Proposed names\n\nThree.\n"
    assert verdicts(f"# Paths\n\n{body}")[0] == (5, "A stage behind the router joins the paths.", "proposed")
    assert all(text != "Proposed solution" for _, text, _ in verdicts(f"# Paths\n\n{body}"))


def test_a_picked_condition_has_no_label() -> None:
    text = "# Dogs\n\n**Mind the gap:** if somebody is bitten, or if the rule changes.\n"
    assert trimmed_wording.condition_at(parse(text), 3) == "if somebody is bitten, or if the rule changes."
