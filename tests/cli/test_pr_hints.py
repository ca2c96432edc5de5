"""`adr-gen pr` hints at new dependencies that have the name of an option."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.branches import Branches, adds_redis
from tests.support.changes import puts, shop

__all__ = ["shop"]  # a fixture

OPTIONS = """
# Where jobs wait

* Status: {status}

{options}
"""


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ("## Considered Options\n\n* The table\n* Redis", "Redis"),
        ("## Considered Options\n\n* [Redis](https://redis.example): fast, and one more thing to run", "Redis"),
        ("## Considered Options\n\n1. **redis** – a server", "redis"),
        ("## Pros and Cons of the Options\n\n### Redis\n\nFast.", "Redis"),
        ("## Options\n\n### Option B: Redis (managed)\n\nFast.", "Redis"),
        ("## Options\n\n| option | cost |\n|---|---|\n| Redis | high |", "Redis"),
    ],
)
def test_a_new_dependency_of_the_name_of_an_option_is_a_hint(tmp_path: Path, options: str, option: str) -> None:
    text = OPTIONS.format(status="rejected", options=options)
    shop = Branches(tmp_path / "shop", f"=== docs/decisions/0001-x.md\n{text}=== requirements.txt\nflask\n")
    shop.branch("feature", puts("requirements.txt", "flask\nredis>=5\n"))
    hint: dict[str, Any]
    (hint,) = shop.json()["hints"]  # type: ignore[misc]
    assert {key: hint[key] for key in ("number", "option", "dependency", "ecosystem", "path", "line")} == {
        "number": 1, "option": option, "dependency": "redis", "ecosystem": "pypi", "path": "requirements.txt", "line": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("status", "options"),
    [
        ("accepted", "## Considered Options\n\n* Redis"),
        ("rejected", "## Considered Options\n\n* Redis Enterprise"),
        ("rejected", "## Context\n\n* Redis"),
        ("rejected", "Redis is fast."),
        ("rejected", "## Considered Options\n\n* Flask"),
    ],
)
def test_another_word_another_status_or_an_old_dependency_is_none(tmp_path: Path, status: str, options: str) -> None:
    text = OPTIONS.format(status=status, options=options)
    shop = Branches(tmp_path / "shop", f"=== docs/decisions/0001-x.md\n{text}=== requirements.txt\nflask\n")
    shop.branch("feature", puts("requirements.txt", "redis>=5\nflask\n"), puts("b/requirements.txt", "flask\n"))
    assert shop.json()["hints"] == []


def test_a_record_whose_condition_comes_true_needs_no_hint(shop: Branches) -> None:
    shop.edit("docs/decisions/0001-cache.md", "## Revisit When", "## Considered Options\n\n* Redis\n\n## Revisit When")
    shop.commit()
    shop.branch("feature", adds_redis)
    assert shop.json()["hints"] == []
