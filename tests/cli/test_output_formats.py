"""How problems and records are printed: for people, programs, GitHub's annotations and code scanning."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from adr_gen import __version__
from adr_gen.codes import CODES
from adr_gen.commands.output_formats import annotation, report
from adr_gen.errors import Problem
from tests.support.helpers import run
from tests.support.sarif import SARIF

Make = Callable[[str], Path]
PROBLEMS = [
    Problem("docs/a b,c:d.md", 3, "ADR101", "100% of\r\nnothing: said, known"),
    Problem("docs/decisions/1-ä.md", 0, "ADR901", "no number"),
]


def test_text_names_problems_on_stderr_and_counts_them_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    report(PROBLEMS, "text")
    printed = capsys.readouterr()
    assert printed.out == "1 problem, 1 hint\n"
    assert printed.err == (
        "docs/a b,c:d.md:3: ADR101 100% of\r\nnothing: said, known\ndocs/decisions/1-ä.md: ADR901 hint: no number\n"
    )


def test_json_is_an_array_of_problems_and_hints(capsys: pytest.CaptureFixture[str]) -> None:
    report(PROBLEMS, "json")
    assert json.loads(capsys.readouterr().out) == [
        {
            "path": "docs/a b,c:d.md",
            "line": 3,
            "code": "ADR101",
            "level": "problem",
            "message": "100% of\r\nnothing: said, known",
        },
        {"path": "docs/decisions/1-ä.md", "line": 0, "code": "ADR901", "level": "hint", "message": "no number"},
    ]


def test_nothing_to_report_is_said_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    for style in ("text", "json", "github"):
        report([], style)
    assert capsys.readouterr().out == "0 problems, 0 hints\n[]\n"


def test_an_annotation_escapes_what_github_would_act_on() -> None:
    assert [annotation(problem) for problem in PROBLEMS] == [
        "::error file=docs/a b%2Cc%3Ad.md,line=3,title=ADR101::100%25 of%0D%0Anothing: said, known",
        "::notice file=docs/decisions/1-ä.md,title=ADR901::no number",
    ]


def test_sarif_is_as_the_standard_asks(capsys: pytest.CaptureFixture[str]) -> None:
    report(PROBLEMS, "sarif")
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, SARIF)
    (sarif_run,) = log["runs"]
    driver = sarif_run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("adr-gen", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(CODES)
    assert [driver["rules"][result["ruleIndex"]]["id"] for result in sarif_run["results"]] == ["ADR101", "ADR901"]
    assert [(result["level"], result["locations"]) for result in sarif_run["results"]] == [
        (
            "error",
            [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "docs/a%20b%2Cc%3Ad.md", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 3},
                    }
                }
            ],
        ),
        (
            "note",
            [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "docs/decisions/1-%C3%A4.md", "uriBaseId": "%SRCROOT%"}
                    }
                }
            ],
        ),
    ]


@pytest.mark.parametrize(("style", "begins"), [("text", "1 problem, 1 hint"), ("github", "::error "), ("sarif", "{")])
def test_check_prints_each_format_and_exits_with_one(project: Make, style: str, begins: str) -> None:
    root = project("""
        === docs/decisions/notes.md
        # Notes
        === docs/decisions/0001-a.md
        # A

        Status: perhaps
    """)
    done = run(root, "check", "--format", style)
    assert (done.returncode, done.stdout.startswith(begins)) == (1, True)
    assert ("ADR102" in done.stderr) == (style == "text")
