"""Checks that ask the network, against real servers: what they find, and that every failure is unknown."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adr_gen import checks
from adr_gen.checks import TokenError, World
from adr_gen.checks.published import number
from adr_gen.checks.ranges import RULES
from adr_gen.config import Settings, read
from adr_gen.decision import Observation
from adr_gen.errors import UsageError
from adr_gen.web import Online, look
from adr_gen.web.look import NAME
from adr_gen.web.services import services
from tests import servers
from tests.servers import Reply, Server, github, index, issue, life, npm, pull

TODAY = date(2026, 11, 24)
GITHUB = "https://github.com"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the proxies and logins of whoever runs the tests out of them."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))


@pytest.fixture
def server() -> Iterator[Server]:
    with servers.server() as running:
        yield running


@pytest.fixture
def ask(server: Server, tmp_path: Path) -> Callable[..., Observation]:
    """`ask(token, replies)` is what the check finds when the server answers so."""

    def asked(token: str, replies: dict[str, Reply], as_of: date = TODAY, **limits: Any) -> Observation:
        server.replies |= replies
        web = Online(servers.settings(server), tmp_path, **limits)
        ((_, found),) = look([checks.parse(token)], World(as_of, web=web))
        return found

    return asked


def met(evidence: str, since: str | None = None) -> Observation:
    return Observation("met", "2026-11-24", "check", evidence, since)


def waiting(evidence: str, since: str | None = None) -> Observation:
    return Observation("waiting", "2026-11-24", "check", evidence, since)


def unknown(evidence: str) -> Observation:
    return Observation("unknown", "2026-11-24", "check", evidence)


FILES = (
    ("Foo_Bar-1.0.tar.gz", "2024-01-01"),
    ("foo_bar-1.5-py3-none-any.whl", "2025-01-01"),
    ("foo_bar-1.5.tar.gz", "2025-01-02"),
    ("foo_bar-2.0rc1-py3-none-any.whl", "2026-01-01"),
    ("foo_bar-2.1.dev3.tar.gz", "2026-01-02"),
    ("foo_bar-2.0-py3-none-any.whl", "2026-02-01", "broken"),
    ("foo_bar-2.0.exe", "2026-02-01"),
    ("foo_bar-1.5.post1.tar.gz", "2026-03-01"),
)

PYPI = {
    "pypi:foo-bar >= 1": met("foo-bar 1.5.post1 (2026-03-01)", "2024-01-01"),
    "pypi:Foo_Bar >= 1.5": met("Foo_Bar 1.5.post1 (2026-03-01)", "2025-01-01"),
    "pypi:foo-bar > 1.5": waiting("the newest stable release of foo-bar is 1.5.post1 (2026-03-01)"),
    "pypi:foo-bar >= 1.5, != 1.5.*": waiting("the newest stable release of foo-bar is 1.5.post1 (2026-03-01)"),
    "pypi:foo-bar >= 2": waiting("the newest stable release of foo-bar is 1.5.post1 (2026-03-01)"),
    "pypi:foo-bar >= 2.0rc1": waiting("the newest stable release of foo-bar is 1.5.post1 (2026-03-01)"),
    "pypi:foo-bar ~= 1.0, < 1.5": met("foo-bar 1.0 (2024-01-01)", "2024-01-01"),
}


@pytest.mark.parametrize("token", PYPI)
def test_a_stable_release_of_a_python_package_counts_yanked_and_early_ones_do_not(
    token: str, ask: Callable[..., Observation]
) -> None:
    assert ask(token, index("foo-bar", *FILES)) == PYPI[token]


def test_an_epoch_is_newer_and_a_local_version_is_the_same_release(ask: Callable[..., Observation]) -> None:
    assert ask("pypi:a >= 2000", index("a", "a-1!1.0.tar.gz")) == met("a 1!1.0")
    assert ask("pypi:b == 1.0", index("b", "b-1.0+local.1.tar.gz")) == met("b 1.0+local.1")


def test_a_package_without_a_release_or_with_early_ones_only_is_waited_for(ask: Callable[..., Observation]) -> None:
    assert ask("pypi:a >= 1", index("a")) == waiting("a has no stable release yet")
    assert ask("pypi:b >= 1", index("b", "b-1.0a1.tar.gz")) == waiting("b has no stable release yet")
    assert ask("npm:c >= 1", npm("c", "1.0.0-rc.1", deprecated=("1.0.0",))) == waiting("c has no stable release yet")


def test_a_release_after_the_day_that_is_looked_at_is_still_waited_for(ask: Callable[..., Observation]) -> None:
    found = ask("pypi:a >= 1", index("a", ("a-1.0.tar.gz", "2026-03-01")), as_of=date(2026, 2, 28))
    assert found == Observation("waiting", "2026-02-28", "check", "a 1.0 (2026-03-01)", "2026-03-01")


VERSIONS = ("1.9.0", "2.0.1", "3.0.0-beta.2", "3.1.0", "10.0.0-rc.1", "4.0.0+build.5")
NPM = {
    "npm:@scope/pkg >= 2": met("@scope/pkg 4.0.0+build.5"),
    "npm:@scope/pkg > 2": met("@scope/pkg 4.0.0+build.5"),
    "npm:@scope/pkg > 4": waiting("the newest stable release of @scope/pkg is 4.0.0+build.5"),
    "npm:@scope/pkg ^3.0.0-beta.1": met("@scope/pkg 3.1.0"),
    "npm:@scope/pkg ^3.2 || >= 5": waiting("the newest stable release of @scope/pkg is 4.0.0+build.5"),
    "npm:@scope/pkg 2": met("@scope/pkg 2.0.1"),
    "npm:@scope/pkg >= 5 < 6": waiting("the newest stable release of @scope/pkg is 4.0.0+build.5"),
}


@pytest.mark.parametrize("token", NPM)
def test_a_stable_release_of_an_npm_package_counts_by_the_rules_of_npm(
    token: str, ask: Callable[..., Observation]
) -> None:
    assert ask(token, npm("@scope/pkg", *VERSIONS, deprecated=("5.0.0",))) == NPM[token]


def test_releases_on_github_count_unless_they_are_marked_or_named_as_early(ask: Callable[..., Observation]) -> None:
    rows = (
        ("v3.0.0", "2026-04-01", True),
        ("v2.5.0-rc1", "2026-03-02"),
        ("v2.1", "2026-03-01"),
        ("v2.0", "2026-02-01"),
    )
    replies = github("o/r", *rows, tags=("v9.0",))
    assert ask("github:o/r >= 2", replies) == met(f"o/r 2.1 (2026-03-01), {GITHUB}/o/r/releases/tag/v2.1", "2026-02-01")
    assert ask("github:o/r >= 2.5", replies) == waiting(
        f"the newest stable release of o/r is 2.1 (2026-03-01), {GITHUB}/o/r/releases/tag/v2.1"
    )


def test_tags_count_where_a_repository_has_no_releases(ask: Callable[..., Observation]) -> None:
    tags = ("v9.9", "v10.1", "v11.0a4", "nightly-20260101", "other@12.0", "latest")
    assert ask("github:o/r >= 10", github("o/r", tags=tags)) == met("o/r 10.1")
    assert ask("github:o/r >= 11", github("o/r", tags=tags)) == waiting("the newest stable release of o/r is 10.1")
    assert ask("github:o/e >= 1", github("o/e")) == waiting("o/e has no stable release yet")


def test_early_releases_alone_do_not_let_their_tags_count(ask: Callable[..., Observation]) -> None:
    found = ask("github:o/r >= 1", github("o/r", ("v2.0", "2026-01-01", True), tags=("v2.0",)))
    assert found == waiting("o/r has no stable release yet")


def test_a_release_on_a_later_page_is_found_and_a_list_without_end_is_unknown(
    ask: Callable[..., Observation], server: Server
) -> None:
    rows = [servers.release("o/r", f"v9.{n}", "2026-01-01") for n in range(150)]
    rows.append(servers.release("o/r", "v2.0", "2020-01-01"))
    found = ask("github:o/r >= 2, < 3", servers.lists("o/r", "releases", rows))
    assert (found.result, found.since) == ("met", "2020-01-01")
    endless = servers.lists("o/s", "releases", [servers.release("o/s", f"v9.{n}", "2026-01-01") for n in range(2000)])
    assert ask("github:o/s < 3", endless) == unknown("has more than 1000 releases or tags, too many to look through")


NUMBERS = {
    "v2.0": "2.0",
    "V2": "2",
    "2024.11.03": "2024.11.03",
    "release-1.2.3.4": "1.2.3.4",
    "repo@1.2.3": "1.2.3",
    "repo-v1.2": "1.2",
    "1.2.3+build.7": "1.2.3",
    "v2.0.0-rc.1": "",
    "v3.12.0a4": "",
    "1.0.0-1": "",
    "2.0.Final": "",
    "other@1.2.3": None,
    "nightly-20260101": None,
    "20260101": None,
    "latest": None,
    "": None,
}


@pytest.mark.parametrize("tag", NUMBERS)
def test_a_tag_names_a_version_when_only_numbers_are_left(tag: str) -> None:
    assert number(tag, "owner/repo") == NUMBERS[tag]


LEGAL = {
    "pypi": (">= 2", ">=2", ">= 2, < 3", "~= 1.4", "== 2.*", "!= 2, > 1"),
    "npm": (">= 2", "^3.1 || >= 5", "~1.2", "1.x", "*", "1.2 - 2", ">= 1 < 3 || >= 5"),
    "github": (">= 2", ">= 2024.11", "== 1.2.3.4"),
}
ILLEGAL = {
    "pypi": ("2", "^2", ">= two", ">= 2 || < 1", ">= 2, oops"),
    "npm": (">= 2, < 3", "!= 2", ">= two", ">= 1.2.3.4", "newest"),
    "github": ("^2", "v2", ">= latest"),
}


@pytest.mark.parametrize(("registry", "written"), [(r, w) for r, some in LEGAL.items() for w in some])
def test_a_range_in_the_notation_of_its_registry_is_read_and_printed(registry: str, written: str) -> None:
    token = f"{registry}:{'o/r' if registry == 'github' else 'a'} {written}"
    assert str(checks.parse(token)) == token


@pytest.mark.parametrize(("registry", "written"), [(r, w) for r, some in ILLEGAL.items() for w in some])
def test_a_range_that_the_registry_does_not_know_is_refused_with_its_column(registry: str, written: str) -> None:
    token = f"{registry}:{'o/r' if registry == 'github' else 'a'} {written}"
    with pytest.raises(TokenError) as refused:
        checks.parse(token)
    assert (refused.value.at, refused.value.legal) == (
        token.index(" ") + 1,
        f"a range such as {RULES[registry].example}",
    )


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
            f"o/r#7 was merged on 2026-05-01; not in the first 1 of 1 releases since, {GITHUB}/o/r/pull/7",
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
    found = ask("issue:o/r#7 closed", replies)
    host = server.address.removeprefix("http://")
    assert found == replace(expected, evidence=expected.evidence.replace("HOST", host))


def test_an_open_issue_costs_one_request_and_no_word_calls_a_closed_one_fixed(
    ask: Callable[..., Observation], server: Server
) -> None:
    ask("https://github.com/o/r/issues/7", issue("o/r", 7))
    assert [path for path, _, _ in server.asked] == ["/github/repos/o/r/issues/7"]
    assert "fixed" not in ask("issue:o/r#7 closed", closed("completed") | github("o/r")).evidence


LIVES = {
    (True, "2026-11-24"): met("python 3.11 reached its end of life on 2026-11-24", "2026-11-24"),
    (False, "2026-11-25"): waiting("python 3.11 reaches its end of life on 2026-11-25", "2026-11-25"),
    (True, None): met("python 3.11 has reached its end of life; the day is not known"),
    (False, None): waiting("python 3.11 has no end of life in sight"),
}


@pytest.mark.parametrize(("ended", "day"), LIVES)
def test_the_end_of_a_cycle_is_judged_by_its_day(ended: bool, day: str | None, ask: Callable[..., Observation]) -> None:
    assert ask("eol:python/3.11", life("python", "3.11", ended=ended, day=day)) == LIVES[ended, day]


def said(**more: Any) -> Reply:
    """The answer about a cycle that has long ended, if it is not spoiled."""
    return Reply({"result": {"isEol": True, "eolFrom": "2020-01-01"}}, **more)


def raw(body: bytes, kind: str = "application/json") -> Reply:
    return Reply(body, type=kind)


SHAPE = "answered in a form that is not known"
FAILURES: dict[str, tuple[Reply, str]] = {
    "time-out": (said(wait=30), "HOST: no whole answer in time (at most 1 seconds)"),
    "slow drip": (said(drip=0.2), "HOST: no whole answer in time (at most 1 seconds)"),
    "not found": (said(status=404), "HOST: does not exist there (404); mend the name"),
    "gone": (said(status=410), "HOST: does not exist there (410); mend the name"),
    "refused": (said(status=403), "HOST: access is refused (403)"),
    "rate limit": (said(status=429), "HOST: the rate limit is used up"),
    "server error": (said(status=500), "HOST: the server has trouble (500)"),
    "unavailable": (said(status=503), "HOST: the server has trouble (503)"),
    "no content": (said(status=204), "HOST: answered 204"),
    "unasked 304": (said(status=304), "HOST: answered 304"),
    "redirect elsewhere": (
        said(status=302, headers={"Location": "http://elsewhere.example/eol"}),
        "HOST: redirects to elsewhere.example:80, which is none of the hosts in the settings",
    ),
    "redirect to a file": (
        said(status=302, headers={"Location": "file:///etc/passwd"}),
        "HOST: redirects to :80, which is none of the hosts in the settings",
    ),
    "redirect in circles": (
        said(status=301, headers={"Location": "/eol/products/python/releases/3.11"}),
        "HOST: redirects more than 3 times",
    ),
    "broken off": (said(cut=100), "HOST: the answer broke off"),
    "broken compression": (said(headers={"Content-Encoding": "gzip"}), "HOST: the answer broke off"),
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
    web = Online(servers.settings(server), tmp_path, seconds=1, size=1_000_000)
    found = [observation for _, observation in look(map(checks.parse, tokens), World(TODAY, web=web))]
    host = server.address.removeprefix("http://")
    assert found == [met("a 2.0"), unknown(reason.replace("HOST", host)), met("b 2.0.0")]


@pytest.mark.parametrize("slow", [{"drip": 0.1}, {"crawl": 0.1}])
def test_nobody_waits_for_the_end_of_an_answer_that_drips(
    slow: dict[str, float], ask: Callable[..., Observation], server: Server
) -> None:
    replies = {"/eol/products/python/releases/3.11": said(**slow)}
    found = ask("eol:python/3.11", replies, seconds=0.5)
    host = server.address.removeprefix("http://")
    assert (found, server.finished) == (unknown(f"{host}: no whole answer in time (at most 0.5 seconds)"), [])


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
    world = World(TODAY, web=Online(servers.settings(server), tmp_path))
    host = server.address.removeprefix("http://")
    first, second = (found for _, found in look(map(checks.parse, tokens), world))
    reason = f"{host}: GitHub's rate limit is used up until 12:32 UTC; set GITHUB_TOKEN"
    assert (first, second) == (unknown(reason), met("a 2.0"))
    ((_, third),) = look([checks.parse("issue:o/r#2 closed")], world)
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
    world = World(TODAY, web=Online(named, tmp_path))
    found = [look([checks.parse(f"eol:python/3.{n}")], world) for n in range(4)]
    reasons = [observation.evidence for one in found for _, observation in one]
    assert reasons == [f"{host}: nothing answers there"] * 3 + [
        f"{host}: nothing answers there; not asked again in this run"
    ]
    assert [o for _, o in look([checks.parse("pypi:a >= 2")], world)] == [met("a 2.0")]


def test_a_service_whose_answers_only_drip_is_given_up_too(server: Server, tmp_path: Path) -> None:
    server.replies |= {p: Reply(r.body, drip=0.1) for p, r in life("python", "3.11", ended=True, day=None).items()}
    web = Online(servers.settings(server), tmp_path, seconds=0.3)
    found = [o for _ in range(4) for _, o in look([checks.parse("eol:python/3.11")], World(TODAY, web=web))]
    assert ["not asked again" in o.evidence for o in found] == [False, False, False, True]
    assert len(server.asked) == 3


def test_a_host_without_a_secure_connection_or_without_an_address_is_unknown(server: Server, tmp_path: Path) -> None:
    host = server.address.removeprefix("http://")
    named = servers.settings(server, eol_api=f"https://{host}", npm_registry="http://nobody.invalid")
    world = World(TODAY, web=Online(named, tmp_path))
    found = [o.evidence for _, o in look(map(checks.parse, ("eol:python/3.11", "npm:a >= 2")), world)]
    assert found == [
        f"{host}: the secure connection failed; is its certificate valid and trusted here?",
        "nobody.invalid: there is no such host",
    ]


def test_a_redirect_among_the_hosts_of_the_settings_is_followed(server: Server, tmp_path: Path) -> None:
    with servers.server() as other:
        other.replies |= life("python", "3.11", ended=True, day="2020-01-01")
        target = f"{other.address}/eol/products/python/releases/3.11"
        server.replies["/eol/products/py/releases/3.11"] = Reply(None, 301, {"Location": target})
        server.replies["/eol/products/p/releases/3.11"] = Reply(None, 308, {"Location": "../../py/releases/3.11"})
        named = servers.settings(server, npm_registry=other.address)
        world = World(TODAY, web=Online(named, tmp_path))
        found = [o.result for _, o in look(map(checks.parse, ("eol:py/3.11", "eol:p/3.11")), world)]
    assert found == ["met", "met"]


def test_a_name_cannot_leave_the_address_of_its_service(server: Server, tmp_path: Path) -> None:
    world = World(TODAY, web=Online(servers.settings(server), tmp_path))
    tokens = ("github:o/.. >= 1", "eol:python/..")
    assert {o.result for _, o in look(map(checks.parse, tokens), world)} == {"unknown"}
    assert server.asked == []


def test_what_was_answered_before_is_asked_for_only_if_it_changed(
    ask: Callable[..., Observation], server: Server
) -> None:
    replies = index("a", "a-2.0.tar.gz")
    found = [ask("pypi:a >= 2", replies), ask("pypi:a >= 2", replies), ask("pypi:a >= 3", index("a", "a-3.0.tar.gz"))]
    assert found == [met("a 2.0"), met("a 2.0"), met("a 3.0")]
    assert [status for _, _, status in server.asked] == [200, 304, 200]


def test_a_login_page_is_not_kept_and_what_has_only_a_date_is_asked_for_by_its_date(
    ask: Callable[..., Observation], server: Server
) -> None:
    stamp = {"Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT", "ETag": ""}
    found = [ask("npm:b >= 2", {"/npm/b": raw(b"<p>Log in</p>", "text/html")})]
    found += [ask("npm:b >= 2", {p: Reply(r.body, headers=stamp) for p, r in npm("b", "2.0.0").items()}) for _ in "12"]
    assert [o.result for o in found] == ["unknown", "met", "met"]
    asked = [(h.get("if-none-match"), h.get("if-modified-since")) for _, h, _ in server.asked]
    assert asked == [(None, None), (None, None), ("", stamp["Last-Modified"])]


def test_a_project_that_cannot_be_written_is_looked_at_all_the_same(server: Server, tmp_path: Path) -> None:
    server.replies |= index("a", "a-2.0.tar.gz")
    (tmp_path / "project").write_text("a file where the folder should be", encoding="utf-8")
    world = World(TODAY, web=Online(servers.settings(server), tmp_path / "project"))
    assert [o for _, o in look([checks.parse("pypi:a >= 2")], world)] == [met("a 2.0")]


@pytest.mark.parametrize("damage", [b"", b"\n", b"[]\n{}", b'{"ETag": "x"}\n{', b'{"a": "b"}\n{}', b"\xff\xfe" * 100])
def test_a_damaged_cache_is_no_cache(
    damage: bytes, ask: Callable[..., Observation], server: Server, tmp_path: Path
) -> None:
    replies = index("a", "a-2.0.tar.gz")
    ask("pypi:a >= 2", replies)
    for file in (tmp_path / ".adr-gen/http").rglob("*"):
        if file.is_file():
            file.write_bytes(damage)
    assert ask("pypi:a >= 2", replies) == met("a 2.0")
    assert [status for _, _, status in server.asked] == [200, 200]


@pytest.mark.parametrize("stamp", ["yesterday", "Tue, 99 Foo 99999999999999999999 25:61:61 GMT"])
def test_a_date_that_is_none_does_no_harm(stamp: str, ask: Callable[..., Observation]) -> None:
    replies = {path: Reply(reply.body, headers={"Date": stamp}) for path, reply in index("a", "a-2.0.tar.gz").items()}
    assert [ask("pypi:a >= 2", replies) for _ in range(2)] == [met("a 2.0")] * 2


def test_each_service_is_asked_in_its_own_form(server: Server, tmp_path: Path) -> None:
    server.replies |= index("a", "a-2.0.tar.gz") | npm("b", "2.0.0") | issue("o/r", 1)
    server.replies |= life("python", "3.11", ended=True, day=None)
    tokens = ("pypi:a >= 2", "npm:b >= 2", "issue:o/r#1 closed", "eol:python/3.11")
    world = World(TODAY, web=Online(servers.settings(server), tmp_path))
    assert all(o.result != "unknown" for _, o in look(map(checks.parse, tokens), world))
    sent = {path.split("/")[1]: (h["accept"], h.get("x-github-api-version")) for path, h, _ in server.asked}
    assert sent == {
        "pypi": ("application/vnd.pypi.simple.v1+json", None),
        "npm": ("application/vnd.npm.install-v1+json", None),
        "github": ("application/vnd.github+json", "2022-11-28"),
        "eol": ("application/json", None),
    }
    assert {h["user-agent"].partition("/")[0] for _, h, _ in server.asked} == {"adr-gen"}
    assert not any("cookie" in h for _, h, _ in server.asked)


def test_the_token_goes_to_github_only_and_is_written_nowhere(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    secret = "ghp_s3cr3tOfATest"
    with servers.server() as hub:
        hub.replies |= issue("o/r", 1) | {"/github/repos/o/r/issues/2": Reply({}, 401)}
        hub.replies["/github/repos/o/r/issues/3"] = Reply(None, 302, {"Location": f"{server.address}/pypi/a/"})
        server.replies |= index("a", "a-2.0.tar.gz")
        named = servers.settings(server, github_api=f"{hub.address}/github")
        world = World(TODAY, web=Online(named, tmp_path, secret))
        tokens = ("issue:o/r#1 closed", "issue:o/r#2 closed", "issue:o/r#3 closed", "pypi:a >= 2", "github:o/x >= 1")
        for _ in range(2):
            found = list(look(map(checks.parse, tokens), world))
        statuses = [status for path, _, status in hub.asked if path.endswith("/1")]
        assert {h.get("authorization") for _, h, _ in hub.asked} == {f"Bearer {secret}"}
        assert {h.get("authorization") for _, h, _ in server.asked} == {None}
    assert statuses == [200, 304]
    written = [
        p for p in tmp_path.rglob("*") if secret in p.name or (p.is_file() and secret.encode() in p.read_bytes())
    ]
    assert (written, secret in repr(found), secret in "".join(capfd.readouterr())) == ([], False, False)
    assert found[1][1].evidence.endswith("access is refused (401); is GITHUB_TOKEN valid?")


def test_a_login_for_a_private_index_comes_from_netrc(
    server: Server, ask: Callable[..., Observation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password opensesame\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert ask("pypi:a >= 2", index("a", "a-2.0.tar.gz")) == met("a 2.0")
    assert [h["authorization"] for _, h, _ in server.asked] == ["Basic bWU6b3BlbnNlc2FtZQ=="]
    assert not any(b"bWU6" in p.read_bytes() for p in (tmp_path / ".adr-gen").rglob("*") if p.is_file())


def test_each_check_is_made_once_in_the_order_given_and_four_at_a_time(server: Server, tmp_path: Path) -> None:
    names = [f"p{n}" for n in range(24)]
    for n, name in enumerate(names):
        server.replies |= {
            p: Reply(r.body, wait=0.03 * (1 + n % 3)) for p, r in index(name, f"{name}-2.0.tar.gz").items()
        }
    tokens = [f"pypi:{name} >= 2" for name in names]
    world = World(TODAY, web=Online(servers.settings(server), tmp_path))
    found = [(str(check), o.result) for check, o in look(map(checks.parse, [*tokens, *tokens]), world)]
    assert found == [(token, "met") for token in tokens]
    assert len(server.asked) == len(tokens)
    assert 1 < server.most <= 4


def test_whoever_stops_looking_early_leaves_no_questions_behind(server: Server, tmp_path: Path) -> None:
    for n in range(40):
        server.replies |= {p: Reply(r.body, wait=0.05) for p, r in index(f"p{n}", f"p{n}-2.0.tar.gz").items()}
    world = World(TODAY, web=Online(servers.settings(server), tmp_path))
    looking = look([checks.parse(f"pypi:p{n} >= 2") for n in range(40)], world)
    next(looking)
    looking.close()  # type: ignore[attr-defined]
    for thread in threading.enumerate():
        if thread.name == NAME:
            thread.join()
    assert len(server.asked) < 20


def test_without_the_network_a_check_says_how_to_look() -> None:
    ((_, found),) = look([checks.parse("pypi:a >= 2")], World(TODAY))
    assert found == unknown("not looked up; run `adr-gen revisit --online`")


def test_the_public_services_are_known_by_default_and_have_pages_for_people(tmp_path: Path) -> None:
    known = services(Settings())
    assert {name: (s.address.startswith("https://"), s.public) for name, s in known.items()} == dict.fromkeys(
        ("pypi", "npm", "github", "eol"), (True, True)
    )
    assert known["pypi"].address.endswith("/simple")
    web = Online(Settings(), tmp_path)
    pages = [web.page("pypi", "a-b", "2.0"), web.page("npm", "@s/p", "3.0.0"), web.page("eol", "python")]
    assert [page.partition("/")[2].partition("/")[2].partition("/")[2] for page in pages] == [
        "project/a-b/2.0/",
        "package/@s/p/v/3.0.0",
        "python",
    ]
    assert web.page("github", "o/r", "v2") == f"{GITHUB}/o/r/tree/v2"
    private = Online(Settings(pypi_index="https://index.example/simple"), tmp_path)
    assert private.page("pypi", "a", "1") == ""


@pytest.mark.parametrize(
    "written", ["index.example", "ftp://index.example", "https://me:secret@index.example/", "https://x/?a=b"]
)
def test_an_address_in_the_settings_is_one_without_a_login(written: str) -> None:
    with pytest.raises(UsageError) as refused:
        read({"pypi-index": written}, "pyproject.toml")
    assert str(refused.value) == (
        "pyproject.toml: pypi-index is not an address such as https://host/path; "
        "it may hold no user name, password or query"
    )
