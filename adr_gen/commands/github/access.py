"""Which repository on GitHub a run speaks to, and with which token: by settings and environment."""

import os
import re
from urllib.parse import urlsplit

from ...errors import UsageError
from ...project import Project

# what goes to this machine itself passes no network
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def token(option: str, writes: str, way: str, *, needed: bool) -> str:
    """The token of the environment, for an option that `writes` issues or comments; raises UsageError if one is needed.

    `way` says in a sentence what works without one.
    """
    value = os.environ.get("GITHUB_TOKEN", "").strip()
    if not re.fullmatch(r"[!-~]*", value):
        raise UsageError("GITHUB_TOKEN holds characters that no token has; set it anew")
    if needed and not value:
        raise UsageError(
            f"{option} needs a token that may write {writes}, in the environment variable GITHUB_TOKEN; "
            f"in a workflow: `env: GITHUB_TOKEN: ${{{{ github.token }}}}`. {way}"
        )
    return value


def repository(project: Project) -> tuple[str | None, str]:
    """owner/repo, if it is known, and its address. Raises UsageError."""
    url = project.repo_url.rstrip("/").removesuffix(".git")
    if named := os.environ.get("GITHUB_REPOSITORY", "").strip():
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", named):
            raise UsageError(f"GITHUB_REPOSITORY is {named[:80]!r}; it must be owner/repo")
        return named, url or f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com').rstrip('/')}/{named}"
    return project.github or None, url


def unnamed(option: str) -> UsageError:
    """What is wrong where no repository is known."""
    return UsageError(
        f"{option} does not know the repository; set GITHUB_REPOSITORY to owner/repo, or `repo-url` to its address"
    )


def api(project: Project) -> str:
    """The address of the API; a token goes over a safe connection only. Raises UsageError."""
    address = project.settings.github_api.rstrip("/")
    parts = urlsplit(address)
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if not (parts.hostname and safe):
        raise UsageError(f"github-api is {address!r}; it must begin with https://")
    return address
