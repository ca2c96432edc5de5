"""Who owns a decision answers for it where nobody is named who decided it."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("front", "people"),
    [
        ("owner: Ada", ("Ada",)),
        ("owners: [Ada, Grace]", ("Ada", "Grace")),
        ("authors: [Grace]\nowner: Ada", ("Ada",)),
        ("owner: Ada\ndeciders: [Grace]", ("Grace",)),
        ("code-owner: Ada", ()),
    ],
)
def test_the_owner_stands_for_those_who_decided(front: str, people: tuple[str, ...]) -> None:
    text = f"---\n{front}\n---\n# Solar roof\n\n## Decision\n\nRejected for now.\n"
    assert reading.read(parse(text)).decision_makers == people
