"""How commands print: wrapped below its place on a terminal, one line elsewhere, and in signs and colours that are wanted."""

import os
from pathlib import Path

import pytest

from tests.support.helpers import put, run, run_process
from tests.support.terminal import Terminal

PLACE = "docs/research/queue.md"
TEXT = "# A queue\n\nDecision: we ask the people of the harbour again in the coming spring.\n"
PROBLEM = f"""\
{PLACE}:3: ADR101 the verdict 'we
    ask the people of the harbour again in the
    coming spring.' says no known decision (adopt,
    reject, defer, go, no-go, hold, keep …); add
    `decision: accept`, `reject` or `defer` to the
    front matter
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one problem."""
    put(tmp_path, PLACE, TEXT)
    return tmp_path


def shown(root: Path, *args: str, columns: int = 50, **env: str) -> str:
    """What a terminal gets, escapes included."""
    terminal = Terminal(root, *args, columns=columns, **env)
    data = b""
    while True:
        try:
            data += os.read(terminal.fd, 65536)
        except OSError:
            break
    terminal.process.wait()
    os.close(terminal.fd)
    return data.decode().replace("\r", "")


def test_a_problem_is_wrapped_on_a_terminal_and_one_line_for_other_programs(root: Path) -> None:
    on_terminal = shown(root, "check", NO_COLOR="1")
    assert on_terminal.startswith(PROBLEM)
    assert run(root, "check").stderr == " ".join(PROBLEM.split()) + "\n"


def test_a_command_is_in_one_piece(root: Path) -> None:
    assert shown(root, "new", "Which cache") == (
        "docs/research/which-cache.md: written; fill it in,\n    then run\n    `adr-gen docs/research/which-cache.md`\n"
    )


def test_titles_have_room_in_the_narrowest_terminal(root: Path) -> None:
    put(root, "docs/decisions/0001-x.md", "# A cache for pages\n\n* Status: accepted\n")
    assert "A cache for" in shown(root, "list", columns=30)


def test_no_color_is_obeyed_everywhere(root: Path) -> None:
    assert "\x1b[31m" in shown(root, "check")
    assert "\x1b" not in shown(root, "check", NO_COLOR="1")


def test_undecided_files_are_wrapped_too(root: Path) -> None:
    assert shown(root, "list", "--undecided").startswith(
        f"undecided {PLACE} line 3: we ask\n    the people of the harbour again in the coming\n    spring.\n"
    )


def test_marks_stay_apart_where_only_ascii_can_be_printed(root: Path) -> None:
    put(root, PLACE, f"{TEXT}\nRevisit when “ü” holds.\n")
    lines = run_process(root, "explain", PLACE, PYTHONIOENCODING="ascii").stdout.splitlines()
    assert lines[5:7] == ["1 | # A queue", "  + title - the first heading"]
    assert '5 | Revisit when "?" holds.' in lines
    assert [line for line in lines if line != line.rstrip()] == []


def test_what_cannot_be_read_is_not_called_undecided(root: Path) -> None:
    (root / PLACE).write_bytes(b"# K\xfcbel\n")
    assert run(root, "explain", PLACE).stdout == (
        f"{PLACE}\ncannot be read\n\n  ! ADR002 byte 0xfc is not UTF-8; save the file as UTF-8\n"
    )
