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
    ],
)
def test_so_it_does_in_the_lines_of_a_header(header: str, people: tuple[str, ...], owners: tuple[str, ...]) -> None:
    read = reading.read(parse(f"# Solar roof\n\n{header}\n\n## Decision\n\nRejected for now.\n"))
    assert (read.decision_makers, read.owners) == (people, owners)


def test_a_record_keeps_both_and_who_is_asked_is_the_owner() -> None:
    text = "---\nowner: Ada\ndeciders: [Grace]\n---\n# Solar roof\n\n## Decision\n\nRejected for now.\n"
    record = records.read(PATH, write(text).text, DECISIONS).record
    assert (record.decision_makers, record.owners, record.answering) == (("Grace",), ("Ada",), ("Ada",))
