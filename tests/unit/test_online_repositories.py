"""Checks of whether a project on GitHub is alive, against a real server."""

from collections.abc import Callable
from typing import Any

import pytest

from adr_gen.model import Observation
from tests.support.online_checks import GITHUB, ask, met, no_proxies, server, unknown, waiting
from tests.support.servers import Reply, Server, github

__all__ = ["ask", "no_proxies", "server"]  # fixtures

PAGE = f"{GITHUB}/o/r"


def repository(pushed: str | None = "2026-11-01", *, archived: bool = False, **more: Any) -> dict[str, Reply]:
    """A repository on GitHub."""
    at = f"{pushed}T10:00:00Z" if pushed else None
    body = {"full_name": "o/r", "html_url": PAGE, "archived": archived, "disabled": False, "pushed_at": at}
    return {"/github/repos/o/r": Reply(body | more)}


def test_a_repository_is_archived_or_not(ask: Callable[..., Observation]) -> None:
    assert ask("repo:o/r archived", repository(archived=True)) == met(f"o/r is archived, {PAGE}")
    assert ask("repo:o/r archived", repository()) == waiting(f"o/r is not archived, {PAGE}")


def test_a_push_in_time_is_enough_and_costs_one_request(ask: Callable[..., Observation], server: Server) -> None:
    observation = ask("repo:o/r quiet for 12 months", repository("2025-11-25"))
    assert observation == waiting(f"the last push to o/r was on 2025-11-25, {PAGE}")
    assert [path for path, _, _ in server.asked] == ["/github/repos/o/r"]


QUIET: dict[str, tuple[str | None, tuple[tuple[str, str], ...], Observation]] = {
    "no release": ("2025-11-24", (), met(f"the last push of o/r was on 2025-11-24, {PAGE}", "2026-11-24")),
    "an older release": (
        "2025-03-01",
        (("v1.0", "2025-01-01"),),
        met(f"the last push of o/r was on 2025-03-01, {PAGE}", "2026-03-01"),
    ),
    "a later release": (
        "2025-03-01",
        (("v1.0", "2025-01-01"), ("v2.0", "2026-02-01")),
        waiting(f"the last release of o/r was on 2026-02-01, {PAGE}"),
    ),
    "no push, an old release": (
        None,
        (("v1.0", "2024-01-31"),),
        met(f"the last release of o/r was on 2024-01-31, {PAGE}", "2025-01-31"),
    ),
    "nothing ever": (None, (), unknown("says no day on which anything happened to o/r")),
}


@pytest.mark.parametrize("case", QUIET)
def test_a_repository_is_quiet_when_its_last_push_and_release_are_old(
    case: str, ask: Callable[..., Observation]
) -> None:
    pushed, rows, expected = QUIET[case]
    assert ask("repo:o/r quiet for 12 months", repository(pushed) | github("o/r", *rows)) == expected


@pytest.mark.parametrize("answer", [{"archived": "no"}, {"html_url": "javascript:x"}, {"pushed_at": 7}])
def test_an_answer_in_another_form_is_unknown(answer: dict[str, Any], ask: Callable[..., Observation]) -> None:
    token = "repo:o/r quiet for 1 year" if "pushed_at" in answer else "repo:o/r archived"
    assert ask(token, repository(**answer)).result == "unknown"
