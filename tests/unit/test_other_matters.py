"""What is looked at again in the words of nine languages without being the decision: work, requests, any proposal, what was."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from tests.unit.test_denied_before import conditions


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "If the host is down, the form is looked at again by the next one."),
        ("en", "Once all senders have keys, the old way is switched off (planned for July)."),
        ("en", "A proposal that was closed may be reopened when its author has new numbers."),
        ("en", "Teams should reconsider their alerts if they get five a night."),
        ("de", "Teams sollten ihre Alarme neu bewerten, wenn zu viele kommen."),
        ("de", "Wir warten, bis die Sperre frei ist."),
        ("fr", "Si le serveur ne répond pas, la requête est réexaminée."),
        ("fr", "Une décision refusée peut être réexaminée si de nouveaux chiffres existent."),
        ("fr", "Revoir la liste quand un nom manque."),
        ("es", "Revisar los registros cuando falle la importación."),
        ("es", "Los equipos deben revisar sus alertas si reciben demasiadas."),
        ("pt", "Uma proposta recusada pode ser reavaliada se houver dados novos."),
        ("pt", "Rever o registro quando um nome faltar."),
        ("it", "Rivedere la lista se manca un nome."),
        ("it", "Una proposta respinta può essere riesaminata se ci sono dati nuovi."),
        ("ru", "Отклонённое предложение может быть пересмотрено, если появятся новые данные."),
        ("ru", "Команды должны пересматривать свои оповещения, если их слишком много."),
        ("zh", "合同结束时，我们重新评估了这个决定。"),
        ("ja", "契約が終わったときに、この決定を見直した。"),
    ],
)
def test_who_looks_again_at_something_else_states_no_condition(language: str, words: str) -> None:
    assert conditions(language, words) == ([], None)


@pytest.mark.parametrize(
    ("language", "words", "condition"),
    [
        ("en", "If the load doubles, the decision is looked at again.", "the load doubles"),
        ("fr", "Si le prix baisse, la décision est réexaminée.", "le prix baisse"),
        ("fr", "Revoir la décision quand le contrat se termine.", "le contrat se termine"),
        ("es", "Revisar la decisión cuando termine el contrato.", "termine el contrato"),
        ("it", "Rivedere la scelta se il prezzo scende.", "il prezzo scende"),
        ("ru", "Решение может быть пересмотрено, если появятся новые данные.", "появятся новые данные"),
        ("zh", "合同结束时，重新评估这个决定。", "合同结束时"),
        ("ja", "契約が終わったときに、この決定を見直す。", "契約が終わったときに"),
    ],
)
def test_who_looks_again_at_the_decision_does(language: str, words: str, condition: str) -> None:
    assert conditions(language, words) == ([condition], "single")


def test_what_the_title_names_is_the_decision_too() -> None:
    text = "# The mirror of the mails\n\n## Decision\n\nReject for now. If the load doubles, the mirror is looked at again.\n"
    assert [one.text for one in reading.read(parse(text)).conditions.triggers] == ["the load doubles"]
    other = text.replace("# The mirror", "# The queue")
    assert reading.read(parse(other)).conditions.triggers == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The upload is deferred until the phone has a network.", []),
        ("The purchase stays on hold until the board answers.", []),
        ("The decision is on hold until the board answers.", ["the board answers"]),
        ("The queue is deferred until the board answers.", ["the board answers"]),
    ],
)
def test_who_adopts_something_waits_for_nothing_with_something_else(words: str, expected: list[str]) -> None:
    text = f"# The queue of the mails\n\nStatus: accepted\n\n## Decision\n\nWe use the table.\n\n## Notes\n\n{words}\n"
    assert [one.text for one in reading.read(parse(text), record=True).conditions.triggers] == expected


def test_a_deferred_item_is_named_before_its_dash() -> None:
    text = "# The queue\n\nStatus: accepted\n\n## Deferred ideas\n\n- Several tenants — revisit when a customer asks\n"
    read = reading.read(parse(text), record=True).conditions
    assert [(one.text, one.item) for one in read.triggers] == [("a customer asks", "Several tenants")]
