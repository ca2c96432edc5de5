"""The ecosystems of releases, one row each; tokens, pages, requests, hints and documentation follow from it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import listings
from .base import Web
from .listings import Published
from .versions.ranges import CARGO, GO, NPM, PYTHON, Rules
from .versions.univers_ranges import GEM, MAVEN, NUGET


@dataclass(frozen=True, slots=True)
class Registry:
    """Where packages of one ecosystem are published, and by which rules their versions compare."""

    name: str
    """What its tokens begin with, without the colon."""
    purl: str
    """The type of its package URLs, which the addresses of its pages are made from."""
    rules: Rules
    names: str
    """What a package may be called, a pattern."""
    called: str
    """What is expected there, in words."""
    example: str
    """A token of it, shown in the documentation."""
    releases: Callable[[Web, "Registry", str], Iterator[list[Published]]]
    """The releases of a package in lots, each of which may cost a request; raises Unavailable."""
    service: str
    """Which of `services.SERVICES` knows them."""
    shape: str = r"(?!)"
    """What a name is only here, a pattern: prose that writes one means this registry."""
    way_out: str = ""
    """What to do where its names cannot be read."""

    def page(self, name: str, version: str) -> str:
        """The address where people read about a version of a package; empty if it is not known."""
        from packageurl import PackageURL
        from packageurl.contrib.purl2url import get_repo_url

        namespace, _, own = name.rpartition("/")
        return str(get_repo_url(PackageURL(self.purl, namespace or None, own, version or None).to_string()) or "")


REGISTRIES = {
    registry.name: registry
    for registry in (
        Registry(
            "pypi", "pypi", PYTHON, r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?![\w.-])", "a package name",
            "pypi:mkdocs >= 2", listings.pypi, "pypi",
        ),
        Registry(
            "npm", "npm", NPM, r"(?:@[a-z0-9~][\w.~-]*/)?[A-Za-z0-9~][\w.~-]*",
            "a package name such as left-pad or @scope/pkg", "npm:@scope/pkg >= 3", listings.npm, "npm", shape="@.+",
        ),
        Registry(
            "github", "github", PYTHON, r"[\w-]+/[\w.-]+(?:@[\w./@+-]+)?", "owner/repo",
            "github:owner/repo >= 2", listings.github, "github", shape="[^@].*/.+",
            way_out="; name what stands before the numbers: `github:owner/repo@prefix- >= 2`",
        ),
        Registry(
            "cargo", "cargo", CARGO, r"[A-Za-z][\w-]*", "a crate's name", "cargo:serde >= 2", listings.deps("cargo"), "deps",
        ),
        Registry(
            "go", "golang", GO, r"[\w.-]+(?:/[\w.~-]+)+", "a module's path such as golang.org/x/text",
            "go:golang.org/x/text >= 1", listings.deps("go"), "deps",
        ),
        Registry(
            "maven", "maven", MAVEN, r"[\w.-]+/[\w.-]+", "group/artifact", "maven:org.slf4j/slf4j-api >= 3",
            listings.deps("maven", ":"), "deps",
        ),
        Registry(
            "nuget", "nuget", NUGET, r"\w[\w.-]*", "a package name", "nuget:NUnit >= 5", listings.deps("nuget"), "deps",
        ),
        Registry(
            "gem", "gem", GEM, r"\w[\w.-]*", "a gem's name", "gem:rails >= 9", listings.deps("rubygems"), "deps",
        ),
    )
}  # fmt: skip
"""GitHub has no rules of its own: a tag counts when it is numbers, and those compare as Python's do."""
