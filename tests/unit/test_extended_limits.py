"""A decision that counts until something, and an update that moves that: the newer limit is told, and asked about."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.reading.conditions.bare_day import bare_day

LIMITED = (
    "# Gate\n\n* Date: 2025-05-05\n\n## Decision\n\n**Accepted until the timetable change of June 2026.** It stays.\n\n"
)
LISTED = "## Revisit when\n\n- trains double\n\n"


def told(text: str) -> tuple[str | None, str, str | None, str | None, list[str]]:
    """Qualifier, verdict, date and `review_by` of a document, and its conditions."""
    result = reading.read(parse(text))
    assert result.verdict is not None
    conditions = result.conditions
    assert conditions.logic == {0: None, 1: "single"}.get(len(conditions.triggers), "any")
    return (
        result.verdict.qualifier,
        result.verdict.line,
        result.date,
        conditions.review_by,
        [one.text for one in conditions.triggers],
    )


@pytest.mark.parametrize(
    ("update", "qualifier", "verdict", "day"),
    [
        (
            "## Update 2026-05-20\n\nExtended until December 2026: the change was put off.",
            *("until December 2026", "Extended until December 2026: the change was put off.", "2026-12-01"),
        ),
        (
            "## Update 2026-05-20\n\nThe change was put off. We extend this until 2026-12-31.",
            *("until 2026-12-31", "We extend this until 2026-12-31.", "2026-12-31"),
        ),
        (
            "**Update 2026-05-20:** The decision is extended until December 2026.",
            *("until December 2026", "The decision is extended until December 2026.", "2026-12-01"),
        ),
        (
            "## Nachtrag 2026-05-20\n\nVerlängert bis 31.12.2026, weil der Wechsel ausfiel.",
            *("bis 31.12.2026", "Verlängert bis 31.12.2026, weil der Wechsel ausfiel.", "2026-12-31"),
        ),
    ],
)
def test_an_update_moves_the_limit(update: str, qualifier: str, verdict: str, day: str) -> None:
    assert told(LIMITED + update) == (qualifier, verdict, "2026-05-20", day, [])
    assert told(LIMITED + LISTED + update) == (qualifier, verdict, "2026-05-20", day, ["trains double"])


def test_a_limit_that_is_no_day_is_a_condition() -> None:
    words = "Extended until the next timetable change."
    told_of = told(f"{LIMITED}{LISTED}## Update 2026-05-20\n\n{words}")
    limit = "the next timetable change"
    assert told_of == (f"until {limit}", words, "2026-05-20", None, ["trains double", limit])


@pytest.mark.parametrize(
    "text",
    [
        LIMITED + "## Update 2026-05-20\n\nExtended the fence until May 2027.",
        LIMITED + "## Update 2026-05-20\n\nThe vendor's offer was extended until May 2027.",
        LIMITED + "## Notes\n\nExtended until May 2027.",
        LIMITED.replace(" until the timetable change of June 2026", "") + "## Update\n\nExtended until May 2027.",
    ],
)
def test_what_else_is_extended_moves_no_limit(text: str) -> None:
    result = reading.read(parse(text))
    assert result.verdict is not None
    assert (result.date, result.update, "2027" in f"{result.verdict}") == ("2025-05-05", None, False)


DEFERRED = (
    "# Valve\n\n**Date:** 2025-10-01\n\n## Recommendation: {}\n\nThe maker tests it.\n\n{}## Update 2026-09-22\n\n{}\n"
)


@pytest.mark.parametrize(
    ("verdict", "limit"),
    [
        ("defer until 2026-09-30", ""),
        ("DEFER", "**Deferred until:** `2026-09-30`\n\n"),
        ("DEFER", "## Revisit when\n\n- `2026-09-30`\n\n"),
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "We extend the deferral until `2027-03-31`.",
        "We extend the deferral until 2027-03-31.",
        "The decision stays deferred, now until `2027-03-31`.",
        "Extended to 2027-03-31.",
        "Extended until 31 March 2027.",
        "Deferred again, until `2027-03-31`.",
        "Still deferred until 2027-03-31.",
        "**Deferred until:** `2027-03-31`",
        "Deferral extended to 2027-03-31: the maker is late.",
        "The maker is late. We wait until 2027-03-31.",
    ],
)
def test_what_is_put_off_again_waits_until_the_new_day_alone(verdict: str, limit: str, sentence: str) -> None:
    result = reading.read(parse(DEFERRED.format(verdict, limit, sentence)))
    assert result.verdict is not None
    days = [bare_day(one.text) for one in result.conditions.triggers] or [result.conditions.review_by]
    assert (result.verdict.status, days, result.findings) == ("deferred", ["2027-03-31"], ())


@pytest.mark.parametrize("sentence", ["The new valve arrives on 2027-03-31.", "The pump is deferred until 2027-03-31."])
def test_a_day_of_something_else_leaves_the_limit(sentence: str) -> None:
    result = reading.read(parse(DEFERRED.format("defer until 2026-09-30", "", sentence)))
    assert (result.verdict and result.verdict.qualifier, result.conditions.review_by) == (
        "until 2026-09-30",
        "2026-09-30",
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Schneekissen\n\nWir brauchen das nicht und es ist teuer.\n\n## Entscheidung\n\nVertagt bis `2026-09-30`.\n\n## Nachtrag 2026-09-22\n\nWir verlängern die Vertagung bis `2027-03-31`.\n",
        "# Schneekissen\n\nWir brauchen das nicht und es ist teuer.\n\n## Entscheidung\n\nVertagt bis `2026-09-30`.\n\n## Nachtrag 2026-09-22\n\nVerlängert bis 31. März 2027.\n",
        "# Coussins\n\nCe n'est pas cher, mais il est lent.\n\n## Décision\n\nReporté jusqu'au 2026-09-30.\n\n## Mise à jour 2026-09-22\n\nReste reporté, désormais jusqu'au 2027-03-31.\n",
        "# Cojines\n\nEso no es bueno para los dos.\n\n## Decisión\n\nAplazado hasta 2026-09-30.\n\n## Actualización 2026-09-22\n\nProrrogamos el aplazamiento hasta 2027-03-31.\n",
        "# Almofadas\n\nIsso não é bom para os dois.\n\n## Decisão\n\nAdiado até 2026-09-30.\n\n## Atualização 2026-09-22\n\nContinua adiado, agora até 2027-03-31.\n",
        "# Cuscini\n\nQuesto non va bene per gli utenti.\n\n## Decisione\n\nRinviato fino al 2026-09-30.\n\n## Aggiornamento 2026-09-22\n\nResta rinviato, ora fino al 2027-03-31.\n",
        "# Подушки\n\nЭто дорого, потому что их мало.\n\n## Решение\n\nОтложено до 2026-09-30.\n\n## Обновление 2026-09-22\n\nСнова отложено, теперь до 2027-03-31.\n",
        "# 雪垫\n\n它很贵，因为数量少。\n\n## 决定\n\n推迟到 2026-09-30。\n\n## 更新 2026-09-22\n\n再次推迟，直到 2027-03-31。\n",
    ],
    ids=["de", "de-short", "fr", "es", "pt", "it", "ru", "zh"],
)
def test_the_limit_moves_in_other_languages(text: str) -> None:
    result = reading.read(parse(text))
    days = {bare_day(one.text) for one in result.conditions.triggers} | {result.conditions.review_by}
    assert (result.verdict and result.verdict.status, days - {None}) == ("deferred", {"2027-03-31"})


@pytest.mark.parametrize(
    ("old", "kept"),
    [
        ("2026-05-01, when the loaned pillow comes down", []),
        ("`2026-05-01`, when the loaned pillow comes down", []),
        ("2026-05-01, and the price has fallen", ["the price has fallen"]),
    ],
)
def test_what_is_told_of_the_old_day_goes_with_it(old: str, kept: list[str]) -> None:
    text = f"# Pillows\n\n## Decision\n\nDefer.\n\n**Deferred until:** {old}\n\n## Update 2026-04-28\n\nStays deferred, now until 2027-05-01.\n"
    result = reading.read(parse(text))
    assert result.verdict is not None
    assert result.verdict.qualifier == "until 2027-05-01"
    assert (result.conditions.review_by, [one.text for one in result.conditions.triggers]) == ("2027-05-01", kept)
