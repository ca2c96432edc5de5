"""Bad input meets a clear error, loses nothing, and never stops the others."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import run
from tests.support.permissions import enforced
from tests.support.short_research import DECIDED, GOOD

Project = Callable[[str], Path]


BAD = {
    "a colon in a title": (b"---\ntitle: ADR: one\n---" + DECIDED, "2: ADR001", "put the value in quotes"),
    "a list as front matter": (b"---\n- a\n- b\n---" + DECIDED, "2: ADR001", "it must be 'key: value' lines"),
    "front matter never closed": (b"---\ntitle: x\n" + DECIDED, "1: ADR001", "never closed"),
    "duplicate keys": (b"---\ntitle: x\ntitle: y\n---" + DECIDED, "3: ADR001", "'title' twice"),
    "anchors": (b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---" + DECIDED, "2: ADR001", "alias"),
    "a python tag": (b"---\na: !!python/object:os.system x\n---" + DECIDED, "2: ADR001", "tag"),
    # brackets that nobody closes: an older parser gives up at their end, a newer one at their depth
    "deep YAML": (b"---\na: " + b"[" * 10_000 + b"\n---" + DECIDED, "2: ADR001", "front matter "),
    "deep YAML that is closed": (
        b"---\na: " + b"[" * 400 + b"]" * 400 + b"\n---" + DECIDED,
        "2: ADR001",
        "nests deeper",
    ),
    "deep mappings": (b"---\nb:\n  a: " + b"{a: " * 400 + b"}" * 400 + b"\n---" + DECIDED, "3: ADR001", "nests deeper"),
    "deep YAML whose texts close it": (
        b"---\ntags: " + b'["]", ' * 400 + b"]" * 400 + b"\n---" + DECIDED,
        "2: ADR001",
        "nests deeper",
    ),
    "deep items": (b"---\na:\n" + b"- " * 400 + b"b\n---" + DECIDED, "3: ADR001", "nests deeper"),
    "Latin-1": (b"---\ntitle: x\n---\n\nCaf\xe9" + DECIDED, "5: ADR002", "not UTF-8"),
    "NUL bytes": (b"# x\n\n\0\0" + DECIDED, "3: ADR002", "NUL"),
    "50 MB": (b"# x\n" + b"word " * 10_000_000 + DECIDED, "ADR003", "at most 1000000"),
    "10,000 quotes deep": (b">" * 10_000 + b" x" + DECIDED, "ADR001", "nest deeper"),
    "10,000 lists deep": (b"- " * 10_000 + b"x" + DECIDED, "ADR001", "nest deeper"),
    "200,000 tags": (b"<" * 200_000 + DECIDED, "ADR001", "at most 40000"),
    "200,000 brackets": (b"[" * 200_000 + DECIDED, "ADR001", "at most 40000"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_problem_with_its_line_and_the_others_are_written(name: str, project: Project) -> None:
    data, place, words = BAD[name]
    root = project("=== docs/research/\n")
    (root / "docs/research/good.md").write_bytes(GOOD)
    (root / "docs/research/bad.md").write_bytes(data)
    done = run(root, "generate")
    assert done.returncode == 1
    assert re.match(rf"docs/research/bad\.md:?.*{re.escape(place)} .*{re.escape(words)}", done.stderr), done.stderr
    assert [p.name for p in (root / "docs/decisions").iterdir()] == ["0001-good.md"]
    assert (root / "docs/research/bad.md").read_bytes() == data


def test_a_file_that_cannot_be_read_counts_as_a_research_file(project: Project) -> None:
    root = project("=== docs/research/good.md\n" + GOOD.decode())
    run(root, "generate")
    (root / "docs/research/good.md").write_bytes(BAD["NUL bytes"][0])
    summary = json.loads(run(root, "generate", "--json").stdout)
    assert [(f["source"], f["action"], f["record"]) for f in summary["files"]] == [
        ("docs/research/good.md", "problem", "docs/decisions/0001-good.md")
    ]
    (root / "docs/decisions/0001-good.md").unlink()
    (root / "adr-gen.toml").write_text("max-size = 10\n", encoding="utf-8")
    done = run(root, "generate")
    assert done.stdout == "1 research file: 0 decided, 0 undecided, 1 problem; 0 records written\n"
    assert done.stderr == (
        "docs/research/good.md: ADR003 68 bytes; at most 10 are read (setting max-size); split the file\n"
    )


@pytest.mark.parametrize("name", ["a colon in a title", "Latin-1", "NUL bytes"])
def test_a_record_whose_research_went_bad_is_not_touched(name: str, project: Project) -> None:
    root = project("=== docs/research/\n")
    (root / "docs/research/bad.md").write_bytes(GOOD)
    run(root, "generate")
    record = (root / "docs/decisions/0001-good.md").read_bytes()
    (root / "docs/research/bad.md").write_bytes(BAD[name][0])
    done = run(root, "generate")
    assert done.returncode == 1
    assert (root / "docs/decisions/0001-good.md").read_bytes() == record
    assert "ADR203" not in done.stderr


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf" + GOOD, GOOD.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")],
    ids=["BOM", "CRLF", "both"],
)
def test_bom_and_windows_line_ends_are_fine(data: bytes, project: Project) -> None:
    root = project("=== docs/research/\n")
    (root / "docs/research/good.md").write_bytes(GOOD)
    run(root, "generate")
    expected = (root / "docs/decisions/0001-good.md").read_bytes()
    (root / "docs/decisions/0001-good.md").unlink()
    (root / "docs/research/good.md").write_bytes(data)
    done = run(root, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "docs/decisions/0001-good.md").read_bytes() == expected


def test_an_empty_file_is_undecided(project: Project) -> None:
    root = project("=== docs/research/empty.md\n")
    (root / "docs/research/empty.md").write_bytes(b"")
    done = run(root, "generate")
    assert done.returncode == 0
    assert "1 undecided" in done.stdout


def test_a_line_of_a_million_characters_is_fine(project: Project) -> None:
    root = project("=== docs/research/\n")
    (root / "docs/research/long.md").write_bytes(b"# Long\n\n" + b"ab *c* " * 140_000 + DECIDED)
    done = run(root, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert len((root / "docs/decisions/0001-long.md").read_bytes()) > 980_000


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
@pytest.mark.parametrize("kind", ["folder", "dangling", "circle", "outside"])
def test_what_only_looks_like_a_file_is_a_problem(kind: str, project: Project, tmp_path: Path) -> None:
    root = project("=== docs/research/\n")
    bad = root / "docs/research/bad.md"
    (tmp_path / "secret.md").write_bytes(GOOD)
    if kind == "folder":
        bad.mkdir()
    else:
        target = {"outside": tmp_path / "secret.md", "dangling": tmp_path / "nothing.md", "circle": bad}
        bad.symlink_to(target[kind])
    (root / "docs/research/good.md").write_bytes(GOOD)
    done = run(root, "generate")
    assert done.returncode == 1
    assert done.stderr.startswith("docs/research/bad.md: ADR004 ")
    assert [p.name for p in (root / "docs/decisions").iterdir()] == ["0001-good.md"]


@pytest.mark.parametrize(("closed", "bits"), [("bad.md", 0), ("bad", 0o400)])
def test_an_unreadable_file_is_a_problem(closed: str, bits: int, project: Project) -> None:
    root = project("=== docs/research/bad/\n")
    bad = root / "docs/research" / closed
    for place in (bad if bad.suffix else bad / "a.md", root / "docs/research/good.md"):
        place.write_bytes(GOOD)
    bad.chmod(bits)
    with enforced():
        done = run(root, "generate")
    bad.chmod(0o700)
    assert done.returncode == 1
    assert done.stderr.startswith(f"docs/research/{closed}{'' if bad.suffix else '/a.md'}: ADR004 cannot be read: ")
    assert [p.name for p in (root / "docs/decisions").iterdir()] == ["0001-good.md"]


def test_a_write_that_fails_half_way_leaves_the_old_file(project: Project) -> None:
    root = project("=== docs/research/\n")
    research = root / "docs/research/a.md"
    research.write_bytes(GOOD + b"\n" + b"word " * 20_000)
    run(root, "generate")
    record = root / "docs/decisions/0001-good.md"
    before = record.read_bytes()
    research.write_bytes(GOOD + b"\n" + b"other " * 20_000)
    limit = "import resource, runpy, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); import sys; sys.argv = ['adr-gen', 'generate']; "
    )
    limit += "runpy.run_module('adr_gen', run_name='__main__')"
    if os.name == "nt":
        pytest.skip("no file size limit on Windows")
    import subprocess
    import sys

    from tests.support.helpers import environment

    environ = {k: v for k, v in environment().items() if not k.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, "-c", limit], cwd=root, env=environ, capture_output=True, text=True)
    assert done.returncode == 1
    assert "ADR207" in done.stderr
    assert record.read_bytes() == before
    assert [p.name for p in (root / "docs/decisions").iterdir()] == ["0001-good.md"]
