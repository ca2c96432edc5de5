"""How well documents are read: the counts reached, which may only get better, and that they are counted right."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import GOLDEN, ROOT, SHARED
from tests.scores.corpus import likeness, pairs
from tests.scores.score import Score, score
from tests.scores.statements import recognised, statements
from tests.support.helpers import environment

OWN = GOLDEN / "corpus"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no shared documents beside the repository")


def test_the_projects_own_corpus_is_read_as_it_is_labelled() -> None:
    counted = score(OWN)
    assert counted.misses == [
        "33-sentence-in-reason.md: kind of 'three partners ask for it': expected metric, got person",
        "39-long-term-support.md: logic: expected any, got all",
    ]
    assert brief(counted) == {
        "decided": (124, 124),
        "status": (96, 96),
        "wrong": 0,
        "date": (39, 39),
        "logic": (34, 35),
        "blockers": (13, 0, 0),
        "triggers": (110, 0, 0),
        "kinds": (109, 110),
        "plans": 0,
    }


def brief(counted: Score) -> dict[str, Any]:
    """The counts: right and of how many; right, missed and extra."""
    counts = {name: getattr(counted, name) for name in ("decided", "status", "date", "logic", "kinds")}
    tallies = {name: getattr(counted, name) for name in ("blockers", "triggers")}
    return {
        **{name: (count.right, count.of) for name, count in counts.items()},
        **{name: (tally.right, tally.missed, tally.extra) for name, tally in tallies.items()},
        "wrong": counted.wrong,
        "plans": counted.plans,
    }


@shared
def test_the_shared_corpus_is_read_no_worse_than_it_was() -> None:
    counted = score(SHARED / "corpus")
    assert (counted.wrong, counted.plans, counted.blockers.extra, counted.triggers.extra) == (0, 0, 0, 0)
    assert counted.decided.right >= 21
    assert (counted.status.right, counted.date.right, counted.logic.right) >= (16, 12, 7)
    assert (counted.blockers.missed, counted.triggers.missed) <= (0, 2)
    assert counted.kinds.right >= counted.triggers.right


@shared
def test_the_shared_statements_are_read_no_worse_than_they_were() -> None:
    counts, kinds, _ = statements(SHARED / "corpus")
    assert counts.right >= 384
    assert kinds.right >= 354


@shared
@pytest.mark.parametrize("option", ["", "--statements"])
def test_the_shared_tool_counts_the_same(option: str) -> None:
    tool = SHARED / "tools" / "score.py"
    command = [sys.executable, str(tool), str(SHARED / "corpus"), "--adr-gen", f"{sys.executable} -m adr_gen"]
    root = ROOT
    done = subprocess.run(
        [*command, *filter(None, [option])],
        env=environment(PYTHONPATH=str(root)),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    if option:
        counts, _, misses = statements(SHARED / "corpus")
        messages = [line for line in misses if "): " in line]
        assert done.stdout.splitlines() == [*messages, f"statements recognised: {counts.right} of {counts.of}"]
    else:
        result = score(SHARED / "corpus").result()
        result.pop("kinds")
        assert json.loads(done.stdout[done.stdout.index("{\n") :]) == result


LABELS = """
- {file: 01-a.md, kind: research, decided: true, status: rejected, date: "2026-01-02", plan: start small with two,
   blockers: [{text: no budget}], triggers: {logic: all, items: [{text: a customer asks for it}, {text: pages take a second, kind: metric}]}}
- {file: 02-b.md, kind: research, decided: false}
"""


def test_every_kind_of_miss_is_counted_and_told(project: Callable[[str], Path]) -> None:
    root = project("""
        === 01-a.md
        # A
        ## Recommendation: defer
        Not yet.
        ## Revisit if
        - pages take a second
        - start small with two
        - somebody leaves
        === 02-b.md
        # B
        ## Verdict: adopt
    """)
    (root / "labels.yml").write_text(LABELS, encoding="utf-8")
    counted = score(root)
    assert counted.misses == [
        "01-a.md: status: expected rejected, got deferred",
        "01-a.md: date: expected 2026-01-02, got None",
        "01-a.md: blockers: missed: 'no budget'",
        "01-a.md: triggers: missed: 'a customer asks for it'",
        "01-a.md: triggers: not in the document's labels: 'start small with two'",
        "01-a.md: triggers: not in the document's labels: 'somebody leaves'",
        "01-a.md: kind of 'pages take a second': expected metric, got person",
        "01-a.md: plan read as a trigger: 'start small with two'",
        "02-b.md: decided: expected False, got True",
    ]
    assert brief(counted) == {
        "decided": (1, 2),
        "status": (0, 1),
        "wrong": 2,
        "date": (0, 1),
        "logic": (0, 0),
        "blockers": (0, 1, 0),
        "triggers": (1, 1, 2),
        "kinds": (0, 1),
        "plans": 1,
    }
    assert counted.result()["triggers"] == {"right": 1, "missed": 1, "extra": 2, "precision": 0.3333, "recall": 0.5}


def test_texts_are_the_same_when_most_of_their_words_are() -> None:
    assert likeness("the price doubles", "The price doubles.") == 1.0
    assert likeness("the price doubles", "the price of the plan doubles within a year") == 0.7
    assert likeness("the price doubles", "a customer asks") == 0.0
    assert likeness("", "a") == 0.0
    assert likeness("新的需求", "新的需求出现") > 0.6
    assert pairs(["a b c", "a b d"], ["a b d", "x", "a b c"]) == [(1, 0), (0, 2)]


def test_a_statement_is_recognised_by_half_of_its_words() -> None:
    assert recognised("Revisit if the price doubles", [{"text": "the price doubles"}])
    assert recognised("Revisit this old decision of ours if the price doubles", [{"text": "the price doubles"}])
    assert not recognised("Revisit if the price doubles", [{"text": "the moon"}])
    assert not recognised("Revisit if the price doubles", [])
