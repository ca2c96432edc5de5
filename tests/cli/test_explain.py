"""`adr-gen explain`: what is read from a file, from which line, by which rule."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from adr_gen.commands.explain import explain
from adr_gen.project import load
from tests import SHARED
from tests.support.cache_research import BLOCKED
from tests.support.helpers import run

Make = Callable[[str], Path]
CACHE = (
    BLOCKED
    + """\
    - no budget

    ## Revisit when

    - pages take a second
"""
)


def test_what_is_wrong_with_the_whole_file_stands_below_no_line(project: Make) -> None:
    root = project(CACHE + "=== adr-gen.toml\nmax-size = 10\n")
    done = run(root, "explain", "docs/research/cache.md")
    assert done.stdout.splitlines()[-2:] == [
        "",
        "  ! ADR003 167 bytes; at most 10 are read (setting max-size); split the file",
    ]


def test_a_research_file_is_told_with_its_lines_and_rules(project: Make) -> None:
    explanation = explain(load(project(CACHE)), "docs/research/cache.md")
    notes = explanation.pop("notes")
    assert explanation == {
        "path": "docs/research/cache.md",
        "title": "Cache",
        "status": "rejected",
        "qualifier": "for now",
        "date": "2026-01-02",
        "verdict": "Nothing is slow.",
        "blockers": [{"text": "no budget", "state": "open"}],
        "logic": "single",
        "review_by": None,
        "triggers": [
            {
                "id": "a",
                "text": "pages take a second",
                "sentence": "pages take a second",
                "consequence": None,
                "kind": "person",
                "check": [],
                "item": None,
                "hint": None,
            }
        ],
        "candidates": [],
        "problems": [],
    }
    assert [(note["line"], note["field"], note["taken"]) for note in notes] == [
        (2, "title", True),
        (3, "date", True),
        (7, "verdict", True),
        (13, "blocker", True),
        (17, "trigger", True),
    ]
    assert all(note.keys() == {"field", "line", "rule", "text", "taken", "why"} for note in notes)


def test_a_generated_record_is_told_as_the_log_reads_it(project: Make) -> None:
    root = project(CACHE)
    run(root, "generate")
    source = explain(load(root), "docs/research/cache.md")
    explanation = explain(load(root), "docs/decisions/0001-cache.md")
    keys = set(explanation) - {"path", "notes"}
    assert {key: explanation[key] for key in keys} == {key: source[key] for key in keys}
    lines = (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8").splitlines()
    assert [(n["field"], n["text"] in lines[n["line"] - 1]) for n in explanation["notes"]] == [
        (field, True) for field in ("status", "date", "source", "verdict", "blocker", "trigger")
    ]


def test_a_record_written_by_hand_is_read_by_its_status(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        # 1. A

        Date: 2026-01-02

        ## Status

        Approved
    """)
    explanation = explain(load(root), "docs/decisions/0001-a.md")
    assert (explanation["title"], explanation["status"], explanation["date"]) == ("A", "accepted", "2026-01-02")
    assert {(n["field"], n["line"]) for n in explanation["notes"]} >= {("title", 1), ("date", 3), ("status", 7)}


def test_a_file_that_wants_no_record_says_why_it_gets_none(project: Make) -> None:
    explanation = explain(load(project("=== docs/research/a.md\n---\nadr: false\n---\n# A\n")), "docs/research/a.md")
    assert explanation["notes"][0] == {
        "field": "adr",
        "line": 2,
        "rule": "front-matter",
        "text": "adr: false",
        "taken": False,
        "why": "so no record is written",
    }


@pytest.mark.parametrize(
    ("data", "code", "line"), [(b"---\ntitle: a: b\n---\n", "ADR001", 2), (b"A\n\xff\n", "ADR002", 2)]
)
def test_a_damaged_file_is_a_problem_and_nothing_else(project: Make, data: bytes, code: str, line: int) -> None:
    root = project("=== docs/research/")
    (root / "docs/research/a.md").write_bytes(data)
    explanation = explain(load(root), "docs/research/a.md")
    assert [(p["code"], p["line"]) for p in explanation["problems"]] == [(code, line)]
    assert [explanation[key] for key in ("title", "status", "notes", "triggers")] == [None, None, [], []]
    done = run(root, "explain", "docs/research/a.md")
    assert (done.returncode, done.stderr, f"! {code} " in done.stdout) == (1, "", True)


SHOWN = """\
docs/research/cache.md
Cache
rejected (for now), 2026-01-02
Nothing is slow.
1 blocker, 3 triggers (any of them)

 2 │ title: Cache
   ✓ title – in the front matter
 3 │ date: 2026-01-02
   ✓ date 2026-01-02 – in the front matter
 7 │ ## Recommendation: REJECT (for now)
   ✓ verdict rejected (for now) – the heading says it
13 │ - no budget
   ✓ blocker – in the list under its heading
17 │ - pages take a second → look at the edge
   ✓ trigger a, person – in the list under its heading
     pages take a second → look at the edge
18 │ - in 6 months
   ✓ trigger b, elapsed – in the list under its heading
     in 6 months
     hint: `after 6 months` in the sentence would let a program judge it
19 │ - `2027-03-01`
   ✓ trigger c, date – in the list under its heading
     `2027-03-01`
21 │ The cache was revisited in May. Revisit it when a page is slow, and when t…
   ✗ no trigger: tells of something past
     The cache was revisited in May.
   ✗ no trigger: others stand under a heading or label
     a page is slow
   ✗ no trigger: others stand under a heading or label
     the team that runs it has grown
"""


def test_the_command_prints_below_each_line_what_was_read_and_passed_over(project: Make) -> None:
    more = """ → look at the edge
    - in 6 months
    - `2027-03-01`

    The cache was revisited in May. Revisit it when a page is slow, and when the team that runs it has grown.
"""
    done = run(project(CACHE.rstrip() + more), "explain", "docs/research/cache.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines()) == SHOWN


def test_a_problem_stands_below_its_line(project: Make) -> None:
    done = run(
        project("=== docs/research/a.md\n# A\n\n## Verdict: it is complicated\n"), "explain", "docs/research/a.md"
    )
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    assert (done.returncode, lines[:3]) == (1, ["docs/research/a.md", "A", "undecided: no verdict was found"])
    assert lines[7] == "3 │ ## Verdict: it is complicated"
    assert lines[8].startswith("  ! ADR101 the verdict 'it is complicated' says no known decision")


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared documents beside the repository")
def test_every_document_of_the_corpus_is_told_within_eighty_columns(project: Make) -> None:
    root = project("=== docs/research/")
    for document in [*SHARED.glob("seed/*.md"), *SHARED.glob("corpus/[0-9]*.md")]:
        (root / "docs/research" / document.name).write_bytes(document.read_bytes())
    paths = load(root).research()
    explanations: list[dict[str, Any]] = [explain(load(root), path) for path in paths]
    assert len(explanations) == 23
    for path, one in zip(paths, explanations, strict=True):
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        assert all(1 <= note["line"] <= len(lines) for note in one["notes"])
        assert [note for note in one["notes"] if not note["taken"] and not note["why"]] == []
        assert sorted(t["text"] for t in one["triggers"]) == sorted(
            n["text"] for n in one["notes"] if n["field"] == "trigger" and n["taken"]
        )
    seed = run(root, "explain", next(p for p in paths if "/073-" in p), "--json")
    assert json.loads(seed.stdout) == next(one for one in explanations if "/073-" in one["path"])
    shown = [run(root, "explain", path).stdout for path in paths[:3]]
    assert max(len(line) for text in shown for line in text.splitlines()) <= 80


def test_several_files_are_explained_one_below_the_other(project: Make) -> None:
    root = project(CACHE + "=== docs/research/other.md\n# Which other?\n\nWe have looked at none.\n")
    files = ("docs/research/cache.md", "docs/research/other.md")
    each = [run(root, "explain", file).stdout for file in files]
    assert run(root, "explain", *files).stdout == "\n".join(each)
    objects = [json.loads(run(root, "explain", file, "--json").stdout) for file in files]
    assert json.loads(run(root, "explain", *files, "--json").stdout) == objects


def test_a_check_that_no_program_can_judge_stands_below_its_condition(project: Make) -> None:
    text = "# A\n\n## Recommendation: REJECT\n\n## Revisit when\n\n- `file:src/*.py cuont > 4`\n- `repo:a/b archived`\n"
    root = project(f"=== docs/research/a.md\n{text}=== mkdocs.yml\nsite_name: A\n")
    (told,) = json.loads(run(root, "explain", "docs/research/a.md", "--json").stdout)["problems"]
    assert (told["line"], told["code"]) == (7, "ADR403")
    run(root, "generate")
    assert told["message"] in run(root, "check").stderr
