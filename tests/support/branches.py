"""A repository with branches, as a script would make it: records that wait for things of the repository, and changes."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from tests.support.copies import copied
from tests.support.github import REPOSITORY, TOKEN, Hub
from tests.support.helpers import environment, git, put, run, tree

MANIFEST = """
=== pyproject.toml
[project]
name = "shop"
version = "1"
dependencies = [
    "flask>=3",
"""
DEMO = (
    MANIFEST
    + """\
]
=== web/old/package.json
{
  "dependencies": {
    "moment": "^2"
  }
}
=== src/app.py
print("shop")
=== docs/decisions/0001-cache.md
# A cache in front of the database

* Status: rejected
* Date: 2026-01-02
* Qualifier: for now

## Revisit When

* (a) Redis is in the stack anyway: `dep:redis`
* (b) pages take longer than a second
=== docs/decisions/0002-dates.md
# Dates with moment

* Status: accepted
* Date: 2026-01-02

## Revisit When

* nobody uses it any more: `not dep:npm/moment`
=== docs/decisions/0003-migrations.md
# One file for each migration

* Status: deferred
* Date: 2026-01-02

## Revisit When

* there are twenty of them: `file:migrations/*.sql count >= 20`
=== docs/decisions/0004-logs.md
# Logs as JSON

* Status: proposed
* Date: 2026-01-02

Lines of JSON can be searched.
"""
)


class Branches:
    """A repository whose `main` is the demo; changes are made on branches."""

    def __init__(self, root: Path, text: str = DEMO) -> None:
        self.root = copied(root, _begun, text)

    def commit(self, message: str = "a change") -> None:
        """Commit everything."""
        _commit(self.root, message)

    def id(self, name: str) -> str:
        """The id of a commit."""
        command = ["git", "rev-parse", name]
        return subprocess.run(
            command, cwd=self.root, env=environment(), capture_output=True, text=True, check=True
        ).stdout.strip()

    def branch(self, name: str, *changes: Callable[["Branches"], object], onto: str = "main") -> None:
        """A new branch with one commit of changes."""
        git(self.root, "checkout", "-q", "-b", name, onto)
        for change in changes:
            change(self)
        self.commit(name)

    def put(self, path: str, text: str) -> None:
        put(self.root, path, text)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words of a file that are there."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        put(self.root, path, text.replace(old, new))

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def move(self, path: str, goal: str) -> None:
        put(self.root, goal, (self.root / path).read_text(encoding="utf-8"))
        self.remove(path)

    def pr(self, *args: str, **env: str) -> CompletedProcess[str]:
        return run(self.root, "pr", *args, **env)

    def lines(self, *args: str) -> list[str]:
        """What a run that is all right prints."""
        done = self.pr(*args)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    def json(self, *args: str) -> dict[str, object]:
        done = self.pr("--format", "json", *args)
        assert (done.returncode, done.stderr) == (0, "")
        report: dict[str, object] = json.loads(done.stdout)
        return report

    def comment(self, hub: Hub, *args: str, **env: str) -> CompletedProcess[str]:
        """Run it as a workflow does, on pull request 7."""
        put(self.root, "adr-gen.toml", f'github-api = "{hub.url}"\n')
        output = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_REF": "refs/pull/7/merge"}
        done = self.pr("--comment", "github", *args, **output | {"NO_PROXY": "127.0.0.1"} | env)
        assert TOKEN not in done.stdout + done.stderr
        return done


def _begun(root: Path, text: str) -> None:
    tree(root, text)
    git(root, "init", "-q", "-b", "main")
    if text == DEMO:
        for number in range(1, 20):
            put(root, f"migrations/{number:03}.sql", f"select {number};\n")
    _commit(root, "the beginning")


def _commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)


def adds_redis(shop: Branches) -> None:
    shop.edit("pyproject.toml", '    "flask>=3",\n', '    "flask>=3",\n    "redis>=5",\n')


def drops_moment(shop: Branches) -> None:
    shop.remove("web/old/package.json")


def migrates_once_more(shop: Branches) -> None:
    shop.put("migrations/020.sql", "select 20;\n")


def accepts_logs(shop: Branches) -> None:
    shop.edit("docs/decisions/0004-logs.md", "Status: proposed", "Status: accepted")


FOUR = (adds_redis, drops_moment, migrates_once_more, accepts_logs)
