"""`adr-gen init` and what a forge runs: workflows of GitHub, the pipeline of GitLab."""

import json
import os
from pathlib import Path

import pytest

from tests.support.branches import Branches, adds_redis
from tests.support.forked import bash
from tests.support.helpers import git, load_yaml, put, run
from tests.support.repositories import KINDS, repository
from tests.support.schemas import VALID, validate


def test_a_site_that_is_published_already_keeps_its_workflow(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "mkdocs with nav")
    put(root, ".github/workflows/docs.yml", "on: push\njobs:\n  x:\n    steps:\n      - run: mkdocs gh-deploy\n")
    needed = "publishes a site already: let it install adr-gen too (`pip install -r requirements-docs.txt`)"
    assert said_of(root, "docs") == needed
    put(
        root, ".github/workflows/docs.yml", "on: push\njobs:\n  x:\n    steps:\n      - uses: actions/deploy-pages@v5\n"
    )
    assert said_of(root, "docs") == f"{needed}, and run `mkdocs build --strict`: a repository has one site"


def said_of(root: Path, name: str) -> str:
    """What is said of the one workflow that publishes."""
    path = f".github/workflows/{name}.yml"
    steps = json.loads(run(root, "init", "--yes", "--json").stdout)["steps"]
    assert not (root / ".github/workflows/pages.yml").exists()
    return "".join(step["what"] for step in steps if step["path"] == path)


BUILDS = """\
on: # when
  push: {branches: [main]}
jobs:
  test:
    steps: [{run: make}]
  docs:
    runs-on: ubuntu-latest
    steps:
      - run: pip install -r requirements-docs.txt # quickly
      # strictly, for links
      - name: Build
        run: mkdocs build --strict
      - uses: actions/deploy-pages@v5
"""


@pytest.mark.parametrize("name", ["docs", "pages"])
def test_a_workflow_that_publishes_the_site_gets_what_the_checks_found(name: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "no site")
    place = put(root, f".github/workflows/{name}.yml", BUILDS)
    put(root, "requirements-docs.txt", "mkdocs-material\n")
    for _ in range(2):
        assert "Settings › Pages" not in run(root, "init", "--yes").stdout
        assert place.read_text(encoding="utf-8") == BUILDS.replace(
            "      # strictly",
            "      - uses: actions/cache/restore@v6 # what the workflow revisit found last\n        with:\n"
            "          path: .adr-gen\n          key: adr-gen-\n      # strictly",
        )
    assert [path.name for path in sorted(place.parent.iterdir())] == sorted(
        {"decisions.yml", "revisit.yml", f"{name}.yml"}
    )
    assert run(root, "init", "--undo").returncode == 0
    assert place.read_text(encoding="utf-8") == BUILDS


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ("[{run: pip install adr-gen && mkdocs build}]", "has steps that are no list with a line for each"),
        (
            "\n      - run: pip install adr-gen && make\n      - uses: actions/deploy-pages@v5",
            "publishes the site already, and no step of it builds one",
        ),
    ],
)
def test_a_workflow_that_cannot_be_changed_safely_is_left(steps: str, why: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "no site")
    text = f"on: push\njobs:\n  docs:\n    runs-on: x\n    steps: {steps}\n"
    place = put(root, ".github/workflows/docs.yml", text)
    done = run(root, "init", "--yes")
    assert f".github/workflows/docs.yml: {why}; add a step that restores" in " ".join(done.stdout.split())
    assert place.read_text(encoding="utf-8") == text


def test_a_pull_request_is_told_by_one_workflow(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "mkdocs with nav")
    put(root, ".github/workflows/ours.yml", "on: pull_request\njobs:\n  x:\n    steps:\n      - run: adr-gen pr\n")
    done = run(root, "init", "--yes")
    assert not (root / ".github/workflows/decisions.yml").exists()
    assert ".github/workflows/ours.yml" in done.stdout


@pytest.mark.parametrize(
    ("pipeline", "rule"),
    [
        ("", "$CI_COMMIT_BRANCH && $CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH"),
        (
            "workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'\n",
            '$CI_PIPELINE_SOURCE == "merge_request_event"',
        ),
    ],
)
def test_a_pipeline_gets_the_kind_of_jobs_that_it_has(pipeline: str, rule: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "GitLab")
    put(root, ".gitlab-ci.yml", pipeline + "test:\n  script: [make]\n")
    assert run(root, "init", "--yes").returncode == 0
    jobs = load_yaml(root / ".gitlab/adr-gen.yml")
    conditions = {name: job["rules"][0]["if"] for name, job in jobs.items() if "rules" in job}
    assert conditions == {
        "adr-gen-revisit": '$CI_PIPELINE_SOURCE == "schedule"',
        "adr-gen-pr": rule,
        "pages": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    }


def test_the_job_of_a_pipeline_tells_what_a_branch_makes_true(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("pipelines run the job's commands with bash")
    shop = Branches(tmp_path / "shop")
    put(shop.root, ".gitlab-ci.yml", "test:\n  script: [make]\n")
    assert run(shop.root, "init", "--yes").returncode == 0
    shop.commit()
    shop.branch("feature", adds_redis)
    git(shop.root, "clone", "-q", "-b", "feature", "--single-branch", shop.root.as_uri(), str(tmp_path / "runner"))
    jobs = load_yaml(shop.root / ".gitlab/adr-gen.yml")
    done = bash(tmp_path / "runner", "\n".join(jobs["adr-gen-pr"]["script"]), CI_DEFAULT_BRANCH="main")
    assert (done.returncode, done.stderr) == (0, "")
    assert "waiting → met: redis >=5 is in pyproject.toml:6" in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_workflows_fit_their_schema(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    assert run(root, "init", "--yes").returncode == 0
    schemas = {"vendor.github-workflows": ".github/workflows/*.yml", "vendor.gitlab-ci": ".gitlab/*.yml"}
    workflows = {schema: sorted(root.glob(glob)) for schema, glob in schemas.items()}
    assert any(workflows.values())
    for schema, places in workflows.items():
        if places:
            assert validate(schema, *places) == VALID
