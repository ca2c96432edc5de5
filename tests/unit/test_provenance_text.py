"""Where something was read is said in words."""

import pytest

from adr_gen.commands.provenance_text import PLACES, place_of
from adr_gen.reading.sentences.rule_engine import rules
from tests.support import cases


def test_where_something_was_read_is_said_in_words_for_every_rule_but_those_of_sentences() -> None:
    notes = [note for case in cases.READING for note in cases.read(case / "input.md").notes]
    sentences = {rule.name for name in ("conditions", "verdict") for rule in rules(name)}
    assert {note.rule for note in notes if note.taken} - sentences - set(PLACES) == set()


@pytest.mark.parametrize(
    ("field", "rule", "told"),
    [
        ("verdict", "order", "a sentence says it"),
        ("verdict", "ticked-option", "its item is ticked"),
        ("trigger", "revisit-when", "a sentence about looking again"),
        ("blocker", "waits-for", "a sentence says what is in the way"),
    ],
)
def test_a_rule_without_a_place_reads_a_sentence_of_its_field(field: str, rule: str, told: str) -> None:
    assert place_of(field, rule) == told
