"""A day before which nobody looks again, in the words of nine languages, and beside conditions of which any will do."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.reading.conditions.bare_day import bare_day
from adr_gen.revisit.combined_checks import combined

HEADS = {
    "en": "# Mail queue\n\n## Decision\n\nReject for now.",
    "de": "# Warteschlange\n\n## Entscheidung\n\nVorerst abgelehnt.",
    "fr": "# File\n\n## Décision\n\nRejeté pour l'instant.",
    "es": "# Cola\n\n## Decisión\n\nRechazado por ahora.",
    "pt": "# Fila\n\n## Decisão\n\nRejeitado por enquanto.",
    "it": "# Coda\n\n## Decisione\n\nRifiutato per ora.",
    "ru": "# Очередь\n\n## Решение\n\nПока отклонено.",
    "zh": "# 队列\n\n## 决定\n\n暂时拒绝。",
    "ja": "# キュー\n\n## 決定\n\n当面却下。",
}


def conditions(language: str, words: str) -> tuple[list[str], str | None]:
    """The conditions of a refusal in a language that says something more, and how they combine."""
    read = reading.read(parse(f"{HEADS[language]}\n\n{words}\n")).conditions
    return [one.text for one in read.triggers], read.logic


@pytest.mark.parametrize(
    ("language", "words", "condition"),
    [
        ("en", "Not to be reopened before 2027-03-01.", "Not to be reopened before 2027-03-01"),
        ("de", "Vor dem 01.03.2027 nicht neu bewerten.", "01.03.2027"),
        ("de", "Wir schauen uns das nicht vor dem 1. März 2027 wieder an.", "nicht vor dem 1. März 2027"),
        ("fr", "Ne pas réexaminer avant le 1er mars 2027.", "Ne pas réexaminer avant le 1er mars 2027"),
        ("fr", "Pas de réexamen avant le 01.03.2027.", "Pas de réexamen avant le 01.03.2027"),
        ("es", "No revisar antes del 1 de marzo de 2027.", "No revisar antes del 1 de marzo de 2027"),
        ("pt", "Não reavaliar antes de 1 de março de 2027.", "Não reavaliar antes de 1 de março de 2027"),
        ("it", "Non riesaminare prima del 1 marzo 2027.", "Non riesaminare prima del 1 marzo 2027"),
        ("ru", "Не пересматривать раньше 1 марта 2027.", "Не пересматривать раньше 1 марта 2027"),
        ("ru", "Не пересматривать до 2027-03-01.", "Не пересматривать до 2027-03-01"),
        ("zh", "2027年3月1日之前不重新评估。", "2027年3月1日"),
        ("zh", "不早于2027年3月1日重新评估。", "不早于2027年3月1日"),
        ("ja", "2027年3月1日までは再検討しない。", "2027年3月1日"),
    ],
)
def test_a_denied_before_is_the_day_from_which_on_somebody_looks(language: str, words: str, condition: str) -> None:
    assert conditions(language, words) == ([condition], "single")
    assert bare_day(condition) == "2027-03-01"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Not to be copied before 2027-03-01."),
        ("de", "Vor dem 01.03.2027 nicht abschalten."),
        ("fr", "Ne pas copier la table avant le 1er mars 2027."),
        ("es", "No copiar la tabla antes del 1 de marzo de 2027."),
        ("ru", "Не копировать таблицу до 2027-03-01."),
        ("zh", "2027年3月1日之前不发布。"),
        ("ja", "2027年3月1日までは送信しない。"),
    ],
)
def test_what_is_not_done_before_a_day_is_no_condition(language: str, words: str) -> None:
    assert conditions(language, words) == ([], None)


@pytest.mark.parametrize(
    ("language", "words", "texts", "logic"),
    [
        ("en", "Revisit when either mails double, a team joins and not before 2027-03-01.",
         ["either mails double, a team joins and not before 2027-03-01"], "single"),
        ("en", "Revisit when mails double or a team joins, but not before 2027-03-01.",
         ["mails double or a team joins, but not before 2027-03-01"], "single"),
        ("en", "Revisit when the load doubles or a team joins, at the latest on 2027-03-01.",
         ["the load doubles", "a team joins", "at the latest on 2027-03-01"], "any"),
        ("en", "Revisit when:\n\n- either mails double\n- or a team joins\n- and not before 2027-03-01",
         ["either mails double, not before 2027-03-01", "a team joins, not before 2027-03-01"], "any"),
        ("en", "Revisit when:\n\n- mails double\n- a team joins\n\nand not before `2027-03-01`.",
         ["mails double, not before `2027-03-01`", "a team joins, not before `2027-03-01`"], "any"),
        ("en", "Revisit when:\n\n- mails double\n- a team joins\n- and not before 2027-03-01",
         ["mails double", "a team joins", "not before 2027-03-01"], "all"),
        ("fr", "À réexaminer si :\n\n- un dépôt ouvre\n- le prix baisse\n\net pas avant le 1er mars 2027.",
         ["un dépôt ouvre, pas avant le 1er mars 2027", "le prix baisse, pas avant le 1er mars 2027"], "any"),
        ("zh", "重新评估，如果：\n\n- 有第二个仓库，并且\n- 价格下降", ["有第二个仓库", "价格下降"], "all"),
        ("zh", "重新评估，如果：\n\n- 价格缓和\n- 有第二个仓库", ["价格缓和", "有第二个仓库"], "any"),
        ("ja", "再検討の条件：\n\n- 倉庫が増え、かつ\n- 価格が下がる", ["倉庫が増え", "価格が下がる"], "all"),
        ("zh", "供应商发布新版后重新评估，最迟 2027年3月1日。", ["供应商发布新版后", "最迟 2027年3月1日"], "any"),
        ("ja", "新版が出たら再検討する、遅くとも2027年3月1日。", ["新版が出たら", "遅くとも2027年3月1日"], "any"),
    ],
)  # fmt: skip
def test_a_day_beside_conditions_bounds_them_all(language: str, words: str, texts: list[str], logic: str) -> None:
    assert conditions(language, words) == (texts, logic)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("**Revisit when mails grow:** `reading:mails > 1`, or when `2026-10-01` comes.",
         [("mails grow: `reading:mails > 1`", ("reading:mails > 1",)), ("`2026-10-01` comes", ("2026-10-01",))]),
        ("### Revisit when mails grow\n\n`reading:mails > 1` and `2026-10-01`",
         [("mails grow: `reading:mails > 1`", ("reading:mails > 1",)), ("`2026-10-01`", ("2026-10-01",))]),
    ],
)  # fmt: skip
def test_each_condition_of_a_label_or_heading_has_its_own_check(words: str, expected: object) -> None:
    read = reading.read(parse(f"{HEADS['en']}\n\n{words}\n")).conditions
    assert [(one.text, one.check) for one in read.triggers] == expected
    assert read.logic == ("all" if " and " in words else "any")
    assert [combined(one).together for one in read.triggers] == [False, False]


def test_a_year_that_was_over_when_it_was_decided_is_no_condition() -> None:
    read = reading.read(
        parse(
            "# Cola\n\nFecha: 2026-05-04\n\n## Decisión\n\nRechazado por ahora. {}\n".replace(
                "{}", "Reevaluar en marzo de 2025."
            )
        )
    )
    assert read.conditions.triggers == ()
