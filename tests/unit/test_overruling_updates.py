"""An update that says another verdict than the decision above it is never passed over; tests/cases/updates.yml."""

from typing import Any

import pytest
import yaml

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.reading.verdict.overruling_updates import doubtful
from tests import GOLDEN

UPDATES: dict[str, dict[str, Any]] = yaml.safe_load((GOLDEN / "updates.yml").read_text(encoding="utf-8"))
ABOVE = "# Fuel depot\n\n## Decision: accept\n\nText.\n\n"


def documents(language: str, group: str) -> list[str]:
    one = UPDATES[language]
    return [one["frame"].format(verdict, update) for verdict, updates in one.get(group, []) for update in updates]


def read(text: str) -> tuple[str, list[str]]:
    result = reading.read(parse(text))
    return result.verdict.status if result.verdict else "undecided", [found.code for found in result.findings]


@pytest.mark.parametrize("language", UPDATES)
def test_an_update_that_says_another_verdict_is_a_contradiction(language: str) -> None:
    said = {text: read(text) for text in documents(language, "overrules")}
    assert {text: what for text, what in said.items() if what != ("undecided", ["ADR105"])} == {}


@pytest.mark.parametrize("language", UPDATES)
def test_an_update_about_something_else_or_a_chance_leaves_the_decision(language: str) -> None:
    said = {text: read(text) for text in documents(language, "keeps")}
    assert {text: what for text, what in said.items() if what[0] == "undecided" or what[1]} == {}
    hinted = (text for text in said if doubtful(parse(text), text[2 : text.index("\n")], read(text)[0]))  # type: ignore[arg-type]
    assert list(hinted) == []


@pytest.mark.parametrize("language", [name for name, group in UPDATES.items() if "doubt" in group])
def test_an_update_that_may_overrule_the_decision_is_told(language: str) -> None:
    for text in documents(language, "doubt"):
        result, line = reading.read(parse(text)), text.count("\n")
        said = text.splitlines()[-1]
        assert result.verdict is not None, text
        notes = [(note.line, note.text, note.why) for note in result.notes if not note.taken and note.rule == "update"]
        assert notes == [(line, said, "may overrule the decision; no known verdict")]
        assert doubtful(parse(text), text[2 : text.index("\n")], result.verdict.status) == (line, said)


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ("## 2026-05-02\n\nRolled back.", "Rolled back."),
        ("## 3 May 2026\n\nSwitched off.", "Switched off."),
        ("**2026-05-06** – rolled back.", "rolled back."),
        ("## 2026-05-02\n\nReversed by the board.", "Reversed by the board."),
        ("## 2026-05-02\n\nFilled up.", None),
        ("**2026-05-06** – the pump was switched off.", None),
    ],
)
def test_what_only_a_day_announces_is_told_too(update: str, told: str | None) -> None:
    notes = reading.read(parse(f"{ABOVE}{update}\n")).notes
    assert [note.text for note in notes if not note.taken and note.rule == "update"] == ([told] if told else [])


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Update 2026-07-09: rejected", ("rejected", "2026-07-09")),
        ("Update 2026-07-09 – rejected", ("rejected", "2026-07-09")),
        ("Update (2026-07-09): we drop it", None),
        ("Update 2026-07-09 – we drop it", None),
        ("Update (rejected, 2026-07-09)", None),
        ("Rejected (update 2026-07-09)", None),
        ("2026-07-09 update: no go", None),
        ("Update 2026-07-09: numbers of the summer", ("accepted", None)),
    ],
)
def test_the_heading_of_an_update_may_overrule_by_itself(heading: str, expected: tuple[str, str | None] | None) -> None:
    result = reading.read(parse(f"{ABOVE}## {heading}\n\nThe inspector came.\n"))
    assert (result.verdict and (result.verdict.status, result.date)) == expected
    assert [found.code for found in result.findings] == ([] if expected else ["ADR105"])
