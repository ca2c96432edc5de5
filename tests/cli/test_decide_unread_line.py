"""A person may name what reading passes over: a line of code, or of a key in front matter."""

from pathlib import Path

import pytest

from tests.support.helpers import put, run

PATH = "docs/research/1-cache.md"
FRONT = """\
---
status: open
reason: "the pool waits for a disk"
note: >
  folded over
  two lines
---
"""
CACHE = """\
# A cache

```
Option: the small one
Reason: it is fast. Look again only if a second server
comes to this place.

Signed, on paper
```

> ~~~yaml
> choice: the pool
> ~~~

    an indented line
"""


def written(root: Path) -> str:
    """The front matter that was written."""
    return (root / PATH).read_text(encoding="utf-8").removeprefix(FRONT.removesuffix("---\n")).partition("---\n")[0]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (2, '"status: open"'),
        (3, "the pool waits for a disk"),
        (11, '"Option: the small one"'),
        (12, '"Reason: it is fast."'),
        (13, "Look again only if a second server comes to this place."),
        (15, '"Signed, on paper"'),
        (19, '"choice: the pool"'),
        (22, "an indented line"),
    ],
)
def test_a_line_that_is_no_prose_is_the_verdict_if_somebody_names_it(tmp_path: Path, line: int, verdict: str) -> None:
    put(tmp_path, PATH, FRONT + CACHE)
    done = run(tmp_path, "decide", PATH, "--as", "accept", "--line", str(line))
    assert done.returncode == 0, done.stderr
    assert written(tmp_path) == f"decision: accept\nverdict: {verdict}\n"
    assert run(tmp_path, "decide", PATH, "--undo").returncode == 0
    assert run(tmp_path, "decide", PATH, stdin=f"l\n{line}\na\n").returncode == 0
    assert written(tmp_path) == f"decision: accept\nverdict: {verdict}\n"


def test_a_condition_and_a_blocker_are_named_there_too(tmp_path: Path) -> None:
    put(tmp_path, PATH, FRONT + CACHE)
    done = run(tmp_path, "decide", PATH, "--as", "defer", "--revisit-line", "13", "--blocker-line", "3")
    assert done.returncode == 0, done.stderr
    assert written(tmp_path) == (
        "decision: defer\nrevisit_when:\n  - a second server comes to this place\n"
        "blockers:\n  - the pool waits for a disk\n"
    )


@pytest.mark.parametrize("line", [1, 4, 7, 10, 14, 16, 18])
def test_marks_blanks_and_folded_keys_are_no_sentence(tmp_path: Path, line: int) -> None:
    put(tmp_path, PATH, FRONT + CACHE)
    refused = run(tmp_path, "decide", PATH, "--as", "accept", "--line", str(line))
    assert (refused.returncode, f"--line {line}: line {line} of {PATH} " in refused.stderr) == (2, True)
    assert (tmp_path / PATH).read_text(encoding="utf-8") == FRONT + CACHE


def test_nothing_of_it_is_a_candidate(tmp_path: Path) -> None:
    put(tmp_path, PATH, "# A cache\n\n```\nDecision: adopt the pool. Look again only if it is slow.\n```\n")
    shown = run(tmp_path, "decide", PATH, stdin="s\n").stderr
    assert "No sentence of it looks like a verdict" in shown
    assert "pool" not in shown


def test_what_generate_will_tell_of_the_decided_file_is_told(tmp_path: Path) -> None:
    put(tmp_path, PATH, f"---\ncreated: soon\n---\n\n{CACHE}")
    told = "    line 2: ADR103 "
    assert told in run(tmp_path, "decide", PATH, stdin="r\n").stderr
    done = run(tmp_path, "decide", PATH, "--as", "reject")
    assert told in done.stdout
    assert f"{PATH}:2: ADR103 " in run(tmp_path, "generate").stderr
    assert told not in run(tmp_path, "decide", PATH, "--no-decision").stdout
