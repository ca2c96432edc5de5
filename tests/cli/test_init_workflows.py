"""`adr-gen init` and what a forge runs: workflows of GitHub, the pipeline of GitLab."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.branches import Branches, adds_redis
from tests.support.helpers import environment, git, put, run
from tests.support.repositories import KINDS, repository
from tests.support.schemas import VALID, validate


def test_a_site_that_is_published_already_keeps_its_workflow(tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", "mkdocs with nav")
    put(root, ".github/workflows/docs.yml", "on: push\njobs:\n  x:\n    steps:\n      - run: mkdocs gh-deploy\n")
    done = run(root, "init", "--yes")
    assert not (root / ".github/workflows/pages.yml").exists()
    assert ".github/workflows/docs.yml: publishes the site already: let it install adr-gen too" in done.stdout


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
    jobs = yaml.safe_load((root / ".gitlab/adr-gen.yml").read_text(encoding="utf-8"))
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
    jobs = yaml.safe_load((shop.root / ".gitlab/adr-gen.yml").read_text(encoding="utf-8"))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-ec", "\n".join(jobs["adr-gen-pr"]["script"])],
        cwd=tmp_path / "runner",
        env=environment(CI_DEFAULT_BRANCH="main", PATH=path),
        capture_output=True,
        encoding="utf-8",
    )
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
