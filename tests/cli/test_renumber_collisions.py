"""`adr-gen renumber`: of records that took one number the later one moves, also when a run was killed halfway."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen import files
from adr_gen.commands.renumber.run import renumber
from adr_gen.project import load
from tests.support.copies import copied
from tests.support.helpers import git, put, run, tree
from tests.support.renumber_research import assert_settled, contents, renumber_lines, research

Make = Callable[[str], Path]


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A repository in which two branches took number 2, and one of them number 3 on top of it."""
    return copied(tmp_path / "project", _merged)


def _merged(root: Path) -> None:
    put(root, "docs/research/first.md", research("First", "2026-01-01"))
    put(root, "adr-gen.toml", "")
    git(root, "init", "--initial-branch=main")
    run(root, "generate")
    git(root, "add", ".")
    git(root, "commit", "--message=first")
    git(root, "switch", "--create=other")
    put(root, "docs/research/late.md", research("Late", "2026-03-01", "See ADR-0002 and [first](first.md)."))
    run(root, "generate")
    put(root, "docs/research/last.md", research("Last", "2026-04-01", "After [it](late.md).", front="supersedes: 2\n"))
    run(root, "generate")
    put(root, "docs/guide.md", "Read [ADR-0002](decisions/0002-late.md#decision-outcome), ADR-0002.\n")
    put(
        root,
        "docs/decisions/reviews/0002-2026-05-01-abcd.yml",
        "record: 2\nfile: 0002-late.md\ndate: 2026-05-01\nby: me\n",
    )
    git(root, "add", ".")
    git(root, "commit", "--message=other")
    git(root, "switch", "main")
    put(root, "docs/research/early.md", research("Early", "2026-02-01", "This is ADR-0002."))
    put(root, "docs/index.md", "Read [ADR-0002](decisions/0002-early.md), ADR-0002.\n")
    put(
        root,
        "docs/decisions/reviews/0002-2026-05-01-ef01.yml",
        "record: 2\nfile: 0002-early.md\ndate: 2026-05-01\nby: me\n",
    )
    run(root, "generate")
    git(root, "add", ".")
    git(root, "commit", "--message=main")
    git(root, "merge", "--no-edit", "other")


def test_two_merged_branches_that_took_one_number_are_told_apart(merged: Path) -> None:
    told = [run(merged, *command) for command in (["check"], ["generate", "--check"], ["generate"])]
    problem = "docs/decisions/0002-late.md:1: ADR301 number 2 is also taken by docs/decisions/0002-early.md"
    assert [(done.returncode, problem in done.stderr) for done in told] == [(1, True)] * 3
    before = contents(merged)
    lines = renumber_lines(merged)
    after = contents(merged)
    assert_settled(merged)
    assert sorted(after) == [
        "adr-gen.toml",
        "docs/decisions/0001-first.md",
        "docs/decisions/0002-early.md",
        "docs/decisions/0003-last.md",
        "docs/decisions/0004-late.md",
        "docs/decisions/reviews/0002-2026-05-01-ef01.yml",
        "docs/decisions/reviews/0004-2026-05-01-abcd.yml",
        "docs/guide.md",
        "docs/index.md",
        "docs/research/early.md",
        "docs/research/first.md",
        "docs/research/last.md",
        "docs/research/late.md",
    ]
    same = ["docs/decisions/0001-first.md", "docs/decisions/0002-early.md", "docs/index.md", "docs/research/early.md"]
    assert {path: after[path] for path in same} == {path: before[path] for path in same}
    assert after["docs/guide.md"] == "Read [ADR-0004](decisions/0004-late.md#decision-outcome), ADR-0004.\n"
    assert (
        after["docs/decisions/reviews/0004-2026-05-01-abcd.yml"]
        == "record: 4\nfile: 0004-late.md\ndate: 2026-05-01\nby: me\n"
    )
    assert "See ADR-0004 and [first](first.md)." in after["docs/research/late.md"]
    assert "See ADR-0004 and [first](0001-first.md)." in after["docs/decisions/0004-late.md"]
    assert "supersedes: 4\n" in after["docs/research/last.md"]
    assert "* Supersedes [ADR-0004](0004-late.md)\n" in after["docs/decisions/0003-last.md"]
    assert "* Status: superseded by [0003-last](0003-last.md)\n" in after["docs/decisions/0004-late.md"]
    assert "docs/decisions/0002-late.md → 0004-late.md" in lines
    at = lines.index("docs/decisions/0004-late.md:2")
    assert lines[at : at + 3] == ["docs/decisions/0004-late.md:2", "  - number: 2", "  + number: 4"]
    at = lines.index("docs/research/last.md:4")
    assert lines[at : at + 3] == ["docs/research/last.md:4", "  - supersedes: 2", "  + supersedes: 4"]
    assert not any("digest" in line for line in lines)


def test_a_second_run_has_nothing_to_do(merged: Path) -> None:
    renumber_lines(merged)
    before = contents(merged)
    assert (renumber_lines(merged), contents(merged)) == (["no number is taken twice; nothing to mend"], before)


def test_a_dry_run_says_the_same_and_writes_nothing(merged: Path) -> None:
    before = {p: p.read_bytes() for p in merged.rglob("*") if p.is_file() and ".git" not in p.parts}
    output = renumber_lines(merged, "--dry-run")
    assert {p: p.read_bytes() for p in merged.rglob("*") if p.is_file() and ".git" not in p.parts} == before
    assert renumber_lines(merged) == output


def test_a_run_that_is_killed_after_any_write_is_finished_by_the_next(
    merged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = contents(merged)
    list(renumber(load(merged), None, dry_run=False))
    expected = contents(merged)
    write, unlink = files.write, Path.unlink
    for allowed in range(12):
        root = tmp_path / f"killed-{allowed}"
        for path, text in start.items():
            put(root, path, text)
        left = [allowed]

        def spend(left: list[int] = left) -> None:
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1

        def counted(root: Path, path: str, text: str) -> bool:
            spend()
            return write(root, path, text)

        def remove(self: Path, missing_ok: bool = False) -> None:
            if "decisions" in self.parts:
                spend()
            unlink(self, missing_ok=missing_ok)

        with monkeypatch.context() as patch:
            patch.setattr(files, "write", counted)
            patch.setattr(Path, "unlink", remove)
            try:
                list(renumber(load(root), None, dry_run=False))
                finished = True
            except KeyboardInterrupt:
                finished = False
        assert any("This is ADR" in text for text in contents(root).values())
        list(renumber(load(root), None, dry_run=False))
        assert contents(root) == expected, allowed
    assert finished


def test_a_bare_number_that_two_records_share_keeps_meaning_the_earlier_one(project: Make) -> None:
    root = project("""
        === docs/decisions/0003-early.md
        # ADR-0003: Early

        * Status: accepted
        * Date: 2026-01-01
        === docs/decisions/0003-late.md
        # ADR-0003: Late

        * Status: accepted
        * Date: 2026-02-01
        * Supersedes ADR-0003
        === docs/guide.md
        ADR-0003, [ADR-0003](decisions/0003-early.md), [ADR-0003](decisions/0003-late.md).
    """)
    lines = renumber_lines(root)
    after = contents(root)
    assert after["docs/decisions/0003-early.md"].startswith("# ADR-0003: Early\n")
    assert after["docs/decisions/0004-late.md"] == (
        "# ADR-0004: Late\n\n* Status: accepted\n* Date: 2026-02-01\n* Supersedes ADR-0003\n"
    )
    assert after["docs/guide.md"] == (
        "ADR-0003, [ADR-0003](decisions/0003-early.md), [ADR-0004](decisions/0004-late.md).\n"
    )
    assert lines == [
        "docs/decisions/0003-late.md → 0004-late.md",
        "docs/decisions/0004-late.md:1",
        "  - # ADR-0003: Late",
        "  + # ADR-0004: Late",
        "docs/guide.md:1",
        "  - …, [ADR-0003](decisions/0003-early.md), [ADR-0003](decisions/0003-late.md).",
        "  + …, [ADR-0003](decisions/0003-early.md), [ADR-0004](decisions/0004-late.md).",
    ]


@pytest.mark.parametrize(
    ("first", "second", "moved"),
    [
        ("Date: 2026-05-01", "Date: 2026-04-01", "0001-a.md"),
        ("Date: 2026-05-01", "", "0001-b.md"),
        ("Date: 2026-05-01", "Date: 2026-05-01", "0001-b.md"),
    ],
    ids=["by date", "without a date", "by path"],
)
def test_the_later_one_moves(project: Make, first: str, second: str, moved: str) -> None:
    record = "# {0}\n\nStatus: accepted\n{1}\n"
    root = tree(Path(project("=== adr-gen.toml\n")), "=== docs/decisions/")
    put(root, "docs/decisions/0001-a.md", record.format("A", first))
    put(root, "docs/decisions/0001-b.md", record.format("B", second))
    assert renumber_lines(root)[0] == f"docs/decisions/{moved} → {moved.replace('0001', '0002')}"


def test_of_one_day_the_generated_one_moves(project: Make) -> None:
    root = project("=== docs/decisions/0001-z.md\n# Z\n\nStatus: accepted\nDate: 2026-01-01\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01"))
    run(root, "generate")
    (root / "docs/decisions/0002-a.md").rename(root / "docs/decisions/0001-a.md")
    assert renumber_lines(root)[0] == "docs/decisions/0001-a.md → 0002-a.md"


def test_three_that_share_a_number_get_three(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    for number, name in enumerate("abc", start=1):
        text = f"# {name}\n\nStatus: accepted\nDate: 2026-01-0{number}\n\nSee [it](0005-c.md).\n"
        put(root, f"docs/decisions/0005-{name}.md", text)
    renumber_lines(root)
    assert sorted(p.name for p in (root / "docs/decisions").iterdir()) == ["0005-a.md", "0006-b.md", "0007-c.md"]
    assert "[it](0007-c.md)" in contents(root)["docs/decisions/0005-a.md"]
    assert_settled(root)


@pytest.mark.parametrize("copy", ["0001-copy.md", "0001-z copy.md", "0001-ä.md"])
def test_what_no_commit_has_moves(copy: str, project: Make) -> None:
    root = project("=== docs/decisions/0001-m.md\n# M\n\nStatus: accepted\nDate: 2026-02-01\n")
    git(root, "init", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--message=m")
    put(root, f"docs/decisions/{copy}", "# M\n\nStatus: accepted\nDate: 2026-01-01\n")
    renumber_lines(root)
    left = sorted(p.name for p in (root / "docs/decisions").iterdir())
    assert left == ["0001-m.md", copy.replace("0001", "0002")]
    git(root, "add", ".")
    git(root, "commit", "--message=both")
    (root / f"docs/decisions/{left[1]}").rename(root / "docs/decisions" / copy)
    git(root, "add", ".")
    git(root, "commit", "--message=again")
    assert renumber_lines(root)[0] == "docs/decisions/0001-m.md → 0002-m.md", "in a commit both, the later one moves"
