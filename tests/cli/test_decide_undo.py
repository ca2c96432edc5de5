"""What `adr-gen decide` wrote is taken back byte for byte, and nobody loses what somebody else wrote."""

from pathlib import Path

import pytest

from adr_gen.commands.decide.answer import ResearchAnswer
from adr_gen.commands.decide.answer_writing import write
from adr_gen.commands.decide.queue import load_research
from adr_gen.errors import UsageError
from adr_gen.project import load as project
from tests.support.helpers import put, run
from tests.support.undecided import PATH, QUEUE, root

__all__ = ["root"]  # a fixture


@pytest.mark.parametrize(
    "text", [f"---\r\ntitle: 'Q' # c\r\n---\r\n{QUEUE}", f"\ufeff{QUEUE}", QUEUE.replace("\n", "\r\n"), QUEUE.rstrip()]
)
def test_taking_back_gives_every_byte_back(root: Path, text: str) -> None:
    (root / PATH).write_bytes(text.encode())
    assert run(root, "decide", PATH, "--as", "accept").returncode == 0
    assert run(root, "decide", PATH, "--as", "reject", "--line", "1").returncode in (0, 2)
    assert run(root, "decide", PATH, "--as", "defer").returncode == 0
    assert (root / PATH).read_bytes() != text.encode()
    while run(root, "decide", PATH, "--undo").returncode == 0:
        pass
    assert (root / PATH).read_bytes() == text.encode()


def test_what_somebody_touched_since_is_not_taken_back(root: Path) -> None:
    assert run(root, "decide", PATH, "--as", "accept").returncode == 0
    touched = (root / PATH).read_text(encoding="utf-8") + "\nMore.\n"
    put(root, PATH, touched)
    done = run(root, "decide", PATH, "--undo")
    assert (done.returncode, (root / PATH).read_text(encoding="utf-8")) == (2, touched)
    assert "changed since it was decided" in done.stderr


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"docs/research/007-queue.md": [{}]}', '{"a": 1}'])
def test_a_damaged_memory_takes_nothing_back_and_stops_nobody(root: Path, damaged: str) -> None:
    put(root, ".adr-gen/decide.json", damaged)
    assert run(root, "decide", PATH, "--undo").returncode == 2
    assert run(root, "decide", PATH, "--as", "accept").returncode == 0
    assert run(root, "decide", PATH, "--undo").returncode == 0
    assert (root / PATH).read_text(encoding="utf-8") == QUEUE


def test_a_file_that_changed_between_asking_and_writing_stays_and_that_is_told(root: Path) -> None:
    home = project(root)
    one = load_research(home, PATH)
    put(root, PATH, QUEUE + "\nSomebody wrote on.\n")
    with pytest.raises(UsageError, match="changed since it was read, so nothing was written"):
        write(home, one, ResearchAnswer("reject"))
    assert (root / PATH).read_text(encoding="utf-8") == QUEUE + "\nSomebody wrote on.\n"


def test_two_who_answer_at_once_do_not_both_write(root: Path) -> None:
    home = project(root)
    first, second = load_research(home, PATH), load_research(home, PATH)
    write(home, first, ResearchAnswer("reject"))
    with pytest.raises(UsageError, match="changed since"):
        write(home, second, ResearchAnswer("accept"))
    assert (root / PATH).read_text(encoding="utf-8") == f"---\ndecision: reject\n---\n\n{QUEUE}"


@pytest.mark.parametrize("files", [(), (PATH, PATH)])
def test_who_takes_back_without_one_file_is_told_to_name_it(root: Path, files: tuple[str, ...]) -> None:
    done = run(root, "decide", *files, "--undo")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("--undo is for one file; name it: `adr-gen decide FILE --undo`\n")
