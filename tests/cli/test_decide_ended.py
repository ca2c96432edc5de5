"""A file that says of itself that it has ended is not accepted by one key."""

from pathlib import Path

import pytest

from tests.support.helpers import put, run

PATH = "docs/research/1-cache.md"
BODY = "# A cache\n\n## Recommendation\n\nWe will adopt the small one.\n"
WITHDRAWN = f"---\nstatus: withdrawn\n---\n\n{BODY}"


def written(root: Path) -> str:
    """The keys that were written, beside those that were there."""
    front = (root / PATH).read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")[0]
    return front.removeprefix("status: withdrawn\n")


@pytest.mark.parametrize(
    ("text", "row", "verdict"),
    [
        (WITHDRAWN, "deprecated, line 2: status: withdrawn", '"status: withdrawn"'),
        (f"> **Withdrawn** on 2026-03-01.\n\n{BODY}", "deprecated, line 1: Withdrawn on 2026-03-01.", None),
        (f"Status: Superseded by [a pool](2.md)\n\n{BODY}", "superseded, line 1: Status: Superseded by a pool", None),
        (f"---\nstatus: withdrawn\n---\n\nReplaced by #12.\n\n{BODY}", "superseded, line 5: Replaced by #12.", None),
    ],
)
def test_what_ended_a_file_is_shown_first_and_goes_with_its_rejection(
    tmp_path: Path, text: str, row: str, verdict: str | None
) -> None:
    put(tmp_path, PATH, text)
    asked = run(tmp_path, "decide", PATH, stdin="r\n")
    assert f"\n 1 {row}\n 2 accepted, line " in asked.stderr
    assert "    a accept (2)  r reject (1)  d defer  p propose" in asked.stderr
    assert written(tmp_path).startswith("decision: reject\nverdict: ")
    assert verdict is None or written(tmp_path) == f"decision: reject\nverdict: {verdict}\n"


@pytest.mark.parametrize(
    ("keys", "front"),
    [
        ("a\n", ""),
        ("a\ns\n", ""),
        ("a\na\n", "decision: accept\nverdict: We will adopt the small one.\n"),
        ("a\nr\n", 'decision: reject\nverdict: "status: withdrawn"\n'),
        ("2\na\n", "decision: accept\nverdict: We will adopt the small one.\n"),
        ("1\n\n", 'decision: reject\nverdict: "status: withdrawn"\n'),
        ("d\n", "decision: defer\n"),
    ],
)
def test_one_key_alone_does_not_accept_what_has_ended(tmp_path: Path, keys: str, front: str) -> None:
    put(tmp_path, PATH, WITHDRAWN)
    asked = run(tmp_path, "decide", PATH, stdin=keys)
    assert ("line 2 says “status: withdrawn”; a again accepts it all the same" in asked.stderr) == (keys[0] == "a")
    assert written(tmp_path) == front


@pytest.mark.parametrize(
    "text",
    [
        f"---\nstatus: archived\n---\n\n{BODY}",
        f"---\nstatus: done\n---\n\n{BODY}",
        f"Superseded messages are kept for a day.\n\n{BODY}",
        f"The first one was replaced by the second.\n\n{BODY}",
        f"{BODY}\n## Notes\n\nWithdrawn.\n",
    ],
)
def test_what_ended_something_else_is_no_end_of_the_file(tmp_path: Path, text: str) -> None:
    put(tmp_path, PATH, text)
    asked = run(tmp_path, "decide", PATH, stdin="a\n").stderr
    assert "\n 1 accepted, line " in asked
    assert "\n    accepted\n" in asked


def test_the_line_of_a_status_in_front_matter_is_named_by_a_flag_too(tmp_path: Path) -> None:
    put(tmp_path, PATH, WITHDRAWN)
    assert run(tmp_path, "decide", PATH, "--as", "reject", "--line", "2").returncode == 0
    assert written(tmp_path) == 'decision: reject\nverdict: "status: withdrawn"\n'


@pytest.mark.parametrize(
    ("title", "front", "row"),
    [
        ("# RFC 9: a cache", "status: accepted", " 1 accepted, line 5: the title; line 2 says “status: accepted”"),
        ("# A cache", "status: deferred", " 1 deferred, line 5: the title; line 2 says “status: deferred”"),
    ],
)
def test_the_title_is_not_shown_twice(tmp_path: Path, title: str, front: str, row: str) -> None:
    put(tmp_path, PATH, f"---\n{front}\n---\n\n{title}\n\n## Reasons\n\nA pool needs a server.\n")
    assert row in run(tmp_path, "decide", PATH, stdin="s\n").stderr.split("\n")
