"""Any sentence of a file is named as its verdict, by its line."""

from pathlib import Path

import pytest

from adr_gen.markdown import parse
from adr_gen.reading.candidates.trimmed_wording import verdict_at
from tests.support.helpers import put, run

PATH = "docs/research/1-cache.md"
CACHE = """\
# A cache

We looked at four. Each of them is fast.

## Findings

The large one needs
a server. **Rejected:** the small one.

## Next steps

- [ ] Measure again.
"""


def shown(root: Path, keys: str) -> str:
    put(root, PATH, CACHE)
    done = run(root, "decide", PATH, stdin=keys)
    assert done.returncode == 0, done.stderr
    return done.stderr


def front(root: Path) -> str:
    """What was written."""
    return (root / PATH).read_text(encoding="utf-8").removesuffix(f"---\n\n{CACHE}").removeprefix("---\n")


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("l\n3\na\n", "decision: accept\nverdict: We looked at four.\n"),
        ("line\n7\nd\n", "decision: defer\nverdict: The large one needs a server.\n"),
        ("l\n8\n\n", 'decision: reject\nverdict: "**Rejected:** the small one."\n'),
        ("l\n3\nl\n12\nr\n", "decision: reject\nverdict: Measure again.\n"),
        ("l\n3\nl\n\na\n", "decision: accept\nverdict: We looked at four.\n"),
        ("l\n3\n1\n\n", 'decision: reject\nverdict: "**Rejected:** the small one."\n'),
    ],
)
def test_the_sentence_of_a_line_is_the_verdict_and_enter_takes_what_it_says(
    tmp_path: Path, keys: str, written: str
) -> None:
    shown(tmp_path, keys)
    assert front(tmp_path) == written


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2", f"line 2: line 2 of {PATH} is empty; name the line of a sentence"),
        ("99", f"line 99: line 99 of {PATH} is not there: the file has 12 lines"),
        ("10", f"line 10 of {PATH} holds '## Next steps', which is no sentence"),
        ("x", "'x' is no number; write that of a line"),
    ],
)
def test_a_line_without_a_sentence_is_asked_for_again(tmp_path: Path, line: str, words: str) -> None:
    asked = shown(tmp_path, f"l\n{line}\n3\na\n")
    assert words in " ".join(asked.split())
    assert asked.count("    Line: ") == 2
    assert front(tmp_path) == "decision: accept\nverdict: We looked at four.\n"


def test_the_key_that_is_pressed_names_the_line(tmp_path: Path) -> None:
    assert "    verdict: We looked at four.\n" in (asked := shown(tmp_path, "l\n3\nr\n"))
    assert "> reject (line 3)\n    rejected\n    verdict: We looked at four.\n" in asked


def test_marks_are_shown_nowhere_and_stay_in_the_quote(tmp_path: Path) -> None:
    put(
        tmp_path,
        PATH,
        f"{CACHE}\nWe could take `redis` only if **three** servers appear.\n\n## Blocked by\n\n- the *disk*\n",
    )
    asked = run(tmp_path, "decide", PATH, stdin="2\n1\nr\n\n").stderr
    assert [line for line in asked.split("\n") if "*" in line or "`" in line] == []
    assert " 1 rejected, line 8: Rejected: the small one.\n" in asked
    assert " 2 [ ] We could take redis only if three servers appear.\n" in asked
    assert " 3 [x] blocker: the disk\n" in asked
    assert 'verdict: "**Rejected:** the small one."\n' in (tmp_path / PATH).read_text(encoding="utf-8")
    assert "only if **three** servers" in (tmp_path / PATH).read_text(encoding="utf-8").partition("# A cache")[0]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (
            "The contract is signed since last week. We take the storage of the university.",
            "We take the storage of the university.",
        ),
        ("We lost two days on it. Decision reversed: we move to paper.", "Decision reversed: we move to paper."),
        ("We adopt it. It is not free.", "We adopt it."),
        ("It rains. It pours.", "It rains."),
    ],
)
def test_of_several_sentences_of_a_line_the_one_that_decides_is_meant(line: str, verdict: str) -> None:
    assert verdict_at(parse(f"# Storage\n\nSome words.\n\n{line}\n"), 5) == verdict
