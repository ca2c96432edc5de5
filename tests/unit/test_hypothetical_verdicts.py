"""Who refuses something in a case that may come has decided nothing, what ends a refusal or does not touch it is no such case."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

IN = {
    "en": "# Harbour for the mails\n\nMails are slow.\n\n## Decision\n\n{}\n",
    "de": "# Harbour für die Mails\n\nDie Mails sind nicht gut.\n\n## Entscheidung\n\n{}\n",
    "fr": "# Harbour pour les mails\n\nLes mails ne sont pas bons.\n\n## Décision\n\n{}\n",
    "es": "# Harbour para los correos\n\nLos correos no son buenos.\n\n## Decisión\n\n{}\n",
}
SUPPOSED = [
    ("en", "In the end we reject the request if it has no key."),
    ("en", "We will not adopt Harbour if it needs Java."),
    ("en", "We defer the migration if the vendor is late."),
    ("en", "Ultimately we decline the upgrade whenever the check fails."),
    ("en", "Reject it if the check fails."),
    ("de", "Wir verwerfen den Vorschlag, falls der Preis steigt."),
    ("de", "Am Ende lehnen wir die Anfrage ab, wenn sie keinen Schlüssel hat."),
    ("fr", "Nous rejetons la proposition si le prix augmente."),
    ("es", "Rechazamos la propuesta si sube el precio."),
]
REFUSED = [
    ("en", "We reject the proposal, even if it is cheap."),
    ("en", "We reject the proposal unless the price falls."),
    ("en", "We rejected the proposal when the price doubled."),
    ("en", "We reject the proposal and revisit if prices fall."),
    ("de", "Wir verwerfen den Vorschlag, auch wenn er günstig ist."),
    ("fr", "Nous rejetons la proposition, même si elle est bonne."),
]


@pytest.mark.parametrize(("language", "sentence"), SUPPOSED)
def test_a_refusal_in_a_case_that_may_come_decides_nothing(language: str, sentence: str) -> None:
    assert reading.read(parse(IN[language].format(sentence))).verdict is None


@pytest.mark.parametrize(("language", "sentence"), REFUSED)
def test_a_refusal_that_holds_today_decides(language: str, sentence: str) -> None:
    verdict = reading.read(parse(IN[language].format(sentence))).verdict
    assert verdict is not None
    assert verdict.status == "rejected"


def test_a_label_with_a_refusal_in_a_case_that_may_come_is_a_problem() -> None:
    result = reading.read(parse("# T\n\n**Decision:** reject it if the price rises.\n"))
    assert [found.code for found in result.findings] == ["ADR101"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("We adopt Harbour.", "accepted"),
        ("We go with Harbour.", "accepted"),
        ("We do not adopt Harbour.", "rejected"),
        ("Adoptamos Harbour.", "accepted"),
        ("Wir führen Harbour ein.", "accepted"),
        ("We use Redis for the sessions.", None),
        ("We adopt a rolling window over the events.", None),
        ("We adopted Harbour last year, and it hurts.", None),
        ("We adopt Harbour if the price falls.", None),
        ("Do we adopt Harbour?", None),
    ],
)
@pytest.mark.parametrize("place", ["TL;DR: {}", "**TL;DR:** {}", "## TL;DR\n\n{}"])
def test_a_document_in_one_line_says_what_is_chosen_or_refused_not_what_is_in_use(
    place: str, words: str, status: str | None
) -> None:
    verdict = reading.read(parse(f"# Harbour\n\n{place.format(words)}\n\n## Background\n\nMails are slow.\n")).verdict
    assert (verdict.status if verdict else None) == status
