"""`adr-gen revisit --notify github`: what is lost, refused, late or endless is said, and is told in the next run."""

import json
from typing import Any

import pytest

from adr_gen.commands.github import client
from adr_gen.commands.github.client_errors import GitHubError
from tests.support.github import REPOSITORY, TOKEN, Hub
from tests.support.notify_project import DAY_HAS_COME, QUERIES, Shop, github, marker, shop
from tests.support.servers import Reply, server

__all__ = ["github", "shop"]  # fixtures


@pytest.mark.parametrize("status", [0, 502])
def test_an_answer_that_was_lost_after_the_issue_was_opened_opens_no_second_one(
    shop: Shop, github: Hub, status: int
) -> None:
    github.fault("POST", "/issues$", status=status, after=True)
    (line,) = shop.told()
    assert line == (
        "ADR-0001: not told: GitHub cannot be reached; whether it was told all the same shows in the next run"
        if not status
        else "ADR-0001: not told: GitHub has trouble; the next run tries again (502)"
    )
    assert [path.rpartition("/")[2] for method, path in github.writes] == ["labels", "issues"]
    github.faults.clear()
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert len(github.issues) == 1


@pytest.mark.parametrize(("method", "path"), [("POST", "comments$"), ("PATCH", r"/issues/1$")])
@pytest.mark.parametrize("after", [False, True])
def test_a_run_that_breaks_off_between_comment_and_update_comments_once(
    shop: Shop, github: Hub, method: str, path: str, after: bool
) -> None:
    shop.notify()
    shop.two_queries()
    github.fault(method, path, after=after)
    (line,) = shop.told()
    assert line.startswith("ADR-0001: not told: GitHub cannot be reached; ")
    github.faults.clear()
    shop.notify()
    assert (len(github.said(1)), marker(github.issues[0]).seen) == (1, (DAY_HAS_COME, QUERIES))
    shop.review("--reaffirm")
    github.fault(method, path, after=after)
    shop.notify()
    github.faults.clear()
    shop.notify()
    assert (len(github.said(1)), github.issues[0]["state"]) == (2, "closed")


FORBIDDEN = "the token may not do this; a workflow's job needs `permissions: issues: write`"
LIMIT = (("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1767274200"))


@pytest.mark.parametrize(
    ("answer", "code", "message"),
    [
        (
            {"status": 401, "body": '{"message": "Bad credentials"}'},
            2,
            "GitHub does not accept the token; put a valid one into GITHUB_TOKEN (401: Bad credentials)",
        ),
        (
            {"status": 403, "body": '{"message": "Resource not accessible by integration"}'},
            2,
            f"{FORBIDDEN} (403: Resource not accessible by integration)",
        ),
        (
            {"status": 404, "body": '{"message": "Not Found"}'},
            2,
            "there is no example/shop, or the token may not see it (404: Not Found)",
        ),
        (
            {"status": 410, "body": '{"message": "Issues are disabled for this repo"}'},
            2,
            "issues are switched off in example/shop, or this one was deleted (410: Issues are disabled for this repo)",
        ),
        (
            {"status": 301, "headers": (("Location", "http://elsewhere.example/"),)},
            2,
            "example/shop has moved; name it as it is called now (301)",
        ),
        (
            {"status": 403, "body": '{"message": "API rate limit exceeded"}', "headers": LIMIT},
            1,
            "GitHub's rate limit is used up until 13:30 UTC (403)",
        ),
        ({"status": 429, "headers": (("Retry-After", "60"),)}, 1, "GitHub's rate limit is used up (429)"),
        ({"status": 503, "body": "<html>"}, 1, "GitHub has trouble; the next run tries again (503)"),
        ({"status": 0}, 1, "GitHub cannot be reached"),
        (
            {"status": 200, "body": "<html>Please log in</html>"},
            2,
            "GitHub's answer is no JSON; is there a proxy that wants a login?",
        ),
        ({"status": 200, "body": "[" * 100000}, 2, "GitHub's answer is no JSON; is there a proxy that wants a login?"),
        ({"status": 200, "body": "{}"}, 2, "GitHub's answer is no list; is the setting github-api right?"),
        ({"status": 200, "body": "[1]"}, 2, "GitHub's answer is no list; is the setting github-api right?"),
        (
            {"status": 200, "body": "[]", "headers": (("Link", '<http://elsewhere.example/x>; rel="next"'),)},
            1,
            "GitHub's answer leads to another host; it was not followed",
        ),
        (
            {"status": 200, "body": "[]", "headers": (("Link", '<http://[::1/x>; rel="next"'),)},
            1,
            "GitHub's answer leads to another host; it was not followed",
        ),
        (
            {"status": 302, "headers": (("Location", "http://[::1"),)},
            2,
            "GitHub's answer leads to no address; is the setting github-api right?",
        ),
    ],
)
def test_when_nothing_can_be_learned_nothing_is_told_and_the_reason_is(
    shop: Shop, github: Hub, answer: dict[str, object], code: int, message: str
) -> None:
    github.fault("GET", "/issues$", **answer)
    done = shop.notify()
    assert (done.returncode, done.stderr) == (code, f"nothing told: {message}\n")
    assert done.stdout.startswith("As of ")
    assert github.writes == []


def test_a_token_that_may_not_write_opens_nothing_and_is_asked_once(shop: Shop, github: Hub) -> None:
    shop.write("docs/decisions/0003-x.md", "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n")
    echo = json.dumps({"message": f"no rights\n\x1b[31m for {TOKEN}"})
    github.fault("POST", "/labels$", status=403, body=echo)
    done = shop.notify()
    reason = (
        "the token may not do this; a workflow's job needs `permissions: issues: write` (403: no rights �[31m for …)"
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"ADR-0001: not told: {reason}", f"ADR-0003: not told: {reason}"]
    assert len(github.writes) == 1


def test_one_record_that_fails_does_not_stop_the_others(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.two_queries()
    shop.write("docs/decisions/0003-x.md", "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n")
    github.fault("POST", "/issues/1/comments$", status=403, body='{"message": "locked"}')
    assert shop.told() == [
        f"ADR-0001: not told: {FORBIDDEN} (403: locked)",
        "ADR-0003: opened #2",
    ]


def test_after_the_rate_limit_nothing_more_is_asked(shop: Shop, github: Hub) -> None:
    shop.write("docs/decisions/0003-x.md", "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n")
    github.fault("POST", "/issues$", status=403, body='{"message": "You have exceeded a secondary rate limit"}')
    reason = "not told: GitHub's secondary rate limit is used up (403)"
    assert shop.told() == [f"ADR-0001: {reason}", f"ADR-0003: {reason}"]
    assert [path.rpartition("/")[2] for _, path in github.writes] == ["labels", "issues"]


@pytest.mark.parametrize(
    ("limit", "path", "answer", "message"),
    [
        (
            {"TIMEOUT": (5, 0.2)},
            "/issues",
            {"wait": 1.0},
            "GitHub did not answer in time; whether it was told all the same shows in the next run",
        ),
        ({"LARGEST": 1000}, "/issues", {"body": "x" * 1001}, "GitHub's answer is too large"),
        ({"PATIENCE": -1}, "/labels", {"body": "{}"}, "GitHub's answer does not end"),
    ],
)
def test_an_answer_has_its_limits_and_is_not_asked_for_again(
    github: Hub, monkeypatch: pytest.MonkeyPatch, limit: dict[str, Any], path: str, answer: dict[str, Any], message: str
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name, value in limit.items():
        monkeypatch.setattr(client, name, value)
    github.fault("POST", f"{path}$", status=201, after=True, **answer)
    with client.GitHub(github.url, REPOSITORY, "revisit", TOKEN) as there:
        with pytest.raises(GitHubError, match=message):
            there.open("T", "B")
        assert TOKEN not in repr(there)
    assert [called for _, called in github.writes if called.endswith(path)] == [f"/repos/{REPOSITORY}{path}"]


def test_pages_that_lead_in_a_circle_end(shop: Shop, github: Hub) -> None:
    here = f'<{github.url}/repos/{REPOSITORY}/issues>; rel="next"'
    github.fault("GET", "/issues$", status=200, body="[]", headers=(("Link", here),))
    assert shop.told() == ["ADR-0001: opened #1"]


@pytest.mark.parametrize(
    "reply", [Reply(crawl=0.05), Reply([{"title": "x" * 500}], drip=0.02)], ids=["headers", "body"]
)
def test_a_server_that_drips_is_given_up_after_three_answers(reply: Reply, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TIMEOUT", (0.2, 5))
    monkeypatch.setattr(client, "PATIENCE", 0.1)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with server() as slow, client.GitHub(slow.address, REPOSITORY, "revisit", TOKEN) as there:
        slow.replies[f"/repos/{REPOSITORY}/issues/1/comments?per_page=100"] = reply
        for _ in range(5):
            with pytest.raises(GitHubError, match="GitHub's answer does not end"):
                there.say(1, "words")
        slow.stopped.set()
        assert len(slow.asked) == 3


def test_a_server_that_floods_is_given_up_after_three_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LARGEST", 1000)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with server() as flood, client.GitHub(flood.address, REPOSITORY, "revisit", TOKEN) as there:
        flood.replies[f"/repos/{REPOSITORY}/issues/1/comments?per_page=100"] = Reply(["x" * 100_000])
        for _ in range(5):
            with pytest.raises(GitHubError, match="GitHub's answer is too large"):
                there.say(1, "words")
        assert len(flood.asked) == 3
