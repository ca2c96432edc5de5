"""Zensical reads no plugin of ours: its site is built from an exported docs tree, by settings that inherit the site's own."""

import json
import tomllib
from collections.abc import Iterator
from typing import Any

from ...site.derived_pages import SCRIPT, STYLE
from ..survey import Survey
from .setup_step import SetupStep, left
from .site_name import quoted, site_name

CONFIG = "decisions.yml"
DOCS = "build/docs"
EXPORT = f"adr-gen export {DOCS}"
HEAD = f"""\
# The site with its decisions. Build it from an export:
#   {EXPORT} && zensical build -f {CONFIG}
"""
OURS = [{"Decisions": [{"The log": "decisions/index.md"}, {"What to revisit": "revisit/index.md"}]}]


def zensical(survey: Survey) -> Iterator[SetupStep]:
    """A second file of settings, for the site with the log."""
    own = "zensical.toml" if survey.text("zensical.toml") is not None else survey.site
    base = _toml(survey, own) if own.endswith(".toml") else survey.engine.settings
    lines = [HEAD]
    if own.endswith(".yml") or own.endswith(".yaml"):
        lines.append(f"INHERIT: {own}\n")
    else:
        lines += [
            f"{key}: {_flow(value)}\n"
            for key, value in base.items()
            if key not in ("nav", "docs_dir", "plugins", "extra_css", "extra_javascript")
        ]
        lines += [] if "site_name" in base else [f"site_name: {quoted(site_name(survey))}\n"]
    lines.append(f"docs_dir: {DOCS}\n")
    if isinstance(base.get("nav"), list):
        lines.append(f"nav: {_flow([*base['nav'], *OURS])}\n")
    for key, ours in (("extra_css", [STYLE]), ("extra_javascript", [SCRIPT])):
        before = base.get(key)
        lines.append(f"{key}: {_flow([*(before if isinstance(before, list) else []), *ours])}\n")
    yield SetupStep(CONFIG, "the site with its decisions, built by Zensical from an export", "".join(lines))
    if "adr-gen" in str(base.get("plugins") or ""):
        yield left(
            own,
            f"names the plugin adr-gen, which Zensical passes over; `{EXPORT} && zensical build -f {CONFIG}` shows the log",
        )


def _toml(survey: Survey, path: str) -> dict[str, Any]:
    try:
        table = tomllib.loads(survey.text(path) or "").get("project", {})
    except (ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def _flow(value: Any) -> str:
    """A value as JSON, which is YAML too."""
    # days and times, which TOML has and JSON has not, go out as text
    return json.dumps(value, ensure_ascii=False, default=str)
