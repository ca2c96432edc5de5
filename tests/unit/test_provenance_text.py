"""Where something was read is said in words."""

from adr_gen.commands.provenance_text import PLACES
from adr_gen.reading.sentences.rule_engine import rules
from tests.support import cases


def test_where_something_was_read_is_said_in_words_for_every_rule_but_those_of_sentences() -> None:
    notes = [note for case in cases.READING for note in cases.read(case / "input.md").notes]
    sentences = {rule.name for name in ("conditions", "verdict") for rule in rules(name)}
    assert {note.rule for note in notes if note.taken} - sentences - set(PLACES) == set()
