"""Candidates: what a person chooses from where reading decided nothing."""

from pathlib import Path
from textwrap import dedent

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.reading import condition_candidates, quotes, trimmed_wording, verdict_candidates
from tests import ROOT

DOCUMENTS = sorted(p for p in (ROOT / "tests" / "cases").glob("*/**/*.md") if "damaged" not in p.parts)


def verdicts(text: str) -> list[tuple[int, str, str | None]]:
    """Lines, words and statuses of the candidates for the verdict."""
    document = parse(dedent(text).lstrip())
    return [(c.line, c.text, c.status) for c in verdict_candidates.verdicts(document, reading.read(document))]


def conditions(text: str) -> list[tuple[int, str]]:
    """Lines and words of the candidates for conditions."""
    document = parse(dedent(text).lstrip())
    return [(c.line, c.text) for c in condition_candidates.conditions(document, reading.read(document))]


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


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT / "tests" / "cases").as_posix())
def test_every_candidate_stands_on_its_line_and_says_why(path: Path) -> None:
    document = parse(path.read_text(encoding="utf-8"))
    result = reading.read(document)
    every = (*verdict_candidates.verdicts(document, result), *condition_candidates.conditions(document, result))
    for candidate in every:
        assert candidate.why
        assert quotes.stands(document, candidate.text, candidate.line), candidate


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


def test_a_wish_to_replace_a_decision_and_what_becomes_possible_are_candidates_for_conditions() -> None:
    body = "Decision: adopt.\n\nWe ask for a release upstream, which would retire this decision.\n\nIf two hosts exist, we could run both.\n"
    assert [line for line, _ in conditions(f"# A build of our own\n\n{body}")] == [5, 7]


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


def test_what_is_far_behind_the_best_is_not_shown() -> None:
    body = "**Verdict:** it is complicated.\n\n## Notes\n\nWe stay with paper."
    assert [line for line, _, _ in verdicts(f"# A queue\n\n{body}\n")] == [3]


def test_marks_that_a_verdicts_label_opened_go_with_it() -> None:
    assert verdicts("# A queue\n\n## Consequences\n\n**Outcome: this worked.** It starts.\n")[0][1] == "this worked."
