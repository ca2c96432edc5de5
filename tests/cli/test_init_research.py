"""What setting up takes for research, what it leaves and names, and what it tells a person to do next."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.by_hand import RESEARCH
from tests.support.helpers import build, put, run
from tests.support.repositories import contents, repository


def test_research_is_found_by_what_stands_in_it(project: Callable[[str], Path]) -> None:
    plain = "# Guide\n\n## Recommendation\n\nBegin here.\n"
    root = project(
        f"=== docs/guides/a.md\n{plain}=== docs/guides/b.md\n{plain}=== docs/guides/search.md\n{RESEARCH}"
        f"=== docs/guides/c.md\n{plain}=== work/old/one.md\n{RESEARCH}=== work/old/two.md\n{RESEARCH}"
        f"=== vendor/x/research/a.md\n{RESEARCH}=== CHANGELOG.md\n{RESEARCH}=== tests/research/a.md\n{RESEARCH}"
    )
    plan = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert plan == {
        "research": 3,
        "undecided": 0,
        "records": 0,
        "folders": ["docs/guides/search.md", "work/old"],
        "decisions": "docs/decisions",
    }


def test_research_of_a_whole_repository_is_not_put_into_the_log_of_a_part(project: Callable[[str], Path]) -> None:
    root = project(
        f"=== .planning/research/queue.md\n{RESEARCH}=== packages/api/docs/research/cache.md\n{RESEARCH}"
        "=== packages/api/docs/adr/0001-x.md\n# X\n\n* Status: accepted\n=== package.json\n{}\n"
    )
    done = run(root, "init", "--yes")
    assert "packages/api/docs/adr: has 1 record of its own" in unwrapped(done.stdout)
    settings = tomllib.loads((root / "adr-gen.toml").read_text(encoding="utf-8"))
    assert (settings["research"], settings["decisions"]) == ([".planning/research"], "docs/decisions")
    assert [path for path in contents(root) if "/0002" in path] == []


def test_it_says_where_records_take_the_place_of_pages(project: Callable[[str], Path]) -> None:
    root = project(f"=== mkdocs.yml\nsite_name: X\n=== docs/index.md\n# X\n=== docs/notes/queue.md\n{RESEARCH}")
    assert "docs/notes (their records are published in their place)" in unwrapped(run(root, "init", "--dry-run").stdout)


def unwrapped(text: str) -> str:
    return " ".join(text.split())


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
    plan = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert (plan["research"], plan["undecided"]) == (6, 0)
    taken = [".planning/decisions", ".planning/phases", "decisions/queue.md", "design/queue.md"]
    assert plan["folders"] == [*taken, "docs/architecture", "docs/design"]


def test_what_was_seen_and_not_taken_is_named(project: Callable[[str], Path]) -> None:
    phases = "".join(f"=== .planning/phases/0{n}-x/0{n}-RESEARCH.md\n{SEVERAL}" for n in (1, 2))
    root = project(f"{phases}=== docs/design/queue.md\n{SEVERAL}=== docs/research/queue.md\n{RESEARCH}")
    seen = "also seen, not taken: .planning/phases (2), docs/design (1); add to `research` what is decided there"
    assert seen in unwrapped(run(root, "init", "--dry-run").stdout.replace("left to you", ""))
    for _ in range(2):
        assert f" - adr-gen.toml: {seen} " in unwrapped(run(root, "init", "--yes").stdout)
    put(root, "adr-gen.toml", 'research = ["docs/research", "docs/design", ".planning/phases"]\n')
    assert "not taken" not in run(root, "init", "--yes").stdout


def test_a_hidden_file_of_research_is_taken_and_the_plans_beside_it_are_not(project: Callable[[str], Path]) -> None:
    plans = "".join(f"=== .planning/phases/01-x/01-{n}-PLAN.md\n{PLAN}" for n in "ab")
    root = project(f"{plans}=== .planning/phases/01-x/01-RESEARCH.md\n{REVISITED}")
    plan = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert (plan["folders"], plan["research"]) == ([".planning/phases/01-x/01-RESEARCH.md"], 1)
    put(root, "adr-gen.toml", 'research = [".planning/phases/*/*-RESEARCH.md"]\n')
    plan = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert (plan["research"], plan["undecided"]) == (1, 0)


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


def test_research_in_its_usual_folder_that_the_navigation_leads_to_stays_a_page_too(
    project: Callable[[str], Path],
) -> None:
    root = project(
        "=== mkdocs.yml\nsite_name: X\nnav:\n  - index.md\n  - research/queue.md\n=== docs/index.md\n# X\n"
        f"=== docs/research/queue.md\n{RESEARCH}"
    )
    not_taken = (
        "adr-gen.toml: not taken: docs/research/queue.md, in the site's navigation, and research is not published"
    )
    for _ in range(2):
        assert not_taken in unwrapped(run(root, "init", "--yes").stdout)
    assert 'research = ["research"]' in (root / "adr-gen.toml").read_text(encoding="utf-8")
    assert (run(root, "check").stderr, build(root).returncode) == ("", 0)


def test_what_check_will_say_of_the_navigation_is_left_to_a_person(project: Callable[[str], Path]) -> None:
    root = project(
        "=== mkdocs.yml\nsite_name: X\nnav:\n  - index.md\n  - research/queue.md\n=== docs/index.md\n# X\n"
        f"=== docs/research/queue.md\n{RESEARCH}=== adr-gen.toml\n"
    )
    message = "docs/research/queue.md is research, so it is not published; take research/queue.md out of `nav`"
    assert f" - mkdocs.yml: {message}" in unwrapped(run(root, "init", "--yes").stdout)
    assert message in run(root, "check").stderr


@pytest.mark.parametrize("folder", ["docs/research", "docs/decisions"])
def test_settings_that_are_there_get_the_day_on_which_watching_begins(
    folder: str, project: Callable[[str], Path]
) -> None:
    root = project(f"=== adr-gen.toml\nreview-every = 90 # days\n=== {folder}/0001-queue.md\n{RESEARCH}")
    before = contents(root)
    step = json.loads(run(root, "init", "--dry-run", "--json").stdout)["steps"][0]
    today = step["what"].split()[2]
    assert step["action"] == "change"
    assert step["what"] == f"watched from {today} on: the first looks at older decisions are spread"
    for _ in range(2):
        assert run(root, "init", "--yes").returncode == 0
        settings = (root / "adr-gen.toml").read_text(encoding="utf-8")
        assert settings == f"review-every = 90 # days\nwatch-from = {today}\n"
    assert run(root, "init", "--undo").returncode == 0
    assert contents(root) == before


REVIEW = "record: 1\ndate: 2026-05-01\nby: Ana\noutcome: reaffirmed\n"


@pytest.mark.parametrize(
    "files",
    [
        f"=== docs/research/queue.md\n{RESEARCH.replace('2026', '2126')}",
        f"=== docs/decisions/0001-queue.md\n{RESEARCH}=== docs/decisions/reviews/0001-2026-05-01-abcdef.yml\n{REVIEW}",
        f"=== docs/decisions/0001-queue.md\n{RESEARCH}=== pyproject.toml\ntool = {{adr-gen = {{max-size = 9000}}}}\n",
    ],
    ids=["nothing older", "watched already", "no safe place"],
)
def test_settings_are_left_where_no_day_is_needed_or_can_be_put(files: str, project: Callable[[str], Path]) -> None:
    root = project(("" if "pyproject" in files else "=== adr-gen.toml\nmax-size = 9000\n") + files)
    steps = json.loads(run(root, "init", "--dry-run", "--json").stdout)["steps"]
    assert steps[0]["action"] == ("left" if "pyproject" in files else "there")
    assert ("watch-from" in steps[0]["what"]) == ("pyproject" in files)


def test_an_empty_log_does_not_end_like_a_full_one(project: Callable[[str], Path]) -> None:
    root = project("=== docs/index.md\n# Shop\n")
    done = run(root, "init", "--yes")
    assert "\n\nNothing was found. If decisions stand elsewhere, set `research`" in done.stdout
    assert 'or begin\none: adr-gen new "' in done.stdout
    put(root, "docs/research/queue.md", RESEARCH)
    assert "Nothing was found" not in run(root, "init", "--yes").stdout


def test_what_is_undecided_or_wrong_is_tried_first(project: Callable[[str], Path]) -> None:
    undecided = "# Which queue?\n\nWe have looked at none.\n"
    root = project(f"=== docs/research/queue.md\n{undecided}=== docs/research/cache.md\n---\nstatus: [\n---\n# Cache\n")
    tried = run(root, "init", "--yes").stdout.partition("Try:\n")[2]
    assert tried == "  adr-gen decide\n  adr-gen check\n  adr-gen list\n  mkdocs serve\n"


def test_it_says_that_a_workflow_needs_an_address_to_install_from(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "no site")
    address = "requirements-docs.txt: the forge installs adr-gen from this file, and the package index does not have it"
    for _ in range(2):
        assert address in unwrapped(run(root, "init", "--yes").stdout)
    put(root, "requirements-docs.txt", "adr-gen @ git+https://example.org/adr-gen\n")
    assert address not in unwrapped(run(root, "init", "--yes").stdout)


def test_it_ends_with_what_is_in_the_log_and_what_to_type(project: Callable[[str], Path]) -> None:
    root = project("=== api/docs/adr/0001-x.md\n# X\n\n* Status: accepted\n=== package.json\n{}\n")
    end = run(root, "init", "api", "--yes").stdout.partition("\n\n1 record")
    assert end[2].startswith(" in docs/adr, as you wrote it\n\nLeft to you:\n")
    assert end[2].endswith(
        "\n\nLook at what was written, and commit it; `adr-gen init --undo` takes it back.\n\n"
        "Try:\n  cd api\n  adr-gen list\n  mkdocs serve\n"
    )
    assert all(len(line) <= 80 for line in end[2].splitlines())


def test_it_names_what_nobody_has_decided(project: Callable[[str], Path]) -> None:
    root = project("=== docs/research/cache.md\n# A cache\n\n## Recommendation\n\nThe small one fits.\n")
    assert (
        "undecided  docs/research/cache.md line 5: The small one fits.\n"
        "to decide: `adr-gen decide docs/research/cache.md`\n"
        "1 research file: 0 decided, 1 undecided, 0 problems; 0 records written\n"
    ) in run(root, "init", "--yes").stdout


def test_a_second_log_of_one_part_joins_the_first(project: Callable[[str], Path]) -> None:
    record = "# X\n\n* Status: accepted\n"
    root = project(f"=== doc/adr/0001-x.md\n{record}=== doc/adr/0002-y.md\n{record}=== docs/madr/0001-z.md\n{record}")
    assert "docs/madr: has 1 record of its own; move it to doc/adr and run `adr-gen renumber`" in unwrapped(
        run(root, "init", "--yes").stdout
    )


def test_a_folder_of_records_is_no_project(project: Callable[[str], Path]) -> None:
    root = project("=== doc/adr/0001-x.md\n# X\n\n* Status: accepted\n=== doc/plans/0001-x.md\n# X\n")
    done = run(root, "init", "doc/adr", "--dry-run")
    told = "adr-gen: doc/adr holds the records themselves; name the folder of the project\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    assert run(root, "init", "doc/plans", "--dry-run").returncode == 0
