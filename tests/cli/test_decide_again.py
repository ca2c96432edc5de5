"""A file that comes again within one run of `adr-gen decide` stands there as it was left."""

from pathlib import Path

import pytest

from tests.support.helpers import put, run

PATHS = ("docs/research/1-cache.md", "docs/research/2-queue.md")
CACHE = """\
# A cache

## Recommendation

Adopt the small one. We do not take the large one.

## Next steps

It is of use only if more servers appear. We could take it if a customer asks.
"""
LARGE = "We do not take the large one."
SERVERS = "  - It is of use only if more servers appear.\n"
CUSTOMER = "  - We could take it if a customer asks.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, PATHS[0], CACHE)
    put(tmp_path, PATHS[1], "# A queue\n")
    return tmp_path


def front(root: Path) -> str:
    """What was written into the first file."""
    text = (root / PATHS[0]).read_text(encoding="utf-8")
    return text.removesuffix(CACHE).removeprefix("---\n").removesuffix("---\n\n")


def test_the_screen_has_the_sentences_and_conditions_that_these_tests_name_by_number(root: Path) -> None:
    shown = run(root, "decide", PATHS[0], stdin="q\n").stderr
    assert shown.split("\n")[6:10] == [
        " 1 accepted, line 5: Adopt the small one.",
        " 2 rejected, line 5: We do not take the large one.",
        " 3 [ ] It is of use only if more servers appear.",
        " 4 [ ] We could take it if a customer asks.",
    ]


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("3\ns\nb\nd\n", f"decision: defer\nrevisit_when:\n{SERVERS}"),
        ("3\ns\nb\n3\nd\n", "decision: defer\n"),
        ("3\nd\nb\nr\n", f"decision: reject\nverdict: {LARGE}\nrevisit_when:\n{SERVERS}"),
        ("3\nd\nb\n4\nd\n", f"decision: defer\nrevisit_when:\n{SERVERS}{CUSTOMER}"),
        ("3\nd\nb\n\n", f"decision: defer\nrevisit_when:\n{SERVERS}"),
        ("3\nn\nb\n\n", "adr: false\n"),
        ("2\ns\nb\na\n", f"decision: accept\nverdict: {LARGE}\n"),
        ("2\nd\nb\na\n", f"decision: accept\nverdict: {LARGE}\n"),
        ("2\ns\nb\n\n", f"decision: reject\nverdict: {LARGE}\n"),
        ("2\ns\nb\n2\nd\n", "decision: defer\n"),
        ("2\n\nb\n\n", f"decision: reject\nverdict: {LARGE}\n"),
    ],
)
def test_ticks_and_the_picked_sentence_come_back(root: Path, keys: str, written: str) -> None:
    done = run(root, "decide", *PATHS, stdin=f"{keys}q\n")
    assert (done.returncode, front(root)) == (0, written)


def test_what_comes_back_is_on_the_screen(root: Path) -> None:
    again = run(root, "decide", *PATHS, stdin="3\n2\ns\nb\nq\n").stderr.rpartition("1 of 2")[2]
    assert " 3 [x] It is of use only if more servers appear.\n" in again
    assert f"\n    verdict: {LARGE}\n\n    a accept (2)  r reject (2)  d defer (2)" in again


def test_ticks_stay_where_an_answer_could_not_be_written(root: Path) -> None:
    together = "\n## Revisit when\n\nAll of:\n\n- the price doubles\n- a second host comes\n"
    put(root, PATHS[0], f"{CACHE}{together}")
    done = run(root, "decide", PATHS[0], stdin="5\nd\nq\n").stderr
    refused = done.rpartition("Not written: ")[2]
    assert "hold only together" in refused.replace("\n   ", "")
    assert " 5 [x] It is of use only if more servers appear.\n" in refused


def test_ticks_of_sentences_that_still_stand_there_outlast_the_editor(root: Path) -> None:
    put(root, "edit.sh", "#!/bin/sh\nsed -i 's/ We could.*//; s/Adopt/Take/' \"$1\"\n").chmod(0o755)
    command = {"VISUAL": str(root / "edit.sh"), "EDITOR": str(root / "edit.sh")}
    done = run(root, "decide", PATHS[0], stdin="3\n4\ne\nd\n", **command)
    assert done.returncode == 0, done.stderr
    text = (root / PATHS[0]).read_text(encoding="utf-8")
    assert text.startswith(f"---\ndecision: defer\nrevisit_when:\n{SERVERS}---\n")
