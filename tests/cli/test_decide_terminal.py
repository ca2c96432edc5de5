"""`adr-gen decide` as a person meets it: single keys in a real terminal, lines over a pipe."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import environment, put, run
from tests.support.terminal import Terminal
from tests.support.waiting_pair import CACHE, PATHS, QUEUE, root, terminal

__all__ = ["root", "terminal"]  # fixtures


REJECTED = "decision: reject\nverdict: We will not adopt the queue.\n---\n# A"


def texts(root: Path) -> list[str]:
    return [(root / path).read_text(encoding="utf-8") for path in PATHS]


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


@pytest.mark.parametrize("keys", ["rq", "sbrq", "?s\x1b[Abrq"])
def test_keys_that_are_pressed_before_they_are_asked_for_are_not_lost(
    root: Path, terminal: Callable[..., Terminal], keys: str
) -> None:
    screen = terminal()
    for key in keys:
        os.write(screen.fd, key.encode())
    code, output = screen.end()
    assert (code, "You stopped; 1 file decided." in output) == (0, True)
    assert texts(root) == [QUEUE.replace("---\n# A", REJECTED), CACHE]


def test_a_picked_sentence_that_says_no_decision_asks_for_it_until_a_key_says_one(root: Path) -> None:
    put(root, PATHS[0], "# A queue\n\n## Recommendation\n\nThe size of the queue matters.\n")
    done = run(root, "decide", PATHS[0], stdin="1\n\n\nr\n")
    assert done.stderr.count("which: a, r, d or p? > ") == 3
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


@pytest.mark.skipif(os.name == "nt", reason="no pseudo terminals on Windows")
def test_a_terminal_that_goes_away_keeps_what_was_answered_and_leaves_no_traceback(root: Path) -> None:
    primary, secondary = os.openpty()
    command = [sys.executable, "-m", "adr_gen", "decide"]
    with subprocess.Popen(
        command, cwd=root, env=environment(), stdin=secondary, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as asked:
        os.close(secondary)
        os.write(primary, b"r")
        assert asked.stderr
        shown = b""
        while b"2 of 2" not in shown:
            shown += asked.stderr.read(1)
        os.close(primary)
        shown += asked.stderr.read()
    assert asked.returncode == 0
    assert shown.decode().endswith("\nYou stopped; 1 file decided.\n")
    assert texts(root) == [QUEUE.replace("---\n# A", REJECTED), CACHE]


def test_over_a_pipe_each_line_is_an_answer(root: Path) -> None:
    talk = run(root, "decide", PATHS[0], stdin="?\nx\n7\nreject\n")
    assert talk.returncode == 0
    assert talk.stderr.count("accept: the answer is yes") == 1
    assert "> x\n    'x' is not one of a r d p n s 1 c l e b q; ? for help\n    > 7\n" in talk.stderr
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
    done = run(root, "decide", PATHS[1], stdin="4\n3\n2\n\ndefer\nw\nnonsense:x\n\n1\n")
    assert done.returncode == 0, done.stderr
    assert "'4' is not one of a r d p n s 1 2-3 c l e b q; ? for help\n" in done.stderr
    assert done.stderr.count("    conditions changed: a, r, d or p? > ") == 3
    assert done.stderr.count("How would we notice?") == 2
    assert "nonsense:x" in done.stderr
    front = texts(root)[1].partition("---\n# A")[0]
    assert front == (
        "---\ndate: 2026-04-01\ndecision: defer\nrevisit_when:\n"
        '  - It is of use only if more servers appear.\n  - "We could take it if `redis` is ever needed (`dep:redis`)"\n'
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
    assert "left out: adr: false" in done.stderr
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


def test_what_limits_the_picked_sentence_is_the_qualifier(root: Path) -> None:
    put(root, PATHS[0], "# A queue\n\nIt is slow. We will not adopt the queue for now.\n")
    done = run(root, "decide", PATHS[0], stdin="1\n\n")
    assert "    Enter: reject, or a d p > " in done.stderr
    assert done.returncode == 0
    assert (
        (root / PATHS[0])
        .read_text(encoding="utf-8")
        .startswith("---\ndecision: reject\nverdict: We will not adopt the queue for now.\nqualifier: for now\n---\n")
    )
    assert run(root, "decide", PATHS[0], "--undo").returncode == 0
    assert run(root, "decide", PATHS[0], stdin="d\n").returncode == 0
    assert "qualifier" not in (root / PATHS[0]).read_text(encoding="utf-8")
