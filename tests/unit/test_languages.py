"""Languages: each is one file of plain words, and has the slots that its people need or says that it leaves them empty."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

from adr_gen import reading
from adr_gen.reading import lexicon
from adr_gen.reading.candidates import condition_candidates
from adr_gen.reading.patterns import grammar, language_matchers
from tests.support.languages import NEEDED

EMPTY: dict[str, set[str]] = {}
"""Slots that a language leaves empty, because it says such things in another way."""


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_a_language_has_every_slot_that_its_people_need(language: str) -> None:
    needed = {slot for slots in NEEDED.values() for slot in slots.split()}
    missing = {slot for slot in needed if not lexicon.words(slot, language)}
    assert missing == EMPTY.get(language, set())


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_a_language_is_plain_words_without_any_pattern(language: str) -> None:
    words = [word for entries in lexicon.slots(language).values() for word in entries]
    assert [word for word in words if re.search(r"[\\()\[\]{}|*+^$<>]", word)] == []


def test_every_file_of_words_is_a_language() -> None:
    names = {place.name for place in (files("adr_gen.reading") / "lexicon").iterdir() if place.name.endswith(".toml")}
    assert names == {f"{language}.toml" for language in lexicon.LANGUAGES}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The cache is kept, and the queue is not.", "en"),
        ("Der Zwischenspeicher wird nicht eingeführt, weil die Datenbank reicht.", "de"),
        ("Nous gardons la base, parce que le volume est petit dans les deux cas.", "fr"),
        ("Mantenemos la base de datos porque el volumen es pequeño para los dos.", "es"),
        ("Mantemos o banco de dados, porque o volume é pequeno para os dois.", "pt"),
        ("Manteniamo il database, perché il volume è piccolo per gli utenti.", "it"),
        ("Мы оставляем базу данных, потому что объём небольшой.", "ru"),
        ("我们保留数据库，因为数据量很小，目前没有必要更换。", "zh"),
        ("データベースを維持する。量が少ないためである。", "ja"),
    ],
)
def test_the_language_of_a_text_is_known_by_its_words(text: str, language: str) -> None:
    assert lexicon.languages(text)[0] == language


SLOTS = sorted({name for language in lexicon.LANGUAGES for name in lexicon.slots(language)})
WORDS = "It is not so, and we will keep x (1) if 2 of them. Es ist nicht so. 不是这样。そうではない。"


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_words_that_a_language_lacks_match_nothing(language: str) -> None:
    missing = [name for name in SLOTS if not lexicon.words(name, language)]
    assert missing or language == "en"
    for name in missing:
        for one in (name, f"{name}?", f"{name}* {name}", f"{name} ..."):
            assert language_matchers.matcher_for(one, (language,)).search(language_matchers.lowered(WORDS)) is None, one
            assert (
                language_matchers.matcher_for(f"^ {name}", (language,)).match(language_matchers.lowered(WORDS)) is None
            ), name
        assert grammar.slot(name, language) == ""


def pattern_names(text: str) -> set[str]:
    """The slots and phrases that a pattern names."""
    return {name for part in text.split() for name in grammar.token(part).names.split("|") if name}


def test_the_code_asks_only_for_words_that_some_language_has() -> None:
    asked: set[str] = set()
    for place in Path(reading.__file__).parent.rglob("*.py"):
        calls = (node for node in ast.walk(ast.parse(place.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
        for call in calls:
            called = call.func.id if isinstance(call.func, ast.Name) else ""
            given = [str(one.value) for one in call.args if isinstance(one, ast.Constant)]
            if called in ("inside", "leading", "whole", "anywhere"):
                asked |= {name for one in given[:1] for name in pattern_names(one)}
            elif called in ("finder", "either"):
                asked |= {name for one in given for name in one.split("|")}
    asked |= {name for _, _, slots, _ in condition_candidates.SIGNS for name in slots.split("|")}
    assert "if" in asked
    assert asked - {*SLOTS, *grammar.phrases(), *grammar.NUMBERS} == set()
