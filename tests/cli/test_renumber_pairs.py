"""`adr-gen renumber OLD NEW`: whatever referred to the record still does, and its text is otherwise as it was."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.commands.renumber.run import renumber
from adr_gen.commands.renumber.text_diff import changes
from adr_gen.errors import UsageError
from adr_gen.project import load
from tests.support.helpers import put, run
from tests.support.renumber_research import assert_settled, contents, renumber_lines, research

Make = Callable[[str], Path]


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
    renumber_lines(root, "2", "ADR-0012")
    assert_settled(root)
    after = contents(root)
    assert "Superseded by [12. Use jj](0012-use-jj.md)" in after["docs/decisions/0001-use-git.md"]
    untouched = "Not `ADR-0002`, and not https://tracker.example/ADR-0002 or [ADR-0002](https://other.example/2)."
    assert untouched in after["docs/decisions/0001-use-git.md"]
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


def test_an_edited_record_moves_and_still_counts_as_edited(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01", "This is ADR-0001."))
    run(root, "generate")
    place = root / "docs/decisions/0001-a.md"
    place.write_text(place.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8", newline="\n")
    renumber_lines(root, "1", "5")
    made = run(root, "generate")
    assert (made.returncode, made.stderr) == (0, "")
    assert "edited by you" in made.stdout
    assert (root / "docs/decisions/0005-a.md").read_text(encoding="utf-8").endswith("\nMine.\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01", "Something else."))
    assert "ADR201" in run(root, "generate").stderr


def test_a_record_that_was_behind_its_research_stays_behind(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01"))
    run(root, "generate")
    put(root, "docs/research/a.md", research("A", "2026-01-01", "Changed."))
    renumber_lines(root, "1", "2")
    assert "It fits." in contents(root)["docs/decisions/0002-a.md"]
    assert run(root, "generate", "--check").returncode == 1
    assert run(root, "generate").returncode == 0
    assert_settled(root)


def test_windows_line_ends_and_byte_order_marks_stay(project: Make) -> None:
    root = project("=== docs/decisions/0001-a.md\n# 1. A\n\nStatus: accepted\n")
    text = "\ufeff---\r\nsupersedes: 1\r\n---\r\n# X\r\n\r\n[ADR-0001](../decisions/0001-a.md)\r\n"
    put(root, "docs/research/x.md", text)
    renumber_lines(root, "1", "2")
    assert contents(root)["docs/research/x.md"] == text.replace(": 1", ": 2").replace("0001", "0002")


def test_a_generated_record_with_windows_line_ends_keeps_them_and_is_not_taken_for_edited(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01"))
    run(root, "generate")
    place = root / "docs/decisions/0001-a.md"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    renumber_lines(root, "1", "2")
    moved = (root / "docs/decisions/0002-a.md").read_bytes()
    assert moved.count(b"\r\n") == moved.count(b"\n")
    assert "edited by you" not in run(root, "generate", "--check").stdout


def test_a_research_file_with_the_name_of_the_record_is_not_mistaken_for_it(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/0001-a.md", research("A", "2026-01-01"))
    put(root, "docs/research/b.md", research("B", "2026-02-01", "[A](0001-a.md)", front="supersedes: 0001-a.md\n"))
    run(root, "generate")
    renumber_lines(root, "1", "9")
    assert_settled(root)
    assert "supersedes: 0001-a.md" in contents(root)["docs/research/b.md"]
    assert "* Supersedes [ADR-0009](0009-a.md)\n" in contents(root)["docs/decisions/0002-b.md"]
    assert "[A](0009-a.md)" in contents(root)["docs/decisions/0002-b.md"]


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("7", "8"), "adr-gen: no record 7; `adr-gen list` shows all"),
        (("1", "2"), "adr-gen: number 2 is taken; next free is 3"),
        (("1", "1"), "adr-gen: number 1 is taken; next free is 3"),
        (("1", "0"), "adr-gen: number 0 is no number; next free is 3"),
        (("1",), "adr-gen: renumber takes no numbers, or the old and the new one"),
    ],
)
def test_wrong_numbers_are_refused_and_nothing_is_written(
    project: Make, numbers: tuple[str, ...], message: str
) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        Status: accepted
        === docs/decisions/0002-b.md
        Status: accepted
    """)
    before = contents(root)
    done = run(root, "renumber", *numbers)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", message)
    assert contents(root) == before


def test_a_number_of_an_unreadable_record_is_taken(project: Make) -> None:
    root = project("=== docs/decisions/0001-a.md\n# A\n\nStatus: accepted\n")
    (root / "docs/decisions/0002-b.md").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=re.escape("number 2 is taken; next free is 3")):
        list(renumber(load(root), (1, 2), dry_run=False))


def test_long_lines_are_cut_around_what_changed_and_never_within_it(project: Make) -> None:
    words, name = "word " * 40, f"0001-{'long-' * 12}name.md"
    root = project(f"=== docs/decisions/{name}\n# A\n\nStatus: accepted\n")
    put(root, "docs/guide.md", f"{words}ADR-0001 {words}[it](decisions/{name}), ADR-0001.\n")
    moved, *lines = renumber_lines(root, "1", "2")
    assert moved == f"docs/decisions/{name} → {name.replace('1', '2')}"
    assert lines == [
        "docs/guide.md:1",
        "  - … word word word word word word ADR-0001 word word word word word word word…",
        "  + … word word word word word word ADR-0002 word word word word word word word…",
        "  - …word word word word [it](decisions/0001-long-long-long-long-long-long-long…",
        "  + …word word word word [it](decisions/0002-long-long-long-long-long-long-long…",
        "  - …-long-long-long-long-long-name.md), ADR-0001.",
        "  + …-long-long-long-long-long-name.md), ADR-0002.",
    ]
    assert max(map(len, lines)) <= 80


def test_a_line_that_is_new_and_one_of_other_words_are_shown_whole() -> None:
    assert list(changes("a.md", "a\nb c\nz", "a\nb\nc d\nz")) == ["a.md:2", "  - b c", "  + b", "a.md:3", "  + c d"]
    assert list(changes("a.md", "a\nb\n", "a\n")) == ["a.md:2", "  - b"]
    assert list(changes("a.md", "a\n", "a\n")) == []
