"""Sentences in place of a verdict that say that there is none yet: they defer nothing and decide nothing."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("title", "heading", "sentence", "status"),
    [
        ("Queue", "Decision", "We have not decided yet.", None),
        ("Queue", "Decision", "Not yet.", "deferred"),
        ("Warteschlange", "Entscheidung", "Es gibt noch keine Entscheidung.", None),
        ("File de messages", "Décision", "Aucune décision n'a encore été prise.", None),
        ("Cola de mensajes", "Decisión", "Todavía no se ha decidido.", None),
        ("Cola de mensajes", "Decisión", "Aún no se ha tomado una decisión.", None),
        ("Cola de mensajes", "Decisión", "Todavía no.", "deferred"),
        ("Fila de mensagens", "Decisão", "Ainda não foi decidido.", None),
        ("Fila de mensagens", "Decisão", "Ainda não.", "deferred"),
        ("Coda di messaggi", "Decisione", "Non è ancora deciso.", None),
        ("Очередь сообщений", "Решение", "Решение ещё не принято.", None),
        ("Очередь сообщений", "Решение", "Пока не решено.", None),
        ("消息队列", "决定", "尚未决定。", None),
        ("消息队列", "决定", "已拒绝。", "rejected"),
        ("消息队列", "决定", "已接受。", "accepted"),
        ("メッセージキュー", "決定", "まだ決まっていない。", None),
    ],
)
def test_what_is_not_decided_yet_is_undecided(title: str, heading: str, sentence: str, status: str | None) -> None:
    verdict = reading.read(parse(f"# {title}\n\n## {heading}\n\n{sentence}\n")).verdict
    assert (verdict.status if verdict else None) == status
