"""How a repository and its site are called."""

import json
import re
import tomllib
from collections.abc import Iterator

from ..survey import Survey


def site_name(survey: Survey) -> str:
    """The name of the project: as its site says, else its manifest, else its forge, else its folder's."""
    named = survey.engine.text("site_name") or _of_python(survey) or _of_node(survey)
    return named or survey.remote.rpartition("/")[2] or survey.root.name or "Decisions"


def site_address(survey: Survey) -> Iterator[tuple[str, str]]:
    """Where the site will be, if its forge tells, and where the repository is."""
    yield "site_url", pages_address(survey.remote)
    yield "repo_url", survey.remote


def pages_address(remote: str) -> str:
    """Where GitHub publishes a repository's pages by itself; empty for other forges."""
    match = re.fullmatch(r"https://github\.com/([^/]+)/([^/]+)", remote)
    if not match:
        return ""
    owner, name = match[1].lower(), match[2]
    return f"https://{owner}.github.io/" + ("" if name.lower() == f"{owner}.github.io" else f"{name}/")


def quoted(text: str) -> str:
    """A text as YAML takes it for one."""
    return text if re.fullmatch(r"[A-Za-z][\w .()/-]*[\w)]", text) and not _word(text) else json.dumps(text)


def _word(text: str) -> bool:
    """Whether YAML takes a plain word for something else."""
    return text.lower() in ("true", "false", "yes", "no", "on", "off", "null", "y", "n")


def _of_python(survey: Survey) -> str:
    try:
        name = tomllib.loads(survey.text("pyproject.toml") or "").get("project", {}).get("name", "")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return name if isinstance(name, str) else ""


def _of_node(survey: Survey) -> str:
    try:
        package = json.loads(survey.text("package.json") or "{}")
    except (ValueError, RecursionError):
        return ""
    name = package.get("name") if isinstance(package, dict) else ""
    return name if isinstance(name, str) else ""
