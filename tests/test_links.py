"""Links from one folder of a project to another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.links import relative
from tests.helpers import run

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
