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
        (["--owner", "An"], ["--owner An: nearest: Ana Lima"]),
        (["--owner", "lima ana", "--tag", "x"], ["--tag x: there are jobs, queues, Caching"]),
        (["--status", "on hold"], ["--status on hold: there are accepted, rejected"]),
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


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("ana", ["0001", "0002"]), ("Lima, Ana", ["0001", "0002"]), ("chris", ["0003"]), ("Bo", ["0001"]), ("@", [])],
)
def test_a_part_of_a_name_is_enough_as_long_as_its_words_are_whole(
    name: str, numbers: list[str], project: Callable[[str], Path]
) -> None:
    shown = run(project(LOG), "list", "--owner", name).stdout
    assert [line.split()[0] for line in shown.splitlines() if line[:1].isdigit() and "record" not in line] == numbers
