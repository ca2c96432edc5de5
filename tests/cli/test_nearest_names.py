"""`adr-gen list` whose filters fit no record: what is near to them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import run

LOG = "".join(
    f"""=== docs/decisions/000{n}-x.md
---
status: {status}
date: 2026-01-02
decision-makers: [{who}]
tags: [{tags}]
---
# Decision {n}

We do.
"""
    for n, status, who, tags in [
        (1, "accepted", "Ana Lima, Bo", "jobs, queues"),
        (2, "rejected", "Ana Lima", "jobs, Caching"),
        (3, "accepted", "Chris", "jobs"),
    ]
)


@pytest.mark.parametrize(
    ("filters", "lines"),
    [
        (["--tag", "job"], ["--tag job: nearest: jobs"]),
        (["--tag", "cache"], ["--tag cache: nearest: Caching"]),
        (["--tag", "database"], ["--tag database: there are jobs, queues, Caching"]),
        (["--owner", "ana"], ["--owner ana: nearest: Ana Lima"]),
        (["--status", "deferred"], ["--status deferred: there are accepted, rejected"]),
        (["--tag", "queue", "--owner", "Kris"], ["--tag queue: nearest: queues", "--owner Kris: nearest: Chris"]),
        (["--tag", "queues", "--owner", "Chris"], []),
    ],
)
def test_filters_that_fit_no_record_name_what_is_near(
    filters: list[str], lines: list[str], project: Callable[[str], Path]
) -> None:
    done = run(project(LOG), "list", *filters)
    assert (done.returncode, done.stdout.splitlines()) == (0, ["no records like that", *lines])
