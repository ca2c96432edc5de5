"""A day at the latest: the decision is looked at again then, whatever becomes of its conditions."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.model import Conditions

VERDICTS = {
    "en": "## Recommendation: DEFER",
    "de": "## Empfehlung: zurückstellen",
    "fr": "## Décision\n\nReporté.",
    "es": "## Decisión\n\nAplazado.",
    "it": "## Decisione\n\nRinviato.",
    "pt": "## Decisão\n\nAdiado.",
    "ru": "## Решение\n\nОтложено.",
    "zh": "## 决定\n\n推迟。",
    "ja": "## 決定\n\n保留。",
}


def conditions_of(text: str, language: str = "en") -> Conditions:
    return reading.read(parse(f"# Split\n\n{VERDICTS[language]}\n\n{text}\n")).conditions


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        (
            "Revisit if prices double, and at the latest on 2027-03-31.",
            ["prices double", "at the latest on 2027-03-31"],
        ),
        ("Revisit if prices double and by 2027-03-31 at the latest.", ["prices double", "by 2027-03-31 at the latest"]),
        ("Revisit if prices double, but no later than 2027-03-31.", ["prices double", "no later than 2027-03-31"]),
        ("Revisit if prices double, but by May 2027 at the latest.", ["prices double", "by May 2027 at the latest"]),
        ("Revisit if prices double - in any case by 2027-Q2.", ["prices double", "in any case by 2027-Q2"]),
        ("Revisit if prices double (at the latest on 2027-03-31).", ["prices double", "at the latest on 2027-03-31"]),
        (
            "Revisit if prices double, and after 12 months in any case.",
            ["prices double", "after 12 months in any case"],
        ),
        (
            "Trigger for revisit - if prices double, and no later than May 2027.",
            ["prices double", "no later than May 2027"],
        ),
        (
            "Revisit on 2027-03-31 at the latest, and when prices double.",
            ["on 2027-03-31 at the latest", "prices double"],
        ),
        (
            "Revisit if either prices double or rents fall, and in any case by March 2027.",
            ["prices double", "rents fall", "in any case by March 2027"],
        ),
        (
            "**Revisit when:** the price doubles and the rent falls, and by 2027-03-31 at the latest.",
            ["the price doubles and the rent falls", "by 2027-03-31 at the latest"],
        ),
        (
            "## Revisit when\n\n- prices double, and\n- rents fall, and\n- at the latest on 2027-03-31",
            ["prices double; and rents fall", "at the latest on 2027-03-31"],
        ),
        (
            "## Revisit when\n\n- prices double\n- rents fall, and in any case by 2027-03-31",
            ["prices double", "rents fall", "in any case by 2027-03-31"],
        ),
    ],
)
def test_it_stands_beside_the_conditions(text: str, conditions: list[str]) -> None:
    found = conditions_of(text)
    assert (found.logic, [one.text for one in found.triggers]) == ("any", conditions)


@pytest.mark.parametrize(
    ("language", "text", "conditions"),
    [
        ("de", "Neu bewerten, wenn der Preis fällt, und spätestens am 2027-03-31.", ["der Preis fällt", "spätestens am 2027-03-31"]),
        ("fr", "À revoir si le prix baisse, et au plus tard le 2027-03-31.", ["le prix baisse", "au plus tard le 2027-03-31"]),
        ("es", "Revisar si el precio baja, y a más tardar el 2027-03-31.", ["el precio baja", "a más tardar el 2027-03-31"]),
        ("it", "Da rivedere quando il prezzo scende, e al più tardi il 2027-03-31.", ["il prezzo scende", "al più tardi il 2027-03-31"]),
        ("pt", "Reavaliar quando o preço cair, e o mais tardar em 2027-03-31.", ["o preço cair", "o mais tardar em 2027-03-31"]),
        ("ru", "Пересмотреть, когда цена упадёт, и не позднее 2027-03-31.", ["цена упадёт", "не позднее 2027-03-31"]),
        ("zh", "**重新评估条件：** 价格下降，最迟在 2027-03-31。", ["价格下降", "最迟在 2027-03-31"]),
        ("ja", "**再検討の条件：** 価格が下がったら、遅くとも 2027-03-31 まで。", ["価格が下がったら", "遅くとも 2027-03-31 まで"]),
    ],
)  # fmt: skip
def test_it_does_in_each_language(language: str, text: str, conditions: list[str]) -> None:
    found = conditions_of(text, language)
    assert (found.logic, [one.text for one in found.triggers]) == ("any", conditions)


@pytest.mark.parametrize(
    ("value", "conditions"),
    [
        ("the price doubles, and at the latest on 2027-03-31", ["the price doubles", "at the latest on 2027-03-31"]),
        (
            "[the price doubles, and the rent falls, at the latest on 2027-03-31]",
            ["the price doubles; and the rent falls", "at the latest on 2027-03-31"],
        ),
    ],
)
def test_it_does_in_front_matter(value: str, conditions: list[str]) -> None:
    found = reading.read(parse(f"---\ndecision: defer\nrevisit_when: {value}\n---\n# Split\n")).conditions
    assert (found.logic, [one.text for one in found.triggers]) == ("any", conditions)


@pytest.mark.parametrize(
    ("text", "logic", "conditions"),
    [
        ("Revisit when the vendor ships and the rent falls.", "all", ["the vendor ships", "the rent falls"]),
        (
            "Revisit when the vendor ships in any case, and the rent falls.",
            "all",
            ["the vendor ships in any case", "the rent falls"],
        ),
        (
            "Revisit when the vendor has not shipped by 2027-03-31 at the latest.",
            "single",
            ["the vendor has not shipped by 2027-03-31 at the latest"],
        ),
        ("Revisit by 2027-03-31 at the latest.", "single", ["by 2027-03-31 at the latest"]),
        (
            "Revisit when prices double, but not before 2027-03-01.",
            "single",
            ["prices double, but not before 2027-03-01"],
        ),
    ],
)
def test_other_words_are_no_such_day(text: str, logic: str, conditions: list[str]) -> None:
    found = conditions_of(text)
    assert (found.logic, [one.text for one in found.triggers]) == (logic, conditions)
