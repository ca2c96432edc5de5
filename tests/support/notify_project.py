"""A project whose notices go to the server of `tests.support.github`, and the people who answer them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from adr_gen.notify.issue_marker import Marker, read
from adr_gen.reviews.stored_review import fingerprint
from tests.support.github import REPOSITORY, TOKEN, Hub, hub
from tests.support.helpers import run

QUEUE = """
=== mkdocs.yml
site_name: Shop
site_url: https://example.github.io/shop/
repo_url: https://github.com/example/shop
=== docs/decisions/0001-queue.md
# Which *queue* for background jobs

* Status: rejected
* Date: 2026-03-02
* Qualifier: for now

## Decision Outcome

The database's own table is [enough](../measured.md) below 50 jobs a second.

## Revisit When

Any of:

* (a) the day has come: `2026-06-01`
* (b) there are queries by hand: `file:src/*.sql count >= 2`
=== docs/decisions/0002-cache.md
# Cache

* Status: deferred
* Date: 2026-03-02

## Revisit When

* (a) `2999-01-01`
"""
TITLE = "ADR-0001: look again – Which queue for background jobs"
BODY = """\
**ADR-0001: Which *queue* for background jobs** — rejected (for now), 2026-03-02

> The database's own table is [enough](https://github.com/example/shop/blob/HEAD/docs/measured.md) below 50 jobs a second.

The decision said when to look again, and that has come. See \
[its page](https://example.github.io/shop/decisions/0001-queue/), \
[its file](https://github.com/example/shop/blob/HEAD/docs/decisions/0001-queue.md).

* (a) **met**: the day has come: `2026-06-01` — 2026-06-01 has come (check, TODAY)
* (b) waiting: there are queries by hand: `file:src/*.sql count >= 2` — 0 files match src/*.sql (check, TODAY)

What to do:

* `adr-gen review 1` if the decision holds, or to say what you found
* `adr-gen reopen 1` if the question should be asked again

This was opened once, by `adr-gen revisit`. It is closed by itself when a review or a new decision has answered it. \
Closing it by hand is fine too: it will not be opened again for the same thing.
"""
DAY_HAS_COME = fingerprint("the day has come: `2026-06-01`") + ":met:-"
QUERIES = fingerprint("there are queries by hand: `file:src/*.sql count >= 2`") + ":met:-"


@pytest.fixture
def github() -> Iterator[Hub]:
    with hub() as state:
        yield state


class Shop:
    """A project whose notices go to the server."""

    def __init__(self, root: Path, github: Hub) -> None:
        self.root, self.github = root, github
        self.settings(f'github-api = "{github.url}"')

    def settings(self, *lines: str) -> None:
        (self.root / "adr-gen.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def notify(self, *args: str, token: str = TOKEN, repository: str = REPOSITORY) -> CompletedProcess[str]:
        """Run it as a workflow does."""
        options = ("revisit", "--notify", "github", *args)
        done = run(self.root, *options, GITHUB_TOKEN=token, GITHUB_REPOSITORY=repository, NO_PROXY="127.0.0.1")
        assert TOKEN not in done.stdout + done.stderr
        return done

    def told(self, *args: str) -> list[str]:
        """What a run that finds something due says on stderr."""
        done = self.notify(*args)
        assert done.returncode == 1, done.stderr
        return done.stderr.splitlines()

    def write(self, path: str, text: str = "x\n") -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")

    def review(self, *args: str) -> None:
        """A person looks at record 1."""
        done = run(self.root, "review", "1", *args, "--by", "Ana @ops", "--note", "measured <b>again</b>")
        assert done.returncode == 0, done.stderr

    def two_queries(self) -> None:
        self.write("src/a.sql")
        self.write("src/b.sql")


@pytest.fixture
def shop(project: Callable[[str], Path], github: Hub) -> Shop:
    return Shop(project(QUEUE), github)


def marker(issue: dict[str, str]) -> Marker:
    result = read(issue["body"])
    assert result
    return result
