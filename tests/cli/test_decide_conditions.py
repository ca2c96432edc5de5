"""The conditions that `adr-gen decide` asks for, and the keys that leave them."""

import json
from pathlib import Path

import pytest

from tests.support.helpers import put, run

PATH = "docs/research/1-cache.md"
CACHE = """\
# A cache

## Recommendation

The small one fits us.

## Next steps

We could take it if `redis` is ever needed. It is of use only if more servers appear.
"""
FIRST = '  - "We could take it if `redis` is ever needed."\n'
NOTICED = '  - "We could take it if `redis` is ever needed (`2027-03-01`)"\n'
SECOND = "  - It is of use only if more servers appear.\n"


@pytest.mark.parametrize(
    ("keys", "front"),
    [
        ("q", "decision: defer\n"),
        ("s", "decision: defer\n"),
        ("2 3\n2027-03-01\nq", f"decision: defer\nrevisit_when:\n{NOTICED}{SECOND}"),
        ("2 3\ns", f"decision: defer\nrevisit_when:\n{FIRST}{SECOND}"),
        ("b\nr\n2\n", f"decision: reject\nrevisit_when:\n{FIRST}"),
        ("2\nback\nr\n", "decision: reject\n"),
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
    asked = run(tmp_path, "decide", PATH, stdin="d\n?\n2\n?\n\n").stderr
    assert "2 to 3, several with blanks between them: their ticks change" in asked
    assert "the number of a check above" in asked
    assert asked.count("b  back: to the decision of this file; nothing of it is written yet") == 2


STATED = """\
# A queue

## Recommendation

The large one: it is fast. The server is old.

## Revisit when

- the price doubles
- a second host comes
"""
LISTED = """\
---
revisit_when:
  # asked in May
  - "the price doubles"   # twice already
  - a second host comes
---

# A queue

The large one: it is fast.
"""


@pytest.mark.parametrize(
    ("text", "keys", "after"),
    [
        (STATED, "", f"---\ndecision: defer\n---\n\n{STATED}"),
        (STATED, "2", f"---\ndecision: defer\nrevisit_when:\n  - a second host comes\n---\n\n{STATED}"),
        (STATED, "3 2", f"---\ndecision: defer\nrevisit_when: none\n---\n\n{STATED}"),
        (
            LISTED,
            "1",
            LISTED.replace('  - "the price doubles"   # twice already\n', "").replace(
                "comes\n---", "comes\ndecision: defer\n---"
            ),
        ),
        (
            LISTED,
            "1 2",
            LISTED.partition("revisit")[0]
            + "revisit_when: none\ndecision: defer\n---"
            + LISTED.partition("---\n\n")[2].join(["\n\n", ""]),
        ),
    ],
)
def test_a_condition_that_was_read_wrongly_is_unticked(tmp_path: Path, text: str, keys: str, after: str) -> None:
    put(tmp_path, PATH, text)
    asked = run(tmp_path, "decide", PATH, stdin=f"d\n{keys}\n")
    assert asked.returncode == 0, asked.stderr
    first = 2 if text == STATED else 1
    assert f" {first} [x] the price doubles\n {first + 1} [x] a second host comes\n" in asked.stderr
    assert (tmp_path / PATH).read_text(encoding="utf-8") == after
    assert run(tmp_path, "generate").returncode == 0
    (record,) = json.loads(run(tmp_path, "list", "--json").stdout)
    left = [
        text
        for number, text in enumerate(("the price doubles", "a second host comes"), first)
        if str(number) not in keys
    ]
    assert [trigger["text"] for trigger in record["revisit"]["triggers"]] == left
    assert json.loads(run(tmp_path, "decide", "--json").stdout) == []


def test_a_day_to_look_that_the_text_names_stays_beside_changed_conditions(tmp_path: Path) -> None:
    put(tmp_path, PATH, f"{STATED}\n**Review by:** 2027-03-01\n")
    assert run(tmp_path, "decide", PATH, stdin="d\n2\n").returncode == 0
    front = '---\ndecision: defer\nrevisit_when:\n  - a second host comes\nreview_by: "2027-03-01"\n---\n'
    assert (tmp_path / PATH).read_text(encoding="utf-8").startswith(front)


def test_conditions_that_hold_only_together_are_left_to_the_editor_unless_one_stays(tmp_path: Path) -> None:
    put(tmp_path, PATH, STATED.replace("when\n", "when\n\nAll of:\n"))
    refused = run(tmp_path, "decide", PATH, "--as", "defer", "--revisit-line", "5")
    assert refused.returncode == 2
    assert "its conditions hold only together; write `revisit_when:` by hand" in refused.stderr
    done = run(tmp_path, "decide", PATH, "--as", "defer", "--not-revisit", "the price  doubles")
    assert done.stdout.startswith(f"{PATH}: deferred, 1 condition\n")


def test_a_flag_unticks_only_what_is_read(tmp_path: Path) -> None:
    put(tmp_path, PATH, STATED)
    refused = run(tmp_path, "decide", PATH, "--as", "defer", "--not-revisit", "the price")
    assert refused.returncode == 2
    assert (
        "no condition that is read from docs/research/1-cache.md; these are: 'a second host comes'; 'the price doubles'"
        in refused.stderr
    )
    assert (tmp_path / PATH).read_text(encoding="utf-8") == STATED


def test_a_long_candidate_is_shown_from_its_if_on_and_written_down_whole(tmp_path: Path) -> None:
    sentence = (
        "The pool holds what the small one drops under load in the evening, and pays off if a second server appears."
    )
    put(tmp_path, PATH, f"# A queue\n\n## Recommendation\n\nThe small one fits us.\n\n## Next steps\n\n{sentence}\n")
    asked = run(tmp_path, "decide", PATH, stdin="d\n2\n\n")
    assert "\n 2 [ ] … if a second server appears.\n" in asked.stderr
    assert sentence in (tmp_path / PATH).read_text(encoding="utf-8").partition("# A queue")[0]
