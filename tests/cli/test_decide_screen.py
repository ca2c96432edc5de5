"""What `adr-gen decide` shows of a file: its head, sentences and menu, in wide, narrow and plain terminals."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.forked import Begun
from tests.support.helpers import put, run
from tests.support.terminal import Terminal
from tests.support.waiting_pair import PATHS, QUEUE, root, terminal

__all__ = ["root", "terminal"]  # fixtures


def test_each_file_has_its_head_once_and_again_when_it_comes_again(root: Path) -> None:
    shown = run(root, "decide", stdin="s\nb\ns\nq\n").stderr
    heads = [line for line in shown.split("\n") if line.startswith("──")]
    assert [line.strip("─ ") for line in heads] == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
    assert (
        shown.count(f"\nA queue\n{PATHS[0]}, 2026-05-02\n") == shown.count(f"\nA cache\n{PATHS[1]}, 2026-04-01\n") == 2
    )


def test_a_file_fits_on_a_screen_and_no_key_is_cut_at_the_end_of_a_line(root: Path) -> None:
    long = " ".join(["The small one loses messages under load, so we will not adopt it"] * 8)
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\n{long}.\n\nAdopt the table.\n\nOr defer it.\n")
    shown = run(root, "decide", PATHS[0], stdin="s\n").stderr.split("\n")
    assert max(map(len, shown)) <= 80
    assert len(shown) <= 24
    at = next(number for number, line in enumerate(shown) if line.startswith("    a accept"))
    assert shown[at : at + 2] == [
        "    a accept (2)  r reject (1)  d defer  p propose  k keep  n no-decision",
        "    s skip  1-3 pick  c conditions  l line  e edit  b back  q quit  ?",
    ]
    assert any(line.endswith(" …") for line in shown)


def test_a_narrow_terminal_has_no_line_that_is_too_long_for_it(root: Path, terminal: Callable[..., Terminal]) -> None:
    put(root, PATHS[0], f"{QUEUE}\n## Recommendation\n\n{'The small one loses messages under load. ' * 4}\n")
    screen = terminal(PATHS[0], columns=50)
    screen.until("> ")
    screen.press("?q")
    code, output = screen.end()
    assert code == 0
    assert max(map(len, output.split("\n"))) <= 50


@pytest.mark.parametrize(("columns", "most"), [(30, 40), (90, 90), (160, 100)])
def test_lines_are_as_long_as_the_terminal_is_wide_within_what_the_eye_can_follow(
    root: Path, terminal: Callable[..., Terminal], columns: int, most: int
) -> None:
    long = "The small one loses messages, and is slow under load " * 4
    put(root, PATHS[0], f"{QUEUE}\n## Recommendation\n\n{long}.\n")
    screen = terminal(PATHS[0], columns=columns)
    screen.until("> ")
    screen.press("?bq")
    assert max(map(len, screen.end()[1].split("\n"))) == most


def test_signs_that_the_output_cannot_show_are_drawn_in_others(root: Path) -> None:
    long = "The small one loses messages under load and is slow. " * 3
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\n{long.replace('. ', ', ').strip(', ')}.\n")
    shown = Begun(root, "decide", PATHS[0], stdin="s\n", PYTHONIOENCODING="latin-1").end("latin-1").stderr
    assert "\n-- 1 of 1 -----" in shown
    assert " ...\n" in shown
    assert "?" not in shown.replace("q quit  ?", "")


def test_a_sentence_that_says_the_same_as_one_above_is_brief(root: Path) -> None:
    table = "Adopt the table, as it is small enough for all that we have today"
    pool = "Reject the pool, as it is larger than all that we have today"
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\n{table}. {table} too. {pool}.\n")
    shown = run(root, "decide", PATHS[0], stdin="s\n").stderr
    assert shown.split("\n")[6:10] == [
        " 1 accepted, line 5: Adopt the table, as it is small enough for all that we have",
        "       today.",
        " 2 accepted, line 5: Adopt the table, as it is small …",
        " 3 rejected, line 5: Reject the pool, as it is larger than all that we have …",
    ]


def test_sentences_that_say_a_status_stand_before_those_that_say_none_and_these_are_brief(root: Path) -> None:
    size = "The size of the table is what everybody asked about in the last months"
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\n{size}. We will not take the pool.\n")
    shown = run(root, "decide", PATHS[0], stdin="s\n").stderr
    assert [line for line in shown.split("\n") if " line 5: " in line] == [
        " 1 rejected, line 5: We will not take the pool.",
        " 2 line 5: The size of the table is what everybody asked …",
    ]


def test_a_file_without_any_candidate_says_that_a_key_decides_it_all_the_same(root: Path) -> None:
    put(root, PATHS[0], "# A queue\n\nNobody knows.\n")
    asked = run(root, "decide", PATHS[0], stdin="d\n")
    assert "No sentence of it looks like a verdict; your key decides it all the same." in asked.stderr
    assert (root / PATHS[0]).read_text(encoding="utf-8").startswith("---\ndecision: defer\n---\n")


@pytest.mark.parametrize(
    ("keys", "echo", "front"),
    [
        ("a", "accept (1)\n    accepted\n    verdict: Adopt the table.", "accept\nverdict: Adopt the table."),
        ("r", "reject (2)\n    rejected\n    verdict: Reject the pool.", "reject\nverdict: Reject the pool."),
        ("reject", "reject (2)\n    rejected\n    verdict: Reject the pool.", "reject\nverdict: Reject the pool."),
        ("d", "defer\n    deferred\n    no verdict sentence", "defer"),
        ("2\na", "accept (2)\n    accepted\n    verdict: Reject the pool.", "accept\nverdict: Reject the pool."),
        ("2\n2\na", "accept (1)\n    accepted\n    verdict: Adopt the table.", "accept\nverdict: Adopt the table."),
        ("4\n4\nr", "reject (2)\n    rejected\n    verdict: Reject the pool.", "reject\nverdict: Reject the pool."),
    ],
)
def test_a_key_takes_the_first_sentence_that_says_its_decision_and_the_menu_names_it(
    root: Path, keys: str, echo: str, front: str
) -> None:
    put(
        root,
        PATHS[0],
        "# A queue\n\n## Recommendation\n\nAdopt the table. Reject the pool. Reject the disk.\n"
        "\n## Next steps\n\nIt is of use only if more servers appear.\n",
    )
    asked = run(root, "decide", PATHS[0], stdin=f"{keys}\n")
    assert "\n    a accept (1)  r reject (2)  d defer  p propose  " in asked.stderr
    assert f"> {echo}\n" in asked.stderr
    assert (root / PATHS[0]).read_text(encoding="utf-8").startswith(f"---\ndecision: {front}\n---\n")


def test_a_bare_status_is_the_sentence_of_its_key_only_where_no_other_says_the_same(root: Path) -> None:
    put(root, PATHS[0], "# A queue\n\nStatus: Accepted\n\n## Decision\n\n**Do not enable the pool.** It is small.\n")
    asked = run(root, "decide", PATHS[0], stdin="a\n").stderr
    assert "    a accept (2)  r reject (1)  d defer" in asked
    assert "> accept (2)\n    accepted\n    verdict: Accepted\n" in asked
    put(root, PATHS[0], "# A queue\n\nStatus: Rejected\n\n## Decision\n\nDo not enable it.\n\n**Outcome:** adopt it.\n")
    assert "  r reject (3)  " in run(root, "decide", PATHS[0], stdin="s\n").stderr


def test_the_end_of_many_files_names_the_next_command_alone(root: Path) -> None:
    for number in range(4):
        put(root, f"docs/research/{number}-many.md", "# Many\n")
    done = run(root, "decide", *(f"docs/research/{number}-many.md" for number in range(4)), stdin="a\nr\nd\np\n")
    assert done.stdout.split("\n")[3:] == ["docs/research/3-many.md: proposed", "now run `adr-gen generate`", ""]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# A queue\n\nIt is slow.\n", ""),
        ("# A queue\n\n## Verdict: it is **complicated** to say\n", ""),
        ("# A queue\n\n## Decision: adopt\n\n## Verdict: reject\n", "verdicts disagree"),
        (
            "---\ndecision: maybe\n---\n# A queue\n",
            "decision: maybe is no known decision; write one of accept, reject, defer, …",
        ),
        ("# A queue\n\n## Verdict: adopt\n", "decided already: accepted"),
        ("# A queue\n\n## Verdict: adopt\n\n## Revisit when\n\n> When.\n", "nothing was read under “Revisit when”"),
    ],
)
def test_why_somebody_is_asked_is_said_where_the_sentences_do_not_show_it(root: Path, text: str, why: str) -> None:
    put(root, PATHS[0], text)
    shown = run(root, "decide", PATHS[0], stdin="s\n").stderr
    assert shown.partition(f"{PATHS[0]}\n")[2].partition("\n")[0] == why


def test_a_verdict_of_many_lines_is_not_repeated_whole(root: Path) -> None:
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\nAdopt the table, {'which is small, ' * 40}and fast.\n")
    told = run(root, "decide", PATHS[0], stdin="a\n")
    lines = told.stderr.partition("    verdict: Adopt")[2].rstrip("\n").split("\n")
    assert (len(lines), lines[-1][-2:]) == (3, " …")
    assert "and fast." in told.stdout.replace("\n    ", " ")
