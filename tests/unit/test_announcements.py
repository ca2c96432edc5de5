"""What announces conditions and blockers, and what says them in a sentence; tests/cases/announcements.yml."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN
from tests.support.helpers import load_yaml

CASES: dict[str, list[str]] = load_yaml(GOLDEN / "announcements.yml")
TEXT = "# Harbour for the mails\n\n## Recommendation\n\n**Not now.** It costs a day.\n\n{}\n"
NAMED = {"condition": "a second team needs it", "blocker": "the security review of the relay"}
PLACES = {
    "condition headings": ("## {}\n\n- {c}", "**{}:** {c}."),
    "condition sentences": ("{}.",),
    "blocker headings": ("## {}\n\n- {c}", "**{}:** {c}."),
    "blocker sentences": ("{}.",),
}


def texts(part: str, kind: str) -> list[str]:
    """What is read of a kind where a part stands in a document."""
    read = reading.read(parse(TEXT.replace("{}", part)))
    items = read.conditions.triggers if kind == "condition" else read.blockers
    return [item.text.lower() for item in items]


@pytest.mark.parametrize("group", PLACES)
def test_a_wording_is_read_where_it_stands(group: str) -> None:
    kind = group.split()[0]
    named = NAMED[kind]
    parts = [
        place.replace("{}", words).replace("{c}", named).replace("{C}", named.capitalize())
        for number, words in enumerate(CASES[group])
        for place in PLACES[group][number % len(PLACES[group]) :][:1]
    ]
    assert [part for part in parts if not any(named in text for text in texts(part, kind))] == []


def test_what_only_looks_like_a_condition_or_blocker_is_none() -> None:
    read = {part: (texts(part, "condition"), texts(part, "blocker")) for part in CASES["passed over"]}
    assert {part: some for part, some in read.items() if some != ([], [])} == {}
