"""Who owns a decision answers for it, beside those who decided it or where nobody is named."""

import pytest

from adr_gen import reading, records
from adr_gen.markdown import parse
from tests.support.pipeline import DECISIONS, PATH, write


@pytest.mark.parametrize(
    ("front", "people", "owners"),
    [
        ("owner: Ada", ("Ada",), ()),
        ("owners: [Ada, Grace]", ("Ada", "Grace"), ()),
        ("authors: [Grace]\nowner: Ada", ("Ada",), ()),
        ("owner: Ada\ndeciders: [Grace]", ("Grace",), ("Ada",)),
        ("owner: Ada\ndecision-makers: [Ada]", ("Ada",), ()),
        ("owner: Ada\ndecision-makers: [Ada, Grace]", ("Ada", "Grace"), ("Ada",)),
        ("code-owner: Ada", (), ()),
    ],
)
def test_the_owner_stands_for_or_beside_those_who_decided(
    front: str, people: tuple[str, ...], owners: tuple[str, ...]
) -> None:
    read = reading.read(parse(f"---\n{front}\n---\n# Solar roof\n\n## Decision\n\nRejected for now.\n"))
    assert (read.decision_makers, read.owners) == (people, owners)


@pytest.mark.parametrize(
    ("header", "people", "owners"),
    [
        ("Owner: Ada\nDeciders: Grace", ("Grace",), ("Ada",)),
        ("Deciders: Grace\nOwner: Ada, Bo", ("Grace",), ("Ada", "Bo")),
        ("Verantwortlich: Ada\nEntscheider: Grace", ("Grace",), ("Ada",)),
        ("Owner: Ada", ("Ada",), ()),
        ("Deciders: Grace", ("Grace",), ()),
        ("**Team:** Radio team", ("Radio team",), ()),
        ("Deciders: Grace\n**Team:** Radio team", ("Grace",), ("Radio team",)),
        ("**Zuständig:** Funktrupp", ("Funktrupp",), ()),
    ],
)
def test_so_it_does_in_the_lines_of_a_header(header: str, people: tuple[str, ...], owners: tuple[str, ...]) -> None:
    read = reading.read(parse(f"# Solar roof\n\n{header}\n\n## Decision\n\nRejected for now.\n"))
    assert (read.decision_makers, read.owners) == (people, owners)


def test_a_record_keeps_both_and_who_is_asked_is_the_owner() -> None:
    text = "---\nowner: Ada\ndeciders: [Grace]\n---\n# Solar roof\n\n## Decision\n\nRejected for now.\n"
    record = records.read(PATH, write(text).text, DECISIONS).record
    assert (record.decision_makers, record.owners, record.answering) == (("Grace",), ("Ada",), ("Ada",))


@pytest.mark.parametrize(
    ("front", "verdict", "people", "tags"),
    [
        (
            "verantwortlich: Funktrupp\nschlagwörter: [funk]",
            "## Entscheidung\n\nAbgelehnt, weil es zu teuer ist.",
            "Funktrupp",
            "funk",
        ),
        (
            "responsable: Régulation\nétiquettes: [radio]",
            "## Décision\n\nRejeté, parce que le canal est trop cher.",
            "Régulation",
            "radio",
        ),
        (
            "responsable: Radio\netiquetas: [datos]",
            "## Decisión\n\nRechazado porque no es bueno para los dos.",
            "Radio",
            "datos",
        ),
        (
            "responsável: Rádio\netiquetas: [dados]",
            "## Decisão\n\nRejeitado porque não é bom para os dois.",
            "Rádio",
            "dados",
        ),
        (
            "responsabile: Radio\netichette: [dati]",
            "## Decisione\n\nRespinto perché non va bene per gli utenti.",
            "Radio",
            "dati",
        ),
        ("ответственный: Радио\nтеги: [связь]", "## Решение\n\nОтклонено, потому что это дорого.", "Радио", "связь"),
        ("负责人: 电台\n标签: [数据]", "## 决定\n\n拒绝，因为太贵。", "电台", "数据"),
        ("担当者: 無線班\nタグ: [データ]", "## 決定\n\n却下。費用が高いためである。", "無線班", "データ"),
    ],
)
def test_keys_may_be_in_the_language_of_the_document(front: str, verdict: str, people: str, tags: str) -> None:
    text = f"---\n{front}\n---\n# Solar\n\n{verdict}\n"
    read = reading.read(parse(text))
    assert (read.decision_makers, read.tags) == ((people,), (tags,))
    assert "Research metadata" not in write(text).text


def test_who_took_part_in_an_english_file_decided_nothing() -> None:
    text = "---\nparticipants: Ada\nlabels: [x]\n---\n# Solar\n\n## Decision\n\nWe will reject the roof.\n"
    read = reading.read(parse(text))
    assert (read.decision_makers, read.owners, read.tags) == ((), (), ())
