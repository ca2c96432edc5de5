"""What an acceptance accepts: a price, or somebody's word against the matter, accepts nothing that was proposed."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

DOCUMENTS = {
    "en": ("A queue for mail jobs", "Mails are late today.", "Decision"),
    "de": ("Eine Warteschlange für Mails", "Der Versand ist heute langsam und wird mit der Zeit nicht besser.", "Entscheidung"),
    "fr": ("Une file d'attente pour les mails", "L'envoi est lent aujourd'hui et cela ne va pas mieux.", "Décision"),
    "es": ("Una cola para los correos", "El envío es lento hoy y no mejora con el tiempo.", "Decisión"),
    "pt": ("Uma fila para os e-mails", "O envio é lento hoje e não melhora com o tempo.", "Decisão"),
    "it": ("Una coda per le mail", "L'invio è lento oggi e non migliora con il tempo.", "Decisione"),
    "ru": ("Очередь для писем", "Отправка сегодня медленная и не становится лучше.", "Решение"),
    "zh": ("邮件队列", "今天的发送很慢，而且不会随着时间变好。", "决定"),
    "ja": ("メールのキュー", "今日の送信は遅く、時間とともに良くはならない。", "決定"),
}  # fmt: skip
REFUSED = {
    "en": [
        "We accept the risk of lost mail and do not build a queue.",
        "We accept the cost of polling and will not adopt the queue.",
        "We accept this limitation and reject the queue.",
        "Although we like it, we reject the queue.",
        "We ship without the queue.",
        "We go ahead without it.",
        "We agreed on not adopting it.",
    ],
    "de": ["Wir nehmen das Risiko in Kauf und führen die Warteschlange nicht ein."],
    "es": ["No es aceptada.", "Aunque es buena, rechazamos la cola."],
    "ru": ["Мы принимаем риск и не внедряем очередь."],
}
"""What says no, whatever it accepts besides."""
NOTHING_SAID = {
    "en": [
        "We accept this limitation for now.",
        "We accept the status quo.",
        "We approve the plan to reject the queue.",
        "We endorse the decision not to adopt the queue.",
        "We adopt a policy of not using queues.",
        "We adopt the position that a queue is not needed.",
        "Accept the recommendation not to build this.",
        "We go with rejecting the queue.",
        "We agreed to drop the queue.",
        "We decline to postpone.",
        "Refuse to postpone; adopt now.",
        "Reject: no.",
    ],
    "de": ["Wir nehmen die Empfehlung an, darauf zu verzichten."],
    "fr": ["Nous adoptons la position qu'une file n'est pas nécessaire.", "Nous renonçons à rejeter la file."],
    "es": [
        "Aceptamos el riesgo y no adoptamos la cola.",
        "Aceptamos la propuesta de no adoptar la cola.",
        "Nos negamos a esperar y adoptamos la cola.",
    ],
    "pt": ["Aceitamos a proposta de não adotar a fila.", "Recusamos esperar e adotamos a fila."],
    "it": ["Accettiamo la proposta di non adottare la coda.", "Ci rifiutiamo di aspettare e adottiamo la coda."],
    "ru": ["Принимаем предложение не внедрять очередь."],
    "zh": ["我们接受风险，不引入队列。", "同意拒绝该方案。", "拒绝推迟，立即采用。"],
    "ja": ["導入しないという提案を採用する。"],
}
"""What accepts, or refuses, something beside the matter: a person has to decide."""
ACCEPTED = {
    "en": [
        "We accept the plan to build the queue.",
        "We accept the extra latency and adopt the queue.",
        "We adopt the queue and accept the risk of lost mail.",
        "Although we rejected it last year, we now adopt the queue.",
        "We agreed to adopt the queue.",
    ],
    "ru": ["Принято решение внедрить очередь."],
}
"""What accepts the matter and speaks of a price or of advice as well."""


def status(language: str, sentence: str) -> str | None:
    title, context, heading = DOCUMENTS[language]
    verdict = reading.read(parse(f"# {title}\n\n{context}\n\n## {heading}\n\n{sentence}\n")).verdict
    return verdict.status if verdict else None


@pytest.mark.parametrize("language", DOCUMENTS)
def test_an_acceptance_says_only_what_it_accepts(language: str) -> None:
    expected = {
        sentence: said
        for said, sentences in (("rejected", REFUSED), (None, NOTHING_SAID), ("accepted", ACCEPTED))
        for sentence in sentences.get(language, [])
    }
    assert {sentence: status(language, sentence) for sentence in expected} == expected


def test_who_accepts_what_the_title_proposes_to_drop_accepts_it() -> None:
    text = "# Drop the cache\n\n## Decision\n\nWe agreed to drop the cache.\n"
    verdict = reading.read(parse(text)).verdict
    assert verdict is not None
    assert verdict.status == "accepted"
