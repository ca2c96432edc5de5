"""decide by flags: what is written, what is refused, and how it is taken back."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.support.helpers import put, run
from tests.support.undecided import PATH, QUEUE, decided, root

__all__ = ["root"]  # a fixture


def test_a_decision_and_the_sentence_of_a_line_go_into_the_front_matter(root: Path) -> None:
    assert decided(root, "--as", "reject", "--line", "8") == (
        'decision: reject\nverdict: "**Close this**: the first queue is enough."\n'
    )


def test_a_line_takes_the_sentence_that_goes_over_it(root: Path) -> None:
    assert decided(root, "--as", "defer", "--line", "4") == (
        'decision: defer\nverdict: "The small one loses messages under load, for now."\n'
    )


def test_qualifier_conditions_and_blockers_are_quotes_and_what_was_read_stays(root: Path) -> None:
    flags = [
        "--as",
        "reject",
        "--qualifier",
        "for  now",
        "--revisit",
        "The small one loses messages",
        "--blocker-line",
        "13",
    ]
    assert decided(root, *flags, "--blocker", "Nobody has time\nto move the data.") == dedent("""\
        decision: reject
        qualifier: for now
        revisit_when:
          - the load doubles
          - The small one loses messages
        blockers:
          - The licence costs 40 a month.
          - Nobody has time to move the data.
        """)


def test_the_condition_of_a_line_that_was_read_is_not_written_twice(root: Path) -> None:
    assert decided(root, "--as", "reject", "--revisit-line", "9") == "decision: reject\n"


def test_what_was_decided_is_in_the_log(root: Path) -> None:
    decided(root, "--as", "reject", "--qualifier", "for now", "--line", "8", "--revisit-line", "13")
    assert run(root, "generate", PATH).returncode == 0
    (record,) = json.loads(run(root, "list", "--json").stdout)
    fields = {key: record[key] for key in ("status", "qualifier", "verdict")}
    assert fields == {
        "status": "rejected",
        "qualifier": "for now",
        "verdict": "Close this: the first queue is enough.",
    }
    assert [trigger["text"] for trigger in record["revisit"]["triggers"]] == [
        "the load doubles",
        "The licence costs 40 a month",
    ]


def test_a_file_that_decides_nothing_is_left_out(root: Path) -> None:
    assert decided(root, "--no-decision") == "adr: false\n"
    done = run(root, "generate")
    assert "0 decided, 0 undecided, 1 left out" in done.stdout
    assert json.loads(run(root, "decide", "--json").stdout) == []


def test_what_waits_is_told_to_programs(root: Path) -> None:
    assert json.loads(run(root, "decide", "--json").stdout) == [
        {
            "path": PATH,
            "title": "A second queue",
            "date": None,
            "why": "no verdict was found",
            "verdicts": [{"line": 13, "text": "Nobody has time to move the data.", "status": None}],
            "conditions": [],
            "read": {"blockers": [], "triggers": ["the load doubles"]},
        }
    ]


def test_what_waits_comes_newest_first_and_says_why(tmp_path: Path) -> None:
    put(tmp_path, "docs/research/1.md", "# One\n\n## Decision: adopt\n\n## Verdict: reject\n")
    put(tmp_path, "docs/research/2.md", "---\ndate: 2026-05-01\n---\n# Two\n\n## Verdict: it is complicated\n")
    put(
        tmp_path,
        "docs/research/3.md",
        "---\ndate: 2026-04-01\n---\n# Three\n\n## Recommendation: adopt\n\n## Revisit when\n\n> When it is slow.\n",
    )
    put(tmp_path, "docs/research/4.md", "# Four\n\n## Recommendation: adopt\n")
    queue = json.loads(run(tmp_path, "decide", "--json").stdout)
    assert [(one["path"][-4:], one["why"].partition(" (")[0][:60]) for one in queue] == [
        ("2.md", "the verdict 'it is complicated' says no known decision"),
        ("3.md", "nothing was read under “Revisit when”"),
        ("1.md", "verdicts disagree: 'adopt'"),
    ]
    assert [(c["line"], c["text"], c["status"]) for c in queue[2]["verdicts"]] == [
        (3, "adopt", "accepted"),
        (5, "reject", "rejected"),
    ]


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--as", "reject", "--line", "2"], f"--line 2: line 2 of {PATH} is empty"),
        (["--as", "reject", "--line", "99"], f"line 99 of {PATH} is not there: the file has 13 lines"),
        (["--as", "reject", "--line", "0"], "line 0"),
        (["--as", "reject", "--revisit-line", "6"], "'## Next steps', which is no sentence"),
        (["--as", "reject", "--blocker-line", "7"], "line 7"),
        (["--as", "reject", "--revisit", "the load triples"], "'the load triples': does not stand in"),
        (["--as", "reject", "--blocker", "nobody has time"], "does not stand in"),
        (["--as", "reject", "--qualifier", "for ever"], "does not stand in"),
        (["--line", "8"], "undecided; add --as"),
        (["--no-decision", "--as", "reject"], "leave the other flags out"),
        (["--undo"], "nothing to take back"),
        (["--undo", "--as", "reject"], "--undo goes alone"),
        (["--as", "maybe"], "maybe"),
    ],
)
def test_what_is_not_understood_is_refused_and_nothing_is_written(root: Path, flags: list[str], words: str) -> None:
    done = run(root, "decide", PATH, *flags)
    assert done.returncode == 2
    assert words in " ".join(done.stderr.split())
    assert (root / PATH).read_text(encoding="utf-8") == QUEUE


@pytest.mark.parametrize("files", [[], [PATH, PATH], ["docs/research/none.md"], ["docs/decisions/0001-a.md"]])
def test_flags_are_for_one_research_file(root: Path, files: list[str]) -> None:
    put(root, "docs/decisions/0001-a.md", "# A\n\n* Status: accepted\n")
    assert run(root, "decide", *files, "--as", "reject").returncode == 2
    assert (root / PATH).read_text(encoding="utf-8") == QUEUE


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("a: 1\na: 2\n", "the key 'a' twice"),
        ("revisit_when:\n  all: [the load doubles, a year is over]\n", "hold only together"),
        ("decision: {a: b}\n", ":2: `decision` holds a mapping; edit it by hand"),
        ("revisit_when:\n  some: {a: b}\n", ":2: `revisit_when` holds a mapping; edit it by hand"),
    ],
)
def test_front_matter_that_cannot_say_the_answer_is_refused(root: Path, front: str, words: str) -> None:
    text = f"---\n{front}---\n{QUEUE}"
    put(root, PATH, text)
    done = run(root, "decide", PATH, "--as", "reject", "--revisit", "The licence costs 40")
    assert done.returncode == 2
    assert words in done.stderr
    assert (root / PATH).read_text(encoding="utf-8") == text


def test_keys_keep_the_spelling_and_the_items_that_they_have(root: Path) -> None:
    put(root, PATH, f"---\nDecision: TBD # whose?\nreopen-when: # conditions\n- if it is slow  # often\n---\n{QUEUE}")
    assert run(root, "decide", PATH, "--as", "reject", "--revisit-line", "18").returncode == 0
    text = (root / PATH).read_text(encoding="utf-8")
    assert text == (
        "---\nDecision: reject # whose?\nreopen-when: # conditions\n- if it is slow  # often\n- The licence costs 40 a month.\n"
        f"---\n{QUEUE}"
    )


def test_what_was_decided_is_told_with_the_next_command(root: Path) -> None:
    done = run(root, "decide", PATH, "--as", "reject", "--qualifier", "for now")
    assert (
        done.stdout
        == f"{PATH}: rejected (for now), 1 condition\n    no verdict sentence\nnow run `adr-gen generate {PATH}`\n"
    )
    done = run(root, "decide", PATH, "--as", "accept", "--line", "13", "--json")
    assert json.loads(done.stdout) == [
        {
            "path": PATH,
            "title": "A second queue",
            "status": "accepted",
            "qualifier": "for now",
            "verdict": "**Close this**: the first queue is enough.",
            "left_out": False,
            "blockers": [],
            "triggers": ["the load doubles"],
        }
    ]


def test_a_label_is_shown_nowhere_and_stays_in_the_quote(root: Path) -> None:
    put(root, PATH, "# A queue\n\n## Notes\n\n**Status: decided** (Option A).\n")
    done = run(root, "decide", PATH, "--as", "accept", "--line", "5")
    assert done.stdout.split("\n")[1] == "    verdict: decided (Option A)."
    assert 'verdict: "**Status: decided** (Option A)."' in (root / PATH).read_text(encoding="utf-8")


def test_a_deferral_gets_the_blockers_that_its_reasons_name_and_a_refusal_does_not(tmp_path: Path) -> None:
    text = "# The tab for news\n\nWe looked at three of them.\n\n## Why this waits\n\nThe tab itself must ship first.\n"
    for number, decision in enumerate(("defer", "reject"), 1):
        put(tmp_path, f"docs/research/00{number}-tab.md", text)
        assert run(tmp_path, "decide", f"docs/research/00{number}-tab.md", "--as", decision).returncode == 0
    assert run(tmp_path, "generate").returncode == 0
    records = json.loads(run(tmp_path, "list", "--json").stdout)
    assert [[blocker["text"] for blocker in record["blockers"]] for record in records] == [
        ["The tab itself must ship first"],
        [],
    ]


def test_who_takes_a_deferral_back_loses_the_blockers_of_its_reasons_and_no_others(tmp_path: Path) -> None:
    text = "# The tab for news\n\n## Decision: defer\n\n## Why this waits\n\nThe tab itself must ship first.\n"
    put(tmp_path, PATH, text)
    put(tmp_path, "docs/research/008-tab.md", f"{text}\n## Blocked by\n\n- The licence.\n")
    for path in (PATH, "docs/research/008-tab.md"):
        done = run(tmp_path, "decide", path, "--as", "accept")
        assert done.returncode == 0, done.stderr
    assert run(tmp_path, "generate").returncode == 0
    records = json.loads(run(tmp_path, "list", "--json").stdout)
    assert [(record["status"], [blocker["text"] for blocker in record["blockers"]]) for record in records] == [
        ("accepted", []),
        ("accepted", ["The licence."]),
    ]


@pytest.mark.parametrize(("word", "status"), [("adopt", "accepted"), ("no-go", "rejected"), ("on hold", "deferred")])
def test_a_decision_has_other_words_too(word: str, status: str, root: Path) -> None:
    assert f": {status}" in run(root, "decide", PATH, "--as", word).stdout


@pytest.mark.parametrize("word", ["adaptd", "superseded", "accepted for now"])
def test_a_word_for_none_of_the_four_decisions_is_refused(word: str, root: Path) -> None:
    done = run(root, "decide", PATH, "--as", word)
    assert (done.returncode, f"{word!r} is not one of 'accept', 'reject', 'defer', 'propose'" in done.stderr) == (
        2,
        True,
    )


def test_a_check_in_backticks_keeps_them_though_the_quote_has_none(tmp_path: Path) -> None:
    put(tmp_path, PATH, "# Tiles\n\nStatic ones.\n\nThings to watch: `github:acme/tiles >= 6`; the number of scans.\n")
    done = run(tmp_path, "decide", PATH, "--as", "accept", "--revisit", "github:acme/tiles >= 6")
    assert done.returncode == 0, done.stderr
    assert "`github:acme/tiles >= 6`" in (tmp_path / PATH).read_text(encoding="utf-8").split("---")[1]
