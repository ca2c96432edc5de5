"""The services that the settings name, and the pages where people read the same."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

from ..checks.registries import REGISTRIES
from ..checks.services import SERVICES
from ..config import DEFAULTS, Settings

Origin = tuple[str, str]
"""Scheme and host with port."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A service where the settings say it is."""

    address: str
    """Without a slash at its end."""
    public: bool
    """Whether it is the one that everybody asks."""


def services(settings: Settings) -> dict[str, Endpoint]:
    """The services by the names that checks call them."""
    return {name: Endpoint(s.address(settings), s.public(settings)) for name, s in SERVICES.items()}


def origin(address: str) -> Origin:
    """Whom an address asks; raises ValueError if it is none."""
    parts = urlsplit(address)
    default: Literal[80, 443] = 443 if parts.scheme == "https" else 80
    return parts.scheme, f"{parts.hostname or ''}:{parts.port or default}"


def page(settings: Settings, registry: str, name: str, version: str) -> str:
    """The address where people read about a package, repository or product; empty if its service is a private one."""
    if registry == "eol":
        return urljoin(DEFAULTS.eol_api, f"/{name}") if SERVICES["eol"].public(settings) else ""
    known = REGISTRIES[registry]
    return known.page(name, version) if SERVICES[known.service].public(settings) else ""
