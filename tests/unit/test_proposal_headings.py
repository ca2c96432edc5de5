"""Candidates below a heading that only names a proposal, and headings that say a decision themselves."""

import pytest

from adr_gen.markdown import parse
from adr_gen.reading.candidates import trimmed_wording
from tests.support.candidates import verdicts

BODY = "# Paths\n\nIt is slow here.\n\n## {}\n\n{}\n"
STAGE = "A stage behind the router joins the paths."


@pytest.mark.parametrize("heading", ["Proposal", "Proposal (v2)", "Vorschlag", "Propuesta", "提案"])
@pytest.mark.parametrize("sentence", [STAGE, "Move to a router.", "We will use a router."])
def test_the_bare_name_of_a_proposal_is_no_sentence_and_gives_its_status_to_the_one_below(
    heading: str, sentence: str
) -> None:
    assert verdicts(BODY.format(heading, sentence)) == [(7, sentence, "proposed")]


@pytest.mark.parametrize(
    ("heading", "status"),
    [("No-go", "rejected"), ("Hold", "deferred"), ("Keep", "accepted"), ("Proposal: a router", "proposed")],
)
def test_a_heading_that_says_more_than_what_follows_is_a_sentence_however_short(heading: str, status: str) -> None:
    assert (5, heading, status) in verdicts(BODY.format(heading, STAGE))


@pytest.mark.parametrize("heading", ["Problem", "Proposal", "Rejected alternatives", "Next steps", "Recommendation"])
def test_a_heading_that_only_announces_is_no_verdict_for_who_names_its_line(heading: str) -> None:
    assert trimmed_wording.verdict_at(parse(BODY.format(heading, STAGE)), 5) is None


@pytest.mark.parametrize(
    ("heading", "verdict"),
    [("No-go", "No-go"), ("Verdict: hold", "hold"), ("We keep the pool", "We keep the pool"), ("Kafka", "Kafka")],
)
def test_another_heading_is_a_verdict_for_who_names_its_line(heading: str, verdict: str) -> None:
    assert trimmed_wording.verdict_at(parse(BODY.format(heading, STAGE)), 5) == verdict


def test_the_title_is_a_verdict_for_who_names_its_line() -> None:
    assert trimmed_wording.verdict_at(parse("# Context\n\nIt is slow here.\n"), 1) == "Context"
