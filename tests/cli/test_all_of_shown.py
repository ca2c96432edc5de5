"""Conditions that have to be true together say so wherever they are listed; those of which any is enough do not."""

from pathlib import Path

import pytest

from tests.support.helpers import run, tree

RECORD = """\
=== mkdocs.yml
site_name: Bakery
repo_url: https://github.com/example/bakery
=== docs/decisions/0001-ovens.md
# Ovens

* Status: rejected
* Date: 2026-09-01

## Revisit When

"""
CONDITIONS = {
    "all": "All of:\n\n* (a) `2026-10-01`\n* (b) `2026-10-05`\n",
    "any": "Any of:\n\n* (a) `2026-10-01`\n* (b) `2026-10-05`\n",
    "single": "* (a) `2026-10-01`\n",
}


@pytest.mark.parametrize("logic", CONDITIONS)
@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("revisit",), "\n    all of these together:\n    (a) met"),
        (("revisit", "--format", "markdown"), " — rejected — all of these together:\n    * (a) *met*"),
        (
            ("revisit", "--notify", "github", "--dry-run"),
            "    It waits for all of these together:\n\n    * (a) **met**",
        ),
        (("review",), "\nIt waits for all of these together:\n\n(a) met"),
        (("review", "1"), "\nIt waits for all of these together:\n\n(a) met"),
        (("review", "1", "a"), "\nIt waits for all of these together:\n\n(a) met"),
        (("show", "1"), "\nRevisit when, all of\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_all_of_is_said_above_the_conditions(tmp_path: Path, logic: str, args: tuple[str, ...], words: str) -> None:
    root = tree(tmp_path, RECORD + CONDITIONS[logic])
    done = run(root, *args, "--as-of", "2026-11-20", stdin="q\n")
    text = done.stdout + done.stderr
    assert (words in text) == (logic == "all"), text
    assert ("all of" in text) == (logic == "all")
