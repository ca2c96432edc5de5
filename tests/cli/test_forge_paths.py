"""A project in a folder of its repository: a forge looks for paths from the top, programs and people from the project."""

import json
from pathlib import Path

import pytest

from tests.support.branches import Branches
from tests.support.github import REPOSITORY, TOKEN, hub
from tests.support.helpers import put, run

RECORD = "# X\n\n* Status: rejected\n* Date: 2026-01-02\n\n## Revisit When\n\n* `dep:redis`\n"
ADDRESS = "https://github.com/example/shop/blob/HEAD/a%20shop/docs/decisions/0001-x.md"


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """The folder of a project on a branch that adds redis."""
    shop = Branches(tmp_path / "all", f"=== a shop/docs/decisions/0001-x.md\n{RECORD}")
    shop.put("a shop/adr-gen.toml", f'repo-url = "https://github.com/{REPOSITORY}"\n')
    shop.put("a shop/requirements.txt", "flask\n")
    shop.commit()
    shop.branch("feature", lambda shop: shop.put("a shop/requirements.txt", "flask\nredis\n"))
    return shop.root / "a shop"


def test_annotations_of_a_change_name_paths_from_the_top(inside: Path) -> None:
    (line,) = run(inside, "pr", "--format", "github").stdout.splitlines()
    assert line.startswith("::warning file=a shop/requirements.txt,line=2,title=ADR501::ADR-0001")
    (result,) = json.loads(run(inside, "pr", "--format", "sarif").stdout)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20shop/requirements.txt"
    (record,) = json.loads(run(inside, "pr", "--format", "json").stdout)["records"]
    assert (record["record"], record["triggers"][0]["path"]) == ("docs/decisions/0001-x.md", "requirements.txt")


def test_annotations_of_other_commands_do_too(inside: Path) -> None:
    put(inside, "docs/decisions/0002-y.md", "# Y\n\n* Status: perhaps\n")
    checked = run(inside, "check", "--format", "github").stdout
    assert checked.startswith("::error file=a shop/docs/decisions/0002-y.md,line=3,title=ADR")
    due = run(inside, "revisit", "--format", "github").stdout
    assert due.startswith("::warning file=a shop/docs/decisions/0001-x.md,line=8,title=ADR-0001 (a) met::")


def test_a_comment_leads_to_the_file_in_its_folder(inside: Path) -> None:
    with hub() as github:
        put(inside, "adr-gen.toml", f'github-api = "{github.url}"\n')
        env = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_REF": "refs/pull/7/merge"}
        run(inside, "pr", "--comment", "github", **env, NO_PROXY="127.0.0.1")
        assert f"[its file]({ADDRESS})" in github.said(7)[0]


def test_pages_lead_to_files_in_their_folder(inside: Path) -> None:
    put(inside, "docs/decisions/0002-y.md", "# Y\n\n* Status: accepted\n\nSee [the list](../../requirements.txt).\n")
    run(inside, "export", "build")
    page = (inside / "build/decisions/0002-y/index.md").read_text(encoding="utf-8")
    assert f'href="https://github.com/{REPOSITORY}/blob/HEAD/a%20shop/requirements.txt"' in page
