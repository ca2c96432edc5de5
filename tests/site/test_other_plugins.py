"""Sites with other plugins beside ours: the pages of the records say what they say without them."""

import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from tests.support.crawl import broken
from tests.support.helpers import build, git, put, run, tree

pytestmark = pytest.mark.plugins

PROJECT = """
=== mkdocs.yml
site_name: Shop
site_url: https://example.org/shop/
repo_url: https://github.com/example/shop
edit_uri: edit/main/docs/
theme: {name: material, font: false, features: [content.action.edit]}
markdown_extensions: [attr_list, md_in_html]
plugins: [search, tags, adr-gen]
=== docs/index.md
# Home

See the [queue](decisions/0001-by-hand.md).
=== docs/img/a.png
=== docs/decisions/0001-by-hand.md
---
status: accepted
date: 2026-04-02
tags: [speed, café]
decision-makers: [Ana]
---

# Which {{ queue }} and {% raw %}

## Context and Problem Statement

Jobs wait. {{ read_csv("x.csv") }} {% include-markdown "no.md" %} --8<-- "no.md"

![x](../img/a.png)

| a | b |
|---|---|
| 1 | `{{ b }}` |

## Decision Outcome

Chosen option: "a table", because it is there.

## Revisit when

* jobs wait longer than a minute
* `2027-01-15` has come
=== docs/research/cache.md
---
title: Which cache
completed: 2026-03-02
---

Pages are slow.

## Recommendation: REJECT (for now)

Not now:
- nobody waits
- nothing is *measured*

```python
def cached(page): return page  # {{ page }}
```

## Revisit when

- readers complain
"""
I18N = "i18n: {docs_structure: suffix, languages: [{locale: en, default: true, name: English}, {locale: de, name: Deutsch}]}"
ENTRIES = (
    "awesome-nav",
    "exclude-search: {exclude: [decisions/*]}",
    "git-authors",
    "git-revision-date-localized: {enable_creation_date: true}",
    "glightbox",
    I18N,
    "include-markdown",
    "literate-nav",
    "llmstxt: {full_output: llms-full.txt, sections: {Decisions: [decisions/*.md]}}",
    "macros",
    "mike",
    "minify: {minify_html: true}",
    "monorepo",
    "print-site",
    "privacy: {assets_exclude: [unpkg.com/*]}",  # of which the theme's own script speaks
    "redirects: {redirect_maps: {old.md: decisions/0001-by-hand.md}}",
    "rss",
    "section-index",
    "table-reader",
)
RECORDS = ("0001-by-hand", "0002-which-cache")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, generated, committed and built without other plugins."""
    root = tree(tmp_path_factory.mktemp("plain") / "shop", PROJECT)
    assert run(root, "generate").returncode == 0
    assert run(root, "review", "1", "--answer", "a=waiting", "--note", "unpublished", "--by", "Ana").returncode == 0
    put(root, ".gitignore", "site\n.adr-gen\n")
    put(root, "sub/mkdocs.yml", "site_name: sub\nnav: [{Part: index.md}]\n")
    put(root, "sub/docs/index.md", "# Part\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "x")
    assert_strict(build(root))
    return root


def assert_strict(done: subprocess.CompletedProcess[str]) -> None:
    assert (done.returncode, re.findall(r"^.*(?:WARNING|ERROR).*$", done.stdout + done.stderr, re.M)) == (0, []), (
        done.stderr
    )


Make = Callable[..., Path]


@pytest.fixture
def built(plain: Path, tmp_path: Path) -> Make:
    """`built(entry, before=False, **settings)` is the site of the project with a plugin more, before or after ours."""

    def make(entry: str, before: bool = False, settings: str = "") -> Path:
        git(plain, "clone", "-q", ".", str(tmp_path / "shop"))
        root = tmp_path / "shop"
        config = (root / "mkdocs.yml").read_text(encoding="utf-8")
        plugins = f"{entry}, adr-gen" if before else f"adr-gen, {entry}"
        put(root, "mkdocs.yml", config.replace("adr-gen", plugins) + settings)
        assert_strict(build(root, DISABLE_MKDOCS_2_WARNING="true"))
        return root / "site"

    return make


def article_words(html: str) -> list[str]:
    """The words of a page's article."""
    article = re.search(r"<article.*?</article>", html, re.S)
    assert article
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", article[0], flags=re.S)
    return re.findall(r"\w+|[^\w\s]", unescape(text))


def missing(page: list[str], other: list[str]) -> list[str]:
    """The words of a page that do not come in another one in the same order."""
    coming = iter(other)
    return [word for word in page if word not in coming]


LAST = ("print-site",)
"""Plugins that want to be the last one."""
CASES = [(entry, before) for entry in ENTRIES for before in (False, True) if not (before and entry in LAST)]


@pytest.mark.parametrize(("entry", "before"), CASES, ids=lambda part: str(part).partition(":")[0])
def test_the_record_pages_have_the_same_words_as_without_it(entry: str, before: bool, plain: Path, built: Make) -> None:
    nav = "nav: [index.md, decisions/index.md, {Sub: '!include ./sub/mkdocs.yml'}]\n" if entry == "monorepo" else ""
    site = built(entry, before, nav)
    for name in RECORDS:
        alone, beside = ((root / f"decisions/{name}/index.html").read_text("utf-8") for root in (plain / "site", site))
        assert missing(article_words(alone), article_words(beside)) == []
    texts = {path: path.read_text("utf-8") for path in site.rglob("*") if path.suffix in (".html", ".txt", ".json")}
    assert [path for path, text in texts.items() if re.search(r"adr-gen-(block|card|standing)", text)] == []
    published = {path.relative_to(site).as_posix() for path in site.rglob("*.*")}
    assert [path for path in published if re.search(r"(^|/)(research|reviews)/|readings", path)] == []


def test_a_page_of_all_pages_holds_the_words_of_the_records(built: Make) -> None:
    printed = (built("print-site") / "print_page/index.html").read_text(encoding="utf-8")
    assert [words in printed for words in ("because it is there", "nobody waits", "What stands", "adr-card")] == [
        True,
        True,
        False,
        True,
    ]


def test_a_text_for_language_models_holds_the_words_of_the_records(built: Make) -> None:
    text = (built(next(entry for entry in ENTRIES if entry.startswith("llmstxt"))) / "llms-full.txt").read_text("utf-8")
    assert [words in text for words in ("because it is there", "nothing is *measured*", "ADR-0002")] == [True] * 3


def test_the_last_change_of_a_record_is_that_of_its_file(built: Make) -> None:
    site = built("git-revision-date-localized: {type: iso_datetime}")
    shown_date = re.compile(r'git-revision-date-localized-plugin-iso_datetime"[^>]*>([^<]*)<')
    record, home = (site / "decisions/0001-by-hand/index.html", site / "index.html")
    assert shown_date.findall(record.read_text("utf-8"))[:1] == shown_date.findall(home.read_text("utf-8"))[:1] != []


def test_a_record_can_be_edited_where_it_was_written(plain: Path) -> None:
    edit = re.compile(r'href="(https://github.com/example/shop/edit/[^"]*)"')
    pages = ("index.html", "decisions/0001-by-hand/index.html", "decisions/index.html")
    edit_links = [edit.findall((plain / "site" / page).read_text(encoding="utf-8")) for page in pages]
    docs = "https://github.com/example/shop/edit/main/docs"
    assert edit_links == [[f"{docs}/index.md"], [f"{docs}/decisions/0001-by-hand.md"], []]


def test_what_is_left_out_of_the_search_is_in_no_part_of_it(built: Make) -> None:
    site = built("exclude-search: {exclude: [decisions/0001-by-hand.md]}")
    files = {path.name: path.read_text("utf-8") for path in (site / "search").rglob("*.json")}
    words = ("decisions/0001-by-hand", "longer", "decisions/0002-which-cache", "complain")
    assert [any(word in text for text in files.values()) for word in words] == [False, False, True, True]


def test_the_pages_below_a_language_lead_to_pages_of_that_language_and_to_files_where_they_are(built: Make) -> None:
    site = built(I18N)
    # the plugin's own links between languages are absolute
    assert [link for link in broken(site) if ": /" not in link] == []
    page = (site / "de/decisions/0001-by-hand/index.html").read_text(encoding="utf-8")
    assert ('src="../../../img/a.png"' in page, 'href="../0002-which-cache/"' in page) == (True, True)
    assert 'href="../../feed.xml"' in (site / "de/decisions/index.html").read_text(encoding="utf-8")
