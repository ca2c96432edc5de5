"""The status of a research file's front matter is the state of a task: it decides nothing, and that is said."""

from pathlib import Path

from tests.support.helpers import put, run

PATH = "docs/research/1.md"
WHY = "the state of the task"


def test_a_status_that_is_passed_over_is_told_with_the_key_that_says_it_of_the_decision(tmp_path: Path) -> None:
    put(tmp_path, PATH, "---\nstatus: accepted\n---\n# A queue\n\nNobody knows.\n")
    explained = run(tmp_path, "explain", PATH).stdout
    assert f"✗ no status: {WHY}; `decision: accept` says it of the decision" in " ".join(explained.split())
    asked = run(tmp_path, "decide", PATH, stdin="s\n").stderr
    assert " 1 accepted, line 4: the title; line 2 says “status: accepted”\n" in asked


def test_beside_a_decision_and_for_words_of_tasks_alone_nothing_is_told(tmp_path: Path) -> None:
    for front in ("status: accepted\ndecision: accept", "status: done"):
        put(tmp_path, PATH, f"---\n{front}\n---\n# A queue\n\nNobody knows.\n")
        assert "the state of the task" not in run(tmp_path, "explain", PATH).stdout
