"""What an agent suggests for a research file: quotes that stand are taken, all others refused, and a person accepts."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen.commands.decide.queue import OpenResearch, load_research
from adr_gen.commands.decide.suggestion import Patch, Quotation, Revisit, Suggested, Suggestion, patch
from adr_gen.markdown import fold, parse
from adr_gen.project import load as project
from adr_gen.reading import read
from tests.support.helpers import put, run

PATH = "docs/research/007-queue.md"
QUEUE = """\
# A queue

We measured two of them. The small one loses
messages under load, so we do not take it for now.

- Look again if the load doubles.
- **Verdict**: Not worth its price.
- 列表足够，不需要队列。
"""
SENTENCES = {
    3: "We measured two of them.",
    4: "The small one loses messages under load, so we do not take it for now.",
    6: "Look again if the load doubles.",
    7: "**Verdict**: Not worth its price.",
    8: "列表足够，不需要队列。",
}


def queue() -> OpenResearch:
    document = parse(QUEUE)
    return OpenResearch(PATH, QUEUE, document, read(document), "")


def suggested(*quotes: tuple[int, str], revisit: tuple[Revisit, ...] = (), decision: Suggested = "reject") -> Patch:
    return patch(queue(), Suggestion(PATH, decision, tuple(Quotation(*quote) for quote in quotes), revisit))


def test_a_sentence_with_its_line_becomes_a_patch_of_the_front_matter() -> None:
    condition = Revisit("the load doubles", 6, "reading:load >= 80")
    suggestion = suggested((4, SENTENCES[4]), revisit=(condition,))
    assert suggestion.problems == ()
    assert suggestion.diff == (
        f"--- a/{PATH}\n+++ b/{PATH}\n@@ -1 +1,8 @@\n+---\n+decision: reject\n"
        f'+verdict: "{SENTENCES[4]}"\n'
        '+revisit_when:\n+  - "the load doubles (`reading:load >= 80`)"\n+---\n+\n # A queue\n'
    )


def test_a_verdict_loses_its_label() -> None:
    assert "+verdict: Not worth its price.\n" in suggested((7, SENTENCES[7])).diff
    assert "+verdict: Not worth its price.\n" in suggested((7, "Not worth its price.")).diff


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_patch_that_a_shell_wrote_in_its_own_encoding_is_accepted(tmp_path: Path, encoding: str) -> None:
    put(root := tmp_path, PATH, QUEUE)
    (root / "patch.json").write_bytes(proposed(root).encode(encoding))
    assert run(root, "decide", "--from", "patch.json").returncode == 0
    assert (root / PATH).read_text(encoding="utf-8").startswith("---\ndecision: reject\n")


def test_a_file_that_is_no_text_is_no_patch(tmp_path: Path) -> None:
    put(root := tmp_path, PATH, QUEUE)
    (root / "patch.json").write_bytes(b"\x89PNG\xff\xfe\0")
    done = run(root, "decide", "--from", "patch.json")
    assert (done.returncode, (root / PATH).read_text(encoding="utf-8")) == (2, QUEUE)
    assert "--from: not what propose_reading returned" in done.stderr


def test_a_file_that_decides_nothing_is_left_out() -> None:
    assert "+adr: false\n" in suggested(decision="none").diff
    assert suggested((3, SENTENCES[3]), decision="none").problems == (
        "decision `none` says that the file decides nothing; leave quotes and revisit_when out",
    )


@pytest.mark.parametrize(
    ("quote", "problem"),
    [
        ((4, "so we do not take it for now."), f"quotes[0]: a part of a sentence of line 4; the verdict is a whole one; there stands '{SENTENCES[4]}'"),
        ((3, "We measured three of them."), f"quotes[0]: 'We measured three of them.' does not stand word for word on line 3; there stands '{SENTENCES[3]} {SENTENCES[4]}'"),
        ((2, SENTENCES[3]), f"quotes[0]: '{SENTENCES[3]}' does not stand word for word on line 2, which holds no sentence"),
        ((99, "x"), "quotes[0]: 'x' does not stand word for word on line 99, which holds no sentence"),
        ((3, ""), f"quotes[0]: '' does not stand word for word on line 3; there stands '{SENTENCES[3]} {SENTENCES[4]}'"),
    ],
)  # fmt: skip
def test_a_quote_that_does_not_stand_there_is_refused_and_what_stands_there_is_named(
    quote: tuple[int, str], problem: str
) -> None:
    suggestion = suggested(quote)
    assert (suggestion.problems, suggestion.diff) == ((problem,), "")


def test_without_a_quote_and_with_a_check_that_is_not_understood_nothing_is_proposed() -> None:
    suggestion = suggested(revisit=(Revisit("the load doubles", 6, "load > 80"),))
    assert suggestion.diff == ""
    assert [problem.partition(":")[0] for problem in suggestion.problems] == ["quotes", "revisit_when[0].check"]


NEAR = st.sampled_from(sorted(SENTENCES.items())).flatmap(
    lambda item: st.tuples(
        st.just(item),
        st.integers(0, len(item[1]) - 1),
        st.integers(0, 12),
        st.sampled_from(["", " ", "not ", "x", "\n", "。"]),
        st.integers(-2, 2),
    )
)


@given(NEAR)
def test_of_quotes_that_are_nearly_right_only_those_that_stand_word_for_word_are_taken(
    near: tuple[tuple[int, str], int, int, str, int],
) -> None:
    (line, sentence), at, length, instead, off = near
    quote, there = sentence[:at] + instead + sentence[at + length :], line + off
    whole = (fold(quote), there) in {
        *((text, place) for place, text in SENTENCES.items()),
        (SENTENCES[4], 3),
        ("Not worth its price.", 7),
    }
    suggestion = suggested((there, quote))
    assert bool(suggestion.diff) == whole != bool(suggestion.problems)


@given(NEAR)
def test_of_conditions_that_are_nearly_right_only_whole_words_that_stand_there_are_taken(
    near: tuple[tuple[int, str], int, int, str, int],
) -> None:
    (line, sentence), at, length, instead, off = near
    text, there = sentence[at : at + length] + instead, line + off
    lines = QUEUE.split("\n")
    places = [words for place, words in SENTENCES.items() if place == there or (place, there) == (4, 3)]
    places += lines[there - 1 : there]
    stands = bool(fold(text)) and any(fold(text) in words for words in places)
    suggestion = suggested((4, SENTENCES[4]), revisit=(Revisit(text, there),))
    assert stands or suggestion.problems
    assert bool(suggestion.diff) != bool(suggestion.problems)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, PATH, QUEUE)
    return tmp_path


def proposed(root: Path) -> str:
    """The JSON of a patch."""
    one = load_research(project(root), PATH)
    suggestion = Suggestion(PATH, "reject", (Quotation(4, SENTENCES[4]),), (Revisit("the load doubles", 6),))
    return json.dumps(asdict(patch(one, suggestion)))


def test_a_person_accepts_what_was_proposed(root: Path) -> None:
    done = run(root, "decide", "--from", "-", stdin=proposed(root))
    assert (done.returncode, done.stdout) == (
        0,
        f"{PATH}: rejected, 1 condition\n    verdict: {SENTENCES[4][:-5]}\n    now.\nnow run `adr-gen generate {PATH}`\n",
    )
    text = (root / PATH).read_text(encoding="utf-8")
    assert text == f'---\ndecision: reject\nverdict: "{SENTENCES[4]}"\n---\n\n{QUEUE}'
    assert run(root, "decide", "--undo", PATH).returncode == 0
    assert (root / PATH).read_text(encoding="utf-8") == QUEUE


def test_what_was_proposed_is_a_file_too(root: Path) -> None:
    patch_file = put(root, "patch.json", proposed(root))
    assert run(root, "decide", "--from", patch_file, "--json").returncode == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda patch: "{", "not what propose_reading returned"),
        (lambda patch: "[" * 100_000, "not what propose_reading returned"),
        (lambda patch: json.dumps(patch | {"more": 1}), "not what propose_reading returned"),
        (lambda patch: json.dumps(patch | {"sha256": "0"}), "changed since this was proposed"),
        (lambda patch: json.dumps(patch).replace(PATH, "../secret.md"), "is no research file of this project"),
        (lambda patch: json.dumps(patch).replace("so we do not take", "so we do take"), "does not stand word for word"),
        (lambda patch: json.dumps(patch).replace('"reject"', '"adopt"'), "not what propose_reading returned"),
    ],
)
def test_a_patch_is_checked_again_and_refused_before_anything_is_written(root: Path, change, words: str) -> None:  # type: ignore[no-untyped-def]
    done = run(root, "decide", "--from", "-", stdin=change(json.loads(proposed(root))))
    assert (done.returncode, (root / PATH).read_text(encoding="utf-8")) == (2, QUEUE)
    assert words in done.stderr


def test_a_file_that_changed_since_is_left_alone(root: Path) -> None:
    given = proposed(root)
    put(root, PATH, QUEUE + "\nMore.\n")
    done = run(root, "decide", "--from", "-", stdin=given)
    assert done.returncode == 2
    assert f"{PATH}: changed since this was proposed, so nothing was written; have it proposed again" in done.stderr
    assert (root / PATH).read_text(encoding="utf-8") == QUEUE + "\nMore.\n"


@pytest.mark.parametrize("flags", [[PATH], ["--as", "reject"], ["--undo"]])
def test_from_goes_alone(root: Path, flags: list[str]) -> None:
    done = run(root, "decide", "--from", "-", *flags, stdin=proposed(root))
    assert (done.returncode, (root / PATH).read_text(encoding="utf-8")) == (2, QUEUE)
