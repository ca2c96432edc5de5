"""The requests of checks that ask the network: to whom, in which form, how many at a time, and what is kept of them."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen import checks
from adr_gen.checks import World
from adr_gen.config import Settings, read
from adr_gen.errors import UsageError
from adr_gen.model import Observation
from adr_gen.web import ServiceClient, observe_all
from adr_gen.web.concurrent_fetch import NAME
from adr_gen.web.endpoints import services
from tests.support import servers
from tests.support.online_checks import GITHUB, TODAY, ask, met, no_proxies, raw, server, unknown
from tests.support.servers import Reply, Server, index, issue, life, npm

__all__ = ["ask", "no_proxies", "server"]  # fixtures


def test_a_redirect_among_the_hosts_of_the_settings_is_followed(server: Server, tmp_path: Path) -> None:
    with servers.server() as other:
        other.replies |= life("python", "3.11", ended=True, day="2020-01-01")
        target = f"{other.address}/eol/products/python/releases/3.11"
        server.replies["/eol/products/py/releases/3.11"] = Reply(None, 301, {"Location": target})
        server.replies["/eol/products/p/releases/3.11"] = Reply(None, 308, {"Location": "../../py/releases/3.11"})
        named = servers.settings(server, npm_registry=other.address)
        world = World(TODAY, web=ServiceClient(named, tmp_path))
        observations = [o.result for _, o in observe_all(map(checks.parse, ("eol:py/3.11", "eol:p/3.11")), world)]
    assert observations == ["met", "met"]


def test_a_name_cannot_leave_the_address_of_its_service(server: Server, tmp_path: Path) -> None:
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))
    tokens = ("github:o/.. >= 1", "eol:python/..")
    assert {o.result for _, o in observe_all(map(checks.parse, tokens), world)} == {"unknown"}
    assert server.asked == []


def test_what_was_answered_before_is_asked_for_only_if_it_changed(
    ask: Callable[..., Observation], server: Server
) -> None:
    replies = index("a", "a-2.0.tar.gz")
    observations = [
        ask("pypi:a >= 2", replies),
        ask("pypi:a >= 2", replies),
        ask("pypi:a >= 3", index("a", "a-3.0.tar.gz")),
    ]
    assert observations == [met("a 2.0"), met("a 2.0"), met("a 3.0")]
    assert [status for _, _, status in server.asked] == [200, 304, 200]


def test_a_login_page_is_not_kept_and_what_has_only_a_date_is_asked_for_by_its_date(
    ask: Callable[..., Observation], server: Server
) -> None:
    stamp = {"Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT", "ETag": ""}
    observations = [ask("npm:b >= 2", {"/npm/b": raw(b"<p>Log in</p>", "text/html")})]
    observations += [
        ask("npm:b >= 2", {p: Reply(r.body, headers=stamp) for p, r in npm("b", "2.0.0").items()}) for _ in "12"
    ]
    assert [o.result for o in observations] == ["unknown", "met", "met"]
    asked = [(h.get("if-none-match"), h.get("if-modified-since")) for _, h, _ in server.asked]
    assert asked == [(None, None), (None, None), ("", stamp["Last-Modified"])]


def test_a_project_that_cannot_be_written_is_looked_at_all_the_same(server: Server, tmp_path: Path) -> None:
    server.replies |= index("a", "a-2.0.tar.gz")
    (tmp_path / "project").write_text("a file where the folder should be", encoding="utf-8")
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path / "project"))
    assert [o for _, o in observe_all([checks.parse("pypi:a >= 2")], world)] == [met("a 2.0")]


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
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))
    assert all(o.result != "unknown" for _, o in observe_all(map(checks.parse, tokens), world))
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
        world = World(TODAY, web=ServiceClient(named, tmp_path, secret))
        tokens = ("issue:o/r#1 closed", "issue:o/r#2 closed", "issue:o/r#3 closed", "pypi:a >= 2", "github:o/x >= 1")
        for _ in range(2):
            observations = list(observe_all(map(checks.parse, tokens), world))
        statuses = [status for path, _, status in hub.asked if path.endswith("/1")]
        assert {h.get("authorization") for _, h, _ in hub.asked} == {f"Bearer {secret}"}
        assert {h.get("authorization") for _, h, _ in server.asked} == {None}
    assert statuses == [200, 304]
    files = [p for p in tmp_path.rglob("*") if secret in p.name or (p.is_file() and secret.encode() in p.read_bytes())]
    assert (files, secret in repr(observations), secret in "".join(capfd.readouterr())) == ([], False, False)
    assert observations[1][1].evidence.endswith("access is refused (401); is GITHUB_TOKEN valid?")


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
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))
    observations = [(str(check), o.result) for check, o in observe_all(map(checks.parse, [*tokens, *tokens]), world)]
    assert observations == [(token, "met") for token in tokens]
    assert len(server.asked) == len(tokens)
    assert 1 < server.most <= 4


def test_a_subject_is_looked_up_once_however_many_checks_wait_for_it(server: Server, tmp_path: Path) -> None:
    server.replies |= {p: Reply(r.body, wait=0.05) for p, r in index("a", "a-2.0.tar.gz").items()}
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))
    tokens = [f"pypi:{name} >= {n}" for name in ("a", "gone") for n in range(1, 9)]
    observations = [o.result for _, o in observe_all(map(checks.parse, tokens), world)]
    assert observations == ["met"] * 2 + ["waiting"] * 6 + ["unknown"] * 8
    assert sorted(path for path, _, _ in server.asked) == ["/pypi/a/", "/pypi/gone/"]


def test_whoever_stops_looking_early_leaves_no_questions_behind(server: Server, tmp_path: Path) -> None:
    for n in range(40):
        server.replies |= {p: Reply(r.body, wait=0.05) for p, r in index(f"p{n}", f"p{n}-2.0.tar.gz").items()}
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))
    looking = observe_all([checks.parse(f"pypi:p{n} >= 2") for n in range(40)], world)
    next(looking)
    looking.close()  # type: ignore[attr-defined]
    for thread in threading.enumerate():
        if thread.name == NAME:
            thread.join()
    assert len(server.asked) < 20


def test_without_the_network_a_check_says_how_to_look() -> None:
    ((_, observation),) = observe_all([checks.parse("pypi:a >= 2")], World(TODAY))
    assert observation == unknown("not looked up; run `adr-gen revisit --online`")


def test_the_public_services_are_known_by_default_and_have_pages_for_people(tmp_path: Path) -> None:
    known = services(Settings())
    assert {name: (s.address.startswith("https://"), s.public) for name, s in known.items()} == dict.fromkeys(
        ("pypi", "npm", "github", "deps", "eol"), (True, True)
    )
    assert known["pypi"].address.endswith("/simple")
    web = ServiceClient(Settings(), tmp_path)
    pages = [web.page("pypi", "a-b", "2.0"), web.page("npm", "@s/p", "3.0.0"), web.page("eol", "python")]
    assert [page.partition("/")[2].partition("/")[2].partition("/")[2] for page in pages] == [
        "project/a-b/2.0/",
        "package/@s/p/v/3.0.0",
        "python",
    ]
    assert web.page("github", "o/r", "v2") == f"{GITHUB}/o/r/tree/v2"
    private = ServiceClient(Settings(pypi_index="https://index.example/simple"), tmp_path)
    assert private.page("pypi", "a", "1") == ""


@pytest.mark.parametrize(
    "address", ["index.example", "ftp://index.example", "https://me:secret@index.example/", "https://x/?a=b"]
)
def test_an_address_in_the_settings_is_one_without_a_login(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        read({"pypi-index": address}, "pyproject.toml")
    assert str(refused.value) == (
        "pyproject.toml: pypi-index is not an address such as https://host/path; "
        "it may hold no user name, password or query"
    )


SECONDARY = {
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.": "secondary rate limit",
    "You have triggered an abuse detection mechanism.": "secondary rate limit",
    "API rate limit exceeded for 203.0.113.7.": "rate limit",
}


@pytest.mark.parametrize("message", SECONDARY)
def test_a_rate_limit_that_only_the_message_tells_is_named_and_nothing_more_is_asked(
    message: str, server: Server, tmp_path: Path
) -> None:
    server.replies["/github/repos/o/r/issues/1"] = Reply({"message": message, "documentation_url": "x"}, 403)
    world = World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))
    first, second = (next(observe_all([checks.parse(f"issue:o/r#{n} closed")], world))[1] for n in (1, 2))
    host = server.address.removeprefix("http://")
    limit = f"{host}: GitHub's {SECONDARY[message]} is used up; set GITHUB_TOKEN"
    assert (first, second) == (unknown(limit), unknown(f"{limit}; not asked again in this run"))
    assert len(server.asked) == 1
