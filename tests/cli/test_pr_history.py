"""`adr-gen pr` compares commits: what it needs of the history, and what it reads of each."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.branches import FOUR, Branches, adds_redis, drops_moment
from tests.support.changes import places, puts, record, repository, shop
from tests.support.helpers import git, put, run

__all__ = ["shop"]  # a fixture


def test_what_the_other_branch_did_meanwhile_is_none_of_this_change(shop: Branches) -> None:
    began = shop.id("main")
    shop.branch("feature", puts("a.txt", "x"))
    git(shop.root, "checkout", "-q", "main")
    drops_moment(shop)
    shop.commit()
    report = shop.json("--head", "feature")
    assert (report["base"], report["records"]) == (began, [])
    git(shop.root, "checkout", "-q", "feature")
    git(shop.root, "merge", "-q", "main", "-m", "main is in here now")
    assert shop.json()["records"] == []


def clone(shop: Branches, goal: Path, *args: str) -> Path:
    git(shop.root, "clone", "-q", *args, shop.root.as_uri(), str(goal))
    return goal


@pytest.mark.parametrize(("base", "named"), [((), "origin/HEAD"), (("--base", "origin/main"), "origin/main")])
def test_a_shallow_clone_says_what_to_fetch(shop: Branches, tmp_path: Path, base: tuple[str, ...], named: str) -> None:
    shop.branch("feature", *FOUR)
    git(shop.root, "checkout", "-q", "main")
    done = run(clone(shop, tmp_path / "c", "--depth", "1", "-b", "feature"), "pr", *base)
    assert done.returncode == 2
    assert "this clone is shallow" in done.stderr
    assert "`git fetch" in done.stderr
    assert "fetch-depth: 2" in done.stderr


def test_the_merge_that_a_workflow_checks_out_needs_its_parents_only(shop: Branches, tmp_path: Path) -> None:
    shop.branch("feature", *FOUR)
    git(shop.root, "checkout", "-q", "-b", "pull", "main")
    git(shop.root, "merge", "-q", "--no-ff", "feature", "-m", "pull request")
    there = clone(shop, tmp_path / "c", "--depth", "2", "-b", "pull")
    for args, env in ((("--base", "HEAD^1"), {}), ((), {"GITHUB_BASE_REF": "main"})):
        done = run(there, "pr", *args, "--fail-on", "flip", **env)
        assert (done.returncode, done.stderr) == (1, "")


def test_a_commit_that_is_not_there_and_a_folder_without_git_are_named(shop: Branches, tmp_path: Path) -> None:
    for args in (("--base", "nowhere"), ("--head", "nowhere"), ("--base", "--upload-pack=x")):
        done = shop.pr(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert args[1].strip("-")[:7] in done.stderr
    put(tmp_path / "plain", "docs/decisions/0001-x.md", record("x"))
    done = run(tmp_path / "plain", "pr")
    assert (done.returncode, "not a git repository" in done.stderr) == (2, True)


def test_few_processes_of_git_read_everything_and_nothing_is_checked_out(shop: Branches, tmp_path: Path) -> None:
    shop.branch("feature", *FOUR)
    git(shop.root, "checkout", "-q", "main")
    trace = tmp_path / "trace"
    shop.pr("--base", "main", "--head", "feature", GIT_TRACE2_EVENT=str(trace))
    started = [line for line in trace.read_text(encoding="utf-8").splitlines() if '"event":"cmd_name"' in line]
    names = [line.partition('"name":"')[2].partition('"')[0] for line in started]
    assert sorted(names) == ["cat-file", *["ls-tree"] * 3, "merge-base", *["rev-parse"] * 2]
    status = subprocess.run(["git", "status", "--porcelain"], cwd=shop.root, capture_output=True, text=True, check=True)
    assert (status.stdout, (shop.root / "migrations/020.sql").exists()) == ("", False)


def test_a_project_in_a_folder_of_a_repository_sees_its_own_files(tmp_path: Path) -> None:
    shop = Branches(tmp_path / "all", "=== other/requirements.txt\nflask\n=== shop/requirements.txt\nflask\n")
    shop.put("shop/docs/decisions/0001-x.md", record("`dep:redis`"))
    shop.put("shop/adr-gen.toml", "")
    shop.commit()
    shop.branch("elsewhere", puts("other/requirements.txt", "redis\n"))
    shop.branch("feature", puts("shop/requirements.txt", "flask\nredis\n"))
    for head, expected in (("elsewhere", []), ("feature", [("requirements.txt", 2)])):
        done = run(shop.root / "shop", "pr", "--head", head, "--format", "json")
        assert places(json.loads(done.stdout)) == expected


def test_a_link_in_the_repository_counts_as_what_it_leads_to(tmp_path: Path) -> None:
    shop = repository(
        tmp_path, "`file:docs/now.txt contains ready`", **{"notes/a.txt": "x\n", "notes/b.txt": "ready\n"}
    )
    (shop.root / "docs/now.txt").symlink_to("../notes/a.txt")
    (shop.root / "docs/out.txt").symlink_to("../../../etc/passwd")
    shop.commit()

    def turns(shop: Branches) -> None:
        shop.remove("docs/now.txt")
        (shop.root / "docs/now.txt").symlink_to("../notes/b.txt")

    shop.branch("feature", turns)
    assert places(shop.json()) == [("docs/now.txt", 1)]


def test_a_damaged_record_is_named_and_stops_nothing(shop: Branches) -> None:
    def damages(shop: Branches) -> None:
        (shop.root / "docs/decisions/0003-migrations.md").write_bytes(b"# \xff\n")

    shop.branch("feature", adds_redis, damages)
    done = shop.pr()
    assert "3 conditions" not in done.stdout
    assert "docs/decisions/0003-migrations.md:1: ADR002 byte 0xff is not UTF-8" in done.stderr
    assert done.stdout.startswith("ADR-0001  A cache")


def test_two_commits_of_a_branch_that_is_no_merge_are_not_taken_for_one(shop: Branches, tmp_path: Path) -> None:
    shop.branch("feature", *FOUR)
    shop.branch("later", puts("a.txt", "x"), onto="feature")
    git(shop.root, "checkout", "-q", "main")
    there = clone(shop, tmp_path / "c", "--depth", "2", "-b", "later")
    done = run(there, "pr", GITHUB_BASE_REF="main")
    assert (done.returncode, "this clone is shallow and holds no commit origin/main" in done.stderr) == (2, True)
