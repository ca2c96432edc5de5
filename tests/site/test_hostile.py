"""Whatever a project holds, every command ends with 0, 1 or 2, says why, and writes nothing outside."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.helpers import build, environment, put, run, run_process, tree
from tests.support.hostile import COMMANDS, HOSTILE, PROJECT, hostile

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names, pipes and links that Windows does not have")
ENDS = (0, 1, 2)
NO_ASCII = "=== docs/research/a.md\n---\ntitle: Größe → 大\ndecision: adopt\ntags: [größe]\n---\n# Größe → 大\n"


def file_sizes(folder: Path) -> list[tuple[str, int]]:
    """Every file below a folder, and its size."""
    return sorted((str(place), place.lstat().st_size) for place in folder.rglob("*"))


@pytest.mark.parametrize("name", HOSTILE)
def test_every_command_ends_well(name: str, tmp_path: Path) -> None:
    root = hostile(tmp_path / "project", name)
    outside = file_sizes(tmp_path / "elsewhere")
    for args in COMMANDS:
        done = run(root, *args)
        assert done.returncode in ENDS, args
        lines = f"{done.stdout}{done.stderr}".splitlines()
        assert [line for line in lines if line.lstrip().startswith("::") and "github" not in args] == [], args
        assert not done.stderr or done.returncode or "Traceback" not in done.stderr
    assert file_sizes(tmp_path / "elsewhere") == outside
    assert not list(root.glob(".adr-gen/write-*"))


BUILT = [
    "a pipe",
    "a name with a line end",
    "a picture's name that is not UTF-8",
    "a conflict in a record",
    "records elsewhere",
]


@pytest.mark.parametrize("name", BUILT)
def test_a_site_is_built_or_says_why_not(name: str, tmp_path: Path) -> None:
    root = hostile(tmp_path / "project", name)
    done = build(root)
    assert "Traceback" not in done.stderr
    assert "<<<<<<<" not in "".join(page.read_text(encoding="utf-8") for page in root.glob("site/**/*.html"))


PIECES = [
    "---\n", "title: ", "decision: adopt\n", "revisit_when: ", "supersedes: 7\n", "revisits: [7, x]\n", "blockers: ", "tags: [", "]", "{a: b}", "? ", "- ",
    "*x", "&x ", "!!python/none ", '"\\e\\0\\ud800"', "2026-02-30", "'", '"', ": ", "\n", "\n\n", "\r", "\ufeff", "\x1b[2J", "\u2028", "\u202e", "|---|\n", "| a | b |\n",
    "# ", "## Recommendation: ADOPT\n", "**Verdict**: REJECT\n", "* Status: superseded by 7\n", "## Blockers\n", "## Revisit when\n", "`pypi:x >= 2`", "`file:[ count > 1`",
    "`adr:7 accepted` and ", "`after 9999999 years`", "`2026-Q5`", "`issue:#1 closed`", "[a](", "![", "](<", ")", "[^1]: ", "<script>", "<!--", "```\n", "$$", "> [!NOTE]\n", "    ",
    "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "%00", "../../..", "7", "ADR-0007", "\ud7ff\ue000", "é", "word ", "once A and B, ",
]  # fmt: skip
"""What files are made of, and what breaks them."""
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(max_examples=settings().max_examples // 10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(research=texts, record=texts, review=texts)
def test_no_text_ends_a_command(research: str, record: str, review: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.rmtree(root, ignore_errors=True)
    tree(root, PROJECT)
    put(root, "docs/research/c.md", research)
    put(root, "docs/decisions/0005-c.md", record)
    put(root, "docs/decisions/reviews/0007-2026-02-02-00000000.yml", f"record: 7\n{review}")
    for args in COMMANDS:
        assert run(root, *args).returncode in ENDS, args


def test_a_terminal_of_ascii_shows_what_it_can(tmp_path: Path) -> None:
    root = tree(tmp_path, NO_ASCII)
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    for args in (
        *COMMANDS[:7],
        ["explain", "docs/research/a.md"],
        ["list"],
        ["show", "1"],
        ["revisit"],
        ["new", "Größe"],
    ):
        done = run_process(root, *args, before=(), **ascii_only)
        assert (done.returncode in ENDS, "Traceback" in done.stderr) == (True, False), args
        assert done.stdout.isascii()
    output = run_process(root, "list", "--json", before=(), **ascii_only).stdout
    assert [record["title"] for record in json.loads(output)] == ["Größe → 大"]


def test_answers_that_are_no_text_are_no_answers(tmp_path: Path) -> None:
    root = tree(tmp_path, PROJECT)
    command = [sys.executable, "-m", "adr_gen", "review", "7", "--by", "Ana"]
    done = subprocess.run(command, cwd=root, env=environment(), input=b"\xff\xfe\n", capture_output=True, timeout=300)
    assert done.returncode in ENDS
    assert b"Traceback" not in done.stderr


def test_an_argument_that_is_no_text_is_wrong_usage(tmp_path: Path) -> None:
    root = tree(tmp_path, PROJECT)
    for args in (
        ["new", "caf\udce9"],
        ["reopen", "7", "--by", "\udcff"],
        ["explain", "docs/caf\udce9.md"],
        ["x" * 5000],
    ):
        done = run_process(root, *args)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), args


FULL = ("prlimit", "--fsize=300", "env", "PYTHONDONTWRITEBYTECODE=1")
"""A disk on which files of up to 300 bytes have room; Python's own would be cut off there, for all later runs."""


@pytest.mark.skipif(not shutil.which("prlimit"), reason="no prlimit")
def test_a_full_disk_is_named_and_nothing_is_half_written(tmp_path: Path) -> None:
    root = tree(tmp_path, PROJECT)
    put(root, "docs/decisions/0007-other.md", "# Other\n\n* Status: rejected\n\n" + "Words. " * 100)
    before = file_sizes(root / "docs")
    for args, code in (
        (["generate"], 1),
        (["renumber"], 2),
        (["new", "Else"], 2),
        (["export", "out"], 2),
        (["reopen", "7"], 2),
    ):
        done = run_process(root, *args, before=FULL)
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
        assert "None" not in done.stderr
        assert file_sizes(root / "docs") == before
    assert [place.name for place in root.glob(".adr-gen/write-*")] == []


@pytest.mark.parametrize("args", ["list", "--help", "--version"])
def test_output_that_has_no_room_is_said_once(args: str, tmp_path: Path) -> None:
    root = tree(tmp_path, PROJECT)
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "adr_gen", args]
        done = subprocess.run(
            command, cwd=root, env=environment(), stdout=full, stderr=subprocess.PIPE, encoding="utf-8"
        )
    assert done.returncode in ENDS
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("args", ["list", "check", "explain docs/research/a.md", "review"])
def test_a_stream_that_a_shell_has_closed_leads_nowhere(args: str, closed: str, tmp_path: Path) -> None:
    root = tree(tmp_path, PROJECT)
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m adr_gen {args} {closed}"],
        cwd=root,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode in ENDS
    assert "Traceback" not in done.stderr


def test_a_name_of_a_document_that_file_names_cannot_hold_is_no_file(tmp_path: Path) -> None:
    root = tree(tmp_path, NO_ASCII)
    run(root, "generate")
    record = next((root / "docs/decisions").glob("*.md"))
    record.write_text(
        record.read_text(encoding="utf-8").replace("research/a.md", "research/größe.md"), encoding="utf-8"
    )
    for args in (["list"], ["check"], ["generate"], ["renumber", "--dry-run"], ["export", "out"]):
        done = run_process(root, *args, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert (done.returncode in ENDS, "Traceback" in done.stderr) == (True, False), args
