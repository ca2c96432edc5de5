"""A record whose question is open again is `reopened`, wherever it is shown: nobody is asked meanwhile."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from tests.support.github import REPOSITORY, TOKEN, hub
from tests.support.helpers import put, run
from tests.support.reopened_log import DAY, NEW, RESEARCH, log, ok

Make = Callable[[str], Path]


@pytest.fixture
def root(project: Make) -> Path:
    """A project whose first record is met, and open again; the second waits for nothing."""
    made = project(RESEARCH)
    ok(made, "generate")
    assert log(made)[1]["revisit"]["state"] == "met"
    ok(made, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    return made


def test_the_list_and_programs_say_so_and_ask_nobody(root: Path) -> None:
    record = log(root)[1]
    assert (record["revisit"]["state"], record["revisit"]["next"]) == ("reopened", None)
    assert [trigger["state"] for trigger in record["revisit"]["triggers"]].count("met") == 1
    assert "reopened" in ok(root, "list")
    assert json.loads(ok(root, "list", "--due", "--json")) == []
    assert "Revisit        reopened" in ok(root, "show", "1")


def test_the_board_shows_it_with_its_research_file_and_is_no_reason_to_fail(root: Path) -> None:
    done = run(root, "revisit", "--as-of", DAY)
    assert done.returncode == 0
    assert "Reopened 1  asked again: decide it there" in done.stdout
    assert f"open again in {NEW}" in done.stdout
    assert "1 record watched: 1 reopened" in done.stdout
    assert run(root, "revisit", "--as-of", DAY, "--format", "github").stdout.strip() == ""


def test_an_issue_is_closed_and_none_is_opened(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    with hub() as github:
        put(root, "adr-gen.toml", f'github-api = "{github.url}"\n')
        env = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": REPOSITORY, "NO_PROXY": "127.0.0.1"}
        output = run(root, "revisit", "--notify", "github", **env).stderr
        assert "ADR-0001: opened #" in output
        ok(root, "reopen", "1", "--by", "Ana")
        output = run(root, "revisit", "--notify", "github", **env).stderr
        assert "ADR-0001 is open again: its question is being decided anew" in output
        github.calls.clear()
        assert run(root, "revisit", "--notify", "github", **env).returncode == 0
        assert github.writes == []


def test_what_is_published_says_so_too(root: Path) -> None:
    run(root, "export", "out", "--as-of", DAY)
    published = json.loads((root / "out/decisions.json").read_text(encoding="utf-8"))
    jsonschema.validate(published, json.loads((root / "out/decisions.schema.json").read_text(encoding="utf-8")))
    assert published["records"][0]["revisit"]["state"] == "reopened"
    calendar = (root / "out/revisit.ics").read_text(encoding="utf-8")
    feed = (root / "out/feed.xml").read_text(encoding="utf-8")
    assert ("ADR-0001" in calendar, "has come true" in feed) == (False, False)
    log_page = (root / "out/decisions/index.md").read_text(encoding="utf-8")
    assert 'data-adr-state="reopened"' in log_page
    assert ">reopened (1)<" in log_page.lower()
