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
SERVERS = "  - It is of use only if more servers appear.\n"
REDIS = '  - "We could take it if `redis` is ever needed."\n'
NOTICED = '  - "We could take it if `redis` is ever needed (`2027-03-01`)"\n'
DEPENDS = '  - "We could take it if `redis` is ever needed (`dep:redis`)"\n'
LOOKED = '  - "It is of use only if more servers appear (`2027-03-01`)"\n'


@pytest.mark.parametrize(
    ("keys", "conditions"),
    [
        ("d\n", ""),
        ("2\n2\nd\n", ""),
        ("2\nd\n", SERVERS),
        ("3\n2\nd\nw\n2027-03-01\n", SERVERS + NOTICED),
        ("3\n2\nd\nwrite\n\n\n", SERVERS + REDIS),
        ("c\n2\n3\nd\nw\n2027-03-01\nq\n", LOOKED + REDIS),
        ("c\n3\n2\nd\ns\nskip\n", SERVERS + REDIS),
        ("c\n2\nd\nw\n2027-03-01\n", LOOKED),
        ("c\nc\n\n2\nd\n\n", SERVERS),
        ("3\nd\nback\n2\nd\n\n", SERVERS + REDIS),
        ("3\nd\nb\n3\n2\nd\n", SERVERS),
        ("3\nd\n1\n", DEPENDS),
        ("3\nd\nq\n", REDIS),
    ],
)
def test_conditions_are_ticked_by_keys_and_kept_by_the_decision(tmp_path: Path, keys: str, conditions: str) -> None:
    put(tmp_path, "requirements.txt", "redis\n")
    put(tmp_path, PATH, CACHE)
    done = run(tmp_path, "decide", PATH, stdin=keys)
    assert done.returncode == 0, done.stderr
    front = f"revisit_when:\n{conditions}" if conditions else ""
    assert (tmp_path / PATH).read_text(encoding="utf-8") == f"---\ndecision: defer\n{front}---\n\n{CACHE}"


@pytest.mark.parametrize("keys", ["2\nq\n", "2\ns\n", "c\nq\n", "c\n2 3\n", "2\n\n\n"])
def test_who_leaves_before_the_decision_writes_nothing(tmp_path: Path, keys: str) -> None:
    put(tmp_path, PATH, CACHE)
    assert run(tmp_path, "decide", PATH, stdin=keys).returncode == 0
    assert (tmp_path / PATH).read_text(encoding="utf-8") == CACHE


@pytest.mark.parametrize(("keys", "asked"), [("2\nd\n", False), ("c\n2\nd\n\n", True)])
def test_where_no_check_fits_only_who_looked_at_all_of_them_is_asked_for_one(
    tmp_path: Path, keys: str, asked: bool
) -> None:
    put(tmp_path, PATH, CACHE)
    assert ("How would we notice?" in run(tmp_path, "decide", PATH, stdin=keys).stderr) == asked


def test_help_says_what_may_be_answered(tmp_path: Path) -> None:
    put(tmp_path, "requirements.txt", "redis\n")
    put(tmp_path, PATH, CACHE)
    asked = run(tmp_path, "decide", PATH, stdin="3\nd\n?\n\n").stderr
    assert asked.partition("How would we notice? Enter: somebody looks > ?\n")[2].partition("    How")[0] == (
        "    1  dep:redis: `dep:redis`\n"
        "    w  write: a check of your own, such as `2027-03-01` or `dep:redis`\n"
        "    s  skip: no check: somebody looks (or Enter)\n"
        "    b  back: to the decision of this file; nothing of it is written yet\n"
        "    q  quit: stop here; what you have answered is kept\n"
    )


MANY = "\n".join(f"- the price of part {number} doubles" for number in range(1, 6))


def test_few_conditions_are_on_the_screen_and_the_others_behind_a_key(tmp_path: Path) -> None:
    maybe = " ".join(f"It is of use only if server {number} appears." for number in range(1, 5))
    put(
        tmp_path,
        PATH,
        f"# A queue\n\n## Recommendation\n\nThe large one: it is fast.\n\n## Revisit when\n\n{MANY}\n\n## Next steps\n\n{maybe}\n",
    )
    shown = run(tmp_path, "decide", PATH, stdin="7\n8\nc\n5\n7\nd\n\n\n\n")
    first, _, rest = shown.stderr.partition("    a accept")
    assert [line for line in first.split("\n") if "[" in line or "more" in line] == [
        " 2 [x] the price of part 1 doubles",
        " 3 [x] the price of part 2 doubles",
        " 4 [x] the price of part 3 doubles",
        " 5 [ ] It is of use only if server 1 appears.",
        " 6 [ ] It is of use only if server 2 appears.",
        "   4 more, 2 ticked: c",
    ]
    assert "'7' is not one of a r d p n s 1 2-6 c" in rest
    assert rest.rpartition("> 7\n")[2].partition("    conditions changed")[0] == (
        " 2 [x] the price of part 1 doubles\n"
        " 3 [x] the price of part 2 doubles\n"
        " 4 [x] the price of part 3 doubles\n"
        " 5 [x] It is of use only if server 1 appears.\n"
        " 6 [ ] It is of use only if server 2 appears.\n"
        " 7 [ ] the price of part 4 doubles\n"
        " 8 [x] the price of part 5 doubles\n"
        " 9 [ ] It is of use only if server 3 appears.\n"
        "   1 more: c\n"
    )
    text = (tmp_path / PATH).read_text(encoding="utf-8")
    assert text.partition("# A queue")[0].count("the price of part") == 4
    assert "  - the price of part 4 doubles\n" not in text.partition("# A queue")[0]
    assert "  - It is of use only if server 1 appears.\n" in text


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
    asked = run(tmp_path, "decide", PATH, stdin="\n".join(["c", *keys.split(), "d", ""]))
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
    assert run(tmp_path, "decide", PATH, stdin="2\nd\n").returncode == 0
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
    asked = run(tmp_path, "decide", PATH, stdin="2\nd\n\n")
    assert "\n 2 [ ] … if a second server appears.\n" in asked.stderr
    assert sentence in (tmp_path / PATH).read_text(encoding="utf-8").partition("# A queue")[0]
