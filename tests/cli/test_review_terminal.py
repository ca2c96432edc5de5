"""`adr-gen review` in a real terminal: single keys, and whoever leaves in the middle loses nothing."""

import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from adr_gen.reviews.stored_review import fingerprint
from tests.support.review_answers import DAY, A, B, answer, files, log, review_by_lines, stored_reviews
from tests.support.terminal import Terminal, terminals

__all__ = ["log"]  # a fixture


@pytest.fixture
def terminal(log: Path) -> Iterator[Callable[..., Terminal]]:
    with terminals(log, "review", "--by", "Ana", "--as-of", DAY) as start:
        yield start


def test_a_terminal_takes_single_keys(log: Path, terminal: Callable[..., Terminal]) -> None:
    screen = terminal("1")
    screen.until("> ")
    screen.press("e")
    screen.until("Evidence: ")
    screen.enter("1.2 s\r")
    screen.until("> ")
    screen.press("m")
    screen.until("(b)")
    screen.until("> ")
    screen.press("\x1b[Az")
    screen.until("3 months): ")
    screen.enter("2027-Q1\r")
    screen.until("(c)")
    screen.until("> ")
    screen.press("vyn")
    screen.until("still hold?")
    screen.until("> ")
    screen.press("r")
    screen.until("[2027-01-28]: ")
    screen.enter("\r")
    code, output = screen.end()
    (place,) = files(log)
    assert (code, output.split("\n")[-2]) == (
        0,
        f"{place.relative_to(log)}: reaffirmed, waiting, look again by 2027-01-01",
    )
    (review,) = stored_reviews(log)
    assert [(a.trigger, a.result, a.until, a.evidence) for a in review.answers] == [
        ("a", "met", None, "1.2 s"),
        ("b", "waiting", "2027-01-01", None),
        ("c", "never", None, None),
    ]
    assert (review.cleared, review.outcome) == ((("1", fingerprint("No customer has asked.")),), "reaffirmed")


@pytest.mark.parametrize(
    ("leave", "code"),
    [("q", 0), ("\x04", 0), ("\x03", 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["q", "ctrl-d", "ctrl-c", "sigterm", "sighup"],
)
def test_leaving_in_the_middle_keeps_what_was_answered(
    leave: str | signal.Signals, code: int, log: Path, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal()
    screen.until("> ")
    screen.press("m")
    screen.until("(b)")
    screen.until("> ")
    screen.press("e")
    screen.until("Evidence: ")
    screen.enter("half a thought\r")
    screen.until("> ")
    again = None
    if isinstance(leave, str):
        screen.press(leave)
    else:
        again = partial(screen.process.send_signal, leave)
        again()
    (code_then, output), (place,) = screen.end(again), files(log)
    assert code_then == code
    assert output.split("\n")[-3:-1] == [
        "You stopped; written: 1 answer for ADR-0001.",
        f"{place.relative_to(log)}: met, reaffirm or reopen it: `adr-gen review 1`",
    ]
    (review,) = stored_reviews(log)
    assert (review.note, review.answers) == ("(b) half a thought", (answer("a", A, "met", "due"),))


@pytest.mark.parametrize("leave", ["\x04", "\x03"], ids=["ctrl-d", "ctrl-c"])
def test_a_line_can_be_left_too_and_without_an_answer_there_is_no_file(
    leave: str, log: Path, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal()
    screen.until("> ")
    screen.press("z")
    screen.until("3 months): ")
    screen.enter(leave)
    code, output = screen.end(partial(screen.enter, leave) if leave == "\x03" else None)
    assert (code, output.split("\n")[-2]) == (
        130 if leave == "\x03" else 0,
        "You stopped before an answer, so nothing was written.",
    )
    assert files(log) == []


def test_a_run_that_is_killed_keeps_what_was_answered(log: Path, terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    screen.until("> ")
    screen.press("m")
    screen.until("(b)")
    screen.until("> ")
    screen.press("n")
    screen.until("Note: ")
    screen.enter("With Bo.\r")
    screen.until("> ")
    screen.press("v")
    screen.until("(c)")
    screen.until("> ")
    screen.process.send_signal(signal.SIGKILL)
    assert screen.end()[0] == -signal.SIGKILL
    assert len(files(log)) == 1
    (review,) = stored_reviews(log)
    assert (review.note, review.answers) == (
        "With Bo.",
        (answer("a", A, "met", "due"), answer("b", B, "never", "due")),
    )
    done = review_by_lines(log, "\n" * 9)
    assert "(b)" not in done.stderr.partition("ADR-0002")[0], "what was answered is not asked again"


@pytest.mark.parametrize(
    ("keys", "outcome"),
    [
        ("o\x04", None),
        ("oq", None),
        ("o\rs", None),
        ("ons", None),
        ("oo\x04", None),
        ("oy", "reopened"),
        ("onoy", "reopened"),
        ("s", None),
        ("\r", None),
    ],
    ids=["stray", "quit", "enter", "no", "twice", "yes", "no, then yes", "skip", "enter alone"],
)
def test_one_key_alone_reopens_nothing(
    keys: str, outcome: str | None, log: Path, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal("1")
    screen.until("> ")
    screen.press("sssnn")
    screen.until("still hold?")
    screen.until("> ")
    screen.press(keys)
    screen.end()
    assert [review.outcome for review in stored_reviews(log)] == ([outcome] if outcome else [])
    assert (log / "docs/research/cache-2.md").is_file() == bool(outcome)
