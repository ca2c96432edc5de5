"""Checks that ask the server of `tests.support.servers`: the fixtures to look with, and what is found."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adr_gen import checks
from adr_gen.checks import World
from adr_gen.model import Observation
from adr_gen.web import ServiceClient, observe_all
from tests.support import servers
from tests.support.servers import Reply, Server

TODAY = date(2026, 11, 24)
GITHUB = "https://github.com"


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
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
        web = ServiceClient(servers.settings(server), tmp_path, **limits)
        ((_, observation),) = observe_all([checks.parse(token)], World(as_of, web=web))
        return observation

    return asked


def met(evidence: str, since: str | None = None) -> Observation:
    return Observation("met", "2026-11-24", "check", evidence, since)


def waiting(evidence: str, since: str | None = None) -> Observation:
    return Observation("waiting", "2026-11-24", "check", evidence, since)


def unknown(evidence: str) -> Observation:
    return Observation("unknown", "2026-11-24", "check", evidence)


def raw(body: bytes, kind: str = "application/json") -> Reply:
    return Reply(body, type=kind)
