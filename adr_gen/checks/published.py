"""What a registry has published, each stable release with its day and its page; every failure is Unavailable."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import answer
from .base import Unavailable, Web
from .ranges import RULES

PER_PAGE, PAGES = 100, 10
"""Rows of one page of GitHub's lists, and how many pages are read at most."""


@dataclass(frozen=True, slots=True)
class Published:
    """A stable release."""

    version: str
    day: str | None = None
    """ISO day, if the registry says it."""
    page: str = ""

    def __str__(self) -> str:
        return self.version + (f" ({self.day})" if self.day else "") + (f", {self.page}" if self.page else "")


def stable(web: Web, registry: str, name: str) -> Iterator[list[Published]]:
    """The stable releases in lots, each of which may cost a request; raises Unavailable."""
    return {"pypi": _pypi, "npm": _npm, "github": _github}[registry](web, name)


def _pypi(web: Web, name: str) -> Iterator[list[Published]]:
    from packaging.utils import canonicalize_name

    name = canonicalize_name(name)
    project = web.json("pypi", f"{name}/")
    if not answer.get(answer.get(project, "meta", dict), "api-version", str).startswith("1."):
        raise Unavailable("answered in a newer form of the index than is known; update adr-gen")
    files = answer.objects(answer.get(project, "files", list))
    days: dict[str, list[str]] = {}
    named = 0
    for file in files:
        version = _version_of(answer.get(file, "filename", str))
        named += version is not None
        if version is None or file.get("yanked") or not RULES["pypi"].stable(version):
            continue
        days.setdefault(version, []).extend(filter(None, [answer.day(file, "upload-time")]))
    _readable(len(files), named)
    yield [Published(v, min(d, default=None), web.page("pypi", name, v)) for v, d in days.items()]


def _version_of(filename: str) -> str | None:
    """The version in the name of a wheel or source archive, None for other files."""
    from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, parse_sdist_filename, parse_wheel_filename
    from packaging.version import InvalidVersion

    try:
        wheel = filename.endswith(".whl")
        return str(parse_wheel_filename(filename)[1] if wheel else parse_sdist_filename(filename)[1])
    except (InvalidSdistFilename, InvalidWheelFilename, InvalidVersion):
        return None


def _npm(web: Web, name: str) -> Iterator[list[Published]]:
    versions = answer.get(web.json("npm", name.replace("/", "%2F")), "versions", dict)
    objects = answer.objects(list(versions.values()))
    counting = [v for v, said in zip(versions, objects, strict=True) if not said.get("deprecated")]
    yield [Published(v, page=web.page("npm", name, v)) for v in counting if RULES["npm"].stable(v)]


def _github(web: Web, repository: str) -> Iterator[list[Published]]:
    """Its releases, else its tags, which carry no days."""
    listed, tags = False, list[str]()
    for lot in releases(web, repository):
        listed = listed or bool(lot)
        out = [release for release in lot if not release.early]
        tags += [release.tag for release in out]
        yield [Published(v, release.day, release.page) for release in out if (v := number(release.tag, repository))]
    if not listed:
        tags = [answer.get(row, "name", str) for lot in pages(web, f"repos/{repository}/tags") for row in lot]
        versions = {tag: v for tag in tags if (v := number(tag, repository))}
        yield [Published(v, page=web.page("github", repository, tag)) for tag, v in versions.items()]
    _readable(len(tags), sum(number(tag, repository) is not None for tag in tags))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A release on GitHub."""

    tag: str
    day: str
    """ISO day on which it was published."""
    page: str
    early: bool
    """Marked as a pre-release."""

    def __str__(self) -> str:
        return f"{self.tag} ({self.day}{', a pre-release' if self.early else ''})"


def releases(web: Web, repository: str) -> Iterator[list[Tagged]]:
    """The published releases on GitHub, newest first, in lots."""
    for lot in pages(web, f"repos/{repository}/releases"):
        yield [_tagged(row) for row in lot if not answer.get(row, "draft", bool)]


def _tagged(row: dict[str, Any]) -> Tagged:
    day = answer.day(row, "published_at")
    if day is None:
        raise Unavailable("answered with a release that has no date")
    tag, early = answer.get(row, "tag_name", str), answer.get(row, "prerelease", bool)
    return Tagged(tag, day, answer.address(row, "html_url"), early)


def pages(web: Web, path: str) -> Iterator[list[dict[str, Any]]]:
    """The rows of a list on GitHub, page by page; raises Unavailable when it does not end."""
    for page in range(1, PAGES + 1):
        rows = answer.objects(web.json("github", f"{path}?per_page={PER_PAGE}&page={page}"))
        yield rows
        if len(rows) < PER_PAGE:
            return
    raise Unavailable(f"has more than {PER_PAGE * PAGES} releases or tags, too many to look through")


def number(tag: str, repository: str) -> str | None:
    """The version of a stable release that a tag names; empty for other versions, None if it names none.

    A `v`, `release-` or the repository's own name may stand before it; another package's name may not.
    """
    own = re.escape(repository.partition("/")[2])
    before = rf"(?:(?:{own}|releases?|rel|version)[-_/@])?v?"
    named = re.match(rf"{before}(\d{{1,4}}(?:\.\d{{1,9}}){{0,5}})(?!\d)(.*)", tag, re.IGNORECASE | re.ASCII)
    if not named:
        return None
    return named[1] if re.fullmatch(r"(?:\+[\w.-]+)?", named[2]) else ""


def _readable(rows: int, named: int) -> None:
    if rows and not named:
        raise Unavailable(f"publishes {rows} names of which none reads as a version, so nothing can be compared")
