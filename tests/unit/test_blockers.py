"""Words under a heading of blockers that say that there is none, and words that only begin so."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("words", "blockers"),
    [
        ("No blockers found.", []),
        ("There are no blockers.", []),
        ("Nothing blocks this.", []),
        ("We found none.", []),
        ("All resolved.", []),
        ("- No blocker was reported.", []),
        ("Es gibt keine Blocker.", []),
        ("Rien ne bloque la mise en place.", []),
        ("Nada impide el cambio.", []),
        ("Nenhum impedimento.", []),
        ("Nulla osta.", []),
        ("Препятствий нет.", []),
        ("目前没有阻碍。", []),
        ("特にない。", []),
        ("There is no build for ARM.", ["There is no build for ARM."]),
        ("No ARM build", ["No ARM build"]),
        ("Es gibt keine Fassung für ARM.", ["Es gibt keine Fassung für ARM."]),
        ("Il n'y a pas de version ARM.", ["Il n'y a pas de version ARM."]),
        ("Нет сборки для ARM.", ["Нет сборки для ARM."]),
    ],
)
def test_words_that_deny_blockers_are_none(words: str, blockers: list[str]) -> None:
    read = reading.read(parse(f"# Fern\n\n**Decision:** Reject for now.\n\n## Blockers\n\n{words}\n"))
    assert ([blocker.text for blocker in read.blockers], read.findings) == (blockers, ())


def test_each_line_of_a_status_says_a_blocker_of_its_own() -> None:
    text = "# A mesh\n\nStatus: Deferred (blocked on the vendor\nStatus: Deferred (bar\nStatus: Deferred (blocked on hardware)\n"
    read = reading.read(parse(text))
    assert [blocker.text for blocker in read.blockers] == ["blocked on the vendor", "blocked on hardware"]


@pytest.mark.parametrize(
    ("text", "blockers"),
    [
        ('---\nblockers: ["#12", "#", "12"]\n---\n# T\n', ["#12"]),
        ("# T\n\n## Blockers\n\n- #12\n- None\n", ["#12"]),
        ("# T\n\n## Blockers\n\n#12\n", ["#12"]),
        ("# T\n\n**Blocked by:** #12\n", ["#12"]),
        ("# T\n\n| Blocker | State |\n|---|---|\n| #12 | open |\n", ["#12"]),
        ("# T\n\n**Blockers:** 0\n", []),
    ],
)
def test_an_issue_by_its_number_is_a_blocker(text: str, blockers: list[str]) -> None:
    assert [blocker.text for blocker in reading.read(parse(text)).blockers] == blockers


@pytest.mark.parametrize(
    "text",
    [
        "# Una cola para los correos\n\nEl envío es lento.\n\n## Decisión\n\nEsperamos hasta que la cola esté vacía.\n",
        "# Uma fila para os e-mails\n\nO envio é lento hoje.\n\n## Decisão\n\nEsperamos até que a fila esteja vazia.\n",
        "# Une file pour les mails\n\nL'envoi est lent.\n\n## Décision\n\nNous attendons jusqu'à ce que la file soit vide.\n",
        "# Очередь для писем\n\nОтправка медленная.\n\n## Решение\n\nЖдём, пока очередь опустеет.\n",
        "# A queue for mails\n\nSending is slow.\n\n## Decision\n\nWe wait until the queue is empty.\n",
    ],
)
def test_what_running_software_waits_for_is_no_blocker_and_no_condition(text: str) -> None:
    read = reading.read(parse(text))
    assert (read.blockers, read.conditions.triggers) == ((), ())
