"""How long a file of `decide` takes, by a model: what is counted on a small queue, and what real documents may take."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import SHARED
from tests.scores.decide_time import CHOICE, KEY, MOST, READ, RECOGNISED, knowing, reading, reading_all, summary
from tests.scores.decide_walk import Taken, changed, walk, words

LABELS = """
- {file: 1-queue.md, kind: research, decided: true, status: rejected, triggers: {items: [{text: the load doubles once more}]}}
- {file: 2-cache.md, kind: research, decided: true, status: accepted}
- {file: 3-notes.md, kind: research, decided: false}
"""


def test_a_queue_is_walked_with_the_keys_of_its_labels(project: Callable[[str], Path], tmp_path: Path) -> None:
    corpus = project("""
        === 1-queue.md
        ---
        date: 2026-05-02
        ---
        # A queue

        It is slow, and needs a server.

        ## Findings

        1. Measure again.
        2. We will not adopt the queue.

        ## Consequences

        We take it only if the load doubles once more.
        === 2-cache.md
        ---
        date: 2026-04-01
        ---
        # A cache

        We looked at four.

        ## Recommendation

        The small one fits us.
        === 3-notes.md
        # Notes

        The cache holds pages.
    """)
    (corpus / "labels.yml").write_text(LABELS, encoding="utf-8")
    done = walk(corpus, tmp_path / "walked")
    assert [(taken.path, taken.title, taken.keys, len(taken.waited)) for taken in done.decided] == [
        ("docs/research/1-queue.md", "A queue", "2r", 2),
        ("docs/research/2-cache.md", "A cache", "a", 1),
    ]
    queue, cache = done.decided
    assert queue.verdicts == "We will not adopt the queue."
    assert queue.conditions == "We take it only if the load doubles once more."
    assert (cache.verdicts, cache.conditions) == ("The small one fits us.", "")
    assert [taken.unseen for taken in done.decided] == [0, 0]
    assert (done.right.right, done.right.of) == (2, 2)
    assert summary(done)[-1] == "status as labelled: 2 of 2"


def test_an_answer_that_is_not_written_fails_and_the_walk_goes_on(
    project: Callable[[str], Path], tmp_path: Path
) -> None:
    corpus = project("""
        === 1-queue.md
        ---
        date: 2026-05-02
        ---
        # A queue

        The large one: it is fast.

        ## Revisit when

        All of:

        - the price doubles
        - a second host comes

        ## Next steps

        It is of use only if more servers appear.
        === 2-cache.md
        # A cache

        ## Recommendation

        The small one fits us.
    """)
    (corpus / "labels.yml").write_text(
        "- {file: 1-queue.md, kind: research, decided: true, status: deferred, triggers: {items:"
        " [{text: the price doubles}, {text: a second host comes}, {text: more servers appear}]}}\n"
        "- {file: 2-cache.md, kind: research, decided: true, status: accepted}\n",
        encoding="utf-8",
    )
    done = walk(corpus, tmp_path / "walked")
    assert [(taken.path, taken.keys, taken.refused) for taken in done.decided] == [
        ("docs/research/1-queue.md", "3ds", True),
        ("docs/research/2-cache.md", "a", False),
    ]
    assert summary(done)[-2:] == ["answers that were not written: 1", "status as labelled: 1 of 2"]


def test_choices_keys_words_and_waiting_are_added_up() -> None:
    taken = Taken(
        "1.md", "A queue", "It is slow.", "the load doubles", "verdicts disagree", keys="2r", waited=[0.5, 0.25]
    )
    hand = 2 * (CHOICE + KEY) + 0.75
    assert knowing(taken) == pytest.approx(hand + 8 / RECOGNISED)
    assert reading(taken) == pytest.approx(hand + 5 / READ + 3 / RECOGNISED)
    assert reading_all(taken) == pytest.approx(hand + 10 / READ)


def test_signs_without_blanks_make_words_together_and_marks_make_none() -> None:
    assert words("**A** queue – `x`") == 3
    assert words("四项皆 Pass") == 3


def test_ticks_change_for_what_a_label_says_and_stay_for_what_is_doubtful() -> None:
    texts = {"the price doubles": True, "a customer asks": True, "pages take a second": False, "nobody minds it": False}
    items = [{"text": "pages take a second"}, {"text": "a customer asks", "scope": "item"}]
    assert changed(texts, {"triggers": {"items": items}}) == ["the price doubles", "pages take a second"]
    assert changed(texts, {"triggers": {"items": items}, "ambiguous": ["triggers"]}) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared documents beside the repository")
def test_no_real_file_takes_over_ten_seconds_for_who_knows_it_and_each_has_its_labels_status(tmp_path: Path) -> None:
    done = walk(SHARED / "corpus-read", tmp_path)
    for taken in done.decided:
        # how busy the machine is says nothing of the screen
        taken.waited = []
    assert max(map(knowing, done.decided)) <= MOST
    assert sum(map(reading, done.decided)) / len(done.decided) <= MOST
    assert (done.right.right, sum(taken.unseen for taken in done.decided)) == (done.right.of, 0)
    assert [taken.path for taken in done.decided if taken.refused] == []
