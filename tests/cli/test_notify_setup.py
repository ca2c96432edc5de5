"""`adr-gen revisit --notify github`: the token, the repository and the settings that it needs, and its dry run."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.github import REPOSITORY, TOKEN, Hub
from tests.support.helpers import run
from tests.support.notify_project import BODY, TITLE, Shop, github, shop

__all__ = ["github", "shop"]  # fixtures


@pytest.mark.parametrize(
    ("env", "settings", "message"),
    [
        ({"token": ""}, "", "--notify github needs a token that may write issues, in the environment variable"),
        ({"token": "a\nb"}, "", "GITHUB_TOKEN holds characters that no token has; set it anew"),
        ({"repository": "shop"}, "", "GITHUB_REPOSITORY is 'shop'; it must be owner/repo"),
        ({"repository": ""}, 'repo-url = "https://gitlab.example/a/b"', "--notify github does not know the repository"),
        ({}, 'github-api = "http://github.example"', "github-api is 'http://github.example'; it must begin with https"),
        ({}, 'notify-label = "a,b"', "notify-label is 'a,b'; it must be one label"),
        ({}, 'notify-label = " "', "notify-label is ''; it must be one label"),
    ],
)
def test_a_broken_set_up_is_said_before_anything_is_done(
    shop: Shop, github: Hub, env: dict[str, str], settings: str, message: str
) -> None:
    shop.settings(f'github-api = "{github.url}"' if "github-api" not in settings else "", settings)
    done = shop.notify(**env)
    assert (done.returncode, done.stdout, github.calls) == (2, "", [])
    assert done.stderr.startswith(f"adr-gen: {message}")


def test_the_repository_is_that_of_the_environment_else_of_the_site(shop: Shop, github: Hub) -> None:
    assert shop.notify(repository="").returncode == 1
    assert github.calls[0] == ("GET", f"/repos/{REPOSITORY}/issues")


def test_a_login_for_the_host_is_not_taken_from_elsewhere(shop: Shop, github: Hub, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login a password b\n", encoding="utf-8")
    for token in ("", TOKEN):
        args = ("revisit", "--notify", "github", *([] if token else ["--dry-run"]))
        run(shop.root, *args, GITHUB_TOKEN=token, GITHUB_REPOSITORY=REPOSITORY, NETRC=str(netrc))
    assert github.tokens == {f"Bearer {TOKEN}"}


def test_a_project_that_notifies_nobody_asks_nothing(shop: Shop, github: Hub) -> None:
    done = run(shop.root, "revisit", GITHUB_TOKEN=TOKEN, GITHUB_REPOSITORY=REPOSITORY)
    assert (done.returncode, done.stderr, github.calls) == (1, "", [])


def test_the_board_goes_to_stdout_in_every_form(shop: Shop, tmp_path: Path) -> None:
    (record, _) = json.loads(shop.notify("--json").stdout)
    assert record["id"] == "ADR-0001"
    assert shop.notify("--format", "markdown").stdout.startswith("As of ")


def test_another_day_is_only_for_a_dry_run(shop: Shop, github: Hub) -> None:
    done = shop.notify("--as-of", "2999-01-01")
    assert (done.returncode, done.stdout, github.calls) == (2, "", [])
    assert done.stderr.startswith("adr-gen: --notify tells of today; leave out --as-of, or add --dry-run")
    assert "ADR-0002: would open an issue" in shop.notify("--as-of", "2999-01-01", "--dry-run").stderr
    alone = run(shop.root, "revisit", "--dry-run")
    assert (alone.returncode, alone.stderr) == (2, "adr-gen: --dry-run goes with --notify github\n")


def test_a_dry_run_writes_nothing_and_shows_all(shop: Shop, github: Hub) -> None:
    lines = shop.told("--dry-run")
    assert lines[:3] == ["ADR-0001: would open an issue", f"    {TITLE}", "    " + "-" * 40]
    shown = "\n".join(line.removeprefix("    ") for line in lines[4:]) + "\n"
    assert shown == BODY.replace("TODAY", date.today().isoformat())
    assert github.writes == []
    shop.notify()
    shop.two_queries()
    github.calls.clear()
    lines = shop.told("--dry-run")
    assert lines[0] == "ADR-0001: would update #1: (b) met"
    assert "    There is more to look at:" in lines
    shop.review("--reaffirm")
    assert shop.notify("--dry-run").stderr.startswith("ADR-0001: would close #1: ADR-0001 is waiting again")
    assert github.writes == []


def test_a_dry_run_needs_no_token(shop: Shop, github: Hub) -> None:
    shop.notify()
    done = shop.notify("--dry-run", token="")
    assert (done.returncode, done.stderr) == (1, "ADR-0001: #1 says so, nothing new\n")


def test_a_dry_run_that_can_learn_nothing_says_what_it_assumes(shop: Shop, github: Hub) -> None:
    github.fault("GET", "/issues$", status=404)
    assert shop.told("--dry-run")[:2] == [
        "assuming that no issues exist: there is no example/shop, or the token may not see it (404)",
        "ADR-0001: would open an issue",
    ]
    (shop.root / "mkdocs.yml").unlink()
    done = shop.notify("--dry-run", repository="")
    assert done.stderr.splitlines()[0] == (
        "assuming that no issues exist: the repository is not known (GITHUB_REPOSITORY, or the setting repo-url)"
    )
    assert "See `docs/decisions/0001-queue.md`." in done.stderr
