"""Checks of issues and pull requests, against a real server: why one was closed, and which release came after it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from adr_gen.model import Observation
from tests.support.online_checks import GITHUB, ask, met, no_proxies, server, waiting
from tests.support.servers import Reply, Server, github, issue, pull

__all__ = ["ask", "no_proxies", "server"]  # fixtures


def closed(reason: str | None, **more: Any) -> dict[str, Reply]:
    return issue("o/r", 7, state="closed", state_reason=reason, closed_at="2026-05-01T23:59:59Z", **more)


ISSUES: dict[str, tuple[dict[str, Reply], Observation]] = {
    "open": (issue("o/r", 7), waiting(f"o/r#7 is open, {GITHUB}/o/r/issues/7")),
    "completed": (
        closed("completed") | github("o/r", ("v2", "2026-06-01"), ("v1", "2026-05-03"), ("v0", "2026-04-01")),
        met(
            "o/r#7 was closed as completed on 2026-05-01; first release after it: v1 (2026-05-03), "
            f"{GITHUB}/o/r/issues/7",
            "2026-05-01",
        ),
    ),
    "not planned": (
        closed("not_planned") | github("o/r", ("v0", "2026-04-01")),
        met(
            f"o/r#7 was closed as not planned on 2026-05-01; no release since, {GITHUB}/o/r/issues/7",
            "2026-05-01",
        ),
    ),
    "duplicate": (
        closed("duplicate") | github("o/r"),
        met(f"o/r#7 was closed as a duplicate on 2026-05-01; no release since, {GITHUB}/o/r/issues/7", "2026-05-01"),
    ),
    "no reason, no list of releases": (
        closed(None),
        met(
            "o/r#7 was closed without a reason on 2026-05-01; its release could not be looked up: "
            "HOST: does not exist there (404); mend the name (or it is private: set GITHUB_TOKEN), "
            f"{GITHUB}/o/r/issues/7",
            "2026-05-01",
        ),
    ),
    "pull request, merged and released": (
        pull("o/r", 7, "2026-05-01", "2026-05-01", having={"v1.1": "diverged", "v2.0": "behind"})
        | github("o/r", ("v2.0", "2026-06-01"), ("v1.1", "2026-05-03"), ("v1.0", "2026-04-01")),
        met(
            f"o/r#7 was merged on 2026-05-01; it is in release v2.0 (2026-06-01), {GITHUB}/o/r/pull/7",
            "2026-05-01",
        ),
    ),
    "pull request, merged and not released": (
        pull("o/r", 7, "2026-05-01", "2026-05-01", having={"v1.1": "ahead"})
        | github("o/r", ("v1.1", "2026-05-03"), ("v1.0", "2026-04-01")),
        met(
            f"o/r#7 was merged on 2026-05-01; not in the 1 release since, {GITHUB}/o/r/pull/7",
            "2026-05-01",
        ),
    ),
    "pull request, closed without merging": (
        pull("o/r", 7, None, "2026-05-02") | github("o/r"),
        met(
            f"o/r#7 was closed without merging on 2026-05-02; no release since, {GITHUB}/o/r/pull/7",
            "2026-05-02",
        ),
    ),
}


@pytest.mark.parametrize("case", ISSUES)
def test_a_closed_issue_says_why_and_since_which_release(
    case: str, ask: Callable[..., Observation], server: Server
) -> None:
    replies, expected = ISSUES[case]
    observation = ask("issue:o/r#7 closed", replies)
    host = server.address.removeprefix("http://")
    assert observation == replace(expected, evidence=expected.evidence.replace("HOST", host))


def test_an_open_issue_costs_one_request_and_no_word_calls_a_closed_one_fixed(
    ask: Callable[..., Observation], server: Server
) -> None:
    ask("https://github.com/o/r/issues/7", issue("o/r", 7))
    assert [path for path, _, _ in server.asked] == ["/github/repos/o/r/issues/7"]
    assert "fixed" not in ask("issue:o/r#7 closed", closed("completed") | github("o/r")).evidence


def timeline(*rows: dict[str, Any]) -> dict[str, Reply]:
    return {"/github/repos/o/r/issues/7/timeline?per_page=100": Reply(list(rows))}


def reference(number: int, merged: str | None) -> dict[str, Any]:
    pull_request = {"url": f"https://api.example/pulls/{number}", "merged_at": merged}
    page = f"{GITHUB}/o/r/pull/{number}"
    reply = {"number": number, "html_url": page, "pull_request": pull_request}
    return {"event": "cross-referenced", "source": {"type": "issue", "issue": reply}}


def test_a_closed_issue_says_who_closed_it_and_with_which_pull_request(ask: Callable[..., Observation]) -> None:
    rows = (
        {"event": "labeled", "label": {"name": "bug"}},
        {"event": "cross-referenced", "source": {"issue": {"number": 3, "html_url": f"{GITHUB}/o/r/issues/3"}}},
        reference(4, None),
        reference(5, "2026-04-01T12:00:00Z"),
        reference(6, "2026-05-01T23:59:57Z"),
        {"event": "closed", "actor": {"login": "ana"}, "commit_id": None},
    )
    replies = closed("completed", closed_by={"login": "ana"}) | github("o/r") | timeline(*rows)
    assert ask("issue:o/r#7 closed", replies) == met(
        f"o/r#7 was closed as completed on 2026-05-01 by ana, with {GITHUB}/o/r/pull/6; no release since, "
        f"{GITHUB}/o/r/issues/7",
        "2026-05-01",
    )


@pytest.mark.parametrize("body", [None, [], [{"event": "cross-referenced", "source": 3}], [3], {"message": "no"}])
def test_a_timeline_that_tells_nothing_changes_nothing(body: Any, ask: Callable[..., Observation]) -> None:
    path = "/github/repos/o/r/issues/7/timeline?per_page=100"
    replies = closed("completed", closed_by={"login": "ana"}) | github("o/r") | {path: Reply(body)}
    assert ask("issue:o/r#7 closed", replies).evidence == (
        f"o/r#7 was closed as completed on 2026-05-01 by ana; no release since, {GITHUB}/o/r/issues/7"
    )
