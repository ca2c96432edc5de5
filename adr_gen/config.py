"""Settings: one home, a default for everything, and errors that name the key, the file and the keys that are allowed."""

import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from .errors import UsageError

LARGEST = 999_999_999
"""The largest number of a setting: as many days a calendar counts at most."""


def setting(default: Any, doc: str, check: str = "") -> Any:
    """A dataclass field that carries its own documentation; the settings page is made from it."""
    metadata = {"doc": doc, "check": check}
    if isinstance(default, tuple):
        return field(default_factory=lambda: default, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """What `[tool.adr-gen]` in `pyproject.toml`, or `adr-gen.toml`, may say. Paths are relative to that file's folder."""

    research: tuple[str, ...] = setting(
        ("docs/research",),
        "Folders, files or globs of research files. READMEs, index pages and files named template are left out, so are hidden ones unless their folder is named.",
    )
    decisions: str = setting(
        "docs/decisions",
        "Folder of the records; generated and hand-written ones live side by side. No research may lie in it.",
    )
    template: str = setting(
        "", "Jinja2 file that replaces the built-in record template. `adr-gen check` names what it loses."
    )
    site_templates: str = setting(
        "",
        "Folder of Jinja2 templates (`card.html.j2`, `board.html.j2`, …) that replace those of the site's own pages, file by file.",
    )
    max_size: int = setting(1_000_000, "Largest file in bytes that is read; a larger one is a problem.", "positive")
    review_every: int = setting(180, "Days after which a condition that nobody looked at is due.", "positive")
    watch_from: str = setting(
        "",
        "Day on which watching began, such as `2026-11-30`; `adr-gen init` writes it. The first look at what was decided before it is spread over the `review-every` days that follow; what held already by then is told in one issue.",
        "day",
    )
    dialect: str = setting(
        "github",
        "How hand-written records are published: `github` (CommonMark as GitHub shows it) or `mkdocs` (the site's own Markdown).",
        "github|mkdocs",
    )
    nav_records: int = setting(
        36, "Up to how many records appear in an automatic navigation; beyond it they stay out, for speed.", "positive"
    )
    show_undecided: bool = setting(
        True,
        "Whether the board says how many research files are not decided yet, with their titles and links to the forge.",
    )
    repo_url: str = setting(
        "", "Forge of the repository, for links to files that are not on the site; default: `repo_url` of `mkdocs.yml`."
    )
    pypi_index: str = setting(
        "",
        "Address of the simple index, in its JSON form, that `pypi:` checks ask; default: the public one. A login for it is read from `.netrc`.",
        "address",
    )
    npm_registry: str = setting(
        "",
        "Address of the registry that `npm:` checks ask; default: the public one. A login is read from `.netrc`.",
        "address",
    )
    deps_api: str = setting(
        "https://api.deps.dev/v3",
        "Address of the API of deps.dev, which releases of all other ecosystems are asked of.",
        "address",
    )
    eol_api: str = setting("https://endoflife.date/api/v1", "Address of the API that `eol:` checks ask.", "address")
    github_api: str = setting(
        "https://api.github.com",
        "Address of the API that `github:` and `issue:` checks ask, and that notices go to. Only its host is ever sent `GITHUB_TOKEN`.",
        "address",
    )
    notify_label: str = setting(
        "revisit", "Label of the issues that `adr-gen revisit --notify` opens; only issues that carry it are looked at."
    )
    notify_most: int = setting(
        20,
        "How many issues one run of `adr-gen revisit --notify` opens; the others follow in the next runs.",
        "positive",
    )


DEFAULTS = Settings()
KINDS = {str: "a text", int: "a number", bool: "true or false"}
MARKS = (*DEFAULTS.research, DEFAULTS.decisions, "mkdocs.yml", ".git")
"""What tells the root of a project without settings."""
KEYS = tuple(f.name.replace("_", "-") for f in fields(Settings))


@dataclass(frozen=True, slots=True)
class Home:
    """Where a project lives and what it set."""

    root: Path
    settings: Settings


def find(start: Path, *, exactly: bool = False) -> Home:
    """The project of the nearest folder at or above `start` that has settings, else that has a mark, else of `start`.

    If it is `exactly` there, no folder above is looked at. Raises UsageError.
    """
    # a relative path has no parents to look in
    start = start.resolve()
    upwards = (start,) if exactly else (start, *start.parents)
    for folder in upwards:
        _named(folder)
        own, shared = folder / "adr-gen.toml", _table(folder / "pyproject.toml")
        if own.is_file() and shared is not None:
            raise UsageError(f"{folder}: both adr-gen.toml and [tool.adr-gen] in pyproject.toml; keep one of them")
        if own.is_file():
            return Home(folder, read(_toml(own), "adr-gen.toml"))
        if shared is not None:
            return Home(folder, read(shared, "pyproject.toml"))
    return Home(next((f for f in upwards if any((f / mark).exists() for mark in MARKS)), start), DEFAULTS)


def _named(folder: Path) -> None:
    """Raises UsageError for a file of settings whose name is misspelt."""
    for name in ("adr_gen.toml", "adrgen.toml", ".adr-gen.toml", "adr-gen.yml", "adr-gen.yaml", "adr-gen.json"):
        if (folder / name).is_file() and not (folder / "adr-gen.toml").is_file():
            raise UsageError(f"{folder / name}: is not read; the file of settings is called adr-gen.toml")


def read(table: dict[str, Any], place: str) -> Settings:
    """The settings in a TOML table; raises UsageError for an unknown key, or for values that are wrong or do not go together."""
    known = {f.name: f for f in fields(Settings)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            from difflib import get_close_matches  # most settings are spelt right: every command starts faster

            near = "".join(f"did you mean {one}? " for one in get_close_matches(key, KEYS, 1))
            top = "the keys stand at the top of this file; " if key == "tool" else ""
            raise UsageError(f"{place}: unknown key {key!r}; {top}{near}allowed are {', '.join(KEYS)}")
        values[name] = _checked(place, key, value, getattr(DEFAULTS, name), str(known[name].metadata["check"]))
    settings = Settings(**values)
    _apart(place, settings)
    return settings


def _apart(place: str, settings: Settings) -> None:
    """No research lies in the records' folder: a file would be its own record."""
    for entry in settings.research:
        if PurePosixPath(entry.strip("/")).is_relative_to(settings.decisions.strip("/")):
            raise UsageError(
                f"{place}: decisions is {settings.decisions!r}, and the research of {entry!r} lies in it; "
                f"set one of them to a folder apart from the other"
            )


def _checked(place: str, key: str, value: Any, default: Any, check: str) -> Any:
    if isinstance(default, tuple):
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not items or not all(isinstance(i, str) and i for i in items):
            raise UsageError(f"{place}: {key} is {value!r}; it must be a text or a list of texts")
        value = tuple(items)
    elif check == "day" and type(value) is date:
        value = value.isoformat()
    # not isinstance: true is an int to Python
    elif type(value) is not type(default):
        raise UsageError(f"{place}: {key} is {value!r}; it must be {KINDS[type(default)]}")
    if check == "positive" and not 0 < value <= LARGEST:
        raise UsageError(f"{place}: {key} is {value}; it must be from 1 to {LARGEST}")
    if "|" in check and value not in check.split("|"):
        raise UsageError(f"{place}: {key} is {value!r}; allowed are {', '.join(check.split('|'))}")
    if check == "day" and value and not _is_day(value):
        raise UsageError(f"{place}: {key} is {value!r}; it must be a day, such as {key} = 2026-11-30")
    if check == "address" and value != default and not re.fullmatch(r"https?://[^/\s@?#]+(?:/[^\s?#]*)?", value):
        raise UsageError(
            f"{place}: {key} is not an address such as https://host/path; it may hold no user name, password or query"
        )
    if key.replace("-", "_") in ("research", "decisions", "template", "site_templates"):
        for path in (value,) if isinstance(value, str) else value:
            # one file of settings serves all systems: what only Windows takes for a drive or a folder is refused on each
            if "\\" in path or PureWindowsPath(path).drive or re.search(r"[\0-\x1f\x7f]", path):
                raise UsageError(f"{place}: {key} is {path!r}; write a path inside the project, with / between folders")
            if Path(path).is_absolute() or ".." in Path(path).parts:
                raise UsageError(f"{place}: {key} is {path!r}; it must be a path inside the project")
    return value


def _is_day(text: str) -> bool:
    try:
        # Python takes 20261130 and 2026-W49-1 as well
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _table(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    tools = _toml(path).get("tool", {})
    if not isinstance(tools, dict):
        return None
    table = tools.get("adr-gen")
    if table is None and (other := next(filter(_misspelt, tools), None)):
        raise UsageError(f"{path}: [tool.{other}] is not read; the settings of adr-gen are in [tool.adr-gen]")
    return table if isinstance(table, dict) else None


def _misspelt(name: str) -> bool:
    """Whether a name is meant as `adr-gen`, and is not."""
    return name != "adr-gen" and re.sub(r"[-_. ]", "", name.lower()) == "adrgen"


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    # tomllib calls itself for each list in a list
    except (ValueError, RecursionError, OSError) as error:
        raise UsageError(f"{path}: not readable as TOML: {error}") from None
