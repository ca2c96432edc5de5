"""Setting up repositories of all kinds: what is written, twice, what is published, and the way back."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import git, load_yaml, put, run
from tests.support.repositories import KINDS, contents, git_status, repository, set_up
from tests.support.terminal import Terminal


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_run_changes_nothing_and_undo_leaves_the_tree_as_it_was(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    before = contents(root)
    first = run(root, "init", "--yes")
    assert first.returncode == 0, first.stdout + first.stderr
    contents_after = contents(root)
    assert contents_after != before
    assert run(root, "init", "--yes").returncode == 0
    assert contents(root) == contents_after
    assert run(root, "init", "--undo").returncode == 0
    assert (contents(root), git_status(root)) == (before, "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_dry_run_writes_nothing_and_says_what_a_run_writes(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    before = contents(root)
    plan = json.loads(run(root, "init", "--dry-run", "--json").stdout)
    assert (contents(root), git_status(root), plan["written"]) == (before, "", False)
    wanted = {step["path"] for step in plan["steps"] if step["action"] in ("create", "change")}
    after = contents(set_up(tmp_path / "after", kind))
    decisions = plan["found"]["decisions"]
    others = {p for p in after if before.get(p) != after[p] and not re.match(rf"{decisions}/\d", p)}
    assert others == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_a_clone_of_what_was_set_up_has_everything(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    assert run(root, "init", "--yes", "--agents").returncode == 0
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "set up")
    git(root, "clone", "-q", ".", str(tmp_path / "clone"))
    clone = tmp_path / "clone"
    git(clone, "remote", "set-url", "origin", "git@github.com:example/Shop.git")
    plan = json.loads(run(clone, "init", "--yes", "--json").stdout)
    assert [step for step in plan["steps"] if step["action"] in ("create", "change")] == []
    assert git_status(clone) == ""


def test_only_the_lines_that_are_needed_are_added_to_a_site(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "mkdocs with nav")
    before = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert run(root, "init", "--yes").returncode == 0
    nav = "- Decisions:\n    - The log: decisions/index.md\n    - What to revisit: revisit.md\n"
    expected = before.replace("guide.md # the guide\n", f"guide.md # the guide\n{nav}").replace(
        "tags]", "tags, adr-gen]"
    )
    assert (root / "mkdocs.yml").read_text(encoding="utf-8") == expected


def test_a_plugin_is_named_where_the_list_of_plugins_is(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "mkdocs with INHERIT")
    assert run(root, "init", "--yes").returncode == 0
    assert load_yaml(root / "base.yml")["plugins"] == ["search", "tags", "adr-gen"]
    assert set(load_yaml(root / "mkdocs.yml")) == {"INHERIT", "site_name", "nav"}
    assert run(root, "init", "--undo").returncode == 0
    steps = json.loads(run(root, "init", "--dry-run", "--json").stdout)["steps"]
    assert [(step["path"], step["what"]) for step in steps if step["path"] in ("mkdocs.yml", "base.yml")] == [
        ("mkdocs.yml", "“Decisions” in the navigation"),
        ("base.yml", "the plugins tags and adr-gen"),
    ]


def test_a_site_that_gets_tags_gets_their_page_and_one_that_has_them_keeps_its_own(tmp_path: Path) -> None:
    gets, has = (repository(tmp_path / kind, kind) for kind in ("mkdocs with INHERIT", "mkdocs with nav"))
    before = (has / "docs/tags.md").read_bytes()
    for root in (gets, has):
        assert run(root, "init", "--yes").returncode == 0
    decisions = [{"The log": "decisions/index.md"}, {"What to revisit": "revisit.md"}, {"Tags": "tags.md"}]
    nav = load_yaml(gets / "mkdocs.yml")["nav"]
    assert nav == ["index.md", {"Decisions": decisions}]
    assert "<!-- material/tags -->" in (gets / "docs/tags.md").read_text(encoding="utf-8")
    assert (has / "docs/tags.md").read_bytes() == before
    assert run(gets, "init", "--undo").returncode == 0
    assert not (gets / "docs/tags.md").exists()


def test_a_home_page_that_is_written_says_what_the_site_is(tmp_path: Path) -> None:
    home = (set_up(tmp_path / "shop", "no site") / "docs/index.md").read_text(encoding="utf-8")
    assert "\n# Decision log of Shop\n" in home
    assert "title: Home\n" in home


def test_a_second_log_of_a_repository_is_named_and_can_be_set_up_by_itself(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "monorepo with two logs")
    done = run(root, "init", "--yes")
    assert "packages/api/docs/adr" in done.stdout
    assert len(json.loads(run(root, "list", "--json").stdout)) == 3
    assert run(root, "init", "packages/api", "--yes").returncode == 0
    assert len(json.loads(run(root / "packages/api", "list", "--json").stdout)) == 2


def test_what_cannot_be_set_up_is_named_with_what_to_add(project: Callable[[str], Path]) -> None:
    root = project(
        "=== base/mkdocs.yml\nsite_name: Y\n=== mkdocs.yml\nsite_name: X\nx: &p\n  - search\n  - macros\nplugins: *p\n"
        "=== docs/index.md\n# X\n"
    )
    assert steps_left(root) == [
        "mkdocs.yml: takes its plugins from another place of the file; add `adr-gen` to its plugins by hand",
        "requirements-docs.txt: add the package that macros comes from: the site is built with that plugin too",
    ]
    put(root, "mkdocs.yml", "site_name: X\nplugins: [search, awesome-nav, material/blog]\n")
    assert steps_left(root) == [
        "mkdocs.yml: awesome-nav makes the navigation; add `decisions/index.md` and `revisit.md` to that by hand",
        "requirements-docs.txt: add the package that awesome-nav comes from: the site is built with that plugin too",
    ]
    (root / "mkdocs.yml").unlink()
    assert steps_left(root) == [
        "base/mkdocs.yml: is a site of its own, and stays without this log; `adr-gen init base` sets it up by itself"
    ]


def steps_left(root: Path) -> list[str]:
    """What a plan leaves to a person; where adr-gen is installed from is another matter."""
    steps = json.loads(run(root, "init", "--dry-run", "--json").stdout)["steps"]
    left = [f"{step['path']}: {step['what']}" for step in steps if step["action"] == "left"]
    return [line for line in left if "the forge installs" not in line]


def test_undo_leaves_what_somebody_changed_and_says_so(tmp_path: Path) -> None:
    root = set_up(tmp_path / "shop", "mkdocs with nav")
    place = root / ".gitignore"
    place.write_text(place.read_text(encoding="utf-8") + "mine\n", encoding="utf-8")
    done = run(root, "init", "--undo")
    assert (done.returncode, ".gitignore: was changed since, and stays" in done.stdout) == (1, True)
    assert contents(root).keys() - {".gitignore"} == tree_paths("mkdocs with nav")


def tree_paths(kind: str) -> set[str]:
    return {line[4:] for line in KINDS[kind].splitlines() if line.startswith("=== ")}


def test_nothing_is_written_where_nobody_can_be_asked(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "no site")
    done = run(root, "init")
    assert (done.returncode, git_status(root)) == (2, "")
    assert "say `adr-gen init --yes`" in done.stderr


def test_agents_get_a_block_that_is_kept_up_to_date_and_nothing_else_of_the_file_changes(tmp_path: Path) -> None:
    root = set_up(tmp_path / "shop", "hidden planning folder")
    text = (root / "AGENTS.md").read_text(encoding="utf-8")
    assert text.startswith("# How to work here\n\nBe kind.\n\n<!-- adr-gen: begin -->\n")
    for command in ("adr-gen mcp", "check_change", "adr-gen decide FILE", "## Recommendation: ADOPT", "adr-gen check"):
        assert command in text
    put(root, "AGENTS.md", "Above.\n" + re.sub("Never edit.*", "old", text) + "\nBelow.\n")
    run(root, "init", "--yes")
    assert (root / "AGENTS.md").read_text(encoding="utf-8") == "Above.\n" + text + "\nBelow.\n"


@pytest.mark.parametrize("kind", KINDS)
def test_check_has_nothing_to_say_of_what_was_set_up(kind: str, tmp_path: Path) -> None:
    root = set_up(tmp_path / "shop", kind)
    assert run(root, "generate", "--check").returncode == 0
    done = run(root, "check")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def test_a_person_is_shown_the_plan_and_asked_before_anything_is_written(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "mkdocs with nav")
    before = contents(root)
    terminal = Terminal(root, "init")
    for words in ("1 research file in docs/research", "mkdocs.yml", "Write this? [Y/n]: "):
        terminal.until(words)
    terminal.enter("n\n")
    code, words = terminal.end()
    assert (code, contents(root), git_status(root)) == (1, before, "")
    assert words.strip().endswith("nothing was written")
    terminal = Terminal(root, "init")
    terminal.until("Write this? [Y/n]: ")
    terminal.enter("\n")
    code, words = terminal.end()
    assert (code, "Try:\n  adr-gen list" in words) == (0, True)
    assert run(root, "init", "--dry-run", "--json").stdout.count('"action": "create"') == 0


def test_a_person_who_leaves_the_question_has_nothing_written(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "no site")
    terminal = Terminal(root, "init")
    terminal.until("Write this? [Y/n]: ")
    terminal.enter("\x03")
    assert (terminal.end(again=lambda: terminal.enter("\x03"))[0], git_status(root)) == (1, "")


def test_nobody_is_asked_where_nothing_is_left_to_write(tmp_path: Path) -> None:
    root = set_up(tmp_path / "shop", "no site")
    code, words = Terminal(root, "init").end()
    assert (code, "Write this?" in words) == (0, False)
