"""A docs tree that `adr-gen export` writes, built by a site engine and compared with the plugin's own site."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from tests.support.crawl import broken
from tests.support.helpers import mkdocs, put, run, run_module

PROJECT = """
=== mkdocs.yml
site_name: Engines
docs_dir: docs
theme: {name: material, font: false}
plugins: [search, adr-gen]
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables, toc]
=== docs/index.md
# Home
=== docs/research/one.md
---
title: Lists & `code`
completed: 2026-01-01
---

## Question

A paragraph and then
- a list
  - below
    1. deeper

| a | b |
|---|---|
| 1 | `x\\|y` |

```python
print("{{ not a macro }}")
```

Note[^1] and https://example.org/x and --8<-- "x" and :smile:.

[^1]: The note.

> [!TIP]
> An alert.

## Recommendation: DEFER

Not yet. See [the other](two.md#goal) and ![p](p.png).

## Revisit when

- The moon is blue.
- A second reader asks.
=== docs/research/two.md
---
title: Two
completed: 2026-01-02
supersedes: ADR-0001
---

## Goal

Be two.

## Recommendation: ADOPT

Adopt it.
=== docs/decisions/0009-hand.md
# 9. By hand

Date: 2025-01-01

## Status

Accepted

## Context

Some context.

## Decision

We will do it by hand.

## Consequences

- More work.
"""

CONFIG = """\
site_name: Engines
docs_dir: docs
theme:
  name: material
  font: false
extra_css: [assets/adr-gen.css]
extra_javascript: [assets/adr-gen.js]
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables, toc]
"""


class Words(HTMLParser):
    """The words of a page's article, and what it links to and shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth, self.words = 0, ""
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        if self.depth:
            self.targets += [value for name, value in attrs if name in ("href", "xlink:href", "src") and value]
        if self.depth and tag in ("p", "li", "td", "th", "pre", "h1", "h2", "h3", "div", "dt", "dd", "tr"):
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.words += data


def page(site: Path, url: str) -> Words:
    place = site / url
    return Words((place / "index.html" if place.is_dir() else place).read_text(encoding="utf-8"))


def page_text(site: Path, url: str) -> str:
    """What a page of the site says, without the engine's own additions."""
    return " ".join(re.sub(r"¶|Back to top|Edit this page|\s+", " ", page(site, url).words).split())


def targets(site: Path, url: str) -> list[str]:
    """Where a page of the site links to and what it shows, from the site's root, without the engine's own anchors."""
    return [urljoin(f"/{url}", target) for target in page(site, url).targets if not target.startswith("#")]


def engine(name: str, folder: Path) -> None:
    """Run a site engine in a folder and show what it says when it fails: MkDocs here, others as processes."""
    done = mkdocs(folder, "build", "-q") if name == "mkdocs" else run_module(folder, name, "build")
    assert done.returncode == 0, done.stdout + done.stderr


DERIVED = ["decisions/", "revisit/", "graph/", "timeline/"]


def engines_agree(name: str, root: Path, other: Path) -> None:
    """The engine `name` builds from an export, below `other`, what MkDocs builds with the plugin."""
    engine("mkdocs", root)
    assert run(root, "export", other / "docs").returncode == 0
    (other / ("properdocs.yml" if name == "properdocs" else "mkdocs.yml")).write_text(CONFIG, encoding="utf-8")
    engine(name, other)
    ours = json.loads((root / "site/decisions.json").read_text(encoding="utf-8"))
    assert json.loads((other / "site/decisions.json").read_text(encoding="utf-8")) == ours
    assert len(ours["records"]) == 3
    for record in ours["records"]:
        expected = page_text(root / "site", record["url"])
        assert record["title"].replace("`", "") in expected
        assert page_text(other / "site", record["url"]) == expected
        assert targets(other / "site", record["url"]) == targets(root / "site", record["url"])
    for url in DERIVED:
        assert page_text(other / "site", url) == page_text(root / "site", url)
        assert targets(other / "site", url) == targets(root / "site", url)
    assert (other / "site/research/p.png").is_file()
    assert broken(other / "site") == []


OWN_PAGES = """
=== docs/index.md
# Home

The [queue](decisions/0009-hand.md#context), [what is due](revisit.md), [the log](decisions/index.md), ![p][p].

`[not](revisit.md)` and [elsewhere](https://example.org/revisit.md).

[p]: research/p.png
=== docs/guides/deep.md
See [by hand](../decisions/0009-hand.md) and [lists][1].

[1]: <../decisions/0010-lists-code.md> "of code"
=== docs/guides/latin.md
=== docs/decisions/0008-shot.md
# A shot

* Status: accepted

## Context

See ![it](../../shots/a.png), [home](../index.md) and [deep](../guides/deep.md).
"""


def links_follow(name: str, folders: bool, root: Path, other: Path) -> None:
    """The engine `name` builds an export of the project with `OWN_PAGES` without a broken link."""
    (root / "docs/guides/latin.md").write_bytes("Größe [x](../revisit.md)".encode("latin-1"))
    for place in ("docs/research/p.png", "shots/a.png"):
        put(root, place, "PNG")
    assert run(root, "generate").returncode == 0
    put(root, "mkdocs.yml", f"{CONFIG}use_directory_urls: {str(folders).lower()}\n")
    assert run(root, "export", other / "docs").returncode == 0
    latin = other / "docs/guides/latin.md"
    assert latin.read_bytes() == (root / "docs/guides/latin.md").read_bytes()
    latin.unlink()
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    put(other, "properdocs.yml" if name == "properdocs" else "mkdocs.yml", config)
    engine(name, other)
    assert broken(other / "site") == []
    end = "/" if folders else ".html"
    home, deep = (targets(other / "site", url) for url in ("index.html", f"guides/deep{end}"))
    assert home == [
        f"/decisions/0009-hand{end}#context",
        f"/revisit{end}",
        "/decisions/" if folders else "/decisions/index.html",
        "/research/p.png",
        "https://example.org/revisit.md",
    ]
    assert tuple(deep) == (f"/decisions/0009-hand{end}", f"/decisions/0010-lists-code{end}")
