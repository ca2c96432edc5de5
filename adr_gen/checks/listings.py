"""What a registry has published, in lots that may each cost a request; every failure is Unavailable."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..counts import count
from . import github_lists, service_response
from .base import Unavailable, Web
from .versions import tag_version

if TYPE_CHECKING:
    from .registries import Registry


@dataclass(frozen=True, slots=True)
class Published:
    """A release; early ones are left out of every list."""

    version: str
    """Empty where none could be read."""
    day: str | None = None
    """ISO day, if the registry says it."""
    page: str = ""
    sure: bool = True
    """Whether it reads as a finished release; else nothing may be concluded from it or its absence."""
    label: str = ""
    """What it is called where that is not its version."""

    def __str__(self) -> str:
        return self.version + (f" ({self.day})" if self.day else "") + (f", {self.page}" if self.page else "")


def pypi(web: Web, registry: "Registry", name: str) -> Iterator[list[Published]]:
    """The releases of a Python package, by its files; yanked ones do not count."""
    from packaging.utils import canonicalize_name

    name = canonicalize_name(name)
    project = web.json("pypi", f"{name}/")
    if not service_response.get(service_response.get(project, "meta", dict), "api-version", str).startswith("1."):
        raise Unavailable("answered in a newer form of the index than is known; update adr-gen")
    days: dict[str, list[str]] = {}
    unread: list[Published] = []
    for file in service_response.objects(service_response.get(project, "files", list)):
        filename = service_response.get(file, "filename", str)
        version = _version_of(filename)
        if version is None:
            unread.append(Published("", sure=False, label=filename))
        elif not file.get("yanked") and registry.rules.stable(version):
            days.setdefault(version, []).extend(filter(None, [service_response.day(file, "upload-time")]))
    yield [*(Published(v, min(d, default=None), web.page("pypi", name, v)) for v, d in days.items()), *unread]


def _version_of(filename: str) -> str | None:
    """The version in the name of a wheel or source archive, None for other files."""
    from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, parse_sdist_filename, parse_wheel_filename
    from packaging.version import InvalidVersion

    try:
        wheel = filename.endswith(".whl")
        return str(parse_wheel_filename(filename)[1] if wheel else parse_sdist_filename(filename)[1])
    # old uploads have names from before there were rules for them
    except (InvalidSdistFilename, InvalidWheelFilename, InvalidVersion):
        return None


def npm(web: Web, registry: "Registry", name: str) -> Iterator[list[Published]]:
    """The releases of an npm package; deprecated ones do not count."""
    # a scope's slash is part of the name, and npm takes it only so
    versions = service_response.get(web.json("npm", name.replace("/", "%2F")), "versions", dict)
    objects = service_response.objects(list(versions.values()))
    counting = [v for v, data in zip(versions, objects, strict=True) if not data.get("deprecated")]
    # the short form of npm's answer has no days
    yield _listed(web, registry, name, dict.fromkeys(counting))


def deps(system: str, between: str = "/") -> Callable[[Web, "Registry", str], Iterator[list[Published]]]:
    """The releases that deps.dev lists of a package of one of its systems, where `between` parts a namespace from a name."""

    def releases(web: Web, registry: "Registry", name: str) -> Iterator[list[Published]]:
        package = web.json("deps", f"systems/{system}/packages/{quote(name.replace('/', between), safe='')}")
        rows = service_response.objects(service_response.get(package, "versions", list))
        counting = [row for row in rows if not service_response.maybe(row, "isDeprecated", bool)]
        days = {
            service_response.get(service_response.get(row, "versionKey", dict), "version", str): service_response.day(
                row, "publishedAt"
            )
            for row in counting
        }
        yield _listed(web, registry, name, days)

    return releases


def _listed(web: Web, registry: "Registry", name: str, days: Mapping[str, str | None]) -> list[Published]:
    """The releases among versions with their days; what is no version by the registry's rules is not sure to be none."""
    stable = {version: registry.rules.stable(version) for version in days}
    sure = [Published(v, day, web.page(registry.name, name, v)) for v, day in days.items() if stable[v]]
    return [*sure, *(Published("", sure=False, label=v) for v in days if stable[v] is None)]


def github(web: Web, registry: "Registry", name: str) -> Iterator[list[Published]]:
    """The releases of `owner/repo`, else its tags, which carry no days; of `owner/repo@prefix` those with the prefix."""
    repository, _, prefix = name.partition("@")
    listed = False
    seen: list[str] = []
    for lot in github_lists.releases(web, repository):
        listed = listed or bool(lot)
        out = [release for release in lot if not release.early]
        seen += [release.tag for release in out]
        yield [p for r in out if r.tag.startswith(prefix) and (p := _tagged(name, r.tag, r.day, r.page))]
    if not listed:
        lots = github_lists.pages(web, f"repos/{repository}/tags")
        seen = [service_response.get(row, "name", str) for lot in lots for row in lot]
        own = [(tag, web.page("github", repository, tag)) for tag in seen if tag.startswith(prefix)]
        yield [p for tag, page in own if (p := _tagged(name, tag, None, page))]
    if seen and not any(tag.startswith(prefix) for tag in seen):
        raise Unavailable(
            f"of {count(len(seen), 'release')} or tags none begins with {prefix}; mend what stands behind the @"
        )


def _tagged(name: str, tag: str, day: str | None, page: str) -> Published | None:
    """The release with a tag; None if it is an early one."""
    repository, _, prefix = name.partition("@")
    read = tag_version.read(tag, repository, prefix)
    if read.stable is False:
        return None
    return Published(read.number, day, page, sure=read.stable is True, label=tag)
