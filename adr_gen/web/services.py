"""The services that checks ask: where they are, what they are told, and the pages where people read the same."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urljoin, urlsplit

from ..config import DEFAULTS, Settings

Origin = tuple[str, str]
"""Scheme and host with port."""


@dataclass(frozen=True, slots=True)
class Service:
    """One service."""

    address: str
    """Without a slash at its end."""
    accept: str
    public: bool
    """Whether it is the one that everybody asks, so that its pages for people are known."""
    headers: dict[str, str] = field(default_factory=dict)


def services(settings: Settings) -> dict[str, Service]:
    """The services by the names that checks call them; the library of package URLs knows the public registries."""
    from packageurl.contrib.purl2url import get_download_url, get_repo_url

    pypi = settings.pypi_index or urljoin(str(get_repo_url("pkg:pypi/a@1")), "/simple")
    npm = settings.npm_registry or urljoin(str(get_download_url("pkg:npm/a@1")), "/")
    said = {
        "pypi": (pypi, "application/vnd.pypi.simple.v1+json", not settings.pypi_index),
        "npm": (npm, "application/vnd.npm.install-v1+json", not settings.npm_registry),
        "github": (settings.github_api, "application/vnd.github+json", settings.github_api == DEFAULTS.github_api),
        "eol": (settings.eol_api, "application/json", settings.eol_api == DEFAULTS.eol_api),
    }
    headers = {"github": {"X-GitHub-Api-Version": "2022-11-28"}}
    return {
        name: Service(a.rstrip("/"), accept, public, headers.get(name, {}))
        for name, (a, accept, public) in said.items()
    }


def origin(address: str) -> Origin:
    """Whom an address asks; raises ValueError if it is none."""
    parts = urlsplit(address)
    default: Literal[80, 443] = 443 if parts.scheme == "https" else 80
    return parts.scheme, f"{parts.hostname or ''}:{parts.port or default}"


def page(service: str, name: str, version: str) -> str:
    """The address where people read about a package, repository or product of a public service."""
    from packageurl import PackageURL
    from packageurl.contrib.purl2url import get_repo_url

    if service == "eol":
        return urljoin(DEFAULTS.eol_api, f"/{name}")
    namespace, _, own = name.rpartition("/")
    return str(get_repo_url(PackageURL(service, namespace or None, own, version or None).to_string()) or "")
