"""A sentence that holds several conditions, and that its author lettered, stands once below a record's list."""

from pathlib import Path

from adr_gen import records
from tests.support.helpers import put, run

AUTHOR = "(a) a crane breaks, or (b) the quay sinks, or (c) it is sold."
RESEARCH = f"# Cranes\n\n## Conclusion\n\nWait.\n\nWe come back to it when\n\n{AUTHOR}\n"


def test_it_is_written_once_and_read_back_for_each(tmp_path: Path) -> None:
    put(tmp_path, "docs/research/1.md", RESEARCH)
    run(tmp_path, "generate")
    path = tmp_path / "docs/decisions/0001-cranes.md"
    text = path.read_text(encoding="utf-8")
    assert text.count(AUTHOR) == 2  # and where the author wrote it
    assert f"(a, b, c) {AUTHOR}\n" in text
    triggers = records.read("docs/decisions/0001-cranes.md", text, "docs/decisions").record.conditions.triggers
    assert [(one.text, one.sentence) for one in triggers] == [
        ("a crane breaks", AUTHOR),
        ("the quay sinks", AUTHOR),
        ("it is sold", AUTHOR),
    ]


def test_who_takes_a_condition_out_by_hand_keeps_the_sentence_of_the_others(tmp_path: Path) -> None:
    put(tmp_path, "docs/research/1.md", RESEARCH)
    run(tmp_path, "generate")
    path = tmp_path / "docs/decisions/0001-cranes.md"
    text = path.read_text(encoding="utf-8").replace("* (b) the quay sinks\n", "")
    triggers = records.read("docs/decisions/0001-cranes.md", text, "docs/decisions").record.conditions.triggers
    assert [(one.own, one.text, one.sentence) for one in triggers] == [
        ("a", "a crane breaks", AUTHOR),
        ("c", "it is sold", AUTHOR),
    ]
