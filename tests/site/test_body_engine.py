"""The published body on pages that MkDocs builds: no extension of the site engine acts on it, and no word is lost."""

import importlib.util
import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from adr_gen import markdown
from adr_gen.site.record.body.body_html import slugs
from adr_gen.site.record.body.raw_blocks import seal, unseal
from adr_gen.site.record.body.site_markdown import Converter, SiteMarkdown
from tests import SHARED
from tests.support.bodies import CASES, CORPUS, OWN, published
from tests.support.helpers import mkdocs

SECRET = "the words of a file that a snippet asks for"


@dataclass(frozen=True)
class Built:
    source: str
    body: str
    html: str
    path: Path
    site: Path


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Every case and document as one page of a site that MkDocs built."""
    root = tmp_path_factory.mktemp("bodies")
    docs, site = root / "docs", root / "site"
    docs.mkdir()
    (root / "mkdocs.yml").write_text((CASES / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    for name, content in (("secret.txt", SECRET), ("logo.png", ""), ("pic.png", "")):
        (docs / name).write_text(content, encoding="utf-8")
    sources = {name: path.read_text(encoding="utf-8-sig") for name, path in {**OWN, **CORPUS}.items()}
    bodies = {name: published(text) for name, text in sources.items()}
    for name, text in bodies.items():
        (docs / f"{name}.md").write_text(f"# The page {name}\n\n{text}\n", encoding="utf-8")
    run = mkdocs(root, "build", "--strict", "--quiet")
    assert run.returncode == 0, run.stderr
    paths = {name: site / name / "index.html" for name in sources}
    return {
        name: Built(text, bodies[name], paths[name].read_text(encoding="utf-8"), paths[name], site)
        for name, text in sources.items()
    }


class Article(HTMLParser):
    """The tags and the texts of headings inside a page's article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[str] = []
        self._inside = self._heading = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._inside = self._inside or tag == "article"
        if self._inside:
            self.tags.append((tag, attributes))
        if self._inside and re.fullmatch("h[1-6]", tag):
            self.headings.append("")
            self._heading = True
        self._heading = self._heading and attributes.get("class") != "headerlink"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"
        self._heading = self._heading and not re.fullmatch("h[1-6]", tag)

    def handle_data(self, data: str) -> None:
        if self._heading:
            self.headings[-1] += data


def contents(html: str) -> list[str]:
    """The entries of a page's table of contents."""
    sidebar = html.rpartition('aria-label="Table of contents"')[2].partition('class="md-content"')[0]
    entries = re.findall(
        r'<a href="#[^"]*" class="md-nav__link">\s*<span class="md-ellipsis">(.*?)</span>', sidebar, re.S
    )
    return [unescape(re.sub(r"<[^>]*>", "", entry)).strip() for entry in entries]


@pytest.mark.parametrize("name", [*OWN, *CORPUS])
def test_the_site_engine_leaves_bodies_as_they_are(name: str, pages: dict[str, Built]) -> None:
    page = pages[name]
    blocks = [line for line in page.body.split("\n") if line.startswith("<div")]
    assert blocks
    assert [block for block in blocks if block not in page.html] == []
    assert SECRET not in page.html


@pytest.mark.parametrize("name", [*OWN, *CORPUS])
def test_headings_and_contents_read_as_they_were_written(name: str, pages: dict[str, Built]) -> None:
    page = pages[name]
    lines = [unescape(re.sub("<[^>]*>", "", line)) for line in page.body.split("\n") if line.startswith("#")]
    words = [line.lstrip("#").strip() for line in lines]
    article = Article(page.html)
    assert article.headings[0] == f"The page {name}"
    shown = [text.strip() for text in article.headings]
    assert [text for text in words if text not in shown] == []
    assert contents(page.html) == words


@pytest.mark.parametrize("name", [*OWN, *CORPUS])
def test_anchors_that_github_gives_are_on_the_page(name: str, pages: dict[str, Built]) -> None:
    ids = [attributes["id"] for _, attributes in Article(pages[name].html).tags if "id" in attributes]
    assert set(slugs(markdown.parse(pages[name].source, html=True))) - {""} <= set(ids)
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", [*OWN, *CORPUS])
def test_nothing_on_a_page_runs_or_styles(name: str, pages: dict[str, Built]) -> None:
    tags = Article(pages[name].html).tags
    forbidden = {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "button",
        "base",
        "link",
        "meta",
        "svg",
        "math",
    }
    assert [tag for tag, _ in tags if tag in forbidden] == []
    bad = [(key, value) for _, attributes in tags for key, value in attributes.items() if _acts(key, value)]
    assert bad == []


def _acts(key: str, value: str) -> bool:
    address = key in ("href", "src", "srcset", "action", "formaction", "xlink:href")
    unsafe = address and re.match(r"(?i)[\s\x00-\x20]*(?:javascript|vbscript|file|data:(?!image/gif))", value)
    return key.startswith(("on", "data-")) or bool(unsafe) or (key == "style" and not value.startswith("text-align:"))


def fidelity() -> Any:
    spec = importlib.util.spec_from_file_location("fidelity", SHARED / "tools" / "fidelity.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not (SHARED / "tools" / "fidelity.py").is_file(), reason="../shared is not here")
@pytest.mark.parametrize("name", [*OWN, *CORPUS])
def test_everything_that_was_written_is_on_the_page(name: str, pages: dict[str, Built]) -> None:
    tool, page = fidelity(), pages[name]
    reference = tool.MarkdownIt("gfm-like", {"html": True, "linkify": False}).use(tool.footnote_plugin)
    source = tool.take_apart(reference.render(tool.body(page.source)), page=False)
    assert list(tool.missing(source, tool.take_apart(page.html, page=True), page.path, page.site)) == []


@pytest.mark.parametrize("name", [*OWN, *CORPUS])
def test_no_sign_that_macros_and_other_plugins_look_for_is_in_a_body(name: str) -> None:
    text = published({**OWN, **CORPUS}[name].read_text(encoding="utf-8-sig"))
    assert re.findall(r"[{`\t]|\[\[|\]\(|--8<--|\smarkdown=|:[\w+-]+:", text) == []


@pytest.mark.parametrize("name", OWN)
def test_sealed_blocks_come_back_to_their_places(name: str) -> None:
    text = published(OWN[name].read_text(encoding="utf-8"))
    extensions = ["attr_list", "md_in_html", "tables", "toc", "pymdownx.superfences"]
    sealed, blocks = seal(text)
    assert blocks == [line for line in text.split("\n") if line.startswith("<div")]
    assert unseal(Markdown(extensions=extensions).convert(sealed), blocks) == Markdown(extensions=extensions).convert(
        text
    )


TOCS: tuple[dict[str, Any], ...] = (
    {},
    {"permalink": True},
    {"permalink": "#", "permalink_title": "Here", "permalink_leading": True, "toc_depth": "2-3", "baselevel": 2},
    {"anchorlink": True, "title": "Contents", "separator": "_", "slugify": slugify_unicode},
)
ENGINE = ["abbr", "attr_list", "footnotes", "md_in_html", "smarty", "tables", "pymdownx.emoji", "pymdownx.magiclink"]


@pytest.mark.parametrize("name", [*OWN, *CORPUS])
@pytest.mark.parametrize("toc", TOCS, ids=["plain", "permalinks", "levels", "anchor links"])
def test_a_sealed_page_is_converted_as_the_sites_markdown_would(name: str, toc: dict[str, Any]) -> None:
    text, _ = seal("# Title\n\n" + published({**OWN, **CORPUS}[name].read_text(encoding="utf-8-sig")))
    extensions, configs = ["toc", *ENGINE], {"toc": toc}
    engine = Markdown(extensions=extensions, extension_configs=configs)
    html = engine.convert(text)
    converter = Converter(SiteMarkdown(extensions, configs))
    converter.convert("# Another page\n\n## With a heading")
    assert converter.convert(text) == (html.replace("\n\n", "\n"), engine.toc_tokens)  # type: ignore[attr-defined]
