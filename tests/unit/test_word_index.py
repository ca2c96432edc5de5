"""A pattern is searched only where a text has the words it needs: that loses no match, however an entry is spelt."""

import re

import pytest

from adr_gen.reading import lexicon
from adr_gen.reading.patterns import word_index
from adr_gen.reading.patterns.grammar import can_match, entries, phrases, sequence
from adr_gen.reading.patterns.language_matchers import Rows, compiled, matcher_for
from adr_gen.reading.patterns.order_prefilter import follow, steps
from adr_gen.reading.patterns.prefilter import needs
from adr_gen.reading.patterns.word_index import words
from adr_gen.reading.sentences.rule_engine import rules


def spellings(entry: str) -> list[str]:
    """An entry as people write it: its hyphens as they are, as blanks, and left out."""
    ending = "ing" if entry.endswith("-") else ""
    bare = entry.removesuffix("-")
    return [bare.replace("-", sign) + ending for sign in "- "] + [bare.replace("-", "") + ending]


@pytest.mark.parametrize("language", ["en", "fr", "ja"])
def test_each_entry_is_found_in_every_spelling(language: str) -> None:
    lost = []
    for slot in lexicon.slots(language):
        needed = needs(slot, language)
        for text in (text for entry in entries(slot, language) for text in spellings(entry)):
            begins = needed.first is None or not needed.first.isdisjoint(word_index.of_first(text))
            if not (begins and needed.met(words(text).heads) and follow(steps(slot, language), words(text)) >= 0):
                lost.append((slot, text))
    assert lost == []


@pytest.mark.parametrize(
    "pattern",
    [
        "revisit",
        "look _3 once-more",
        "if-begin? if",
        "_1? we",
        "!we if",
        "again|if",
        "^ we? if",
        "START if",
        "con=if <text>",
        "START we|if",
        "reactive",
        "own-verdict",
        "look|again|if",
        "YEAR",
        "if|YEAR",
        "_1? we _3 INT|again",
    ],
)
def test_what_a_pattern_needs_never_hides_a_match(pattern: str) -> None:
    made = compiled(pattern, "en")
    assert made is not None
    texts = [
        "we revisit it if needed",
        "look at it once more",
        "so, if we grow: revisit",
        "nothing",
        "we grow to 40 in 2027",
        "if, when",
        "re-visit (if)",
        "no (if not); we change this early decision",
        "in the context of it: we will take it up again",
    ]
    whole = re.compile(sequence(pattern, "en"), re.S)
    for text in texts:
        expected = whole.search(text)
        assert [m and m.span() for m in (made.search(text), made.among(text, words(text)))] == [
            expected and expected.span()
        ] * 2


def test_rows_that_may_match_keep_their_order() -> None:
    names = ("if", "we", "_1? revisit", "look", "^ we")
    rows = Rows((name, matcher_for(name, ("en",))) for name in names)
    assert [name for name, _ in rows.of("we revisit it")] == ["we", "_1? revisit", "^ we"]


def test_of_several_languages_the_first_match_counts() -> None:
    match = matcher_for("if", ("de", "en")).search("only if so, falls nicht")
    assert match is not None
    assert match[0].strip() in ("only if", "if")


def test_a_language_can_match_what_is_a_regular_expression_there() -> None:
    rows = [
        *(rule.match for rule in (*rules("conditions"), *rules("verdict"))),
        *(row for some in phrases().values() for row in some),
    ]
    able = {(row, language) for row in rows for language in lexicon.LANGUAGES if can_match(row, language)}
    assert able == {(row, language) for row in rows for language in lexicon.LANGUAGES if sequence(row, language)}
