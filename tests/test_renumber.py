"""`adr-gen renumber`: one number, one record, and whatever referred to the moved one still does."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen import files
from adr_gen.commands.renumber import renumber
from adr_gen.errors import UsageError
from adr_gen.project import load
from tests.helpers import environment, run, tree

Make = Callable[[str], Path]
RESEARCH = "# {title}\n\nDone {day}.\n\n## Recommendation: {verdict}\n\n{rest}\n"


def research(title: str, day: str, rest: str = "It fits.", verdict: str = "ADOPT", front: str = "") -> str:
    return f"---\ntitle: {title}\ndate: {day}\n{front}---\n" + RESEARCH.format(
        title=title, day=day, verdict=verdict, rest=rest
    )


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8", newline="\n")


def contents(root: Path) -> dict[str, str]:
    """All files but git's and the state folder, by path."""
    found = [p for p in root.rglob("*") if p.is_file() and not {".git", ".adr-gen"} & set(p.parts)]
    return {p.relative_to(root).as_posix(): p.read_bytes().decode() for p in found}


def git(root: Path, *args: str) -> None:
    who = [
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@localhost",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.autocrlf=false",
    ]
    command = ["git", *who, *args]
    subprocess.run(command, cwd=root, env=environment(GIT_CONFIG_NOSYSTEM="1"), check=True, capture_output=True)


def settled(root: Path) -> None:
    """Generate has nothing to change and check nothing to say."""
    made = run(root, "generate", "--check")
    assert (made.returncode, made.stderr) == (0, ""), made.stdout + made.stderr
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr) == (0, "")


def renumbered(root: Path, *numbers: str) -> list[str]:
    done = run(root, "renumber", *numbers)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A repository in which two branches took number 2, and one of them number 3 on top of it."""
    root = tmp_path / "project"
    put(root, "docs/research/first.md", research("First", "2026-01-01"))
    put(root, "adr-gen.toml", "")
    git(tmp_path, "init", "--initial-branch=main", str(root))
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
    return root


def test_two_merged_branches_that_took_one_number_are_told_apart(merged: Path) -> None:
    found = run(merged, "check")
    assert (
        "docs/decisions/0002-late.md:1: ADR301 number 2 is also taken by docs/decisions/0002-early.md" in found.stderr
    )
    before = contents(merged)
    lines = renumbered(merged)
    after = contents(merged)
    settled(merged)
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
    assert "* Superseded by [ADR-0003](0003-last.md)\n" in after["docs/decisions/0004-late.md"]
    assert "docs/decisions/0002-late.md → 0004-late.md" in lines
    assert "docs/decisions/0004-late.md:2: number: 2 → number: 4" in lines
    assert "docs/research/last.md:4: supersedes: 2 → supersedes: 4" in lines


def test_a_second_run_has_nothing_to_do(merged: Path) -> None:
    renumbered(merged)
    before = contents(merged)
    assert (renumbered(merged), contents(merged)) == (["no number is taken twice; nothing to mend"], before)


def test_a_dry_run_says_the_same_and_writes_nothing(merged: Path) -> None:
    before = {p: p.read_bytes() for p in merged.rglob("*") if p.is_file() and ".git" not in p.parts}
    told = renumbered(merged, "--dry-run")
    assert {p: p.read_bytes() for p in merged.rglob("*") if p.is_file() and ".git" not in p.parts} == before
    assert renumbered(merged) == told


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


def test_an_explicit_pair_takes_every_reference_along(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-use-git.md
        # 1. Use git

        Date: 2026-01-01

        ## Status

        Superseded by [2. Use jj](0002-use-jj.md)

        ## Decision

        We use git. Not `ADR-0002`, and not https://tracker.example/ADR-0002 or [ADR-0002](https://other.example/2).

        ```
        ADR-0002
        ```
        === docs/decisions/0002-use-jj.md
        # 2. Use jj

        Date: 2026-02-01

        ## Status

        Accepted

        Supersedes [1. Use git](0001-use-git.md)

        ## Decision

        We use jj, see [above](#2-use-jj).
        === docs/guide.md
        [ADR-0002], [two][2], [anchor](decisions/0002-use-jj.md#2-use-jj), <a href="decisions/0002-use-jj.md">ADR 2</a>,
        adr-2, ADR-0020, ADR-20 and docs/decisions/0002-use-jj.md.

        [ADR-0002]: decisions/0002-use-jj.md
        [2]: <decisions/0002-use-jj.md> "ADR-0002"
        === docs/research/later.md
        ---
        date: 2026-03-01
        supersedes: [2, "ADR-0002", 0002-use-jj.md]
        relates:
          - 1
        priority: 2
        ---
        # Later

        ## Recommendation: REJECT

        Revisit when `adr:2 accepted` holds.
        === mkdocs.yml
        nav:
          - decisions/0002-use-jj.md
    """)
    run(root, "generate")
    renumbered(root, "2", "ADR-0012")
    settled(root)
    after = contents(root)
    assert "Superseded by [12. Use jj](0012-use-jj.md)" in after["docs/decisions/0001-use-git.md"]
    kept = "Not `ADR-0002`, and not https://tracker.example/ADR-0002 or [ADR-0002](https://other.example/2)."
    assert kept in after["docs/decisions/0001-use-git.md"]
    assert "```\nADR-0002\n```" in after["docs/decisions/0001-use-git.md"]
    assert after["docs/decisions/0012-use-jj.md"].startswith("# 12. Use jj\n")
    assert "see [above](#12-use-jj)" in after["docs/decisions/0012-use-jj.md"]
    assert after["docs/guide.md"] == (
        "[ADR-0012], [two][2], [anchor](decisions/0012-use-jj.md#12-use-jj), "
        '<a href="decisions/0012-use-jj.md">ADR 12</a>,\n'
        "adr-12, ADR-0020, ADR-20 and docs/decisions/0012-use-jj.md.\n\n"
        "[ADR-0012]: decisions/0012-use-jj.md\n"
        '[2]: <decisions/0012-use-jj.md> "ADR-0012"\n'
    )
    assert (
        'supersedes: [12, "ADR-0012", 0012-use-jj.md]\nrelates:\n  - 1\npriority: 2\n'
        in after["docs/research/later.md"]
    )
    assert "`adr:12 accepted`" in after["docs/research/later.md"]
    assert after["mkdocs.yml"] == "nav:\n  - decisions/0012-use-jj.md\n"
    assert "docs/decisions/0002-use-jj.md" not in after


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
    lines = renumbered(root)
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
        "docs/decisions/0004-late.md:1: # ADR-0003: Late → # ADR-0004: Late",
        "docs/guide.md:1: [ADR-0003](decisions/0003-lat… → [ADR-0004](decisions/0004-lat…",
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
    assert renumbered(root)[0] == f"docs/decisions/{moved} → {moved.replace('0001', '0002')}"


def test_of_one_day_the_generated_one_moves(project: Make) -> None:
    root = project("=== docs/decisions/0001-z.md\n# Z\n\nStatus: accepted\nDate: 2026-01-01\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01"))
    run(root, "generate")
    (root / "docs/decisions/0002-a.md").rename(root / "docs/decisions/0001-a.md")
    assert renumbered(root)[0] == "docs/decisions/0001-a.md → 0002-a.md"


def test_three_that_share_a_number_get_three(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    for number, name in enumerate("abc", start=1):
        text = f"# {name}\n\nStatus: accepted\nDate: 2026-01-0{number}\n\nSee [it](0005-c.md).\n"
        put(root, f"docs/decisions/0005-{name}.md", text)
    renumbered(root)
    assert sorted(p.name for p in (root / "docs/decisions").iterdir()) == ["0005-a.md", "0006-b.md", "0007-c.md"]
    assert "[it](0007-c.md)" in contents(root)["docs/decisions/0005-a.md"]
    settled(root)


def test_an_edited_record_moves_and_still_counts_as_edited(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01", "This is ADR-0001."))
    run(root, "generate")
    place = root / "docs/decisions/0001-a.md"
    place.write_text(place.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8", newline="\n")
    renumbered(root, "1", "5")
    made = run(root, "generate")
    assert (made.returncode, made.stderr) == (0, "")
    assert "kept" in made.stdout
    assert (root / "docs/decisions/0005-a.md").read_text(encoding="utf-8").endswith("\nMine.\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01", "Something else."))
    assert "ADR201" in run(root, "generate").stderr


def test_a_record_that_was_behind_its_research_stays_behind(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01"))
    run(root, "generate")
    put(root, "docs/research/a.md", research("A", "2026-01-01", "Changed."))
    renumbered(root, "1", "2")
    assert "It fits." in contents(root)["docs/decisions/0002-a.md"]
    assert run(root, "generate", "--check").returncode == 1
    assert run(root, "generate").returncode == 0
    settled(root)


def test_windows_line_ends_and_byte_order_marks_stay(project: Make) -> None:
    root = project("=== docs/decisions/0001-a.md\n# 1. A\n\nStatus: accepted\n")
    text = "\ufeff---\r\nsupersedes: 1\r\n---\r\n# X\r\n\r\n[ADR-0001](../decisions/0001-a.md)\r\n"
    put(root, "docs/research/x.md", text)
    renumbered(root, "1", "2")
    assert contents(root)["docs/research/x.md"] == text.replace(": 1", ": 2").replace("0001", "0002")


def test_a_generated_record_with_windows_line_ends_keeps_them_and_is_not_taken_for_edited(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01"))
    run(root, "generate")
    place = root / "docs/decisions/0001-a.md"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    renumbered(root, "1", "2")
    moved = (root / "docs/decisions/0002-a.md").read_bytes()
    assert moved.count(b"\r\n") == moved.count(b"\n")
    assert "kept" not in run(root, "generate", "--check").stdout


def test_a_research_file_with_the_name_of_the_record_is_not_mistaken_for_it(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/0001-a.md", research("A", "2026-01-01"))
    put(root, "docs/research/b.md", research("B", "2026-02-01", "[A](0001-a.md)", front="supersedes: 0001-a.md\n"))
    run(root, "generate")
    renumbered(root, "1", "9")
    settled(root)
    assert "supersedes: 0001-a.md" in contents(root)["docs/research/b.md"]
    assert "* Supersedes [ADR-0009](0009-a.md)\n" in contents(root)["docs/decisions/0002-b.md"]
    assert "[A](0009-a.md)" in contents(root)["docs/decisions/0002-b.md"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("7", "8"), "adr-gen: no record 7; `adr-gen list` shows all"),
        (("1", "2"), "adr-gen: number 2 is taken; next free is 3"),
        (("1", "1"), "adr-gen: number 1 is taken; next free is 3"),
        (("1", "0"), "adr-gen: number 0 is no number; next free is 3"),
        (("1",), "adr-gen: renumber takes no numbers, or the old and the new one"),
    ],
)
def test_wrong_numbers_are_refused_and_nothing_is_written(project: Make, numbers: tuple[str, ...], said: str) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        Status: accepted
        === docs/decisions/0002-b.md
        Status: accepted
    """)
    before = contents(root)
    done = run(root, "renumber", *numbers)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", said)
    assert contents(root) == before


def test_a_number_of_an_unreadable_record_is_taken(project: Make) -> None:
    root = project("=== docs/decisions/0001-a.md\n# A\n\nStatus: accepted\n")
    (root / "docs/decisions/0002-b.md").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=re.escape("number 2 is taken; next free is 3")):
        list(renumber(load(root), (1, 2), dry_run=False))


def test_long_lines_are_cut_around_what_changed(project: Make) -> None:
    words = "word " * 40
    root = project("=== docs/decisions/0001-a.md\n# A\n\nStatus: accepted\n")
    put(root, "docs/guide.md", f"{words}ADR-0001 {words}\n")
    (_, line) = renumbered(root, "1", "2")
    assert line == "docs/guide.md:1: ADR-0001 word word word word → ADR-0002 word word word word"
    assert len(line) <= 80
