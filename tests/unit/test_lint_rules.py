"""`adr-gen check` parses each file once, and its rules are rows of one list."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from adr_gen.commands.check import check
from adr_gen.errors import Problem
from adr_gen.lint.lint_context import LintContext
from adr_gen.markdown import Document, document_parsing
from adr_gen.project import load

RECORD = "# {title}\n\n* Status: accepted\n* Date: 2026-01-0{number}\n\n{words}\n\n## Decision\n\nWe take it.\n"


def log_of_three(root: Path) -> None:
    folder = root / "docs/decisions"
    folder.mkdir(parents=True)
    words = {
        1: "See [the second](0002-b.md#decision) and [the third](0003-c.md#decision).",
        2: "Supersedes [the first](0001-a.md), see [there](0001-a.md#decision).",
        3: "See [the second](0002-b.md#nowhere).",
    }
    for number, name in ((1, "a"), (2, "b"), (3, "c")):
        text = RECORD.format(title=f"Title {name}", number=number, words=words[number])
        (folder / f"000{number}-{name}.md").write_text(text, encoding="utf-8")
    research = root / "docs/research"
    research.mkdir()
    (research / "x.md").write_text("# Which x\n\n## Recommendation: ADOPT\n\nx is small.\n", encoding="utf-8")


def test_each_file_is_parsed_once_however_often_others_link_to_its_headings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_of_three(tmp_path)
    texts = {path.read_text("utf-8") for path in tmp_path.rglob("*.md")}
    parsed: Counter[str] = Counter()
    whole = document_parsing._document

    def counted(text: str, *args: object) -> Document:
        parsed[text] += 1
        return whole(text, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(document_parsing, "_document", counted)
    problems = check(load(tmp_path))
    assert [str(p) for p in problems if p.code == "ADR303"] == [
        "docs/decisions/0003-c.md:6: ADR303 link to '0002-b.md#nowhere': no heading has this anchor; mend it"
    ]
    assert {text: parsed[text] for text in texts} == dict.fromkeys(texts, 1)


def test_a_rule_is_a_row_that_gets_the_context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def of_two(context: LintContext) -> Iterator[Problem]:
        for record in context.log.records:
            if record.number == 2:
                yield Problem(record.path, context.line(record, "there"), "ADR901", "is the second")

    log_of_three(tmp_path)
    monkeypatch.setattr("adr_gen.commands.check.RULES", (of_two,))
    assert [str(p) for p in check(load(tmp_path)) if p.code == "ADR901"] == [
        "docs/decisions/0002-b.md:6: ADR901 is the second"
    ]
