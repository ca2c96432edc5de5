"""A sentence that says from which day on, or by which, to look again names that day, whatever else it says."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

VERDICTS = {
    "en": "## Recommendation: DEFER",
    "de": "## Entscheidung\n\nVorerst abgelehnt.",
    "fr": "## Décision\n\nRejeté pour l'instant.",
    "es": "## Decisión\n\nRechazado por ahora.",
    "it": "## Decisione\n\nRifiutato per ora.",
    "ru": "## Решение\n\nПока отклонено.",
    "zh": "## 决定\n\n暂时拒绝。",
    "ja": "## 決定\n\n当面却下。",
}


def conditions_of(text: str, language: str = "en") -> list[tuple[str, str]]:
    conditions = reading.read(parse(f"# Split\n\n{VERDICTS[language]}\n\n{text}\n")).conditions
    assert conditions.logic != "all"
    return [(one.text, one.kind) for one in conditions.triggers]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Do not revisit before 2027-02-01.", "Do not revisit before 2027-02-01"),
        ("en", "No need to look at this again before May 2027.", "No need to look at this again before May 2027"),
        ("en", "Revisit not before `2027-04-01`.", "not before `2027-04-01`"),
        ("en", "Let us look again no later than 2027-04-01.", "no later than 2027-04-01"),
        ("en", "At the latest on 2027-07-01 we look again.", "At the latest on 2027-07-01"),
        ("de", "Spätestens am 01.07.2027 schauen wir noch einmal.", "Spätestens am 01.07.2027"),
        ("de", "Frühestens am 2027-01-15 wieder anschauen.", "Frühestens am 2027-01-15"),
        ("de", "Nicht vor dem 15.01.2027 erneut prüfen.", "Nicht vor dem 15.01.2027"),
        ("fr", "Au plus tôt le 2027-01-15 nous y reviendrons.", "Au plus tôt le 2027-01-15"),
        ("fr", "Nous y reviendrons au plus tard le 2027-01-15.", "au plus tard le 2027-01-15"),
        ("es", "Revisar como muy tarde el 2027-01-15.", "como muy tarde el 2027-01-15"),
        ("it", "Da rivedere al più tardi il 2027-01-15.", "al più tardi il 2027-01-15"),
        ("ru", "Пересмотреть не позднее 2027-01-15.", "не позднее 2027-01-15"),
        ("zh", "最迟在 2027-01-15 重新评估。", "最迟在 2027-01-15"),
        ("ja", "遅くとも 2027-01-15 までに再検討する。", "遅くとも 2027-01-15"),
    ],
)
def test_a_day_alone_is_a_condition(language: str, text: str, day: str) -> None:
    assert conditions_of(text, language) == [(day, "date")]


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        (
            "Unless the board insists, revisit no earlier than 2027-04-01.",
            [("Unless the board insists", "person"), ("no earlier than 2027-04-01", "date")],
        ),
        (
            "Revisit no earlier than 2027-04-01, unless the board insists.",
            [("unless the board insists", "person"), ("no earlier than 2027-04-01", "date")],
        ),
        (
            "Revisit no earlier than 2027-04-01 if prices double.",
            [("no earlier than 2027-04-01 if prices double", "date")],
        ),
        ("Do not revisit until a customer asks.", [("a customer asks", "person")]),
        ("Do not revisit this in 2027.", []),
        ("No need to revisit this when the name changes.", []),
        ("We ship at the latest on 2027-07-01, and look again when prices double.", [("prices double", "person")]),
    ],
)
def test_beside_other_words_it_is_kept(text: str, conditions: list[tuple[str, str]]) -> None:
    assert conditions_of(text) == conditions
