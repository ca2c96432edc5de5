"""`adr-gen detach`: a generated record that becomes somebody's own."""

import json
from collections.abc import Callable
from pathlib import Path

from adr_gen.commands.authoring import detach
from adr_gen.project import load
from tests.support.cache_research import DECIDED
from tests.support.helpers import run

Make = Callable[[str], Path]


def test_a_detached_record_keeps_everything_but_the_tie(project: Make) -> None:
    root = project(DECIDED)
    run(root, "generate")
    place, source = root / "docs/decisions/0001-cache.md", root / "docs/research/cache.md"
    before, research = place.read_bytes(), source.read_bytes()
    shown = json.loads(run(root, "show", "1", "--json").stdout)
    done = run(root, "detach", "ADR-0001")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "docs/decisions/0001-cache.md: yours now; adr-gen never writes it again",
        "docs/research/cache.md: says `adr: false` now",
    ]
    ties = (b"source:", b"digest:")
    assert place.read_bytes() == b"".join(x for x in before.splitlines(keepends=True) if not x.startswith(ties))
    assert source.read_bytes() == research.replace(b"\n---\n", b"\nadr: false\n---\n", 1)
    assert json.loads(run(root, "show", "1", "--json").stdout) == shown | {"source": None}


def test_a_record_with_windows_line_ends_keeps_them_and_its_body(project: Make) -> None:
    root = project(DECIDED + "\n    source: a book\n")
    run(root, "generate")
    place = root / "docs/decisions/0001-cache.md"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    lines = place.read_bytes().splitlines(keepends=True)
    detach(load(root), 1)
    assert place.read_bytes().splitlines(keepends=True) == [*lines[:5], *lines[7:]]
    assert b"source: a book\r\n" in lines[7:]


def test_after_detaching_generate_and_check_are_content(project: Make) -> None:
    root = project(DECIDED)
    run(root, "generate")
    run(root, "detach", "1")
    before = (root / "docs/decisions/0001-cache.md").read_bytes()
    made, checked = run(root, "generate"), run(root, "check")
    assert (made.returncode, made.stderr, checked.returncode, checked.stderr) == (0, "", 0, "")
    assert (root / "docs/decisions/0001-cache.md").read_bytes() == before


def test_a_record_whose_research_is_gone_can_be_detached(project: Make) -> None:
    root = project(DECIDED)
    run(root, "generate")
    (root / "docs/research/cache.md").unlink()
    assert detach(load(root), 1)[1] == "docs/research/cache.md: gone, so there is nothing to tell it"
    assert run(root, "check").returncode == 0


def test_of_two_records_from_one_file_one_can_be_detached_and_the_other_follows_on(project: Make) -> None:
    root = project(DECIDED)
    run(root, "generate")
    first = root / "docs/decisions/0001-cache.md"
    (root / "docs/decisions/0002-cache.md").write_bytes(first.read_bytes())
    assert detach(load(root), 2)[1] == "docs/research/cache.md: still the source of docs/decisions/0001-cache.md"
    assert "adr:" not in (root / "docs/research/cache.md").read_text(encoding="utf-8")
    assert run(root, "generate", "--check").returncode == 0


def test_only_a_generated_record_can_be_detached(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        ---
        source: docs/research/a.md
        ---
        Status: accepted
        === docs/decisions/0002-a.md
        Status: accepted
        === docs/decisions/0002-b.md
        Status: accepted
    """)
    before = {path: path.read_bytes() for path in (root / "docs").rglob("*.md")}
    held = ["docs/decisions/0002-a.md", "docs/decisions/0002-b.md"]
    messages = [run(root, "detach", number).stderr for number in ("1", "2", "3", "x")]
    assert messages == [
        "adr-gen: docs/decisions/0001-a.md: is written by hand already; there is nothing to detach\n",
        f"adr-gen: number 2 is held by {held[0]} and {held[1]}; run `adr-gen renumber` first\n",
        "adr-gen: no record 3; `adr-gen list` shows all\n",
        "adr-gen: x: not a record's number; write 7, 0007 or ADR-0007\n",
    ]
    assert {path: path.read_bytes() for path in (root / "docs").rglob("*.md")} == before
