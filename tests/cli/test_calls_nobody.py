"""Markdown for issues and pull requests: whatever a record says in whichever field, nobody is called, nothing acts."""

from pathlib import Path

import pytest

from adr_gen.errors import visible
from adr_gen.notify.issue_text import RecordLinks
from adr_gen.records import read
from tests.support.branches import Branches
from tests.support.helpers import run
from tests.unit.test_forge_escaping import calls

HOSTILE = "x _@octocat_ #12 _GH-1_ <b> \x1b[31m\x08\x9b\u202e end"
NAME = "docs/decisions/0001-x)@octocat `@octocat`.md"
RECORD = f"""# Jobs {HOSTILE}

* Status: rejected ({HOSTILE})
* Date: 2026-01-01
* Deciders: {HOSTILE}

No: {HOSTILE}

## Considered Options

* Redis

## Blockers

* {HOSTILE}

## Revisit When

* {HOSTILE}
* `dep:celery` {HOSTILE}
"""


@pytest.fixture
def change(tmp_path: Path) -> Branches:
    """A branch that makes a condition true, adds an option, edits a record, and adds research."""
    shop = Branches(tmp_path / "shop", "=== requirements.txt\nflask\n")
    for path in (NAME, "docs/decisions/0002-x.md", "docs/decisions/0003-x.md"):
        shop.put(path, RECORD if path == NAME else RECORD.replace("`dep:celery` ", ""))
    shop.commit()
    shop.branch(
        "feature",
        lambda shop: shop.put("requirements.txt", "flask\nredis\ncelery\n"),
        lambda shop: shop.put(NAME, RECORD.replace("Date: 2026-01-01", "Date: 2026-01-02")),
        lambda shop: shop.put("docs/research/r)@octocat.md", "# R\n\n## Recommendation: ADOPT\n"),
    )
    return shop


@pytest.mark.parametrize("args", [["revisit"], ["pr", "--base", "main"]])
def test_no_field_of_a_record_calls_anybody_or_acts_on_a_terminal(args: list[str], change: Branches) -> None:
    output = run(change.root, *args, "--format", "markdown").stdout
    assert "Jobs x" in output
    assert calls(output) == []
    assert visible(output) == output


@pytest.mark.parametrize("repo_url", ["", "https://github.com/o/r"])
def test_no_name_of_a_file_does(repo_url: str) -> None:
    record = read(NAME, RECORD, "docs/decisions").record
    assert calls(RecordLinks(repo_url).links(record)) == []
