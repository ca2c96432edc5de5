"""`adr-gen review`: one question at a time, by keys, lines or flags, and nothing that was answered is lost."""

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from adr_gen.commands.spoken import when
from adr_gen.errors import UsageError
from adr_gen.project import load
from adr_gen.written.reviews import Answer, Review, fingerprint
from tests.helpers import environment, run, tree
from tests.stories import ROOT, command, fences
from tests.test_renumber import git

Make = Callable[[str], Path]
DAY = "2026-08-01"
LOG = """
    === mkdocs.yml
    site_name: x
    site_url: https://org.example/log/
    extra: !ENV [X, y]
    === docs/research/cache.md
    ---
    title: Cache
    date: 2026-01-02
    ---
    ## Decision

    **Verdict**: REJECT (for now) because nothing is slow.

    ## Blockers

    - No customer has asked.
    - The cache must fit.

    ## Revisit when

    - pages take a second, see https://graphs.example.org/p95.
    - the cache is on sale → buy it
    - `2026-07-01`, and a customer asks
    === docs/research/queue.md
    ---
    title: Queue
    date: 2026-01-03
    ---
    ## Recommendation: DEFER

    **Revisit when:** jobs are late.
    === docs/research/cloud.md
    ---
    title: Cloud
    date: 2026-01-04
    ---
    ## Recommendation: DEFER

    **Revisit when:** `pypi:cloud >= 2` is out.
    === docs/research/disk.md
    ---
    title: Disk
    date: 2026-07-30
    ---
    ## Recommendation: DEFER

    **Revisit when:** disks are full.
    === adr-gen.toml
"""
A = "pages take a second, see https://graphs.example.org/p95"
B = "the cache is on sale"
C = "`2026-07-01`, and a customer asks"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log in which record 1 is met, 2 due, 3 unknown and 4 waiting."""
    root = tree(tmp_path / "project", LOG)
    assert run(root, "generate").returncode == 0
    return root


def files(root: Path) -> list[Path]:
    return sorted((root / "docs/decisions").glob("reviews/*"))


def kept(root: Path) -> list[Review]:
    """The reviews on disk, without what the clock and the hash say."""
    found, problems = load(root).reviews
    assert problems == []
    for review in found.all:
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", review.time)
    return [Review(**{**_fields(review), "time": "", "path": ""}) for review in found.all]


def _fields(review: Review) -> dict[str, Any]:
    return {name: getattr(review, name) for name in Review.__dataclass_fields__}


def answer(
    mark: str, text: str, result: str, seen: str, until: str | None = None, evidence: str | None = None
) -> Answer:
    return Answer(mark, fingerprint(text), result, seen, until, evidence)  # type: ignore[arg-type]


def flags(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return run(root, "review", *args, "--by", "Ana", "--as-of", DAY)


def spoken(root: Path, lines: str, *args: str) -> subprocess.CompletedProcess[str]:
    """A run that is told its answers line by line."""
    return subprocess.run(
        [sys.executable, "-m", "adr_gen", "review", "--by", "Ana", "--as-of", DAY, *args],
        cwd=root,
        env=environment(),
        input=lines,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def test_a_script_answers_everything_by_flags(log: Path) -> None:
    args = ["--answer", "a=waiting", "--answer", "B=met", "--evidence", 'b=50 % off, "https://shop.example/?a=b"']
    args += ["--snooze", "c=2027-05-01", "--cleared", "2", "--note", " Looked with Bo. "]
    done = flags(log, "ADR-0001", *args)
    (place,) = files(log)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{place.relative_to(log)}: met, next 2027-01-28, reaffirm or reopen it: `adr-gen review 1`\n"
    assert kept(log) == [
        Review(
            1,
            DAY,
            "Ana",
            note="Looked with Bo.",
            answers=(
                answer("a", A, "waiting", "due"),
                answer("b", B, "met", "due", None, '50 % off, "https://shop.example/?a=b"'),
                answer("c", C, "waiting", "met", "2027-05-01"),
            ),
            cleared=(("2", fingerprint("The cache must fit.")),),
            file="0001-cache.md",
        )
    ]


def test_json_shows_the_review_and_its_file(log: Path) -> None:
    done = flags(log, "2", "--answer", "a=never", "--json")
    (shown,) = json.loads(done.stdout)
    assert re.fullmatch(r"docs/decisions/reviews/0002-2026-08-01-[0-9a-f]{8}\.yml", shown["path"])
    assert (log / shown["path"]).is_file()
    assert shown == {
        "path": shown["path"],
        "research": None,
        "record": 2,
        "date": DAY,
        "by": "Ana",
        "time": shown["time"],
        "note": None,
        "answers": [
            {
                "trigger": "a",
                "condition": fingerprint("jobs are late"),
                "result": "never",
                "seen": "due",
                "until": None,
                "evidence": None,
            }
        ],
        "cleared": [],
        "outcome": None,
        "next": None,
        "file": "0002-queue.md",
    }


def test_reaffirming_counts_what_pressed_as_seen(log: Path) -> None:
    done = flags(log, "1", "--answer", "b=never", "--reaffirm", "--next", "2027-Q2")
    assert done.stdout == f"{files(log)[0].relative_to(log)}: reaffirmed, waiting, next 2027-04-01\n"
    assert kept(log) == [
        Review(
            1,
            DAY,
            "Ana",
            answers=(
                answer("a", A, "waiting", "due"),
                answer("b", B, "never", "due"),
                answer("c", C, "waiting", "met"),
            ),
            outcome="reaffirmed",
            next="2027-04-01",
            file="0001-cache.md",
        )
    ]
    (shown,) = [r for r in json.loads(run(log, "list", "--json", "--as-of", DAY).stdout) if r["number"] == 1]
    assert [trigger["state"] for trigger in shown["revisit"]["triggers"]] == ["waiting", "never", "waiting"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--answer", "a=met"], "answers by flags are for one record; add its number: `adr-gen review 7 …`"),
        (["9", "--answer", "a=met"], "no record 9; `adr-gen list` shows all"),
        (["1", "--answer", "d=met"], "--answer d=met: the conditions of ADR-0001 are a, b, c"),
        (["1", "--answer", "a=done"], "--answer a=done: legal answers are waiting, met, never"),
        (["1", "--answer", "a=unknown"], "--answer a=unknown: legal answers are waiting, met, never"),
        (["1", "--answer", "met"], "--answer met: write the condition's letter and a value, such as --answer a=waiting"),
        (["1", "--answer", "a=met", "--answer", "a=never"], "--answer a=never: (a) has --answer twice; keep one"),
        (["1", "--evidence", "a=x"], "--evidence a: goes with an answer; add --answer a=met or a=waiting"),
        (["1", "--snooze", "a=soon"], "--snooze a: 'soon' is no day; write 2027-03-01, 2027-Q2 or 3 months"),
        (["1", "--snooze", "a=2026-08-01"], "--snooze a: 2026-08-01 has come already; choose a day after 2026-08-01"),
        (
            ["1", "--snooze", "a=2027-01-01", "--answer", "a=met"],
            "--snooze a: only what is still waiting can be snoozed, and --answer says met",
        ),
        (["1", "--cleared", "3"], "--cleared 3: the open blockers of ADR-0001 are 1, 2"),
        (["2", "--cleared", "1"], "--cleared 1: the open blockers of ADR-0002 are none"),
        (["1", "--next", "2027-01-01"], "--next says when to look again after --reaffirm; to put off one condition use --snooze"),
        (["1", "--reaffirm", "--next", "never"], "--next: 'never' is no day; write 2027-03-01, 2027-Q2 or 3 months"),
        (["1", "--reaffirm", "--reopen"], "--reaffirm and --reopen exclude each other; choose one"),
    ],
)  # fmt: skip
def test_a_wrong_flag_says_what_is_legal_and_nothing_is_written(args: list[str], words: str, log: Path) -> None:
    before = sorted(log.rglob("*.md"))
    done = flags(log, *args)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"adr-gen: {words}\n")
    assert (files(log), sorted(log.rglob("*.md"))) == ([], before)


def test_a_blocker_that_is_cleared_already_is_not_cleared_again(log: Path) -> None:
    assert flags(log, "1", "--cleared", "1").returncode == 0
    assert flags(log, "1", "--cleared", "1").stderr == "adr-gen: --cleared 1: the open blockers of ADR-0001 are 2\n"


def test_a_record_that_was_followed_is_not_looked_at(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        # A

        * Status: accepted
        === docs/decisions/0002-b.md
        # B

        * Status: accepted
        * Supersedes: ADR-0001
    """)
    done = run(root, "review", "1", "--reaffirm", "--by", "Ana")
    words = "adr-gen: ADR-0001 is superseded by ADR-0002; look at that one: number 2\n"
    assert (done.returncode, done.stderr) == (2, words)


def test_who_answers_is_as_git_says_or_as_given(log: Path, tmp_path: Path) -> None:
    bare = str(tmp_path / "none")
    asked = run(log, "review", "2", "--answer", "a=met", GIT_CONFIG_GLOBAL=bare, GIT_CONFIG_NOSYSTEM="1")
    words = "adr-gen: who answers? say --by NAME, or tell git: `git config user.name NAME`\n"
    assert (asked.returncode, asked.stderr, files(log)) == (2, words, [])
    git(log, "init")
    git(log, "config", "user.name", "Bo  Ek")
    assert run(log, "review", "2", "--answer", "a=met", "--as-of", DAY, GIT_CONFIG_GLOBAL=bare).returncode == 0
    assert [review.by for review in kept(log)] == ["Bo Ek"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-03-01", "2027-03-01"),
        ("2027-Q2", "2027-04-01"),
        ("2027-q2", "2027-04-01"),
        ("3 months", "2027-01-31"),
        ("in 4 Months", "2027-02-28"),
        ("after 1 year", "2027-10-31"),
        ("2 weeks", "2026-11-14"),
    ],
)
def test_a_day_to_come_may_be_said_in_several_ways(written: str, day: str) -> None:
    assert when(written, date(2026, 10, 31)) == date.fromisoformat(day)


@pytest.mark.parametrize("written", ["", "soon", "0 months", "2027-Q5", "2027-02-29", "9999 years", "12"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="is no day; write 2027-03-01, 2027-Q2 or 3 months"):
        when(written, date(2026, 10, 31))


TALK = """
── ADR-0001 · 1 of 3 ───────────────────────────────────────────────────────────
Cache
rejected (for now), 2026-01-02: REJECT (for now) because nothing is slow.
https://org.example/log/decisions/0001-cache/

(a) due
    pages take a second, see https://graphs.example.org/p95
    notice  somebody has to look
    look at https://graphs.example.org/p95
    found   nothing yet: nobody has looked
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > evidence
    Evidence: 1.2 s
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > met

(b) due
    the cache is on sale
    notice  somebody has to look
    then    buy it
    found   nothing yet: nobody has looked
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > snooze
    Not before (2027-03-01, 2027-Q2, 3 months): yesterday
    'yesterday' is no day; write 2027-03-01, 2027-Q2 or 3 months
    Not before (2027-03-01, 2027-Q2, 3 months): 3 months

(c) met
    `2026-07-01`, and a customer asks
    notice  `2026-07-01`
    found   2026-07-01 has come (check, 2026-08-01)
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > skip

(1) in the way
    No customer has asked.
    Is it gone?
    y yes  n no  s skip  q quit  ?
    > yes

(2) in the way
    The cache must fit.
    Is it gone?
    y yes  n no  s skip  q quit  ?
    > no

Does ADR-0001 still hold?
    r reaffirm  o reopen  l leave  n note  q quit  ?
    > note
    Note: Looked with Bo.
    r reaffirm  o reopen  l leave  n note  q quit  ?
    > reaffirm
    Next look (2027-03-01, 2027-Q2, 3 months) [2027-01-28]:

── ADR-0002 · 2 of 3 ───────────────────────────────────────────────────────────
Queue
deferred, 2026-01-03: DEFER
https://org.example/log/decisions/0002-queue/

(a) due
    jobs are late
    notice  somebody has to look
    found   nothing yet: nobody has looked
    w waiting  m met  v never  z snooze  s skip  e evidence  n note  q quit  ?
    > quit

left; kept: ADR-0001 (5 answers)
"""


def test_a_dialogue_over_a_pipe_takes_a_line_for_each_answer(log: Path) -> None:
    lines = ["e", "1.2 s", "met", "snooze", "yesterday", "3 months", "", "y", "n", "n", "Looked with Bo.", "R", "", "q"]
    done = spoken(log, "\n".join(lines) + "\n")
    (place,) = files(log)
    assert re.sub(r" +$", "", done.stderr, flags=re.M) == TALK
    assert (done.returncode, done.stdout) == (
        0,
        f"{place.relative_to(log)}: reaffirmed, waiting, next 2026-11-01\n",
    )
    assert kept(log) == [
        Review(
            1,
            DAY,
            "Ana",
            note="Looked with Bo.",
            answers=(
                answer("a", A, "met", "due", None, "1.2 s"),
                answer("b", B, "waiting", "due", "2026-11-01"),
                answer("c", C, "waiting", "met"),
            ),
            cleared=(("1", fingerprint("No customer has asked.")),),
            outcome="reaffirmed",
            next="2027-01-28",
            file="0001-cache.md",
        )
    ]


def test_records_come_up_met_then_due_then_unknown_and_waiting_ones_only_by_number(log: Path) -> None:
    done = spoken(log, "\n" * 30)
    heads = re.findall(r"^── (\S+) · (.+?) ─", done.stderr, re.M)
    assert heads == [("ADR-0001", "1 of 3"), ("ADR-0002", "2 of 3"), ("ADR-0003", "3 of 3")]
    assert (done.returncode, done.stdout, files(log)) == (0, "", [])
    alone = spoken(log, "w\nl\n", "4")
    assert "── ADR-0004 ─" in alone.stderr
    assert [(review.record, review.answers) for review in kept(log)] == [
        (4, (answer("a", "disks are full", "waiting", "waiting"),))
    ]


def test_when_nothing_presses_nothing_is_asked(log: Path) -> None:
    done = run(log, "review", "--by", "Ana", "--as-of", "2025-01-01")
    assert run(log, "review", "3", "--answer", "a=never", "--by", "Ana", "--as-of", "2025-01-01").returncode == 0
    done = run(log, "review", "--by", "Ana", "--as-of", "2025-01-02")
    words = "nothing is met, due or unknown; `adr-gen review N` looks at a record all the same\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, words, "")


def test_what_was_said_before_is_shown(log: Path) -> None:
    flags(log, "3", "--answer", "a=waiting", "--evidence", "a=not yet, says Bo")
    done = run(log, "review", "3", "--by", "Ana", "--as-of", "2026-08-03")
    assert (
        "    notice  `pypi:cloud >= 2`\n"
        "    found   never looked up; run `adr-gen revisit --online`\n"
        "    said    waiting: not yet, says Bo (Ana, 2026-08-01, 2 days ago)\n" in done.stderr
    )


def test_evidence_without_an_answer_is_kept_as_a_note(log: Path) -> None:
    spoken(log, "e\nBo is on it\ns\ne\nseen\n", "1")
    assert [(review.note, review.answers) for review in kept(log)] == [("(a) Bo is on it\n(b) seen", ())]


def test_help_says_what_each_key_does_and_asks_again(log: Path) -> None:
    done = spoken(log, "x\n", "2")
    assert (
        "    > x\n    'x' is not one of w m v z s e n q\n    w  waiting: it has not come true; ask again when it is due\n"
        in done.stderr
    )
    assert "    s  skip: say nothing about it now (or Enter)\n" in done.stderr


def test_a_document_cannot_paint_the_terminal(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        # A\x1b[2J

        * Status: accepted
        * Date: 2026-01-01

        Revisit when a \x1b]0;title\x07 is set.
    """)
    done = spoken(root, "w\nn\n\x1b[31mred\nl\n")
    assert "\x1b" not in done.stderr
    assert "\x07" not in done.stderr


def test_a_reopened_record_is_left_out_until_it_is_decided(log: Path) -> None:
    spoken(log, "s\ns\ns\nn\nn\no\nq\n")
    research = "docs/research/cache-revisited-2026-08.md"
    assert (log / research).is_file()
    done = spoken(log, "")
    assert done.stderr.startswith(f"left out: ADR-0001 is open again in {research}\n")
    assert re.findall(r"^── (\S+) · (.+?) ─", done.stderr, re.M) == [("ADR-0002", "1 of 2")]
    asked = spoken(log, "s\ns\ns\nn\nn\no\n", "1")
    assert f"The question is open again in {research}.\n    r reaffirm  l leave  n note  q quit  ?" in asked.stderr


class Terminal:
    """`adr-gen review` in a terminal of its own."""

    def __init__(self, root: Path, *args: str) -> None:
        import pty

        primary, secondary = pty.openpty()
        self.fd, self.said = primary, ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "adr_gen", "review", "--by", "Ana", "--as-of", DAY, *args],
            cwd=root,
            env=environment(TERM="xterm-256color"),
            stdin=secondary,
            stdout=secondary,
            stderr=secondary,
            start_new_session=True,
            preexec_fn=_own_terminal,
        )
        os.close(secondary)

    def until(self, words: str) -> None:
        """Read until some words are on the screen."""
        end = time.monotonic() + 60
        while words not in self.said:
            assert time.monotonic() < end, f"{words!r} is not in {self.said!r}"
            assert select.select([self.fd], [], [], 60)[0], f"{words!r} is not in {self.said!r}"
            try:
                self.said += re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", os.read(self.fd, 65536).decode())
            except OSError:
                raise AssertionError(f"ended without {words!r}: {self.said!r}") from None
        self.said = self.said.partition(words)[2]

    def press(self, keys: str) -> None:
        """Press keys once the terminal takes single ones."""
        self._send(keys, line=False)

    def enter(self, line: str) -> None:
        """Enter a line, or a control character, once the terminal takes lines."""
        self._send(line, line=True)

    def _send(self, keys: str, *, line: bool) -> None:
        import termios

        end = time.monotonic() + 60
        while bool(termios.tcgetattr(self.fd)[3] & termios.ICANON) != line:
            assert time.monotonic() < end, self.said
            time.sleep(0.01)
        os.write(self.fd, keys.encode())

    def end(self, again: Callable[[], None] | None = None) -> tuple[int, str]:
        """Exit code and the last words.

        A signal that comes just before Python waits for a key is seen with the next one: it is sent `again`.
        """
        while True:
            try:
                while again and not select.select([self.fd], [], [], 5)[0]:
                    again()
                chunk = os.read(self.fd, 65536)
            except OSError:
                break
            if not chunk:
                break
            self.said += re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", chunk.decode())
        return self.process.wait(60), self.said.replace("\r", "")


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def terminal(log: Path) -> Iterator[Callable[..., Terminal]]:
    if os.name == "nt":
        pytest.skip("no pseudo terminals on Windows")
    opened: list[Terminal] = []

    def start(*args: str) -> Terminal:
        opened.append(Terminal(log, *args))
        return opened[-1]

    yield start
    for one in opened:
        one.process.kill()
        one.process.wait()
        os.close(one.fd)


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
    code, said = screen.end()
    (place,) = files(log)
    assert (code, said.split("\n")[-2]) == (0, f"{place.relative_to(log)}: reaffirmed, waiting, next 2027-01-01")
    (review,) = kept(log)
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
    (code_then, said), (place,) = screen.end(again), files(log)
    assert code_then == code
    assert said.split("\n")[-3:-1] == [
        "left; kept: ADR-0001 (1 answer)",
        f"{place.relative_to(log)}: met, reaffirm or reopen it: `adr-gen review 1`",
    ]
    (review,) = kept(log)
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
    code, said = screen.end(partial(screen.enter, leave) if leave == "\x03" else None)
    assert (code, said.split("\n")[-2]) == (
        130 if leave == "\x03" else 0,
        "left; nothing was answered, so nothing is kept",
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
    screen.process.kill()
    assert screen.end()[0] == -signal.SIGKILL
    assert len(files(log)) == 1
    (review,) = kept(log)
    assert (review.note, review.answers) == (
        "With Bo.",
        (answer("a", A, "met", "due"), answer("b", B, "never", "due")),
    )
    done = spoken(log, "\n" * 9)
    assert "(b)" not in done.stderr.partition("ADR-0002")[0], "what was answered is not asked again"


def test_the_guide_shows_what_is_printed_and_written(tmp_path: Path) -> None:
    page = list(fences((ROOT / "docs/reviews.md").read_text(encoding="utf-8")))
    record, dialogue, script, review, board, _, _, carried = [fence.text for fence in page]
    asked, told = (
        tree(tmp_path / name, "=== docs/decisions/0001-where-jobs-run.md\n" + record) for name in ("asked", "told")
    )
    done = spoken(asked, "e\n4 s at most, this month\nw\nm\ny\no\n", "--as-of", "2026-11-24")
    assert dialogue in done.stderr
    (research,) = (asked / "docs/research").iterdir()
    assert carried in research.read_text(encoding="utf-8")
    command(told, script)
    assert board in run(told, "revisit", "--as-of", "2026-11-24").stdout
    assert re.sub(r"(?m)^time: .*$", "time", files(told)[0].read_text(encoding="utf-8")) == re.sub(
        r"(?m)^time: .*$", "time", review
    )


def test_who_agrees_that_it_is_met_keeps_what_was_found(log: Path) -> None:
    flags(log, "1", "--answer", "c=met", "--answer", "b=met")
    assert kept(log)[0].answers == (
        answer("b", B, "met", "due"),
        answer("c", C, "met", "met", None, "2026-07-01 has come"),
    )
