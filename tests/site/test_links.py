"""Links from one folder of a project to another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.links import relative, rewrite
from tests.support.helpers import build, run

PROJECT = """
=== adr-gen.toml
decisions = "DECISIONS"
=== src/queue.py
=== docs/research/queue.md
# Queue

## Recommendation: ADOPT

Adopt [the queue](../../src/queue.py).
"""


@pytest.mark.parametrize(
    ("path", "folder", "link"),
    [
        ("docs/a.md", "docs", "a.md"),
        ("docs/a.md", "docs/decisions", "../a.md"),
        ("docs/decisions", "docs/decisions", "."),
        (".", "docs/decisions", "../.."),
        ("src/a b.py", "", "src/a%20b.py"),
        ("src/x.py", ".", "src/x.py"),
        ("src/x.py", "./docs//decisions", "../../src/x.py"),
        ("docs/ä.md", "docs/b", "../%C3%A4.md"),
        ("docs/a%20b.md", "docs/b", "../a%2520b.md"),
    ],
)
def test_a_link_leads_from_a_folder_to_a_path(path: str, folder: str, link: str) -> None:
    assert relative(path, folder) == link


@pytest.mark.parametrize(
    ("decisions", "link"),
    [("docs/decisions", "../../src"), ("./docs//decisions/", "../../src"), ("log/.", "../src")],
)
def test_a_record_links_to_a_file_however_its_folder_is_written(
    decisions: str, link: str, project: Callable[[str], Path]
) -> None:
    root = project(PROJECT.replace("DECISIONS", decisions))
    done = run(root, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    (record,) = (root / decisions).glob("0001-*.md")
    assert f"[the queue]({link}/queue.py)" in record.read_text(encoding="utf-8")
    assert run(root, "generate", "--check").returncode == 0


NOTES = """
=== mkdocs.yml
site_name: Log
theme: {name: material, font: false}
plugins: [adr-gen]
=== docs/guide.md
# Guide
=== src/queue.py
=== docs/research/sub/notes.md
# Notes

## Recommendation: ADOPT

Adopt[^1] it[^two], all[^3] of[^l] it[^q]. See [ref], [quoted], [item], [inner] and [twice].

[ref]: ../../guide.md
[twice]: <../../guide.md>
[twice]: ../../guide.md

Words of a paragraph, and below them
[words]: more of them

[Note]: something to say

> Quoted:
>
> [quoted]: ../../guide.md
>
> [^q]: Quoted in a quote.

- an item

  [item]: ../../../src/queue.py "the queue"

  [^l]: Listed in an item.

[^1]: Measured on a laptop.
[^two]: [The guide](../../guide.md) says so,
    in two lines
    [of]: words

    and a paragraph with [the queue](../../../src/queue.py).

    [inner]: ../../guide.md
[^3]: sub.md

[^unused]: notes.md
"""


def test_a_footnote_and_words_in_brackets_are_no_link_definitions(project: Callable[[str], Path]) -> None:
    root = project(NOTES)
    assert run(root, "generate").returncode == 0
    (record,) = (root / "docs/decisions").glob("0001-*.md")
    text = record.read_text(encoding="utf-8")
    source = (root / "docs/research/sub/notes.md").read_text(encoding="utf-8").rpartition("Adopt[^1]")[2]
    expected = source.replace("../../guide.md", "../guide.md").replace("../../../src", "../../src")
    lines = [line for line in text.rpartition("Adopt[^1]")[2].split("\n") if line]
    assert lines == [line for line in expected.split("\n") if line]
    assert run(root, "check").returncode == 0, "no word of a footnote is taken for a path"

    assert run(root, "export", "--profile", "nygard", "plain").returncode == 0
    assert "[^1]: Measured on a laptop.\n" in (root / "plain/0001-notes.md").read_text(encoding="utf-8")
    moved = run(root, "renumber", "1", "4")
    assert moved.returncode == 0
    assert (root / "docs/decisions/0004-notes.md").read_text(encoding="utf-8").partition("* Status")[2] == (
        text.partition("* Status")[2]
    )

    assert build(root).returncode == 0
    page = (root / "site/decisions/0004-notes/index.html").read_text(encoding="utf-8")
    assert "Measured on a laptop." in page
    assert page.count('<a href="../../guide/">') == 5, "four definitions, and the link in a footnote"


LOOKALIKES = """\
[o](other file.md), [o](other.md and \\[o](other.md), o](other.md)

<div>
[o](other.md)
</div>

    [o](other.md)
"""
LINKS = """\
[o](LINK), ![o]( <LINK> 't'), [![i](LINK)](LINK "t"), [o [p]](LINK#a_b)

| a | b |
|---|---|
| [o](LINK) | \\| [o](LINK) |

* one

  > two [o](LINK)
  > [o
  > p](LINK)
"""


def test_what_only_looks_like_a_link_stays_as_it_is() -> None:
    assert rewrite(LOOKALIKES, lambda target: f"../{target}", lambda line: False) == LOOKALIKES


@pytest.mark.parametrize("name", ["other.md", "other_(old).md", "%C3%A4.md", "ä.md", "a\\_b.md", "a&amp;b.md"])
def test_every_link_is_changed(name: str) -> None:
    text = LINKS.replace("LINK", name)
    assert rewrite(text, lambda target: f"../{target}", lambda line: False) == LINKS.replace("LINK", f"../{name}")


def test_check_reads_a_definition_wherever_it_stands(project: Callable[[str], Path]) -> None:
    root = project("""
        === docs/decisions/0001-notes.md
        # Notes

        [a], [b] and [c].

        [a]: gone-a.md

        > [b]: gone-b.md

        * one

          [c]: gone-c.md

        [^1]: gone.md
        """)
    problems = [line.partition(" leads")[0] for line in run(root, "check").stderr.splitlines() if "ADR302" in line]
    assert problems == [
        f"docs/decisions/0001-notes.md:{line}: ADR302 link to 'gone-{name}.md'"
        for line, name in ((5, "a"), (7, "b"), (11, "c"))
    ]
