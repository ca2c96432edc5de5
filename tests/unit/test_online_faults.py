"""Checks that ask the network, against real servers that fail: every failure is unknown, with its reason."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from adr_gen import checks
from adr_gen.checks import World
from adr_gen.model import Observation
from adr_gen.web import ServiceClient, observe_all
from tests.support import servers
from tests.support.online_checks import GITHUB, TODAY, ask, met, no_proxies, raw, server, unknown
from tests.support.servers import Reply, Server, index, life, npm

__all__ = ["ask", "no_proxies", "server"]  # fixtures


def ended_cycle(**more: Any) -> Reply:
    """The answer about a cycle that has long ended, if it is not spoiled."""
    return Reply({"result": {"isEol": True, "eolFrom": "2020-01-01"}}, **more)


SHAPE = "answered in a form that is not known"
FAILURES: dict[str, tuple[Reply, str]] = {
    "time-out": (ended_cycle(wait=30), "HOST: no whole answer in time (at most 1 seconds)"),
    "slow drip": (ended_cycle(drip=0.2), "HOST: no whole answer in time (at most 1 seconds)"),
    "not found": (ended_cycle(status=404), "HOST: does not exist there (404); mend the name"),
    "gone": (ended_cycle(status=410), "HOST: does not exist there (410); mend the name"),
    "refused": (ended_cycle(status=403), "HOST: access is refused (403)"),
    "rate limit": (ended_cycle(status=429), "HOST: the rate limit is used up"),
    "server error": (ended_cycle(status=500), "HOST: the server has trouble (500)"),
    "unavailable": (ended_cycle(status=503), "HOST: the server has trouble (503)"),
    "no content": (ended_cycle(status=204), "HOST: answered 204"),
    "unasked 304": (ended_cycle(status=304), "HOST: answered 304"),
    "redirect elsewhere": (
        ended_cycle(status=302, headers={"Location": "http://elsewhere.example/eol"}),
        "HOST: redirects to elsewhere.example:80, which is none of the hosts in the settings",
    ),
    "redirect to a file": (
        ended_cycle(status=302, headers={"Location": "file:///etc/passwd"}),
        "HOST: redirects to :80, which is none of the hosts in the settings",
    ),
    "redirect in circles": (
        ended_cycle(status=301, headers={"Location": "/eol/products/python/releases/3.11"}),
        "HOST: redirects more than 3 times",
    ),
    "broken off": (ended_cycle(cut=100), "HOST: the answer broke off"),
    "broken compression": (ended_cycle(headers={"Content-Encoding": "gzip"}), "HOST: the answer broke off"),
    "half a JSON": (raw(b'{"result": {"isEol": true'), "HOST: answered with JSON that cannot be read"),
    "nothing": (raw(b""), "HOST: answered with JSON that cannot be read"),
    "deep nesting": (raw(b"[" * 450_000 + b"]" * 450_000), "HOST: answered with JSON that cannot be read"),
    "huge number": (
        raw(b'{"result": {"isEol": ' + b"9" * 10_000 + b"}}"),
        "HOST: answered with JSON that cannot be read",
    ),
    "not a number": (raw(b'{"result": {"isEol": NaN}}'), "HOST: answered with JSON that cannot be read"),
    "not UTF-8": (raw(b'{"result": "\xff\xfe"}'), "HOST: answered with JSON that cannot be read"),
    "login page": (
        raw(b"<html><form>Log in</form></html>", "text/html"),
        "HOST: answered with a page, not JSON; is a proxy in the way?",
    ),
    "too large": (raw(b'"' + b"x" * 1_100_000 + b'"'), "HOST: the answer is larger than 1 MB"),
    "a list": (Reply([]), f"{SHAPE}: the answer is not an object"),
    "null": (Reply(None), f"{SHAPE}: the answer is not an object"),
    "no result": (Reply({"message": "hello"}), f"{SHAPE}: `result` is not an object"),
    "text for a bool": (Reply({"result": {"isEol": "true"}}), f"{SHAPE}: `isEol` is not true or false"),
    "number for a bool": (Reply({"result": {"isEol": 1}}), f"{SHAPE}: `isEol` is not true or false"),
    "bool for a date": (Reply({"result": {"isEol": True, "eolFrom": True}}), f"{SHAPE}: `eolFrom` is not a text"),
    "no date": (Reply({"result": {"isEol": True, "eolFrom": "soon"}}), "answered with a `eolFrom` that is no date"),
    "no such day": (
        Reply({"result": {"isEol": True, "eolFrom": "2026-02-30"}}),
        "answered with a `eolFrom` that is no date",
    ),
    "escape codes": (
        Reply({"result": {"isEol": True, "eolFrom": "2026-01-01\x1b[2J"}}),
        f"{SHAPE}: `eolFrom` is no plain text",
    ),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_unknown_with_its_reason_and_the_others_are_answered(
    name: str, server: Server, tmp_path: Path
) -> None:
    reply, reason = FAILURES[name]
    server.replies |= index("a", "a-2.0.tar.gz") | npm("b", "2.0.0") | {"/eol/products/python/releases/3.11": reply}
    tokens = ("pypi:a >= 2", "eol:python/3.11", "npm:b >= 2")
    web = ServiceClient(servers.settings(server), tmp_path, seconds=1, size=1_000_000)
    observations = [observation for _, observation in observe_all(map(checks.parse, tokens), World(TODAY, web=web))]
    host = server.address.removeprefix("http://")
    assert observations == [met("a 2.0"), unknown(reason.replace("HOST", host)), met("b 2.0.0")]


@pytest.mark.parametrize("slow", [{"drip": 0.1}, {"crawl": 0.1}])
def test_nobody_waits_for_the_end_of_an_answer_that_drips(
    slow: dict[str, float], ask: Callable[..., Observation], server: Server
) -> None:
    replies = {"/eol/products/python/releases/3.11": ended_cycle(**slow)}
    observation = ask("eol:python/3.11", replies, seconds=0.5)
    host = server.address.removeprefix("http://")
    assert (observation, server.finished) == (unknown(f"{host}: no whole answer in time (at most 0.5 seconds)"), [])


MALFORMED: dict[str, tuple[str, Any]] = {
    "pypi:a >= 1": (
        "/pypi/a/",
        [
            {},
            {"meta": {"api-version": "2.0"}, "files": []},
            {"meta": {"api-version": "1.0"}, "files": {}},
            {"meta": {"api-version": "1.0"}, "files": ["a-2.0.tar.gz"]},
            {"meta": {"api-version": "1.0"}, "files": [{"filename": 2}]},
            {"meta": {"api-version": "1.0"}, "files": [{"filename": "a-2.0.exe"}]},
            {"meta": {"api-version": "1.0"}, "files": [{"filename": "a-2.0.tar.gz", "upload-time": "x"}]},
        ],
    ),
    "npm:a >= 1": ("/npm/a", [{}, {"versions": ["2.0.0"]}, {"versions": {"2.0.0": None}}]),
    "github:o/r >= 1": (
        "/github/repos/o/r/releases?per_page=100&page=1",
        [
            {"message": "hello"},
            [[]],
            [{"tag_name": "v2", "draft": False}],
            [servers.release("o/r", "v2", "2026-01-01") | {"published_at": None}],
            [servers.release("o/r", "v2", "2026-01-01") | {"html_url": "javascript:alert(1)"}],
            [servers.release("o/r", "latest", "2026-01-01")],
        ],
    ),
    "issue:o/r#7 closed": (
        "/github/repos/o/r/issues/7",
        [
            {},
            {"state": "closed"},
            {"state": "CLOSED", "html_url": f"{GITHUB}/o/r/issues/7", "closed_at": "2026-01-01T00:00:00Z"},
            {"state": "closed", "html_url": f"{GITHUB}/o/r/issues/7", "closed_at": None},
            {"state": "closed", "html_url": f"{GITHUB}/o/r/issues/7\n", "closed_at": "2026-01-01T00:00:00Z"},
        ],
    ),
}


@pytest.mark.parametrize("token", MALFORMED)
def test_an_answer_in_another_shape_is_unknown(token: str, ask: Callable[..., Observation]) -> None:
    path, bodies = MALFORMED[token]
    assert [ask(token, {path: Reply(body)}).result for body in bodies] == ["unknown"] * len(bodies)


def test_the_rate_limit_of_github_says_until_when_and_ends_the_questions_to_it(server: Server, tmp_path: Path) -> None:
    spent = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795523520"}
    server.replies["/github/repos/o/r/issues/1"] = Reply({"message": "API rate limit exceeded"}, 403, spent)
    server.replies |= index("a", "a-2.0.tar.gz")
    tokens = ["issue:o/r#1 closed", "pypi:a >= 2"]
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))
    host = server.address.removeprefix("http://")
    first, second = (observation for _, observation in observe_all(map(checks.parse, tokens), world))
    reason = f"{host}: GitHub's rate limit is used up until 12:32 UTC; set GITHUB_TOKEN"
    assert (first, second) == (unknown(reason), met("a 2.0"))
    ((_, third),) = observe_all([checks.parse("issue:o/r#2 closed")], world)
    assert third == unknown(f"{reason}; not asked again in this run")
    assert [path for path, _, _ in server.asked if "issues" in path] == ["/github/repos/o/r/issues/1"]


def closed_port() -> int:
    """A port of this machine on which nothing answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_a_service_that_does_not_answer_is_given_up_after_three_questions(server: Server, tmp_path: Path) -> None:
    server.replies |= index("a", "a-2.0.tar.gz")
    host = f"127.0.0.1:{closed_port()}"
    named = servers.settings(server, eol_api=f"http://{host}")
    world = World(TODAY, web=ServiceClient(named, tmp_path))
    observations = [observe_all([checks.parse(f"eol:python/3.{n}")], world) for n in range(4)]
    reasons = [observation.evidence for one in observations for _, observation in one]
    assert reasons == [f"{host}: nothing answers there"] * 3 + [
        f"{host}: nothing answers there; not asked again in this run"
    ]
    assert [o for _, o in observe_all([checks.parse("pypi:a >= 2")], world)] == [met("a 2.0")]


def test_a_service_whose_answers_only_drip_is_given_up_too(server: Server, tmp_path: Path) -> None:
    server.replies |= {p: Reply(r.body, drip=0.1) for p, r in life("python", "3.11", ended=True, day=None).items()}
    web = ServiceClient(servers.settings(server), tmp_path, seconds=0.3)
    observations = [
        o for _ in range(4) for _, o in observe_all([checks.parse("eol:python/3.11")], World(TODAY, web=web))
    ]
    assert ["not asked again" in o.evidence for o in observations] == [False, False, False, True]
    assert len(server.asked) == 3


def test_a_host_without_a_secure_connection_or_without_an_address_is_unknown(server: Server, tmp_path: Path) -> None:
    host = server.address.removeprefix("http://")
    named = servers.settings(server, eol_api=f"https://{host}", npm_registry="http://nobody.invalid")
    world = World(TODAY, web=ServiceClient(named, tmp_path))
    observations = [o.evidence for _, o in observe_all(map(checks.parse, ("eol:python/3.11", "npm:a >= 2")), world)]
    assert observations == [
        f"{host}: the secure connection failed; is its certificate valid and trusted here?",
        "nobody.invalid: there is no such host",
    ]
