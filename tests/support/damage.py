"""What is remembered of a project, damaged at every place in turn."""

import copy
import json
from pathlib import Path
from typing import Any

from tests.support.helpers import put, run

TEXT = """
=== docs/research/a.md
---
title: A
decision: adopt
revisit_when: "`pypi:x >= 2`"
---

# A
=== docs/decisions/0007-by-hand.md
# By hand

* Status: deferred

## Revisit when

- somebody asks
"""
"""A project with a record of each kind."""
WRONG: list[Any] = [None, 5, [], {"a": [1]}, "2026-99-99", "\ud800"]
"""Values that stand in the place of another."""


def places(value: Any, *above: str | int) -> list[tuple[str | int, ...]]:
    """The places of all values inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above, *(place for key, part in inner for place in places(part, *above, key))]


def changed(value: Any, place: tuple[str | int, ...], new: Any) -> Any:
    """A copy with another value at a place."""
    made = copy.deepcopy(value)
    inner = made
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = new
    return made


OBSERVATION = {"result": "waiting", "date": "2026-01-01", "by": "check", "evidence": "1.0", "since": None}
STORED = {"now": {"pypi:x >= 2": OBSERVATION}, "met": {"pypi:x >= 2": OBSERVATION | {"result": "met"}}}


def survives(root: Path, name: str, *args: str) -> None:
    """Assert that a command ends as it should, whatever stands at any place of a file of `.adr-gen`."""
    run(root, "generate")
    put(root, ".adr-gen/checks.json", json.dumps(STORED))
    run(root, "list")
    place = root / ".adr-gen" / name
    good = json.loads(place.read_text(encoding="utf-8"))
    for at in places(good)[1:]:
        for wrong in WRONG:
            place.write_text(json.dumps(changed(good, at, wrong)), encoding="utf-8")
            assert run(root, *args).returncode in (0, 1), (at, wrong)
