"""Candidates: what a person chooses from where reading decided nothing."""

import pytest

from adr_gen.markdown import parse
from adr_gen.reading.candidates import trimmed_wording, verdict_candidates
from tests.support.candidates import conditions, verdicts


def test_the_old_answer_that_a_question_asked_again_quotes_is_no_candidate() -> None:
    text = """
        ---
        {key}: 1
        ---

        # A queue

        > **REJECT (for now).**

        ## Recommendation
    """
    assert verdicts(text.format(key="id")) == [(7, "**REJECT (for now).**", "rejected")]
    assert verdicts(text.format(key="revisits")) == []


def test_the_first_sentence_of_the_verdicts_section_is_the_best_candidate() -> None:
    assert verdicts("""
        # A queue

        We looked at four.

        ## Recommendation

        The small one fits us. It needs no server. Its licence is free.
        It is in use elsewhere.
    """) == [
        (7, "The small one fits us.", None),
        (8, "It is in use elsewhere.", None),
    ]


def test_a_sentence_that_says_a_status_comes_before_its_neighbours() -> None:
    assert verdicts("""
        # A queue

        ## Findings

        The small one fits us. Four were tried.

        1. Measure again.
        2. **Close this**: we will not adopt the queue.
    """) == [(8, "**Close this**: we will not adopt the queue.", "rejected")]


def test_both_sides_of_a_contradiction_are_candidates_with_what_they_say() -> None:
    candidates = verdicts("""
        # A queue

        ## Decision: adopt

        Because it is small.

        ## Verdict: reject
    """)
    assert [(line, text, status) for line, text, status in candidates if status] == [
        (3, "adopt", "accepted"),
        (7, "reject", "rejected"),
    ]


def test_words_behind_a_verdicts_label_are_a_candidate_without_the_label() -> None:
    assert verdicts("""
        # A queue

        **Verdict:** it is complicated. See below.
    """)[0] == (3, "it is complicated.", None)


def test_a_chosen_option_is_a_candidate_by_its_heading() -> None:
    assert verdicts("""
        # A queue

        ## Option 1: the small one (CHOSEN)

        ## Option 2: the large one (REJECTED)
    """) == [
        (3, "Option 1: the small one (CHOSEN)", "accepted"),
        (5, "Option 2: the large one (REJECTED)", "rejected"),
    ]  # fmt: skip


def test_a_row_of_a_table_of_verdicts_is_a_candidate() -> None:
    assert verdicts("""
        # Spikes

        | # | idea | verdict |
        |---|---|---|
        | 1 | a queue | adopt |
    """) == [(5, "1 | a queue | adopt", "accepted")]


def test_a_row_of_verdicts_is_a_candidate_where_options_are_columns() -> None:
    assert verdicts("""
        # Spikes

        |  | a queue | a table |
        |---|---|---|
        | cost | 12 | 0 |
        | **Verdict** | adopt | keep |
    """) == [(6, "**Verdict** | adopt | keep", None)]


def test_what_stands_out_above_everything_is_a_candidate_also_in_a_block_quote() -> None:
    assert verdicts("""
        # A queue

        > ⚠ **Paused 2026-05-18**: the tests wait for a server.

        The queue holds messages.
    """) == [(3, "⚠ **Paused 2026-05-18**: the tests wait for a server.", "deferred")]


@pytest.mark.parametrize(
    "line",
    ["Should we adopt it?", "[adopt](adopt.md)", "> code", "```\nadopt it\n```", "<!-- Decision: adopt -->", "…"],
)
def test_questions_links_code_and_comments_are_no_candidates(line: str) -> None:
    assert verdicts(f"# A queue\n\n{line}\n\nThe queue holds messages.\n") == []


def test_no_more_than_three_and_five_are_shown() -> None:
    lines = "".join(
        f"- We will adopt queue {number}.\n- It needs care if load {number} doubles.\n" for number in range(9)
    )
    assert len(verdicts(f"# A\n\n## Notes\n\n{lines}")) == 3
    assert len(conditions(f"# A\n\n## Decision\n\n{lines}")) == 5


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("## Options\n\n- a table\n- a queue ← chosen\n\n## Why\n\nThe table is slow.", 6),
        ("## TL;DR\n\n→ **The queue.** It holds messages.\n\n## Notes\n\nIt was cheap.", 5),
        ("We compared both for a week.\n\n**We stay with the table.**\n\nIt was cheap.", 5),
        ("## Measured\n\nThe table holds.\n\n## Final words on the decision\n\n**GO** with the queue as the new base.", 9),
        ("## Action\n\n1. ~~Read about it~~ done\n2. **Close this todo** – the queue is not useful here.", 6),
    ],
)  # fmt: skip
def test_what_most_likely_is_the_verdict_comes_first(body: str, line: int) -> None:
    assert verdicts(f"# Queue or table\n\n{body}\n")[0][0] == line


def test_verdicts_of_parts_come_behind_those_of_the_whole() -> None:
    body = "## Way 1\n\n**Verdict:** not viable.\n\n## Way 2\n\n**Verdict:** viable.\n\n## Recommendation\n\n- Use way 2\n- Do not use way 1\n"
    assert {line for line, _, _ in verdicts(f"# Ways\n\n{body}")[:2]} == {13, 14}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("## Recommendation\n\nAdopt it.\n", 1, None),
        ("**Verdict**:\n\n- adopt it\n", 1, None),
        ("## Recommendation\n\nAdopt it.\n", 3, "Adopt it."),
    ],
)
def test_only_the_name_of_what_follows_is_no_verdict(text: str, line: int, words: str | None) -> None:
    assert trimmed_wording.verdict_at(parse(text), line) == words


@pytest.mark.parametrize("line", ["**Status:** Deferred (blocked on hardware), see below", "## Status\n\nDeferred"])
def test_a_stated_status_is_a_candidate_beside_what_contradicts_it(line: str) -> None:
    candidates = verdicts(f"# A queue\n\n{line}\n\n## Decision\n\nAdopt the queue. It is small.\n")
    assert {status for _, _, status in candidates[:2]} == {"deferred", "accepted"}


@pytest.mark.parametrize(
    "body",
    [
        "## Criteria\n\n**NO-GO if:**\n\n- [Criterion 1]",
        "**Verdict:** ☐ Go / ☐ No-go",
        "**Negative**\n\n- It costs more.",
        "## Findings\n\nDoes it start? Yes. Is it fast? No.",
        "Decide whether it is accepted as it is.",
    ],
)
def test_criteria_blanks_answers_and_tasks_are_no_candidates(body: str) -> None:
    assert [
        candidates for candidates in verdicts(f"# A queue\n\nA queue holds messages.\n\n{body}\n") if candidates[2]
    ] == []


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("The new stage will:", None),
        ("Der Dienst soll:", None),
        ("We will:", "accepted"),
        ("Recommendation:", "accepted"),
        ("In short:", "accepted"),
    ],
)
def test_the_items_of_what_something_will_do_decide_nothing(lead: str, status: str | None) -> None:
    document = parse(f"# A queue\n\n## Notes\n\n{lead}\n\n- Take the first queue\n")
    candidate = verdict_candidates.at_line(document, 7)
    assert candidate
    assert (candidate.text, candidate.status) == ("Take the first queue", status)


def test_what_is_far_behind_the_best_is_not_shown() -> None:
    body = "**Verdict:** it is complicated.\n\n## Notes\n\nWe should think of paper."
    assert [line for line, _, _ in verdicts(f"# A queue\n\n{body}\n")] == [3]


@pytest.mark.parametrize(
    "sentence",
    [
        "All in all the second one feels right.",
        "I'd rather not touch this before the audit.",
        "No strong opinion yet, my gut feeling is yes.",
        "It would run 14 times, so it makes little sense.",
        "Leaning towards the hosted one.",
        "So paper.",
    ],
)
def test_who_leans_one_way_without_deciding_is_quoted(sentence: str) -> None:
    said = verdicts(f"# A queue\n\nTwo were tried for a week.\n\n{sentence}\n")
    assert [text.rstrip(".") for _, text, _ in said] == [sentence.rstrip(".")]


def test_what_became_of_a_trial_is_a_candidate_and_the_state_of_the_task_is_none() -> None:
    text = """
        # A remote cache

        Status: done

        - day 1: a hit rate of 60 %
        - day 2: wrong artefacts

        Tried it, backed it out. We lack the discipline.

        What stays: the list of inputs.
        """
    assert verdicts(text) == [(8, "Tried it, backed it out.", None)]


def test_an_answer_to_the_title_is_a_candidate() -> None:
    assert verdicts("# Can we drop the old mode?\n\nYes. Two customers use it.\n") == [(3, "Yes.", "accepted")]
