"""decide by flags: which sentence of a line is taken, and what is told of an answer."""

import json
from pathlib import Path

import pytest

from tests.support.helpers import put, run
from tests.support.undecided import PATH, root

__all__ = ["root"]  # a fixture

SEVERAL = """\
# A tool
## Recommendation
Reject it.
## Notes
* Its maker is small. We look for another one when `repo:a/b archived` or `github:a/b >= 2`.
* Nobody knows it. Nobody asked.
"""


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        (5, "We look for another one when repo:a/b archived or github:a/b >= 2"),
        (6, "Nobody knows it"),
    ],
)
def test_the_condition_of_a_line_is_the_sentence_that_names_one(root: Path, line: int, condition: str) -> None:
    put(root, PATH, SEVERAL)
    done = run(root, "decide", PATH, "--revisit-line", str(line))
    read = json.loads(run(root, "explain", PATH, "--json").stdout)["triggers"]
    assert done.stdout.splitlines()[:3] == [
        f"{PATH}: rejected, 1 condition",
        "    verdict: Reject it.",
        f"    condition: {condition}",
    ]
    assert [one["text"].replace("`", "") for one in read] == [condition]


def test_a_decision_that_turns_another_says_so(root: Path) -> None:
    put(root, PATH, SEVERAL)
    same, other = (run(root, "decide", PATH, "--as", decision).stdout for decision in ("reject", "accept"))
    assert [shown.splitlines()[0] for shown in (same, other)] == [
        f"{PATH}: rejected",
        f"{PATH}: accepted; it was rejected",
    ]
