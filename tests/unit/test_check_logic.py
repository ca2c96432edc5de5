"""How checks of one text combine: nobody is told earlier than it says, and what can be read in two ways is a problem."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

import pytest

from adr_gen import reading
from adr_gen.checks import Check
from adr_gen.markdown import parse
from adr_gen.model import Conditions, Observation
from adr_gen.records import Record
from adr_gen.revisit import States
from adr_gen.revisit.combined_checks import combined
from tests import GOLDEN
from tests.support.helpers import load_yaml

TOKENS = {"A": "reading:a > 1", "B": "pypi:b >= 2", "C": "npm:c >= 3", "D": "2026-10-01"}
DECIDED, BEFORE, AFTER = "2026-09-01", date(2026, 9, 2), date(2026, 10, 2)
TABLE: list[Mapping[str, str | Sequence[str]]] = load_yaml(GOLDEN / "check-logic.yml")


def conditions_of(text: str) -> Conditions:
    written = re.sub(r"\b[A-D]\b", lambda letter: f"`{TOKENS[letter[0]]}`", text)
    return reading.read(parse(f"# Split\n\n## Recommendation: DEFER\n\n{written}\n")).conditions


def state(conditions: Conditions, holding: str) -> str | None:
    """The state of a record of which the checks with these letters hold."""

    def observe(check: Check) -> Observation:
        holds = any(str(check) == TOKENS[letter] for letter in holding)
        return Observation("met" if holds else "waiting", DECIDED, since="2026-09-02" if holds else None)

    states = States(AFTER if "D" in holding else BEFORE, 180, observer=observe)
    return states.of_record(Record(7, "Split", "deferred", date=DECIDED, path="7.md", conditions=conditions))


def said(text: str) -> dict[str, str | Sequence[str]]:
    conditions = conditions_of(text)
    found: dict[str, str | Sequence[str]] = {}
    for name, wanted in (("met", "met"), ("asked", "due")):
        least: list[str] = []
        for size in range(1, 5):
            for letters in map("".join, combinations(TOKENS, size)):
                if not any(set(one) <= set(letters) for one in least) and state(conditions, letters) == wanted:
                    least.append(letters)
        found |= {name: sorted(least)} if least else {}
    faults = [fault for one in conditions.triggers for fault in combined(one).faults]
    words = [re.findall("'(.+?)'", re.split(" between checks| beside a check", fault.message)[0]) for fault in faults]
    return {"text": text, **found, **({"problem": words[0]} if words else {})}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"])
def test_checks_of_a_text_meet_it_no_earlier_than_it_says(case: Mapping[str, str | Sequence[str]]) -> None:
    assert said(str(case["text"])) == case
