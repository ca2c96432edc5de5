"""The site's own settings: the plugin in them, and the log in their navigation; or a whole file where there is none."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...errors import UsageError
from ...site_settings import FILES, plugin_names
from ..insertion.yaml import InsertionError, Yaml
from ..survey import Survey
from ..survey.documents import OTHERS
from .setup_step import SetupStep, left
from .site_name import quoted, site_address, site_name

NAV = "Decisions:\n  - The log: {index}\n  - What to revisit: revisit.md{tags}"
PLUGINS = "plugins:\n  - search\n{tags}  - adr-gen\n"
BY_HAND = "add `adr-gen` to its plugins by hand"
NAV_BY_HAND = "; add `decisions/index.md` and `revisit.md` to that by hand"
NEW = """\
site_name: {name}
{address}docs_dir: {docs}
theme:
  name: material
  font: false # no request to any other host
  features:
    - navigation.indexes # the title of a section leads to its page
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
LOG_PAGE = "decisions/index.md"
GENERATED_NAVIGATION = ("awesome-nav", "awesome-pages", "literate-nav")
"""Plugins that make the navigation from files of their own."""


def site(survey: Survey) -> Iterator[SetupStep]:
    """The file that MkDocs or ProperDocs reads."""
    if not survey.site:
        hidden = "".join(f"; {page} stays out of it, as the log has its address" for page in _at_log(survey))
        yield from map(_another, _elsewhere(survey))
        yield SetupStep(FILES[0], f"the site, with Material's theme, search, tags and adr-gen{hidden}", _new(survey))
        return
    try:
        chain = _chain(survey)
    except InsertionError as error:
        yield left(survey.site, f"{error}; {BY_HAND}")
        return
    before = {file.path: file.yaml.file_text() for file in chain}
    done: dict[str, list[str]] = {}
    undone = []
    for change, by_hand in ((_plugins, f"; {BY_HAND}"), (_navigation, NAV_BY_HAND), (_theme, "")):
        try:
            for file, what in change(survey, chain):
                done.setdefault(file.path, []).append(what)
        except InsertionError as error:
            undone.append(f"{error}{by_hand}")
    for file in chain:
        if file.path in done or file is chain[0]:
            what = ", ".join(done.get(file.path, ())) or _why_unchanged(file, chain, done)
            yield SetupStep(file.path, what, file.yaml.file_text(), before[file.path])
    yield from (left(survey.site, why) for why in undone)


def _elsewhere(survey: Survey) -> list[str]:
    """Settings of sites in folders below."""
    return [path for path in survey.paths if path.rpartition("/")[2] in FILES and not OTHERS.search(path)]


def _another(path: str) -> SetupStep:
    folder = path.rpartition("/")[0]
    return left(path, f"is a site of its own, and stays without this log; `adr-gen init {folder}` sets it up by itself")


def _why_unchanged(file: "_File", chain: "list[_File]", done: dict[str, list[str]]) -> str:
    """What is said of the site's own file where nothing is put into it."""
    others = [other.path for other in chain if other.path in done]
    return f"inherits what it needs from {', '.join(others)}" if others else "names adr-gen already"


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    yaml: Yaml


_Changes = list[tuple[_File, str]]
"""Files that something was put into, and what."""


def _chain(survey: Survey) -> list[_File]:
    """The site's file and those that it inherits from, as far as they lie in the project."""
    path = survey.site
    chain: list[_File] = []
    # files may inherit from each other in a circle
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


def _plugins(survey: Survey, chain: list[_File]) -> _Changes:
    """Name the plugin, and what the theme has for tags; what is on stays on, what was put out stays out."""
    holder = _holder(chain, "plugins")
    tags = _material(survey)
    if holder is None:
        chain[0].yaml.add_key("plugins", PLUGINS.format(tags="  - tags\n" if tags else ""))
        return [(chain[0], f"the plugin adr-gen, and search{' and tags' * tags} beside it")]
    names = [*survey.plugins, *plugin_names(holder.yaml.value("plugins"))]
    if "adr-gen" in names:
        return []
    wanted = [name for name in ("tags", "adr-gen") if name == "adr-gen" or (tags and not _has(names, "tags"))]
    for name in wanted:
        holder.yaml.add_item("plugins", name)
    return [(holder, f"the plugin{'s' * (len(wanted) > 1)} {' and '.join(wanted)}")]


def _navigation(survey: Survey, chain: list[_File]) -> _Changes:
    """Let a navigation of the site's own lead to the log."""
    names = survey.plugins
    holder = _holder(chain, "nav")
    if holder is None:
        if made := next((name for name in names if name in GENERATED_NAVIGATION), None):
            raise InsertionError(f"{made} makes the navigation")
        return []
    index = log_page(survey)
    if LOG_PAGE in str(holder.yaml.value("nav")) or index in str(holder.yaml.value("nav")):
        return []
    holder.yaml.add_item("nav", NAV.format(index=index, tags="\n  - Tags: tags.md" if needs_tags_page(survey) else ""))
    return [(holder, "“Decisions” in the navigation")]


def _theme(survey: Survey, chain: list[_File]) -> _Changes:
    """Name a theme if none is; another theme stays."""
    holder = _holder(chain, "theme")
    if holder is None:
        chain[0].yaml.add_key("theme", "theme:\n  name: material\n")
        return [(chain[0], "Material's theme")]
    if not _material(survey):
        raise InsertionError(
            "has another theme than Material, which stays; the log is searched with the site's own search"
        )
    return []


def _material(survey: Survey) -> bool:
    theme = survey.engine.settings.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    return name in ("material", None)


def _has(names: list[str], name: str) -> bool:
    return name in names or f"material/{name}" in names


def needs_tags_page(survey: Survey) -> bool:
    """Whether the site gets the theme's tags, and has no page that lists them: one that has tags already has its own ways."""
    if f"{survey.engine.docs.strip('/')}/tags.md" in survey.paths or survey.zensical:
        return False
    names = survey.plugins
    return not survey.site or (_material(survey) and "adr-gen" not in names and not _has(names, "tags"))


def log_page(survey: Survey) -> str:
    """The docs path of the page at the log's address: the user's own wins."""
    return next(iter(own_log_pages(survey)), LOG_PAGE)


def own_log_pages(survey: Survey) -> list[str]:
    """Docs paths of pages of the user's own at the log's address; a site that begins here, or begun here, leaves them out."""
    if not survey.site and not survey.zensical:
        return []
    out = survey.engine.text("exclude_docs").split()
    return [page for page in _at_log(survey) if f"/{page}" not in out]


def _at_log(survey: Survey) -> list[str]:
    """Docs paths of files that a site shows at the log's address."""
    docs = survey.engine.docs.strip("./")
    return [page for page in (LOG_PAGE, "decisions/README.md") if f"{docs}/{page}" in survey.paths]


def _new(survey: Survey) -> str:
    """A whole file of settings."""
    docs = survey.engine.docs
    address = "".join(f"{key}: {value}\n" for key, value in site_address(survey) if value)
    pages = [path[len(docs) + 1 :] for path in survey.paths if path.startswith(f"{docs}/") and path.endswith(".md")]
    more = _excluded(pages, _at_log(survey)) + (LENIENT if pages else "")
    return NEW.format(name=quoted(site_name(survey)), address=address, docs=docs, more=more)


def _excluded(pages: list[str], at_log: list[str]) -> str:
    """What a strict build refuses, a README beside the index page of its folder, and what would hide the log."""
    twice = [path for path in pages if path.endswith("README.md") and f"{path[:-9]}index.md" in pages]
    out = sorted({*twice, *at_log})
    return "".join(["exclude_docs: |\n", *(f"  /{path}\n" for path in out)]) if out else ""


def check_set_up(survey: Survey) -> None:
    """Raises UsageError for a site whose settings cannot be read at all."""
    if survey.site and not survey.engine.settings and (survey.text(survey.site) or "").strip():
        raise UsageError(f"{survey.site}: cannot be read as MkDocs reads it; mend it and run again")
