"""Checks of releases, against real servers: which ones count and since when, and when a cycle of them ends."""

from collections.abc import Callable
from datetime import date

import pytest

from adr_gen import checks
from adr_gen.checks import REGISTRIES, TokenError
from adr_gen.checks.versions.tag_version import read
from adr_gen.model import Observation
from tests.support import servers
from tests.support.online_checks import GITHUB, ask, met, no_proxies, server, unknown, waiting
from tests.support.servers import Server, github, index, life, npm

__all__ = ["ask", "no_proxies", "server"]  # fixtures
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
    observation = ask("pypi:a >= 1", index("a", ("a-1.0.tar.gz", "2026-03-01")), as_of=date(2026, 2, 28))
    assert observation == Observation("waiting", "2026-02-28", "check", "a 1.0 (2026-03-01)", "2026-03-01")


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
    observation = ask("github:o/r >= 1", github("o/r", ("v2.0", "2026-01-01", True), tags=("v2.0",)))
    assert observation == waiting("o/r has no stable release yet")


def test_a_release_on_a_later_page_is_found_and_a_list_without_end_is_unknown(
    ask: Callable[..., Observation], server: Server
) -> None:
    rows = [servers.release("o/r", f"v9.{n}", "2026-01-01") for n in range(150)]
    rows.append(servers.release("o/r", "v2.0", "2020-01-01"))
    observation = ask("github:o/r >= 2, < 3", servers.lists("o/r", "releases", rows))
    assert (observation.result, observation.since) == ("met", "2020-01-01")
    endless = servers.lists("o/s", "releases", [servers.release("o/s", f"v9.{n}", "2026-01-01") for n in range(2000)])
    assert ask("github:o/s < 3", endless) == unknown("has more than 1000 releases or tags, too many to look through")


@pytest.mark.parametrize("tag", ["2.0.0.Final", "REL_2_2", "r-8_5_0", "v2.0.0-windows.1", "r_2_1_1w", "elsewhere-2.1"])
@pytest.mark.parametrize("released", [True, False], ids=["released", "tagged"])
def test_a_tag_in_a_way_of_its_own_never_means_that_nothing_was_released(
    tag: str, released: bool, ask: Callable[..., Observation]
) -> None:
    replies = github("o/r", (tag, "2026-03-01")) if released else github("o/r", tags=(tag, "v3.0-rc1"))
    observation = ask("github:o/r >= 2", replies)
    assert observation.result == ("met" if read(tag, "o/r").stable else "unknown")
    assert tag in observation.evidence or observation.result == "met"


def test_what_may_be_the_release_is_unknown_and_not_waited_for(ask: Callable[..., Observation]) -> None:
    replies = github("o/r", tags=("v1.9", "v2.0.windows.1"))
    assert ask("github:o/r >= 2", replies) == unknown(
        "o/r has v2.0.windows.1, which may be a release or an early one; have a look"
    )
    assert ask("github:o/r >= 3", replies) == waiting("the newest stable release of o/r is 1.9")


def test_names_that_cannot_be_read_show_what_to_write(ask: Callable[..., Observation]) -> None:
    assert ask("github:o/r >= 2", github("o/r", tags=("core@2.0", "cli@5.1"))) == unknown(
        "publishes 2 names such as core@2.0 of which none reads as a version, so nothing can be compared; "
        "name what stands before the numbers: `github:owner/repo@prefix- >= 2`"
    )
    assert ask("pypi:a >= 2", index("a", "a-2.0rc1.tar.gz", "a-2.0.win32.exe")) == unknown(
        "publishes 1 name such as a-2.0.win32.exe of which none reads as a version, so nothing can be compared"
    )


def test_a_prefix_names_one_package_of_a_repository_with_many(ask: Callable[..., Observation]) -> None:
    rows = (("@o/cli@5.1.0", "2026-03-01"), ("core-v2.0.0-rc.1", "2026-02-02"), ("core-v1.9.0", "2026-02-01"))
    page = f"{GITHUB}/o/r/releases/tag"
    assert ask("github:o/r@core- >= 1", github("o/r", *rows)) == met(
        f"o/r@core- 1.9.0 (2026-02-01), {page}/core-v1.9.0", "2026-02-01"
    )
    assert ask("github:o/r@core- >= 2", github("o/r", *rows)) == waiting(
        f"the newest stable release of o/r@core- is 1.9.0 (2026-02-01), {page}/core-v1.9.0"
    )
    assert ask("github:o/r@@o/cli@ >= 5", github("o/r", *rows)).result == "met"
    assert ask("github:o/t@core- >= 1", github("o/t", tags=("core-1.0", "cli-9.0"))) == met("o/t@core- 1.0")
    assert ask("github:o/r@kore- >= 1", github("o/r", *rows)) == unknown(
        "of 3 releases or tags none begins with kore-; mend what stands behind the @"
    )


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


@pytest.mark.parametrize(("registry", "notation"), [(r, w) for r, some in LEGAL.items() for w in some])
def test_a_range_in_the_notation_of_its_registry_is_read_and_printed(registry: str, notation: str) -> None:
    token = f"{registry}:{'o/r' if registry == 'github' else 'a'} {notation}"
    assert str(checks.parse(token)) == token


@pytest.mark.parametrize(("registry", "notation"), [(r, w) for r, some in ILLEGAL.items() for w in some])
def test_a_range_that_the_registry_does_not_know_is_refused_with_its_column(registry: str, notation: str) -> None:
    token = f"{registry}:{'o/r' if registry == 'github' else 'a'} {notation}"
    with pytest.raises(TokenError) as refused:
        checks.parse(token)
    assert (refused.value.at, refused.value.legal) == (
        token.index(" ") + 1,
        f"a range such as {REGISTRIES[registry].rules.example}",
    )


LIVES = {
    (True, "2026-11-24"): met("python 3.11 reached its end of life on 2026-11-24", "2026-11-24"),
    (False, "2026-11-25"): waiting("python 3.11 reaches its end of life on 2026-11-25", "2026-11-25"),
    (True, None): met("python 3.11 has reached its end of life; the day is not known"),
    (False, None): waiting("python 3.11 has no end of life in sight"),
}


@pytest.mark.parametrize(("ended", "day"), LIVES)
def test_the_end_of_a_cycle_is_judged_by_its_day(ended: bool, day: str | None, ask: Callable[..., Observation]) -> None:
    assert ask("eol:python/3.11", life("python", "3.11", ended=ended, day=day)) == LIVES[ended, day]
