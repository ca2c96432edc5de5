"""The one-line verdict is the first sentence that says it in words: a status alone leaves the word to the one behind it."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


def line(text: str) -> tuple[str, str]:
    verdict = reading.read(parse(f"# Bags on trestles\n\n{text}\n")).verdict
    assert verdict is not None
    return verdict.status, verdict.line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Decision\n\nAccepted. The east flat gets bags from March on.",
         ("accepted", "The east flat gets bags from March on.")),
        ("## Decision\n\nAccepted. We adopt the new rack.", ("accepted", "We adopt the new rack.")),
        ("**Decision:** Rejected. We will not buy any.", ("rejected", "We will not buy any.")),
        ("## Decision\n\nRejected. Bags are dear.", ("rejected", "Rejected. Bags are dear.")),
        ("## Decision\n\nAccepted. The price has halved.", ("accepted", "Accepted. The price has halved.")),
        ("## Decision\n\nAccepted.", ("accepted", "Accepted.")),
        ("## Decision\n\nAccepted. See the table below.", ("accepted", "Accepted.")),
        ("## Decision\n\nAccepted. What is left to do?", ("accepted", "Accepted.")),
        ("## Decision\n\nAccepted. Two steps follow:\n\n- order bags\n- mend trestles", ("accepted", "Accepted.")),
        ("## Decision\n\nAccepted by the three of us. The east flat gets bags.",
         ("accepted", "Accepted by the three of us. The east flat gets bags.")),
        ("## Decision\n\nRejected for now. Bags are dear.", ("rejected", "Rejected for now. Bags are dear.")),
    ],
)  # fmt: skip
def test_a_status_alone_leaves_the_word_to_the_sentence_behind_it(text: str, expected: tuple[str, str]) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    ("title", "label", "status", "sentence"),
    [
        ("Turnos de marea", "Decisión", "Aceptado", "Los turnos siguen las mareas."),
        ("Säcke auf Böcken", "Entscheidung", "Angenommen", "Die Säcke kommen im März."),
        ("Poches sur tables", "Décision", "Accepté", "La rive est reçoit des poches."),
    ],
)
def test_so_it_does_in_other_languages(title: str, label: str, status: str, sentence: str) -> None:
    verdict = reading.read(parse(f"# {title}\n\n## {label}\n\n{status}. {sentence}\n")).verdict
    assert verdict is not None
    assert (verdict.status, verdict.line) == ("accepted", sentence)


@pytest.mark.parametrize(
    ("title", "decides"),
    [
        ("Tide times twenty-three minutes early", True),
        ("Bags in ten minutes", True),
        ("Send weekly digests", True),
        ("Meeting minutes, March", False),
        ("Minutes of the March meeting", False),
        ("Minutes 2026-03-01", False),
        ("Weekly report 12", False),
    ],
)
def test_minutes_and_weeks_of_a_title_make_no_report(title: str, decides: bool) -> None:
    text = f"# {title}\n\n## Conclusion\n\nAccepted: the rota takes its times from our own constants.\n"
    assert (reading.read(parse(text)).verdict is not None) is decides
