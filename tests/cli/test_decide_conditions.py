"""The conditions that `adr-gen decide` asks for, and the keys that leave them."""

from pathlib import Path

import pytest

from tests.support.helpers import put, run

PATH = "docs/research/1-cache.md"
CACHE = """\
# A cache

## Recommendation

The small one fits us. It works if `redis` is there. It is of use only if nobody asks.
"""
FIRST = '  - "It works if `redis` is there."\n'
NOTICED = '  - "It works if `redis` is there (`2027-03-01`)"\n'
SECOND = "  - It is of use only if nobody asks.\n"


@pytest.mark.parametrize(
    ("keys", "front"),
    [
        ("q", "decision: defer\n"),
        ("s", "decision: defer\n"),
        ("1 2\n2027-03-01\nq", f"decision: defer\nrevisit_when:\n{NOTICED}{SECOND}"),
        ("1 2\ns", f"decision: defer\nrevisit_when:\n{FIRST}{SECOND}"),
        ("b\nr\n1\n", f"decision: reject\nrevisit_when:\n{FIRST}"),
        ("1\nback\nr\n", "decision: reject\n"),
    ],
)
def test_who_leaves_the_conditions_keeps_what_was_answered_and_who_goes_back_decides_again(
    tmp_path: Path, keys: str, front: str
) -> None:
    put(tmp_path, PATH, CACHE)
    done = run(tmp_path, "decide", PATH, stdin=f"d\n{keys}\n\n")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / PATH).read_text(encoding="utf-8") == f"---\n{front}---\n\n{CACHE}"


def test_help_says_what_may_be_answered(tmp_path: Path) -> None:
    put(tmp_path, PATH, CACHE)
    asked = run(tmp_path, "decide", PATH, stdin="d\n?\n1\n?\n\n").stderr
    assert "numbers from 1 to 2, such as `1 3`: the sentences that are conditions" in asked
    assert "the number of a check above" in asked
    assert asked.count("b  back: to the decision of this file; nothing of it is written yet") == 2
