"""Candidates below a heading that only names a proposal, and headings that say a decision themselves."""

import pytest

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
