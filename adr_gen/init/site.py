"""The site's own settings: the plugin in them, and the log in their navigation; or a whole file where there is none."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from ..errors import UsageError
from ..site_settings import FILES
from .insertion import InsertionError, Yaml
from .site_name import quoted, site_address, site_name
from .step import Step, left
from .survey import Survey

NAV = "Decisions:\n  - The log: {index}\n  - What to revisit: revisit.md"
PLUGINS = "plugins:\n  - search\n{tags}  - adr-gen\n"
NEW = """\
site_name: {name}
{address}docs_dir: {docs}
theme:
  name: material
  font: false # no request to any other host
plugins:
  - search
  - tags
  - adr-gen
{more}"""
LENIENT = """\
# Pages that were written for GitHub link out of the docs folder; a strict build passes over that.
validation:
  links:
    not_found: info
    unrecognized_links: info
    anchors: info
"""
GENERATED_NAVIGATION = ("awesome-nav", "awesome-pages", "literate-nav")
"""Plugins that make the navigation from files of their own."""


def site(survey: Survey) -> Iterator[Step]:
    """The file that MkDocs or ProperDocs reads."""
    if not survey.site:
        yield Step(FILES[0], "the site, with Material's theme, search, tags and adr-gen", _new(survey))
        return
    try:
        chain = _chain(survey)
    except InsertionError as error:
        yield left(survey.site, f"{error}; add `adr-gen` to its plugins by hand")
        return
    before = {file.path: file.yaml.file_text() for file in chain}
    done, undone = [], []
    for change in (_plugins, _navigation, _theme):
        try:
            done += change(survey, chain)
        except InsertionError as error:
            undone.append(str(error))
    for file in chain:
        text = file.yaml.file_text()
        if text != before[file.path] or file is chain[0]:
            what = ", ".join(dict.fromkeys(done)) if text != before[file.path] else "names adr-gen already"
            yield Step(file.path, what, text, before[file.path])
    yield from (left(survey.site, why) for why in undone)


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    yaml: Yaml


def _chain(survey: Survey) -> list[_File]:
    """The site's file and those that it inherits from, as far as they lie in the project."""
    path = survey.site
    chain: list[_File] = []
    while path and path not in [file.path for file in chain] and not path.startswith(".."):
        text = survey.text(path)
        if text is None:
            raise InsertionError(f"{path} cannot be read")
        chain.append(_File(path, Yaml(text)))
        parent = chain[-1].yaml.value("INHERIT")
        path = os.path.normpath(PurePosixPath(path).parent / parent).replace(os.sep, "/") if parent else ""
    if path.startswith(".."):
        raise InsertionError(f"inherits from {path}, which lies outside of the project")
    return chain


def _holder(chain: list[_File], key: str) -> _File | None:
    """The file whose value of a key holds."""
    return next((file for file in chain if file.yaml.pair(key)), None)


def _plugins(survey: Survey, chain: list[_File]) -> list[str]:
    """Name the plugin, and what the theme has for tags; what is on stays on, what was put out stays out."""
    holder = _holder(chain, "plugins")
    tags = _material(survey)
    if holder is None:
        chain[0].yaml.add_key("plugins", PLUGINS.format(tags="  - tags\n" if tags else ""))
        return ["the plugin adr-gen, and search and tags beside it"]
    names = [*_names(survey.engine.settings.get("plugins")), *_names(holder.yaml.value("plugins"))]
    if "adr-gen" in names:
        return []
    wanted = [name for name in ("tags", "adr-gen") if name == "adr-gen" or (tags and not _has(names, "tags"))]
    for name in wanted:
        holder.yaml.add_item("plugins", name)
    return [f"the plugin{'s' * (len(wanted) > 1)} {' and '.join(wanted)}"]


def _navigation(survey: Survey, chain: list[_File]) -> list[str]:
    """Let a navigation of the site's own lead to the log."""
    names = _names(survey.engine.settings.get("plugins"))
    holder = _holder(chain, "nav")
    if holder is None:
        if made := next((name for name in names if name in GENERATED_NAVIGATION), None):
            raise InsertionError(f"{made} makes the navigation: add `decisions/index.md` and `revisit.md` to its file")
        return []
    index = log_page(survey)
    if "decisions/index.md" in str(holder.yaml.value("nav")) or index in str(holder.yaml.value("nav")):
        return []
    holder.yaml.add_item("nav", NAV.format(index=index))
    return ["“Decisions” in the navigation"]


def _theme(survey: Survey, chain: list[_File]) -> list[str]:
    """Name a theme if none is; another theme stays."""
    holder = _holder(chain, "theme")
    if holder is None:
        chain[0].yaml.add_key("theme", "theme:\n  name: material\n")
        return ["Material's theme"]
    if not _material(survey):
        raise InsertionError(
            "has another theme than Material, which stays; the log is searched with the site's own search"
        )
    return []


def _material(survey: Survey) -> bool:
    theme = survey.engine.settings.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    return name in ("material", None)


def _names(plugins: Any) -> list[str]:
    """The names of plugins as MkDocs takes them: a list of names and mappings, or a mapping."""
    items = plugins if isinstance(plugins, list | dict) else []
    return [str(next(iter(item), "")) if isinstance(item, dict) else str(item) for item in items]


def _has(names: list[str], name: str) -> bool:
    return name in names or f"material/{name}" in names


def log_page(survey: Survey) -> str:
    """The docs path of the page at the log's address: the user's own wins."""
    docs = survey.engine.docs.strip("./")
    own = survey.text(f"{docs}/decisions/README.md") is not None and survey.text(f"{docs}/decisions/index.md") is None
    return "decisions/README.md" if own else "decisions/index.md"


def _new(survey: Survey) -> str:
    """A whole file of settings."""
    docs = survey.engine.docs
    address = "".join(f"{key}: {value}\n" for key, value in site_address(survey) if value)
    pages = [path[len(docs) + 1 :] for path in survey.paths if path.startswith(f"{docs}/") and path.endswith(".md")]
    more = _excluded(pages) + (LENIENT if pages else "")
    return NEW.format(name=quoted(site_name(survey)), address=address, docs=docs, more=more)


def _excluded(pages: list[str]) -> str:
    """What a strict build refuses: a README beside the index page of its folder."""
    twice = [path for path in pages if path.endswith("README.md") and f"{path[:-9]}index.md" in pages]
    return "".join(["exclude_docs: |\n", *(f"  /{path}\n" for path in twice)]) if twice else ""


def check_set_up(survey: Survey) -> None:
    """Raises UsageError for a site whose settings cannot be read at all."""
    if survey.site and not survey.engine.settings and (survey.text(survey.site) or "").strip():
        raise UsageError(f"{survey.site}: cannot be read as MkDocs reads it; mend it and run again")
