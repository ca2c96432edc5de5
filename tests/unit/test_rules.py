"""Rules of reading are rows of data: each reads its example and leaves its trap alone, and languages are complete or say so."""

import re
import tomllib
from importlib.resources import files

import pytest

from adr_gen.reading import lexicon, roles
from adr_gen.reading.blockers.blocker_prose import blocker_in
from adr_gen.reading.conditions.condition_kinds import classify
from adr_gen.reading.patterns.grammar import phrases
from adr_gen.reading.patterns.language_matchers import compiled, lowered, matcher_for
from adr_gen.reading.plain_text import plain
from adr_gen.reading.sentences.rule_engine import Rule, rules
from adr_gen.reading.sentences.sentence_classification import StatedCondition, condition_in, verdict_in
from adr_gen.reading.sentences.vetoes_by_name import VETOES

CONDITIONS, VERDICTS = rules("conditions"), rules("verdict")


def languages_in_order(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*lexicon.languages(text), *lexicon.LANGUAGES)))


@pytest.mark.parametrize("rule", CONDITIONS, ids=lambda rule: rule.name)
def test_a_rule_of_conditions_reads_its_example_and_not_its_trap(rule: Rule) -> None:
    condition = condition_in(rule.example, lexicon.languages(rule.example), rule.where)
    assert isinstance(condition, StatedCondition)
    assert (condition.text.rstrip(".。"), condition.rule) == (rule.gives, rule.name)
    assert not isinstance(condition_in(rule.trap, lexicon.languages(rule.trap), rule.where), StatedCondition)


@pytest.mark.parametrize("rule", VERDICTS, ids=lambda rule: rule.name)
def test_a_rule_of_verdicts_reads_its_example_and_not_its_trap(rule: Rule) -> None:
    places = rule.where.split()
    verdict = verdict_in(rule.example, places[0], languages_in_order(rule.example), "A title")
    assert verdict is not None
    assert (verdict[0][0], verdict[1]) == (rule.gives, rule.name)
    trapped = verdict_in(rule.trap, places[0], languages_in_order(rule.trap), "A title")
    assert trapped is None or trapped[1] != rule.name


def test_a_pattern_names_only_slots_that_some_language_has() -> None:
    known = {slot for language in lexicon.LANGUAGES for slot in lexicon.slots(language)} | set(phrases())
    rows = [rule.match for rule in (*CONDITIONS, *VERDICTS, *rules("blockers"))] + [
        row for rows in phrases().values() for row in rows
    ]
    for name in ("roles", "kinds"):
        table = tomllib.loads((files("adr_gen.reading") / "rules" / f"{name}.toml").read_text(encoding="utf-8"))
        rows += [row for entry in table.values() for row in entry["rows"]]
    named = {
        name
        for row in rows
        for token in row.split()
        for name in re.findall(r"(?<![<\w-])[a-z][a-z-]*(?![\w=>])", token)
    }
    assert sorted(named - known - {"text", "rest", "subject"}) == []


def test_every_rule_has_words_in_some_language_and_names_vetoes_that_exist() -> None:
    for rule in (*CONDITIONS, *VERDICTS):
        assert any(compiled(rule.match, language) for language in lexicon.LANGUAGES), rule.name
        assert set(rule.vetoes) <= set(VETOES), rule.name


def table(name: str) -> dict[str, dict[str, list[str]]]:
    """The rows of a role or kind, an example for each, and what looks alike."""
    return tomllib.loads((files("adr_gen.reading") / "rules" / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("role", "entry"), table("roles").items(), ids=list(table("roles")))
def test_each_row_of_a_role_knows_its_example_and_its_traps_announce_something_else(
    role: str, entry: dict[str, list[str]]
) -> None:
    rows = [matcher_for(f"^ {row} $", lexicon.LANGUAGES) for row in entry["rows"]]
    unknown = [name for row, name in zip(rows, entry["examples"], strict=True) if not row.match(lowered(plain(name)))]
    assert unknown == []
    assert [name for name in entry["examples"] if not roles.has(name, role)] == []
    assert [name for name in entry["traps"] if roles.has(name, role)] == []
    assert entry["traps"]


@pytest.mark.parametrize(("kind", "entry"), table("kinds").items(), ids=list(table("kinds")))
def test_each_row_of_a_kind_knows_its_example_and_its_traps_are_of_another(
    kind: str, entry: dict[str, list[str]]
) -> None:
    rows = [matcher_for(row, lexicon.LANGUAGES) for row in entry["rows"]]
    unknown = [text for row, text in zip(rows, entry["examples"], strict=True) if not row.search(lowered(text))]
    assert unknown == []
    assert [(text, classify(text)) for text in entry["examples"] if classify(text) != kind] == []
    assert [text for text in entry["traps"] if classify(text) == kind] == []
    assert entry["traps"]


@pytest.mark.parametrize("rule", rules("blockers"), ids=lambda rule: rule.name)
def test_a_rule_of_blockers_reads_its_example_and_not_its_trap(rule: Rule) -> None:
    assert blocker_in(rule.example) == (rule.name, rule.gives)
    assert blocker_in(rule.trap) is None
