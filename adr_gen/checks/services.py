"""The services that checks may ask, one row each: which setting names them, and how they are asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from ..config import DEFAULTS, Settings


def _simple_index() -> str:
    from packageurl.contrib.purl2url import get_repo_url

    return urljoin(str(get_repo_url("pkg:pypi/a@1")), "/simple")


def _npm_registry() -> str:
    from packageurl.contrib.purl2url import get_download_url

    return urljoin(str(get_download_url("pkg:npm/a@1")), "/")


@dataclass(frozen=True, slots=True)
class Service:
    """One service."""

    name: str
    setting: str
    """The field of the settings that holds its address."""
    accept: str
    """The form in which it is asked to answer."""
    everybody: Callable[[], str] = str
    """The address that everybody asks where the setting's default is empty; the library of package URLs knows them."""
    headers: dict[str, str] = field(default_factory=dict)

    def address(self, settings: Settings) -> str:
        """Where it is, without a slash at the end."""
        return (str(getattr(settings, self.setting)) or self.everybody()).rstrip("/")

    def public(self, settings: Settings) -> bool:
        """Whether it is the one that everybody asks, so that its pages for people are known."""
        return bool(getattr(settings, self.setting) == getattr(DEFAULTS, self.setting))


SERVICES = {
    service.name: service
    for service in (
        Service("pypi", "pypi_index", "application/vnd.pypi.simple.v1+json", _simple_index),
        # npm's short form; the whole document of a package is many times larger, and no check needs the rest
        Service("npm", "npm_registry", "application/vnd.npm.install-v1+json", _npm_registry),
        Service("github", "github_api", "application/vnd.github+json", headers={"X-GitHub-Api-Version": "2022-11-28"}),
        Service("deps", "deps_api", "application/json"),
        Service("eol", "eol_api", "application/json"),
    )
}
