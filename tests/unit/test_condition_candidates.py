"""Candidates for conditions: sentences that may say when to look again, where reading was not sure."""

import pytest

from tests.support.candidates import conditions


def test_a_sentence_that_says_if_is_a_candidate_and_what_was_read_is_none() -> None:
    text = """
        # A queue

        ## Recommendation

        It should wait until a second server appears.

        ## Revisit when

        - the price doubles
    """
    assert conditions(text) == [(5, "It should wait until a second server appears.")]


def test_of_a_sentence_that_says_when_to_look_again_the_condition_is_the_candidate() -> None:
    text = """
        # How to ask for a queue

        ## Options

        ### The small one

        We should look at it again once the price falls below 40.
    """
    assert conditions(text) == [(7, "the price falls below 40")]


def test_a_wish_to_replace_a_decision_and_what_becomes_possible_are_candidates_for_conditions() -> None:
    body = "Decision: adopt.\n\nWe ask for a release upstream, which would retire this decision.\n\nIf two hosts exist, we could run both.\n"
    assert [line for line, _ in conditions(f"# A build of our own\n\n{body}")] == [5, 7]


@pytest.mark.parametrize(
    "sentence",
    [
        "If the licence proves too dear, the table takes its place.",
        "The pool is worth its price once a second host exists.",
        "Do not build the index unless a measurement shows that the table is slow.",
        "If readers ever need the old messages, a store of its own is the answer.",
        "Only a third consumer, if it appears, pays for a queue.",
        "We ask for a release upstream, which would retire this decision.",
        "Wenn die Lizenz zu teuer wird, könnte die Tabelle reichen.",
        "Si une deuxième machine apparaît, le pool pourrait servir.",
        "Если появится второй сервер, можно взять очередь.",
        "如果出现第二个服务器，可以用队列。",
    ],
)
def test_what_may_come_true_is_a_candidate_for_conditions(sentence: str) -> None:
    assert conditions(f"# A queue\n\n## Recommendation\n\n{sentence}\n") != []


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Recommendation", "If possible, use the table."),
        ("Recommendation", "If you run it twice, it keeps one message."),
        ("Recommendation", "This decision should be revisited if:"),
        ("Recommendation", "Should we look again if the price falls?"),
        ("Recommendation", "When the reader asked for it, the table was slow."),
        ("Findings", "After a restart the queue reads its file."),
        ("Findings", "When `retry` is set, the reader tries three times."),
        ("Findings", "It writes a line until the disk is full."),
        ("How it works", "A message is dropped once it was read by all."),
        ("Context", "If a reader dies, its messages go to the next one."),
        ("Options", "If the price falls, the second one is cheaper."),
        ("Acceptance criteria", "Done when the table holds a day of messages."),
        ("Implementation", "1. Stop the reader until the table is there."),
        ("Recommendation", "If adopted, begin with the table."),
    ],
)
def test_what_happens_anyway_and_what_is_to_be_done_are_no_candidates_for_conditions(
    heading: str, sentence: str
) -> None:
    assert conditions(f"# A queue\n\n## {heading}\n\n{sentence}\n") == []


def test_who_lists_the_conditions_is_offered_only_a_sentence_that_says_more() -> None:
    listed = "## Revisit when\n\n- the price doubles\n"
    text = "# A queue\n\n## Recommendation\n\nA pool pays off if a second server appears.\n\n"
    assert [line for line, _ in conditions(text)] == [5]
    assert conditions(text + listed) == []
