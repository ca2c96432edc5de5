"""The command line: exit codes, JSON, terminals, completion."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import sample
from tests.support.cache_research import TWO
from tests.support.helpers import environment, put, run

Project = Callable[[str], Path]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["generate", "nothing.md"], "nothing.md: no such file"),
        (["show", "9"], "no record 9"),
        (["show", "x"], "x: not a record's number"),
        (["show", "²"], "²: not a record's number"),
        (["show", "1" * 5000], f"{'1' * 40}: not a record's number; write 7, 0007 or ADR-0007"),
        (["list", "--status", "perhaps"], "--status perhaps: allowed are proposed, accepted"),
        (["list", "--as-of", "2026-02-30"], "not a calendar day"),
        (["renumber", "1"], "takes no numbers, or the old and the new one"),
        (["detach", "9"], "9"),
        (["explain", "../../etc/passwd"], "outside of the project"),
        (["generate", "docs/research"], "docs/research: a folder; name a file in it"),
        (["docs/research"], "docs/research: a folder; name a file in it"),
        (["explain", "docs"], "docs: a folder; name a file in it"),
        (["nonsense"], "No such command 'nonsense'"),
        (["lint"], "`adr-gen check` looks for problems"),
        (["status"], "`adr-gen list` shows the log"),
        (["build"], "`mkdocs build` the site"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_what_is_right(args: list[str], words: str, project: Project) -> None:
    done = run(project(TWO), *args)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("path_given", ["0001-alpha.md", "0007-by-hand.md", "reviews/note.md"])
@pytest.mark.parametrize("command", [[], ["generate"], ["generate", "--check"]], ids=" ".join)
def test_a_record_is_no_research_file(command: list[str], path_given: str, project: Project) -> None:
    root = project(TWO)
    run(root, "generate")
    place = put(root, "docs/decisions/reviews/note.md", "## Recommendation: ADOPT\n").parents[1]
    put(root, "docs/decisions/0007-by-hand.md", "# By hand\n\n* Status: accepted\n")
    before = sorted(place.iterdir())
    done = run(root, *command, f"docs/decisions/{path_given}")
    assert (done.returncode, done.stdout, sorted(place.iterdir())) == (2, "", before)
    assert done.stderr == (
        f"adr-gen: docs/decisions/{path_given}: lies in docs/decisions and is a record already; name a research file\n"
    )


def test_list_json_has_every_key_always(project: Project) -> None:
    root = project(TWO)
    run(root, "generate")
    shown = json.loads(run(root, "list", "--json", "--as-of", "2026-03-01").stdout)
    assert shown == [
        {
            "number": 1,
            "id": "ADR-0001",
            "title": "Alpha",
            "status": "deferred",
            "qualifier": None,
            "date": "2026-01-05",
            "verdict": "Not yet.",
            "source": "docs/research/a.md",
            "path": "docs/decisions/0001-alpha.md",
            "url": "decisions/0001-alpha/",
            "tags": ["x"],
            "decision_makers": ["Ana"],
            "blockers": [],
            "supersedes": [],
            "superseded_by": [],
            "revisits": [],
            "reaffirmed_by": [],
            "relates": [],
            "revisit": {
                "logic": "single",
                "state": "waiting",
                "next": "2026-07-04",
                "review_by": None,
                "last_look": None,
                "triggers": [
                    {
                        "id": "a",
                        "text": "The price halves",
                        "sentence": "The price halves.",
                        "consequence": None,
                        "kind": "metric",
                        "check": [],
                        "state": "waiting",
                        "answered": None,
                        "observed": {"date": None, "by": None, "evidence": None},
                    }
                ],
            },
        },
        shown[1],
    ]
    assert shown[1].keys() == shown[0].keys()
    nothing = dict.fromkeys(("logic", "state", "next", "review_by", "last_look"))
    assert shown[1]["revisit"] == {**nothing, "triggers": []}


def test_list_filters_combine(project: Project) -> None:
    root = project(TWO)
    run(root, "generate")

    def numbers(*args: str) -> list[int]:
        return [r["number"] for r in json.loads(run(root, "list", "--json", *args).stdout)]

    assert numbers("--status", "deferred") == [1]
    assert numbers("--status", "deferred", "--status", "accepted") == [1, 2]
    assert numbers("--tag", "x", "--owner", "Ana") == [1]
    assert numbers("--tag", "x", "--status", "accepted") == []
    assert numbers("--due", "--as-of", "2026-03-01") == []
    assert numbers("--due", "--as-of", "2026-08-01") == [1]


def test_output_without_a_terminal_is_plain_and_80_columns_wide(project: Project) -> None:
    root = project(TWO.replace("Alpha", "A very long title " * 9))
    for args in (["generate"], ["list"], ["show", "1"], ["check"], ["explain", "docs/research/a.md"]):
        done = run(root, *args)
        assert "\x1b" not in done.stdout + done.stderr
        assert max(map(len, done.stdout.splitlines())) <= 80, args


@pytest.mark.skipif(os.name == "nt", reason="no pseudo terminals on Windows")
def test_a_terminal_gets_colours_and_a_progress_bar_on_long_work(tmp_path: Path) -> None:
    import pty

    sample.write(tmp_path, 3)
    at_once = "from adr_gen import cli; from adr_gen.commands.terminal import output; output.PATIENCE = 0; cli.main()"
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", at_once, "generate"],
        cwd=tmp_path,
        env=environment(TERM="xterm-256color"),
        stdout=subprocess.DEVNULL,
        stderr=secondary,
    )
    os.close(secondary)
    output = b""
    while chunk := _read(primary):
        output += chunk
    assert process.wait() == 0
    assert re.search(r"█+ +\d+/3", output.decode())


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other side has ended
        return b""


def test_shells_can_complete_commands() -> None:
    script = Path(sys.executable).parent / "adr-gen"
    if not script.exists():
        pytest.skip("adr-gen is not installed beside this Python")
    done = subprocess.run(
        [script],
        env=environment(_ADR_GEN_COMPLETE="bash_complete", COMP_WORDS="adr-gen re", COMP_CWORD="1"),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == "plain,revisit\nplain,review\nplain,reopen\nplain,resolve\nplain,renumber\n"


@pytest.mark.parametrize(
    ("command", "code"),
    [("generate", 1), ("check", 1), ("explain", 1), ("list", 0), ("revisit", 0), ("export", 0)],
)
def test_problems_count_where_files_are_looked_at_and_not_where_the_log_is_shown(
    command: str, code: int, project: Project
) -> None:
    root = project("=== docs/decisions/0001-a.md\n# A\n\n* Status: wobbly\n=== docs/research/b.md\n---\nb: [\n---\n")
    arguments = {"explain": ["docs/decisions/0001-a.md"], "export": ["out"]}.get(command, [])
    done = run(root, command, *arguments)
    assert done.returncode == code
    assert "ADR102" in done.stdout + done.stderr or (command == "generate" and "ADR001" in done.stderr)


def test_two_records_with_one_number_are_not_shown_as_one(project: Project) -> None:
    root = project("=== docs/decisions/0007-a.md\n# A\n=== docs/decisions/0007-b.md\n# B\n")
    done = run(root, "show", "ADR-0007")
    expected = "adr-gen: number 7 is held by docs/decisions/0007-a.md and docs/decisions/0007-b.md; run `adr-gen renumber` first\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", expected)


def test_problems_go_to_stderr_and_json_to_stdout(project: Project) -> None:
    root = project(TWO + "=== docs/research/c.md\n---\ntitle: a: b\n---\n")
    done = run(root, "generate", "--json")
    output = json.loads(done.stdout)
    assert [step["action"] for step in output["files"]] == ["new", "new", "problem"]
    assert output["problems"] == [
        {
            "path": "docs/research/c.md",
            "line": 2,
            "code": "ADR001",
            "level": "problem",
            "message": "front matter is not YAML: a colon in 'title: a: b'; put the value in quotes",
        }
    ]
    assert done.returncode == 1


def test_a_record_is_meant_by_its_number_and_by_its_file(project: Callable[[str], Path]) -> None:
    root = project(
        "=== docs/research/a.md\n---\ndate: 2026-01-02\n---\n# A\n\n## Recommendation: ADOPT\n\nDo it.\n"
        "=== docs/decisions/0007-b.md\n# 7. B\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n"
    )
    run(root, "generate")
    assert run(root, "show", "docs/decisions/0007-b.md").stdout == run(root, "show", "7").stdout != ""
    assert run(root, "explain", "7").stdout == run(root, "explain", "docs/decisions/0007-b.md").stdout != ""
    assert run(root, "explain", "ADR-0008").stdout == run(root, "explain", "docs/research/a.md").stdout != ""
