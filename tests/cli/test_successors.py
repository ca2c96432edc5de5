"""A superseded record names its successor in its status, as other tools want it, whatever becomes of the successor."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.records import read, status_before
from tests import ROOT
from tests.support.copies import copied
from tests.support.helpers import put, run
from tests.support.renumber_research import assert_settled, contents, renumber_lines, research

Make = Callable[[str], Path]
OLD = "docs/decisions/0001-old.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record that nobody has superseded yet."""
    return copied(tmp_path / "project", _generated)


def _generated(root: Path) -> None:
    put(root, "adr-gen.toml", "")
    put(root, "docs/research/old.md", research("Old", "2026-01-01"))
    assert run(root, "generate").returncode == 0


def status_lines(root: Path, path: str = OLD) -> list[str]:
    """The lines in which a record says whether it is superseded."""
    return [
        line for line in (root / path).read_text(encoding="utf-8").split("\n") if "tatus: " in line or " by " in line
    ]


def generate(root: Path) -> None:
    done = run(root, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert_settled(root)


def status_and_successors(root: Path, number: int = 1) -> tuple[str, list[int]]:
    """Status and successors of a record as the log has them."""
    record = json.loads(run(root, "show", str(number), "--json").stdout)
    return record["status"], record["superseded_by"]


def successor(root: Path, name: str = "0002-new.md", more: str = "* Supersedes [ADR-0001](0001-old.md)\n") -> Path:
    """A record by hand that supersedes the first."""
    return put(root, f"docs/decisions/{name}", f"# New\n\n* Status: accepted\n* Date: 2026-02-01\n{more}")


def test_the_status_follows_its_successor_that_comes_is_renamed_and_goes(root: Path) -> None:
    before = contents(root)[OLD]
    new = successor(root)
    generate(root)
    assert status_lines(root) == ["status: superseded by ADR-0002", "* Status: superseded by [0002-new](0002-new.md)"]
    assert status_and_successors(root) == ("superseded", [2])
    new = new.rename(new.with_name("0002-newer.md"))
    generate(root)
    assert status_lines(root) == [
        "status: superseded by ADR-0002",
        "* Status: superseded by [0002-newer](0002-newer.md)",
    ]
    new.unlink()
    generate(root)
    assert contents(root)[OLD] == before


def test_a_record_knows_the_status_that_it_had_before(root: Path) -> None:
    successor(root)
    generate(root)
    text = (root / OLD).read_text(encoding="utf-8")
    assert (read(OLD, text, "docs/decisions").record.status, status_before(text)) == ("superseded", "accepted")


def test_what_its_front_matter_decided_was_its_status_whatever_its_words_sound_like(root: Path) -> None:
    put(root, "docs/research/old.md", research("Old", "2026-01-01", front="decision: reject (for now)\n"))
    successor(root)
    generate(root)
    text = (root / OLD).read_text(encoding="utf-8")
    assert (read(OLD, text, "docs/decisions").record.status, status_before(text)) == ("superseded", "rejected")


@pytest.mark.parametrize("by_hand", [False, True], ids=["generated", "by hand"])
def test_the_status_follows_its_successor_to_another_number(root: Path, by_hand: bool) -> None:
    if by_hand:
        successor(root)
    else:
        put(root, "docs/research/new.md", research("New", "2026-02-01", front="supersedes: 1\n"))
    generate(root)
    renumber_lines(root, "2", "910")
    assert_settled(root)
    assert status_lines(root) == ["status: superseded by ADR-0910", "* Status: superseded by [0910-new](0910-new.md)"]
    assert status_and_successors(root) == ("superseded", [910])


def test_an_edited_record_keeps_its_edit_and_follows_its_successor_to_another_number(root: Path) -> None:
    successor(root)
    generate(root)
    place = root / OLD
    place.write_text(place.read_text(encoding="utf-8") + "\nAn edit.\n", encoding="utf-8")
    renumber_lines(root, "2", "910")
    assert status_lines(root) == ["status: superseded by ADR-0910", "* Status: superseded by [0910-new](0910-new.md)"]
    assert place.read_text(encoding="utf-8").endswith("\nAn edit.\n")
    assert status_and_successors(root) == ("superseded", [910])


def test_what_limited_the_old_status_is_said_no_more(root: Path) -> None:
    put(root, "docs/research/old.md", research("Old", "2026-01-01", verdict="REJECT (for now)"))
    run(root, "generate")
    assert json.loads(run(root, "show", "1", "--json").stdout)["qualifier"] == "for now"
    successor(root)
    generate(root)
    assert json.loads(run(root, "show", "1", "--json").stdout)["qualifier"] is None


def test_a_log_by_hand_in_this_form_follows_too(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-old.md
        ---
        status: superseded by ADR-0002
        ---
        # Old

        * Status: superseded by [0002-new](0002-new.md)
        === docs/decisions/0002-new.md
        # New

        * Status: accepted
        * Supersedes [0001-old](0001-old.md)

        See [0001-old](./0001-old.md "0001-old"), not [0001-old](https://example.org/0001-old.md).
    """)
    assert status_and_successors(root) == ("superseded", [2])
    renumber_lines(root, "2", "910")
    renumber_lines(root, "1", "909")
    old, new = contents(root)["docs/decisions/0909-old.md"], contents(root)["docs/decisions/0910-new.md"]
    assert "status: superseded by ADR-0910\n" in old
    assert "* Status: superseded by [0910-new](0910-new.md)\n" in old
    assert "* Supersedes [0909-old](0909-old.md)\n" in new
    assert 'See [0909-old](./0909-old.md "0001-old"), not [0001-old](https://example.org/0001-old.md).\n' in new
    assert status_and_successors(root, 909) == ("superseded", [910])


def test_of_several_successors_the_status_names_the_newest_and_the_list_the_others(root: Path) -> None:
    for name in ("0004-c.md", "0002-a.md", "0003-b.md"):
        successor(root, name)
    generate(root)
    assert status_lines(root) == [
        "status: superseded by ADR-0004",
        "* Status: superseded by [0004-c](0004-c.md)",
        "* Superseded by [ADR-0002](0002-a.md), [ADR-0003](0003-b.md)",
    ]
    assert status_and_successors(root) == ("superseded", [2, 3, 4])


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("ADR-0002-new.md", "[ADR-0002-new](ADR-0002-new.md)"),
        ("0002 use [x] & *y*.md", r"[0002 use \[x\] & \*y\*](0002%20use%20%5Bx%5D%20&%20*y*.md)"),
        ("0002-größe_neu_.md", r"[0002-größe\_neu\_](0002-gr%C3%B6%C3%9Fe_neu_.md)"),
        ("later/0002-new.md", "[0002-new](later/0002-new.md)"),
    ],
)
def test_a_successors_file_name_is_linked_whatever_it_is(name: str, link: str, root: Path) -> None:
    successor(root, name, "* Supersedes: ADR-0001\n")
    generate(root)
    assert status_lines(root) == ["status: superseded by ADR-0002", f"* Status: superseded by {link}"]
    assert status_and_successors(root) == ("superseded", [2])
    assert "ADR302" not in run(root, "check").stderr


def test_a_detached_record_is_still_superseded_by_the_same(root: Path) -> None:
    successor(root, more="")
    put(root, "docs/research/other.md", research("Other", "2026-03-01", front="supersedes: 1\n"))
    generate(root)
    assert run(root, "detach", "1").returncode == 0
    assert status_and_successors(root) == ("superseded", [3])
    assert status_lines(root)[0] == "status: superseded by ADR-0003"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("* Status: superseded by [0002-new](0002-new.md)", "* Status: superseded", False),
        ("status: superseded by ADR-0002", "status: superseded", False),
        ("status: superseded by ADR-0002", "status: superseded by ADR-0001", True),
        ("* Status: superseded by [0002-new](0002-new.md)", "* Status: accepted", True),
        ("status: superseded by ADR-0002", "status: accepted", True),
    ],
)
def test_list_and_front_matter_have_to_name_one_successor(old: str, new: str, problem: bool, root: Path) -> None:
    successor(root)
    generate(root)
    place = root / OLD
    text = place.read_text(encoding="utf-8")
    assert text.count(f"\n{old}\n") == 1
    place.write_text(text.replace(f"\n{old}\n", f"\n{new}\n"), encoding="utf-8")
    assert ("ADR106" in run(root, "check").stderr) == problem


def test_a_template_that_loses_the_successor_is_named(root: Path) -> None:
    builtin = ROOT / "adr_gen/templates/record.md.j2"
    text = builtin.read_text(encoding="utf-8").replace("status: {{ status }}", "status: {{ record.status }}")
    put(root, "mine.md.j2", text)
    put(root, "adr-gen.toml", 'template = "mine.md.j2"\n')
    assert "ADR305 the template loses the field 'superseded_by'" in run(root, "check").stderr
