"""What a file waits for: blockers lose their ticks, a condition is named by its line, and a deferral without any is told."""

from pathlib import Path

import pytest

from tests.support.helpers import put, run

PATH = "docs/research/1-cache.md"
CACHE = """\
# A cache

## Recommendation

The small one fits us. The pool is dear
as long as the licence is per server.

## Blocked by

- the disk is too small
- the licence

## Notes

Everybody liked the pool.
"""
ASLEEP = "no condition and no day wakes it"


def front(root: Path) -> str:
    """What was written."""
    return (root / PATH).read_text(encoding="utf-8").removesuffix(f"---\n\n{CACHE}").removeprefix("---\n")


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("r\n", "decision: reject\n"),
        ("2\nr\n", "decision: reject\nblockers:\n  - the licence\n"),
        ("2\n3\nr\n", "decision: reject\nblockers: none\n"),
        ("3\n3\nr\n", "decision: reject\n"),
        ("3\nd\n", "decision: defer\nblockers:\n  - the disk is too small\n"),
    ],
)
def test_a_blocker_has_a_tick_like_a_condition(tmp_path: Path, keys: str, written: str) -> None:
    put(tmp_path, PATH, CACHE)
    asked = run(tmp_path, "decide", PATH, stdin=keys)
    assert asked.returncode == 0, asked.stderr
    assert " 2 [x] blocker: the disk is too small\n 3 [x] blocker: the licence\n" in asked.stderr
    assert front(tmp_path) == written


def test_who_comes_back_finds_the_ticks_of_blockers_as_they_were(tmp_path: Path) -> None:
    put(tmp_path, PATH, CACHE)
    put(tmp_path, "docs/research/2.md", "# A queue\n")
    asked = run(tmp_path, "decide", PATH, "docs/research/2.md", stdin="3\ns\nb\nr\nq\n")
    assert asked.returncode == 0, asked.stderr
    assert front(tmp_path) == "decision: reject\nblockers:\n  - the disk is too small\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("blocked-by:\n  - the disk # small\n  - the licence\n", "blocked-by:\n  - the disk # small\n"),
        ("Blockers: [the licence, the disk]\n", "Blockers:\n  - the disk\n"),
    ],
)
def test_a_flag_takes_a_blocker_out_of_a_list_and_leaves_the_others(tmp_path: Path, before: str, after: str) -> None:
    text = f"---\n{before}---\n\n# A cache\n"
    put(tmp_path, PATH, text)
    done = run(tmp_path, "decide", PATH, "--as", "reject", "--not-blocker", "the  licence")
    assert done.stdout.startswith(f"{PATH}: rejected, 1 blocker\n"), done.stderr
    assert (tmp_path / PATH).read_text(encoding="utf-8") == f"---\n{after}decision: reject\n---\n\n# A cache\n"


def test_a_flag_takes_out_only_a_blocker_that_is_read(tmp_path: Path) -> None:
    put(tmp_path, PATH, CACHE)
    refused = run(tmp_path, "decide", PATH, "--as", "reject", "--not-blocker", "the pool")
    assert refused.returncode == 2
    assert (
        "no blocker that is read from docs/research/1-cache.md; these are: 'the disk is too small'; 'the licence'"
        in (" ".join(refused.stderr.split()))
    )
    assert (tmp_path / PATH).read_text(encoding="utf-8") == CACHE


POOL = "  - The pool is dear as long as the licence is per server.\n"
LIKED = "  - Everybody liked the pool.\n"


@pytest.mark.parametrize(
    ("keys", "conditions"),
    [
        ("c\nc\n6\nd\n\n", POOL),
        ("c\nc\n6\nc\n15\nd\n\n\n", POOL + LIKED),
        ("c\nc\n15\n4\nd\n", ""),
        ("c\nc\n2\nx\n15\nd\n\n", LIKED),
        ("c\nc\n15\nc\n15\nd\n\n", LIKED),
        ("c\nc\n\nd\n", ""),
        ("c\nc\n15\ns\nb\nd\n\n", LIKED),
    ],
)
def test_who_has_seen_all_conditions_names_another_by_its_line(tmp_path: Path, keys: str, conditions: str) -> None:
    put(tmp_path, PATH, CACHE)
    put(tmp_path, "docs/research/2.md", "# A queue\n")
    asked = run(tmp_path, "decide", PATH, "docs/research/2.md", stdin=f"{keys}q\n")
    assert asked.returncode == 0, asked.stderr
    assert "   another, by its line: c\n" in asked.stderr
    assert front(tmp_path) == f"decision: defer\n{'revisit_when:' * bool(conditions)}\n{conditions}".replace(
        "\n\n", "\n"
    )


def test_where_nothing_looks_like_a_condition_the_key_asks_for_a_line_at_once(tmp_path: Path) -> None:
    put(tmp_path, PATH, "# A cache\n\nIt is slow.\n")
    asked = run(tmp_path, "decide", PATH, stdin="c\n3\nd\n")
    assert "    Line of a condition: 3\n 1 [x] It is slow.\n" in asked.stderr
    assert (
        (tmp_path / PATH)
        .read_text(encoding="utf-8")
        .startswith("---\ndecision: defer\nrevisit_when:\n  - It is slow.\n")
    )


@pytest.mark.parametrize(
    ("text", "flags", "told"),
    [
        ("It is slow.", ["--as", "defer"], True),
        ("It is slow.", ["--as", "defer", "--revisit-line", "3"], False),
        ("**Review by:** 2027-03-01", ["--as", "defer"], False),
        ("It is slow.", ["--as", "reject"], False),
        ("It is slow.", ["--no-decision"], False),
    ],
)
def test_a_deferral_that_nothing_wakes_is_told(tmp_path: Path, text: str, flags: list[str], told: bool) -> None:
    put(tmp_path, PATH, f"# A cache\n\n{text}\n")
    done = run(tmp_path, "decide", PATH, *flags)
    assert (f"    {ASLEEP}; `--revisit-line N` names one\n" in done.stdout) == told
    assert run(tmp_path, "decide", PATH, "--undo").returncode == 0
    if flags[-1] == "defer":
        asked = run(tmp_path, "decide", PATH, stdin="d\n").stderr
        assert (f"    {ASLEEP} (c names one by its line)\n" in asked) == told
