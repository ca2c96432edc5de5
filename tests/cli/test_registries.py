"""Every registry is one row: what a row promises, and the walk that adds one."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen import checks
from adr_gen.checks import REGISTRIES, World
from adr_gen.checks.registries import Registry
from adr_gen.config import Settings
from adr_gen.model import Observation
from adr_gen.web import ServiceClient, observe_all
from tests import ROOT
from tests.support import servers
from tests.support.copies import HARNESS, checkout, prove
from tests.support.doc_examples import fences
from tests.support.online_checks import TODAY, ask, met, no_proxies, server, unknown, waiting
from tests.support.servers import Reply, Server, deps

__all__ = ["ask", "no_proxies", "server"]  # fixtures

FORMS: dict[str, Callable[[str], Any]] = {
    "pypi": lambda version: {"meta": {"api-version": "1.1"}, "files": [{"filename": f"x-{version}.tar.gz"}]},
    "npm": lambda version: {"versions": {version: {}}},
    "github": lambda version: [
        {
            "tag_name": f"v{version}",
            "draft": False,
            "prerelease": False,
            "published_at": "2026-01-01T00:00:00Z",
            "html_url": "https://github.com/o/r/releases",
        }
    ],
    "deps": lambda version: {"versions": [{"versionKey": {"version": version}, "publishedAt": "2026-01-01T00:00:00Z"}]},
}
"""How each service answers about a package with one version."""


@pytest.mark.parametrize("registry", REGISTRIES.values(), ids=REGISTRIES)
def test_a_row_is_all_that_its_checks_need(registry: Registry, server: Server, tmp_path: Path) -> None:
    check = checks.parse(registry.example)
    assert (str(check), check.kind, check.online) == (registry.example, "release", True)
    wanted = int(registry.example.rsplit(" ", 1)[1])
    results = []
    for version in (f"{wanted - 1}.9.9", f"{wanted}.0.0"):
        list(observe_all([check], World(TODAY, web=ServiceClient(servers.settings(server), tmp_path))))
        server.replies[server.asked[-1][0]] = Reply(FORMS[registry.service](version))
        ((_, observation),) = observe_all([check], World(TODAY, web=ServiceClient(servers.settings(server), tmp_path)))
        results.append((observation.result, version in observation.evidence))
    assert results == [("waiting", True), ("met", True)]


@pytest.mark.parametrize("registry", REGISTRIES.values(), ids=REGISTRIES)
def test_a_row_is_in_the_documentation_and_has_a_page_for_people(registry: Registry, tmp_path: Path) -> None:
    table = (ROOT / "docs/watching.md").read_text(encoding="utf-8").partition("| check | holds when |")[2]
    assert f"`{registry.example}`" in table.partition("\n\n")[0]
    name = registry.example.partition(":")[2].partition(" ")[0]
    page = ServiceClient(Settings(), tmp_path).page(registry.name, name, "1.0.0")
    assert page == "" or page.startswith("https://")


def test_the_pages_of_a_package_are_known() -> None:
    names = {"cargo": "serde", "go": "golang.org/x/text", "maven": "g.h/a", "nuget": "NUnit", "gem": "rails"}
    pages = {name: REGISTRIES[name].page(package, "1.0.0").split("/", 3)[-1] for name, package in names.items()}
    assert pages == {
        "cargo": "crates/serde/1.0.0",
        "go": "golang.org/x/text@1.0.0",
        "maven": "maven2/g/h/a/1.0.0",
        "nuget": "packages/NUnit/1.0.0",
        "gem": "gems/rails/versions/1.0.0",
    }


RANGES = {
    "cargo:serde >= 2": (("2.1.0", "2026-02-01"), "2.2.0-rc.1", "1.9.0"),
    "cargo:serde 1.2": ("1.9.4", "2.0.0"),
    "cargo:serde ^0.2.3": ("0.2.9",),
    "go:golang.org/x/text >= v1.9": ("v1.10.0", "v2.0.0-rc.1"),
    "go:gopkg.in/yaml.v3 >= 2": ("v2.0.0+incompatible",),
    "maven:org.slf4j/slf4j-api >= 2": ("2.0.0.Final",),
    "maven:com.google.guava/guava >= 33": ("33.0.0-jre",),
    "maven:a.b/c [2,3)": ("2.9", "3.0"),
    "nuget:Newtonsoft.Json >= 13, < 14": ("13.0.3", "14.0.0"),
    "gem:rails ~> 7.1": ("7.2.0", "8.0.0"),
}
OUTSIDE = {
    "cargo:serde ^0.2.3": ("0.3.0", "0.2.4-alpha"),
    "go:golang.org/x/text >= 1": ("v0.14.0", "v1.0.0-20200101000000-abcdef123456"),
    "maven:org.slf4j/slf4j-api >= 2": ("1.9", "2.0-M1", "2.0.0-rc1", "2.0.1-SNAPSHOT"),
    "nuget:NUnit >= 5": ("4.9.0.1", "5.0.0-beta1"),
    "gem:rails >= 9": ("8.10.0", "9.0.0.rc1"),
}
SYSTEMS = {"go": "go", "cargo": "cargo", "maven": "maven", "nuget": "nuget", "gem": "rubygems"}


def package(token: str, *versions: str | tuple[str, str], deprecated: tuple[str, ...] = ()) -> dict[str, Reply]:
    registry, _, rest = token.partition(":")
    name = rest.partition(" ")[0]
    return deps(
        SYSTEMS[registry],
        name.replace("/", ":") if registry == "maven" else name,
        *versions,
        deprecated=deprecated,
    )


@pytest.mark.parametrize("token", RANGES)
def test_a_release_counts_by_the_rules_of_its_ecosystem(token: str, ask: Callable[..., Observation]) -> None:
    assert ask(token, package(token, *RANGES[token])).result == "met"


@pytest.mark.parametrize("token", OUTSIDE)
def test_early_and_other_versions_are_waited_for(token: str, ask: Callable[..., Observation]) -> None:
    assert ask(token, package(token, *OUTSIDE[token])).result == "waiting"


def test_deprecated_versions_do_not_count_and_the_day_is_shown(ask: Callable[..., Observation]) -> None:
    token = "cargo:serde >= 2"
    replies = package(token, ("2.1.0", "2026-02-01"), "2.0.0", deprecated=("3.0.0",))
    assert ask(token, replies) == met("serde 2.1.0 (2026-02-01)", "2026-02-01")
    assert ask("cargo:serde >= 3", replies) == waiting("the newest stable release of serde is 2.1.0 (2026-02-01)")


def test_versions_that_cannot_be_read_never_mean_that_nothing_was_released(ask: Callable[..., Observation]) -> None:
    token = "maven:org.netbeans.api/x >= 120"
    assert ask(token, package(token, "RELEASE110", "RELEASE120")) == unknown(
        "publishes 2 names such as RELEASE110 of which none reads as a version, so nothing can be compared"
    )
    guava = "maven:com.google.guava/guava >= 34"
    assert ask(guava, package(guava, "r09", "33.0.0-jre")) == waiting(
        "the newest stable release of com.google.guava/guava is 33.0.0-jre"
    )


ILLEGAL = ("maven:a/b 2", "maven:a/b [x,y]", "maven:a/b >= x", "nuget:a ^2", "gem:a ~>", "cargo:a ,", "go:a/b 1.9")


@pytest.mark.parametrize("token", ILLEGAL)
def test_a_range_that_an_ecosystem_does_not_know_is_refused(token: str) -> None:
    with pytest.raises(checks.TokenError) as refused:
        checks.parse(token)
    example = REGISTRIES[token.partition(":")[0]].rules.example
    assert (refused.value.at, refused.value.legal) == (token.index(" ") + 1, f"a range such as {example}")


parts = st.sampled_from(
    [">=", "<", "==", "!=", "~>", "^", "~", "[", ")", ",", "||", "1", "2.0", "v1.2.3", "-rc.1", "+b", "*", "x", "0",
     "9" * 5000, "-", ".", " ", "SNAPSHOT", "é", "\0", "1!2", "=", "/", "Final", "1.2.3.4.5.6"]
)  # fmt: skip
texts = st.lists(parts, max_size=6).map("".join)


@pytest.mark.parametrize("registry", REGISTRIES.values(), ids=REGISTRIES)
@given(texts, texts)
def test_no_text_breaks_the_rules_of_an_ecosystem(registry: Registry, written: str, version: str) -> None:
    rules = registry.rules
    legal, stable = rules.legal(written), rules.stable(version)
    if stable:
        assert not rules.key(version) < rules.key(version)
    if legal and stable:
        assert rules.holds(written, version) in (True, False)


def test_the_walk_that_adds_a_registry_leads_there(tmp_path: Path) -> None:
    page = (ROOT / "docs/contributing.md").read_text(encoding="utf-8").partition("**Add a registry**")[2]
    row, command = [fence.text for fence in fences(page)][:2]
    pages = ("docs/contributing.md", "docs/watching.md")
    root = checkout(
        tmp_path / "adr-gen", "adr_gen", *pages, *HARNESS, "tests/cli/__init__.py", "tests/cli/test_registries.py"
    )
    rows = root / "adr_gen/checks/registries.py"
    code = rows.read_text(encoding="utf-8")
    assert code.count("    )\n}  # fmt: skip") == 1
    rows.write_text(code.replace("    )\n}  # fmt: skip", f"{row}    )\n}}  # fmt: skip"), encoding="utf-8")

    # what a failure compares is long, and telling it apart word by word takes longer than all the rest
    options = ("-k", "row", "--assert=plain")
    missing = prove(root, command, *options)
    assert (missing.returncode, "in_the_documentation_and_has_a_page_for_people[hex]" in missing.stdout) == (1, True)
    (example,) = re.findall(r"its example, (`.*?`),", page)
    docs = root / "docs/watching.md"
    last = f"`{list(REGISTRIES.values())[-1].example}`"
    docs.write_text(docs.read_text(encoding="utf-8").replace(last, f"{last}, {example}"), encoding="utf-8")
    done = prove(root, command, *options)
    assert done.returncode == 0, done.stdout
