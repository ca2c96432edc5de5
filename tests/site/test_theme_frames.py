"""Pages that are put into the frame of another page are the pages that the theme would make of them."""

from pathlib import Path

import pytest

from adr_gen.plugin import themed_pages
from tests.support.helpers import build, put, tree

FILES = """
=== pyproject.toml
[tool.adr-gen]
nav_records = 1
=== docs/index.md
# Home
=== docs/decisions/0001-cache.md
---
status: accepted
date: 2026-04-02
tags: [speed, "a & b"]
---
# Cache <pages> & "parts"

## Decision

We keep them, see [the other](0002-queue.md).

## Revisit when

* the "cache" is full
=== docs/decisions/0002-queue.md
# One queue

* Status: rejected
* Date: 2026-04-03
=== docs/decisions/0003-plain.md
# One log

Accepted.
=== docs/decisions/0004-tagged.md
---
status: accepted
tags: [speed]
author: Somebody
---
# Another one

## Decision

We do.
=== docs/decisions/0005-hidden.md
---
status: accepted
hide: [toc]
---
# The last one

## Decision

We do.
"""
SITE = "site_name: S & <T>\nplugins: [search, tags, adr-gen]\ntheme:\n  name: material\n  font: false\n"
ADDRESS = "site_url: https://site.example/x/\nrepo_url: https://forge.example/a/b\nedit_uri: edit/main/docs/\n"
FEATURES = "navigation.footer, navigation.tabs, navigation.path, content.action.edit, content.action.view"
OWN = """{% extends "base.html" %}
{% block extrahead %}{% if page %}<meta content="{{ page.meta.title }} {{ page.canonical_url }}">{% endif %}{% endblock %}
"""
SITES = {
    "features": SITE + f"  features: [{FEATURES}]\n" + ADDRESS,
    "files": SITE + "  language: de\nuse_directory_urls: false\nextra: {homepage: decisions/0002-queue.html}\n",
    "own template": SITE + "  custom_dir: own\n" + ADDRESS + "hooks: [hook.py]\n",
    "another theme": "site_name: S\ntheme: mkdocs\nplugins: [search, adr-gen]\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a few records, a template and a hook."""
    root = tree(tmp_path_factory.mktemp("frames"), FILES)
    put(root, "own/main.html", OWN)
    put(root, "hook.py", "def on_page_context(context, page, **_):\n    context['own'] = page.url[:13]\n")
    return root


@pytest.mark.parametrize("name", SITES)
def test_a_framed_page_is_the_page_that_the_theme_makes(
    name: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "mkdocs.yml", SITES[name])
    build_site(root, tmp_path / "framed")
    monkeypatch.setattr(themed_pages, "MOST", 0)
    build_site(root, tmp_path / "whole")
    assert texts(tmp_path / "framed") == texts(tmp_path / "whole")


def build_site(root: Path, place: Path) -> None:
    """Build the site into a place."""
    done = build(root, "--quiet", "--site-dir", str(place), SOURCE_DATE_EPOCH="1775000000")
    assert (done.returncode, done.stderr) == (0, "")


def texts(site: Path) -> dict[str, str]:
    """The pages of a site."""
    return {str(file.relative_to(site)): file.read_text("utf-8") for file in site.rglob("*.html")}
