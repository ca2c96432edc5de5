"""Setting up repositories of all kinds: what is written, twice, what is published, and the way back."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.support.by_hand import RESEARCH
from tests.support.helpers import git, put, run
from tests.support.repositories import KINDS, changed, contents, repository
from tests.support.terminal import Terminal


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_run_changes_nothing_and_undo_leaves_the_tree_as_it_was(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    before = contents(root)
    first = run(root, "init", "--yes")
    assert first.returncode == 0, first.stdout + first.stderr
    written = contents(root)
    assert written != before
    assert run(root, "init", "--yes").returncode == 0
    assert contents(root) == written
    assert run(root, "init", "--undo").returncode == 0
    assert (contents(root), changed(root)) == (before, "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_dry_run_writes_nothing_and_says_what_a_run_writes(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    before = contents(root)
    plan = json.loads(run(root, "init", "--dry-run", "--json").stdout)
    assert (contents(root), changed(root), plan["written"]) == (before, "", False)
    wanted = {step["path"] for step in plan["steps"] if step["action"] in ("create", "change")}
    assert run(root, "init", "--yes").returncode == 0
    after = contents(root)
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
    assert changed(clone) == ""


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
    assert yaml.safe_load((root / "base.yml").read_text(encoding="utf-8"))["plugins"] == ["search", "tags", "adr-gen"]
    assert set(yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))) == {"INHERIT", "site_name", "nav"}


def test_a_second_log_of_a_repository_is_named_and_can_be_set_up_by_itself(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "monorepo with two logs")
    done = run(root, "init", "--yes")
    assert "packages/api/docs/adr" in done.stdout
    assert len(json.loads(run(root, "list", "--json").stdout)) == 3
    assert run(root, "init", "packages/api", "--yes").returncode == 0
    assert len(json.loads(run(root / "packages/api", "list", "--json").stdout)) == 2


def test_undo_leaves_what_somebody_changed_and_says_so(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "mkdocs with nav")
    run(root, "init", "--yes")
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
    assert (done.returncode, changed(root)) == (2, "")
    assert "say `adr-gen init --yes`" in done.stderr


def test_agents_get_a_block_that_is_kept_up_to_date_and_nothing_else_of_the_file_changes(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "hidden planning folder")
    run(root, "init", "--yes")
    text = (root / "AGENTS.md").read_text(encoding="utf-8")
    assert text.startswith("# How to work here\n\nBe kind.\n\n<!-- adr-gen: begin -->\n")
    for command in ("adr-gen mcp", "check_change", "adr-gen decide FILE", "## Recommendation: ADOPT", "adr-gen check"):
        assert command in text
    put(root, "AGENTS.md", "Above.\n" + re.sub("Never edit.*", "old", text) + "\nBelow.\n")
    run(root, "init", "--yes")
    assert (root / "AGENTS.md").read_text(encoding="utf-8") == "Above.\n" + text + "\nBelow.\n"


def test_research_is_found_by_what_stands_in_it(project: Callable[[str], Path]) -> None:
    plain = "# Guide\n\n## Recommendation\n\nBegin here.\n"
    root = project(
        f"=== docs/guides/a.md\n{plain}=== docs/guides/b.md\n{plain}=== docs/guides/search.md\n{RESEARCH}"
        f"=== docs/guides/c.md\n{plain}=== work/old/one.md\n{RESEARCH}=== work/old/two.md\n{RESEARCH}"
        f"=== vendor/x/research/a.md\n{RESEARCH}=== CHANGELOG.md\n{RESEARCH}=== tests/research/a.md\n{RESEARCH}"
    )
    found = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert found == {
        "research": 3,
        "undecided": 0,
        "records": 0,
        "folders": ["docs/guides/search.md", "work/old"],
        "decisions": "docs/decisions",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_check_has_nothing_to_say_of_what_was_set_up(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    assert run(root, "init", "--yes").returncode == 0
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
    assert (code, contents(root), changed(root)) == (1, before, "")
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
    assert (terminal.end(again=lambda: terminal.enter("\x03"))[0], changed(root)) == (1, "")


def test_nobody_is_asked_where_nothing_is_left_to_write(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "no site")
    run(root, "init", "--yes")
    code, words = Terminal(root, "init").end()
    assert (code, "Write this?" in words) == (0, False)


def test_research_of_a_whole_repository_is_not_put_into_the_log_of_a_part(project: Callable[[str], Path]) -> None:
    root = project(
        f"=== .planning/research/queue.md\n{RESEARCH}=== packages/api/docs/research/cache.md\n{RESEARCH}"
        "=== packages/api/docs/adr/0001-x.md\n# X\n\n* Status: accepted\n=== package.json\n{}\n"
    )
    done = run(root, "init", "--yes")
    assert "packages/api/docs/adr: has 1 record of its own" in " ".join(done.stdout.split())
    settings = tomllib.loads((root / "adr-gen.toml").read_text(encoding="utf-8"))
    assert (settings["research"], settings["decisions"]) == ([".planning/research"], "docs/decisions")
    assert [path for path in contents(root) if "/0002" in path] == []


def test_it_says_where_records_take_the_place_of_pages(project: Callable[[str], Path]) -> None:
    root = project(f"=== mkdocs.yml\nsite_name: X\n=== docs/index.md\n# X\n=== docs/notes/queue.md\n{RESEARCH}")
    assert "docs/notes (their records are published in their place)" in " ".join(
        run(root, "init", "--dry-run").stdout.split()
    )


SEVERAL = """\
# Which queue?

## Recommendation

Use a table.
"""
"""Decided, though not in words that only research has."""
REVISITED = SEVERAL + "\n## Revisit when\n\n- jobs wait longer than a minute\n"
PLAN = "# Plan\n\nBegin with the table.\n"


def test_a_decision_that_says_when_to_look_again_is_research_in_any_folder(project: Callable[[str], Path]) -> None:
    folders = (
        "docs/design",
        "design",
        "docs/architecture",
        "decisions",
        ".planning/decisions",
        ".planning/phases/01-x",
    )
    root = project("".join(f"=== {folder}/queue.md\n{REVISITED}" for folder in folders))
    found = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert (found["research"], found["undecided"]) == (6, 0)
    taken = [".planning/decisions", ".planning/phases", "decisions/queue.md", "design/queue.md"]
    assert found["folders"] == [*taken, "docs/architecture", "docs/design"]


def test_what_was_seen_and_not_taken_is_named(project: Callable[[str], Path]) -> None:
    phases = "".join(f"=== .planning/phases/0{n}-x/0{n}-RESEARCH.md\n{SEVERAL}" for n in (1, 2))
    root = project(f"{phases}=== docs/design/queue.md\n{SEVERAL}=== docs/research/queue.md\n{RESEARCH}")
    seen = "also seen, not taken: .planning/phases (2), docs/design (1); add to `research` what is decided there"
    assert seen in " ".join(run(root, "init", "--dry-run").stdout.replace("left to you", "").split())
    for _ in range(2):
        assert f"  - adr-gen.toml: {seen}\n" in run(root, "init", "--yes").stdout
    put(root, "adr-gen.toml", 'research = ["docs/research", "docs/design", ".planning/phases"]\n')
    assert "not taken" not in run(root, "init", "--yes").stdout


def test_a_hidden_file_of_research_is_taken_and_the_plans_beside_it_are_not(project: Callable[[str], Path]) -> None:
    plans = "".join(f"=== .planning/phases/01-x/01-{n}-PLAN.md\n{PLAN}" for n in "ab")
    root = project(f"{plans}=== .planning/phases/01-x/01-RESEARCH.md\n{REVISITED}")
    found = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert (found["folders"], found["research"]) == ([".planning/phases/01-x/01-RESEARCH.md"], 1)
    put(root, "adr-gen.toml", 'research = [".planning/phases/*/*-RESEARCH.md"]\n')
    found = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert (found["research"], found["undecided"]) == (1, 0)


def test_research_that_the_navigation_of_the_site_leads_to_stays_a_page(project: Callable[[str], Path]) -> None:
    root = project(
        "=== mkdocs.yml\nsite_name: X\nnav:\n  - index.md\n  - Design:\n      - design/queue.md\n=== docs/index.md\n# X\n"
        f"=== docs/design/queue.md\n{RESEARCH}=== docs/design/cache.md\n{RESEARCH}"
    )
    done = json.loads(run(root, "init", "--dry-run", "--json").stdout)
    assert done["found"]["folders"] == ["docs/design/cache.md"]
    left = [step["what"] for step in done["steps"] if step["action"] == "left"]
    assert left[0] == (
        "not taken: docs/design/queue.md, in the site's navigation, and research is not published; to have it recorded, "
        "add it to `research` and take it out of nav"
    )


def test_an_empty_log_does_not_end_like_a_full_one(project: Callable[[str], Path]) -> None:
    root = project("=== docs/index.md\n# Shop\n")
    done = run(root, "init", "--yes")
    assert "\n\nNothing was found. If decisions stand elsewhere, set `research`" in done.stdout
    assert 'or begin one: adr-gen new "' in done.stdout
    put(root, "docs/research/queue.md", RESEARCH)
    assert "Nothing was found" not in run(root, "init", "--yes").stdout


def test_what_is_undecided_or_wrong_is_tried_first(project: Callable[[str], Path]) -> None:
    undecided = "# Which queue?\n\nWe have looked at none.\n"
    root = project(f"=== docs/research/queue.md\n{undecided}=== docs/research/cache.md\n---\nstatus: [\n---\n# Cache\n")
    tried = run(root, "init", "--yes").stdout.partition("Try:\n")[2]
    assert tried == "  adr-gen decide\n  adr-gen check\n  adr-gen list\n  mkdocs serve\n"


def test_it_says_that_a_workflow_needs_an_address_to_install_from(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "no site")
    address = "requirements-docs.txt: names adr-gen, which a workflow can install only where it finds it"
    for _ in range(2):
        assert address in run(root, "init", "--yes").stdout
    put(root, "requirements-docs.txt", "adr-gen @ git+https://example.org/adr-gen\n")
    assert address not in run(root, "init", "--yes").stdout
