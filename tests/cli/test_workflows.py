"""What runs outside this repository, on its files: GitHub's workflows and pre-commit's hooks."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import ROOT
from tests.support.forked import bash
from tests.support.helpers import load_yaml
from tests.support.schemas import VALID, validate

WORKFLOWS = sorted((ROOT / ".github/workflows").iterdir())
SCHEMAS = ["vendor.github-workflows", "custom.github-workflows-require-timeout"]


def load(path: Path) -> Any:
    return load_yaml(path)


def jobs() -> dict[str, dict[str, Any]]:
    return {f"{path.stem}/{name}": job for path in WORKFLOWS for name, job in load(path)["jobs"].items()}


def commands(job: str) -> list[str]:
    return [step["run"] for step in jobs()[job]["steps"] if "run" in step]


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_fits_the_published_schema(workflow: Path, schema: str) -> None:
    assert validate(schema, workflow) == VALID


def test_a_job_may_do_only_what_it_needs() -> None:
    assert {path.name: load(path)["permissions"] for path in WORKFLOWS} == {
        "decisions.yml": {},
        "pages.yml": {},
        "release.yml": {},
        "revisit.yml": {},
        "test.yml": {},
    }
    assert {name: job["permissions"] for name, job in jobs().items()} == {
        "decisions/decisions": {"contents": "read", "pull-requests": "write"},
        "pages/build": {"contents": "read"},
        "pages/deploy": {"pages": "write", "id-token": "write"},
        "release/build": {"contents": "read"},
        "release/publish": {"id-token": "write"},
        "revisit/revisit": {"contents": "read", "issues": "write"},
        "test/action": {"contents": "read"},
        "test/coverage": {"contents": "read"},
        "test/dist": {"contents": "read"},
        "test/lowest": {"contents": "read"},
        "test/peers": {"contents": "read"},
        "test/plugins": {"contents": "read"},
        "test/test": {"contents": "read"},
    }


def test_only_official_actions_are_used() -> None:
    used = [step["uses"] for job in jobs().values() for step in job["steps"] if "uses" in step]
    official = r"actions/[a-z-]+(?:/restore)?@v\d+|pypa/gh-action-pypi-publish@release/v1|\./"
    assert [action for action in used if not re.fullmatch(official, action)] == []


def test_only_what_was_tried_from_a_fresh_environment_is_released() -> None:
    assert load(ROOT / ".github/workflows/release.yml")[True] == {"push": {"tags": ["v*"]}}
    assert commands("release/build")[0] == commands("test/dist")[0] == "make dist"
    assert jobs()["release/publish"]["needs"] == "build"


def test_the_action_fits_the_published_schema() -> None:
    assert validate("vendor.github-actions", ROOT / "action.yml") == VALID


def action(root: Path, **variables: str) -> tuple[int, str]:
    """What the action's steps, without the installation, exit with and put out in a project."""
    if os.name == "nt":
        pytest.skip("the scripts are tried with bash")
    env = {"GITHUB_OUTPUT": str(root.parent / "output"), "RUNNER_TEMP": str(root.parent)}
    named = {"COMMAND": "check", "ONLINE": "false", "NOTIFY": ""} | variables
    steps = [
        step["run"]
        for step in load(ROOT / "action.yml")["runs"]["steps"]
        if step.get("name") in ("Run adr-gen", "Count")
    ]
    codes = [bash(root, step, **env, **named).returncode for step in steps]
    return codes[0], (root.parent / "output").read_text(encoding="utf-8")


RECORD = "# 1. Use a queue\n\nDate: 2020-01-02\n\n## Status\n\n{status}\n\n## Decision\n\nWe use it.\n{more}"
MET = "\n## Revisit when\n\n- it is `2021-01-01`\n"


@pytest.mark.parametrize(
    ("command", "status", "code", "output"),
    [
        ("check", "Accepted", 0, "met=1\ndue=0\nproblems=0\n"),
        ("check", "Perhaps", 1, "met=1\ndue=0\nproblems=1\n"),
        ("revisit", "Accepted", 0, "met=1\ndue=0\nproblems=0\n"),
        ("rm -rf", "Accepted", 2, "met=1\ndue=0\nproblems=0\n"),
    ],
)
def test_the_action_fails_on_problems_and_counts_what_is_met(
    command: str, status: str, code: int, output: str, project: Callable[[str], Path]
) -> None:
    root = project(f"=== docs/decisions/0001-a.md\n{RECORD.format(status=status, more=MET)}")
    assert action(root, COMMAND=command) == (code, output)


def test_no_script_of_the_action_holds_an_input() -> None:
    scripts = [step["run"] for step in load(ROOT / "action.yml")["runs"]["steps"] if "run" in step]
    assert [script for script in scripts if "${{" in script] == []


def test_a_deployment_waits_for_the_one_before_and_is_never_cut_off() -> None:
    concurrency = load(ROOT / ".github/workflows/pages.yml")["concurrency"]
    assert concurrency == {"group": "pages", "cancel-in-progress": False}


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (1, 0), (2, 1)])
def test_the_job_that_looks_at_conditions_fails_only_when_the_set_up_is_broken(code: int, expected: int) -> None:
    line = commands("revisit/revisit")[-1]
    assert line.startswith("adr-gen revisit --online --notify github")
    if os.name == "nt":
        pytest.skip("GitHub runs the job's commands with bash")
    script = f"adr-gen() {{ return {code}; }}\n{line}"
    assert subprocess.run(["bash", "-e", "-c", script]).returncode == expected


def test_only_one_run_at_a_time_opens_issues() -> None:
    concurrency = load(ROOT / ".github/workflows/revisit.yml")["concurrency"]
    assert concurrency == {"group": "revisit", "cancel-in-progress": False}


def caches(job: str) -> list[tuple[str, dict[str, str]]]:
    return [(step["uses"], step["with"]) for step in jobs()[job]["steps"] if "/cache" in step.get("uses", "")]


def test_the_site_is_built_with_what_the_checks_found_last() -> None:
    newest = {"path": ".adr-gen", "key": "adr-gen-"}
    assert caches("pages/build") == [("actions/cache/restore@v6", newest)]
    ((action, cached),) = caches("revisit/revisit")
    assert (action, cached["path"], cached["restore-keys"]) == ("actions/cache@v6", newest["path"], newest["key"])
    assert cached["key"] == "adr-gen-${{ github.run_id }}-${{ github.run_attempt }}"


def test_the_site_is_built_after_every_look_at_the_conditions() -> None:
    pages, revisit = (load(ROOT / f".github/workflows/{name}.yml") for name in ("pages", "revisit"))
    # YAML 1.1 reads the key `on` as true
    assert pages[True]["workflow_run"] == {"workflows": [revisit["name"]], "types": ["completed"], "branches": ["main"]}
    assert set(revisit[True]) == {"schedule", "workflow_dispatch"}


def test_every_supported_python_is_tested_on_every_system() -> None:
    assert jobs()["test/test"]["strategy"]["matrix"] == {
        "os": ["ubuntu-latest", "macos-latest", "windows-latest"],
        "python": ["3.11", "3.12", "3.13", "3.14"],
    }


@pytest.mark.parametrize("name", ["test", "coverage"])
def test_the_workflow_runs_what_make_runs(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(rf"^{name}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    _install, *checks = commands(f"test/{name}")
    assert checks == recipe.replace("\t$(BIN)/", "").splitlines()


def test_the_published_site_is_built_strictly_from_records_that_match_their_research() -> None:
    assert commands("pages/build") == ["python -m pip install .", "adr-gen generate --check", "mkdocs build --strict"]


def test_pre_commit_offers_both_checks() -> None:
    hooks = load(ROOT / ".pre-commit-hooks.yaml")
    required = {"id", "name", "entry", "language"}
    optional = {"description", "types_or", "pass_filenames"}
    assert [set(hook) for hook in hooks] == [required | optional] * 2
    facts = ["id", "entry", "language", "types_or", "pass_filenames"]
    assert [[hook[fact] for fact in facts] for hook in hooks] == [
        ["adr-gen-generate-check", "adr-gen generate --check", "python", ["markdown", "yaml"], False],
        ["adr-gen-check", "adr-gen check", "python", ["markdown", "yaml"], False],
    ]
