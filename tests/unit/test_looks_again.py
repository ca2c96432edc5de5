"""Who tells when to look again, behind a verdict, neither says it nor contradicts it."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

FRAME = "# Which queue\n\nNine jobs run on it.\n\n## Recommendation\n\n{}\n"


def said(text: str) -> str | None:
    """The status of a document; None if it is undecided."""
    verdict = reading.read(parse(text)).verdict
    return verdict.status if verdict else None


@pytest.mark.parametrize(
    "again",
    [
        "Reconsider at 30 jobs.",
        "**Revisit** when Kafka is free.",
        "Look again in spring 2027.",
        "We will revisit this when Kafka is free.",
    ],
)
@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("Stay on Redis.", "accepted"),
        ("Adopt Kafka.", "accepted"),
        ("It will do. Rejected.", "rejected"),
        ("Not worth it.", "rejected"),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_condition_behind_a_verdict_is_none(verdict: str, status: str, between: str, again: str) -> None:
    assert said(FRAME.format(verdict + between + again)) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (FRAME.format("Look again at 30 jobs."), "deferred"),
        (FRAME.format("Nine jobs are few. Look again at 30 jobs."), "deferred"),
        ("# Mails\n\n**Recommendation:** Revisit in Q3.\n", "deferred"),
        ("# Mails\n\n**Recommendation:** Not worth it. Revisit in Q3.\n", "rejected"),
        ("# Mails for the shop\n\n## Recommendation\n\nStay on paper.\n\nRevisit in Q3.\n", None),
        ("# Mails again\n\nOne folder is enough.\n\nAsk again for a third shop.\n", None),
        (
            "# Mails\n\n## Recommendation: adopt\n\nThey are cheap.\n\n## Update 2026-05-02\n\nReconsider in Q3.\n",
            "accepted",
        ),
    ],
)
def test_it_decides_only_where_nothing_else_does(text: str, status: str | None) -> None:
    assert said(text) == status


@pytest.mark.parametrize(
    ("heading", "words", "status"),
    [
        ("Empfehlung", "Wir nehmen die Schlange nicht. Wieder prüfen, wenn der Preis fällt.", "rejected"),
        ("Recommandation", "Adopter.\n\nÀ revoir en 2027.", "accepted"),
        ("Recomendación", "Rechazar.\n\nReconsiderar cuando baje el precio.", "rejected"),
        ("Recomendação", "Rejeitar.\n\nReavaliar quando o preço cair.", "rejected"),
        ("Raccomandazione", "Respingere.\n\nRivalutare quando il prezzo scende.", "rejected"),
        ("Рекомендация", "Принять. Пересмотреть, когда цена упадёт.", "accepted"),
        ("建议", "采用。价格下降时重新评估。", "accepted"),
        ("推奨", "採用する。価格が下がったら再検討する。", "accepted"),
    ],
)
def test_it_decides_in_no_language(heading: str, words: str, status: str) -> None:
    assert said(f"# Redis\n\n## {heading}\n\n{words}\n") == status
