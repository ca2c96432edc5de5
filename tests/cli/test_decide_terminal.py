"""`adr-gen decide` as a person meets it: single keys in a real terminal, lines over a pipe."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.helpers import environment, put, run
from tests.support.terminal import Terminal, terminals

QUEUE = """\
---
date: 2026-05-02
---
# A queue

It is slow.

## Findings

- Measure again.
- We will not adopt the queue.
"""
CACHE = """\
---
date: 2026-04-01
---
# A cache

## Recommendation

The small one fits us.
"""
PATHS = ("docs/research/1-queue.md", "docs/research/2-cache.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, PATHS[0], QUEUE)
    put(tmp_path, PATHS[1], CACHE)
    return tmp_path


def texts(root: Path) -> list[str]:
    return [(root / path).read_text(encoding="utf-8") for path in PATHS]


@pytest.fixture
def terminal(root: Path) -> Iterator[Callable[..., Terminal]]:
    with terminals(root, "decide") as start:
        yield start


def test_one_key_decides_a_file_and_the_next_comes_up(root: Path, terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    screen.until("1 of 2")
    screen.until("A queue")
    screen.until("> ")
    screen.press("s")
    screen.until("2 of 2")
    screen.until("> ")
    screen.press("1")
    screen.until("verdict: The small one fits us.")
    screen.until("> ")
    screen.press("a")
    code, output = screen.end()
    assert code == 0
    assert f"{PATHS[1]}: accepted" in output
    assert texts(root) == [
        QUEUE,
        CACHE.replace("---\n# A", "decision: accept\nverdict: The small one fits us.\n---\n# A"),
    ]


def test_a_picked_sentence_that_says_no_decision_asks_for_it_until_a_key_says_one(root: Path) -> None:
    put(root, PATHS[0], "# A queue\n\n## Recommendation\n\nThe size of the queue matters.\n")
    done = run(root, "decide", PATHS[0], stdin="1\n\n\nr\n")
    assert done.stderr.count("this sentence says no decision: a, r, d or p? > ") == 3
    assert (
        (root / PATHS[0])
        .read_text(encoding="utf-8")
        .startswith("---\ndecision: reject\nverdict: The size of the queue matters.\n---\n")
    )


def test_who_leaves_keeps_what_was_answered(root: Path, terminal: Callable[..., Terminal]) -> None:
    screen = terminal(PATHS[1], PATHS[0])
    screen.until("> ")
    screen.press("n")
    screen.until("2 of 2")
    screen.until("> ")
    screen.process.send_signal(signal.SIGINT)
    code, output = screen.end(again=lambda: screen.process.send_signal(signal.SIGINT))
    assert code == 130
    assert "You stopped; 1 file decided." in output
    assert texts(root) == [QUEUE.replace("---\n# A", "adr: false\n---\n# A"), CACHE]


def test_over_a_pipe_each_line_is_an_answer(root: Path) -> None:
    talk = run(root, "decide", PATHS[0], stdin="?\nx\n7\nreject\n")
    assert talk.returncode == 0
    assert "'x' is not one of a r d p" in talk.stderr
    assert (
        talk.stdout
        == f"{PATHS[0]}: rejected\n    verdict: We will not adopt the queue.\nnow run `adr-gen generate {PATHS[0]}`\n"
    )
    assert "verdict: We will not adopt the queue.\n" in texts(root)[0]


def test_conditions_are_ticked_and_get_a_check_that_fits_their_words(root: Path) -> None:
    put(root, "requirements.txt", "redis\n")
    put(
        root,
        PATHS[1],
        f"{CACHE}\n## Next steps\n\nWe could take it if `redis` is ever needed. It is of use only if more servers appear.\n",
    )
    done = run(root, "decide", PATHS[1], stdin="4\n3\n2\n\ndefer\nnonsense:x\n1\n")
    assert done.returncode == 0, done.stderr
    assert "'4' is not one of a r d p 1 2-3 c n e s b q\n" in done.stderr
    assert done.stderr.count("    conditions changed: a, r, d or p? > ") == 3
    assert done.stderr.count("How would we notice?") == 2
    assert "nonsense:x" in done.stderr
    front = texts(root)[1].partition("---\n# A")[0]
    assert front == (
        "---\ndate: 2026-04-01\ndecision: defer\nrevisit_when:\n"
        '  - It is of use only if more servers appear.\n  - "We could take it if `redis` is ever needed (`dep:redis`)"\n'
    )


def test_each_file_has_its_head_once_and_again_when_it_comes_again(root: Path) -> None:
    shown = run(root, "decide", stdin="s\nb\ns\nq\n").stderr
    heads = [line for line in shown.split("\n") if line.startswith("──")]
    assert [line.strip("─ ") for line in heads] == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
    assert (
        shown.count(f"\nA queue\n{PATHS[0]}, 2026-05-02\n") == shown.count(f"\nA cache\n{PATHS[1]}, 2026-04-01\n") == 2
    )


def test_back_goes_to_the_file_before_and_a_changed_mind_is_written(root: Path) -> None:
    done = run(root, "decide", stdin="a\nb\nr\ns\n")
    assert done.returncode == 0, done.stderr
    assert "decision: reject\n" in texts(root)[0]
    assert texts(root)[1] == CACHE


@pytest.mark.parametrize(
    ("keys", "front"),
    [
        ("r\nb\nn\n", "adr: false\n"),
        ("n\nb\nr\n", "decision: reject\nverdict: We will not adopt the queue.\n"),
        ("r\nb\ns\n", "decision: reject\nverdict: We will not adopt the queue.\n"),
    ],
)
def test_who_goes_back_answers_anew_and_nothing_of_the_former_answer_stays(root: Path, keys: str, front: str) -> None:
    done = run(root, "decide", stdin=f"{keys}q\n")
    assert "you answered: " in done.stderr
    assert texts(root)[0] == QUEUE.replace("---\n# A", f"{front}---\n# A")
    assert run(root, "decide", PATHS[0], "--undo").returncode == 0
    assert texts(root)[0] == QUEUE


def test_a_file_that_was_left_out_is_decided_after_all(root: Path) -> None:
    run(root, "decide", PATHS[0], "--no-decision")
    done = run(root, "decide", PATHS[0], stdin="r\n")
    assert "left out: `adr: false`" in done.stderr
    assert "adr: true\ndecision: reject\n" in texts(root)[0]
    assert run(root, "generate", PATHS[0]).stdout.count("rejected") == 1


def test_the_editor_opens_the_file_and_it_is_read_again(root: Path) -> None:
    put(root, "edit.sh", "#!/bin/sh\nprintf '\n## Decision: adopt\n' >> \"$1\"\n").chmod(0o755)
    done = run(root, "decide", PATHS[0], stdin="e\nq\n", VISUAL=str(root / "edit.sh"), EDITOR=str(root / "edit.sh"))
    assert done.returncode == 0
    assert "decided already: accepted" in done.stderr


def test_nothing_waits_when_everything_is_decided(root: Path) -> None:
    for path in PATHS:
        run(root, "decide", path, "--as", "accept")
    done = run(root, "decide")
    assert (done.returncode, done.stdout) == (
        0,
        "every research file is decided; `adr-gen decide FILE` looks at one all the same\n",
    )


def test_a_file_fits_on_a_screen_and_no_key_is_cut_at_the_end_of_a_line(root: Path) -> None:
    long = " ".join(["The small one loses messages under load, so we will not adopt it"] * 8)
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\n{long}.\n\nAdopt the table.\n\nOr defer it.\n")
    shown = run(root, "decide", PATHS[0], stdin="s\n").stderr.split("\n")
    assert max(map(len, shown)) <= 80
    assert len(shown) <= 24
    at = next(number for number, line in enumerate(shown) if line.startswith("    a accept"))
    assert shown[at : at + 2] == [
        "    a accept (1)  r reject  d defer  p propose  k keep  1-3 verdict  n nothing",
        "    e edit  s skip  b back  q quit  ?",
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


def test_signs_that_the_output_cannot_show_are_drawn_in_others(root: Path) -> None:
    long = "The small one loses messages under load and is slow. " * 3
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\n{long.replace('. ', ', ').strip(', ')}.\n")
    command = [sys.executable, "-m", "adr_gen", "decide", PATHS[0]]
    plain = environment(PYTHONIOENCODING="latin-1")
    shown = subprocess.run(command, input="s\n", cwd=root, env=plain, capture_output=True, encoding="latin-1").stderr
    assert "\n-- 1 of 1 -----" in shown
    assert " ...\n" in shown
    assert "?" not in shown.replace("q quit  ?", "")


def test_a_sentence_that_says_the_same_as_one_above_is_brief(root: Path) -> None:
    table = "Adopt the table, as it is small enough for all that we have today"
    pool = "Reject the pool, as it is larger than all that we have today"
    put(root, PATHS[0], f"# A queue\n\n## Recommendation\n\n{table}. {table} too. {pool}.\n")
    shown = run(root, "decide", PATHS[0], stdin="s\n").stderr
    assert f" 1 line 5, accepted: {table[:40]}" in shown
    assert "\n 3 line 5, rejected: Reject the pool, as it is larger than all that we have …\n" in shown
    assert "\n 2 line 5, accepted: Adopt the table, as it is small …\n" in shown


def test_a_file_without_any_candidate_says_that_a_key_decides_it_all_the_same(root: Path) -> None:
    put(root, PATHS[0], "# A queue\n\nNobody knows.\n")
    asked = run(root, "decide", PATHS[0], stdin="d\n")
    assert "No sentence of it looks like a verdict; your key decides it all the same." in asked.stderr
    assert (root / PATHS[0]).read_text(encoding="utf-8").startswith("---\ndecision: defer\n---\n")


def test_what_limits_the_picked_sentence_is_the_qualifier(root: Path) -> None:
    put(root, PATHS[0], "# A queue\n\nIt is slow. We will not adopt the queue for now.\n")
    done = run(root, "decide", PATHS[0], stdin="1\n\n")
    assert "    Enter: reject > " in done.stderr
    assert done.returncode == 0
    assert (
        (root / PATHS[0])
        .read_text(encoding="utf-8")
        .startswith("---\ndecision: reject\nverdict: We will not adopt the queue for now.\nqualifier: for now\n---\n")
    )
    assert run(root, "decide", PATHS[0], "--undo").returncode == 0
    assert run(root, "decide", PATHS[0], stdin="d\n").returncode == 0
    assert "qualifier" not in (root / PATHS[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("keys", "echo", "front"),
    [
        ("a", "accept (1)\n    accepted\n    verdict: Adopt the table.", "accept\nverdict: Adopt the table."),
        ("r", "reject (2)\n    rejected\n    verdict: Reject the pool.", "reject\nverdict: Reject the pool."),
        ("reject", "reject (2)\n    rejected\n    verdict: Reject the pool.", "reject\nverdict: Reject the pool."),
        ("d", "defer\n    deferred\n    no verdict sentence", "defer"),
        ("2\na", "accept (2)\n    accepted\n    verdict: Reject the pool.", "accept\nverdict: Reject the pool."),
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


def test_the_end_of_many_files_names_the_next_command_alone(root: Path) -> None:
    for number in range(4):
        put(root, f"docs/research/{number}-many.md", "# Many\n")
    done = run(root, "decide", *(f"docs/research/{number}-many.md" for number in range(4)), stdin="a\nr\nd\np\n")
    assert done.stdout.split("\n")[3:] == ["docs/research/3-many.md: proposed", "now run `adr-gen generate`", ""]
