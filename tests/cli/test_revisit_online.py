"""`adr-gen revisit --online` as a whole: from a real server to the board, and what later runs without network know."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import servers
from tests.support.helpers import run
from tests.support.servers import Reply, Server, index, issue, life

Make = Callable[[str], Path]
DAY = "2026-11-24"

PROJECT = """
=== adr-gen.toml
pypi-index = "{at}/pypi"
npm-registry = "{at}/npm"
github-api = "{at}/github"
eol-api = "{at}/eol"
=== docs/decisions/0001-engine.md
# Engine

* Status: deferred
* Date: 2026-10-01

## Revisit when

- the engine ships (`pypi:engine >= 2`)
- the bug is closed: https://github.com/o/r/issues/12
- its runtime ends: `eol:runtime/3`
- the other one ships: `npm:other >= 1`
=== docs/decisions/0002-over.md
# Over

* Status: superseded by 1
* Date: 2026-01-01

## Revisit when

- `pypi:nobody-waits >= 1` ships
"""


@pytest.fixture
def server() -> Iterator[Server]:
    with servers.server() as running:
        running.replies |= index("engine", ("engine-1.0.tar.gz", "2026-01-05"))
        running.replies |= issue("o", 1) | issue("o/r", 12)
        running.replies |= life("runtime", "3", ended=False, day="2027-10-31")
        running.replies |= {"/npm/other": Reply({"message": "broken"}, 502)}
        yield running


def condition_states(root: Path, *args: str, token: str = "") -> list[tuple[str, Any]]:
    """State and observation of each condition."""
    done = run(root, *args, "--json", no_proxy="*", NETRC=str(root / "none"), GITHUB_TOKEN=token)
    assert done.returncode in (0, 1), done.stderr
    return [(t["state"], tuple(t["observed"].values())) for t in json.loads(done.stdout)[0]["revisit"]["triggers"]]


def test_what_was_found_online_is_known_offline_later(project: Make, server: Server) -> None:
    root = project(PROJECT.replace("{at}", server.address))
    host = server.address.removeprefix("http://")
    never = (None, None, "never looked up; run `adr-gen revisit --online`")
    assert condition_states(root, "revisit", "--as-of", DAY) == [("unknown", never)] * 4
    assert server.asked == []

    expected = [
        ("waiting", (DAY, "check", "the newest stable release of engine is 1.0 (2026-01-05)")),
        ("waiting", (DAY, "check", "o/r#12 is open, https://github.com/o/r/issues/12")),
        ("waiting", (DAY, "check", "runtime 3 reaches its end of life on 2027-10-31")),
        ("unknown", (DAY, "check", f"{host}: does not work at the moment (502); try again later")),
    ]
    online = condition_states(root, "revisit", "--online", "--as-of", DAY, token="a-secret")
    assert [state for state, _ in online] == [state for state, _ in expected]
    assert [seen[:2] for _, seen in online] == [seen[:2] for _, seen in expected]
    assert [seen[2] for _, seen in online][:2] == [seen[2] for _, seen in expected][:2]
    assert sorted({path.split("/")[1] for path, _, _ in server.asked}) == ["eol", "github", "npm", "pypi"]
    assert not [path for path, _, _ in server.asked if "nobody-waits" in path]
    assert {h.get("authorization") for path, h, _ in server.asked if path.startswith("/github")} == {"Bearer a-secret"}

    asked = len(server.asked)
    assert condition_states(root, "list") == online
    assert condition_states(root, "revisit", "--as-of", "2026-12-24") == online
    later = condition_states(root, "revisit", "--as-of", "2027-10-31")
    assert [state for state, _ in later] == ["waiting", "waiting", "met", "unknown"]
    assert len(server.asked) == asked

    text = " ".join(run(root, "revisit", "--as-of", "2026-11-27").stdout.split())
    assert f"the newest stable release of engine is 1.0 (2026-01-05) (check, {DAY}, 3 days ago)" in text
    secrets = [path for path in root.rglob("*") if path.is_file() and b"a-secret" in path.read_bytes()]
    assert secrets == []


def test_a_release_turns_the_record_to_met_and_it_stays_so(project: Make, server: Server) -> None:
    root = project(PROJECT.replace("{at}", server.address))
    condition_states(root, "revisit", "--online", "--as-of", "2026-11-20")
    server.replies |= index("engine", ("engine-1.0.tar.gz", "2026-01-05"), ("engine-2.0.tar.gz", "2026-11-22"))
    state, seen = condition_states(root, "revisit", "--online", "--as-of", DAY)[0]
    assert (state, seen[2]) == ("met", "engine 2.0 (2026-11-22)")
    server.replies |= {"/pypi/engine/": Reply(b"<html>sign in</html>", type="text/html")}
    state, seen = condition_states(root, "revisit", "--online", "--as-of", "2026-11-25")[0]
    assert (state, seen[0]) == ("met", DAY)
    assert seen[2].startswith("engine 2.0 (2026-11-22); on 2026-11-25: ")


def test_the_board_is_clean_only_when_nothing_presses(project: Make, server: Server) -> None:
    root = project(PROJECT.replace("{at}", server.address))
    assert run(root, "revisit", "--online", "--as-of", DAY, no_proxy="*").returncode == 0
    server.replies |= issue("o/r", 12, state="closed", state_reason="not_planned", closed_at="2026-11-23T10:00:00Z")
    done = run(root, "revisit", "--online", "--as-of", DAY, no_proxy="*")
    assert done.returncode == 1
    assert "o/r#12 was closed as not planned on 2026-11-23" in " ".join(done.stdout.split())
    assert "fixed" not in done.stdout
