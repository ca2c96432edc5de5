"""Languages: each is one file of plain words, and has the slots that its people need or says that it leaves them empty."""

import re
from importlib.resources import files

import pytest

from adr_gen.reading import lexicon
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
