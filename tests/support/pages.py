"""A log with a site, and a page of it taken apart."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.helpers import run

Project = Callable[[str], Path]

THEME = """theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
"""


def site(name: str = "Log", more: str = "") -> str:
    """The settings and the first page of a site, for a text tree; `more` are settings on lines of their own."""
    theme = "theme: {name: material, font: false}"
    return (
        f"\n=== mkdocs.yml\nsite_name: {name}\n{theme}\nplugins: [search, adr-gen]\n{more}=== docs/index.md\n# Home\n"
    )


PROJECT = (
    """
=== mkdocs.yml
site_name: Test log
site_url: https://example.org/team/log/
repo_url: https://github.com/o/r
"""
    + THEME
    + """\
plugins: [search, tags, adr-gen]
markdown_extensions: [abbr, attr_list, admonition, footnotes, md_in_html, tables, smarty, pymdownx.superfences,
  pymdownx.emoji, pymdownx.snippets, pymdownx.tasklist, pymdownx.tilde, pymdownx.magiclink, {toc: {permalink: true}}]
=== docs/index.md
# Home

[The log](decisions/index.md) and [a record](decisions/0005-which-queue.md).
=== docs/guide.md
# Guide
=== src/x.py
pass
=== docs/research/queue.md
---
title: Which queue
completed: 2026-03-02
tags: [jobs, <b>bold]
---

## Question

Do jobs need a broker? See the [guide](../guide.md), the [code](../../src/x.py), [nothing](gone.md),
[the cache](cache.md#recommendation-adopt) and ![a picture](img/a.png).
- a list without a blank line
  - below it

## Recommendation: REJECT (for now)

**Verdict**: The table is enough.

**Blockers:**

1. Nobody has run one.

Revisit this when jobs wait longer than a minute.
=== docs/research/cache.md
---
title: "Research: <script>alert(1)</script> & {{ caches }}"
completed: 2025-03-02
supersedes: 3
---

## Recommendation: ADOPT

Adopt it. ![logo](../../assets/logo.png)
=== docs/decisions/0003-by-hand.md
# 3. By hand

Date: 2024-01-01

## Status

Approved

## Decision

We do it by hand. See [the queue](0005-which-queue.md).
"""
)


@pytest.fixture
def root(project: Project) -> Path:
    """A project with two research files, a hand-written record and images, generated."""
    made = project(PROJECT)
    for place in ("docs/research/img/a.png", "assets/logo.png"):
        (made / place).parent.mkdir(parents=True, exist_ok=True)
        (made / place).write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run(made, "generate").returncode == 0
    return made


class Page(HTMLParser):
    """The links, images, tags and text of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self.links += [value for value in (attributes.get("href"), attributes.get("src")) if value]

    def handle_data(self, data: str) -> None:
        self.text += data
