"""One of a thing is said as one, wherever things are counted."""

from pathlib import Path

import pytest

from adr_gen.counts import count
from tests.support.helpers import run, tree


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 days"), (1, "1 day"), (2, "2 days"), (999, "999 days"), (1000, "1,000 days"), (-1, "-1 days")],
)
def test_a_number_and_what_it_counts(number: int, words: str) -> None:
    assert count(number, "day") == words


PROJECT = """\
=== package.json
{"dependencies": {"react": "19"}}
=== a.py
x
=== docs/decisions/0001-x.md
# X

* Status: rejected
* Date: 2026-11-24

## Revisit When

"""


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("`2026-11-25`", "2026-11-25 is 1 day away"),
        ("`2026-11-26`", "2026-11-26 is 2 days away"),
        ("`after 1 day`", "2026-11-25 is 1 day away"),
        ("`file:a.py lines > 9`", "a.py has 1 line"),
        ("`file:a.py contains y`", "1 file matches a.py, none contains it"),
        ("`file:*.py count > 9`", "1 file matches *.py"),
        ("`dep:moment`", "moment is no direct dependency (1 other in 1 manifest)"),
    ],
)
def test_what_checks_find_of_one(tmp_path: Path, condition: str, words: str) -> None:
    root = tree(tmp_path, f"{PROJECT}* (a) {condition}\n")
    assert f"{words} (check, 2026-11-24)" in " ".join(run(root, "revisit", "--as-of", "2026-11-24").stdout.split())
