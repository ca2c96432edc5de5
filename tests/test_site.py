"""The published site: pages, links, what stays unpublished, what readers see."""

import json
import re
import shutil
import subprocess
import sys
from ast import literal_eval
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from adr_gen.site.places import relative
from tests.crawl import broken
from tests.helpers import environment, run

Project = Callable[[str], Path]
Serve = Callable[..., str]
SHARED = Path(__file__).parent.parent.parent / "shared"

PROJECT = """
=== mkdocs.yml
site_name: Test log
site_url: https://example.org/team/log/
repo_url: https://github.com/o/r
theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
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


def build(root: Path, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` as a user runs it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    return subprocess.run(
        command,
        cwd=root,
        env=environment(**{"NO_MKDOCS_2_WARNING": "1", "ADR_GEN_AS_OF": "2026-06-01"} | env),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
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
        found = dict(attrs)
        self.tags.append((tag, found))
        self.links += [value for value in (found.get("href"), found.get("src")) if value]

    def handle_data(self, data: str) -> None:
        self.text += data


def files(folder: Path) -> list[str]:
    """All files below a folder but the theme's own, sorted."""
    found = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(p for p in found if not p.startswith(("assets/images", "assets/javascripts", "assets/stylesheets")))


def test_the_site_has_a_page_for_each_record_and_none_for_research(root: Path) -> None:
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    assert files(root / "site") == [
        "404.html",
        "assets/adr-gen-days.js",
        "assets/adr-gen.css",
        "assets/adr-gen.js",
        "decisions.json",
        "decisions.schema.json",
        "decisions/0003-by-hand/index.html",
        "decisions/0004-script-alert-1-script-caches/index.html",
        "decisions/0005-which-queue/index.html",
        "decisions/index.html",
        "decisions/media/assets/logo.png",
        "feed.xml",
        "graph/index.html",
        "guide/index.html",
        "index.html",
        "llms.txt",
        "research/img/a.png",
        "revisit.ics",
        "revisit/index.html",
        "search/records/0.json",
        "search/search_index.json",
        "sitemap.xml",
        "sitemap.xml.gz",
        "tags.json",
        "timeline/index.html",
    ]


def test_decisions_json_is_what_list_prints_and_fits_its_schema(root: Path) -> None:
    build(root)
    published = json.loads((root / "site/decisions.json").read_text(encoding="utf-8"))
    schema = json.loads((root / "site" / published["$schema"]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(published, schema)
    assert published["records"] == json.loads(run(root, "list", "--json", "--as-of", "2026-06-01").stdout)
    assert [r["status"] for r in published["records"]] == ["superseded", "accepted", "rejected"]


def test_every_link_of_the_site_leads_somewhere(root: Path) -> None:
    build(root)
    assert broken(root / "site") == []


def test_links_of_a_record_lead_to_records_pages_and_the_forge(root: Path) -> None:
    build(root)
    text = (root / "site/decisions/0005-which-queue/index.html").read_text(encoding="utf-8")
    assert '<a href="../../guide/"' in text
    assert '<a href="https://github.com/o/r/blob/HEAD/src/x.py"' in text
    assert re.search(r'<a [^>]*class="adr-missing"[^>]*>nothing</a>', text)
    assert '<a href="../0004-script-alert-1-script-caches/#recommendation-adopt"' in text
    assert 'src="../../research/img/a.png"' in text


def test_hostile_titles_and_tags_are_shown_and_never_run(root: Path) -> None:
    build(root)
    written = {p: p.read_text(encoding="utf-8") for p in (root / "site").rglob("*") if p.suffix in (".html", ".xml")}
    assert [path for path, text in written.items() if "<script>alert(1)" in text] == []
    assert [path for path, text in written.items() if "<b>bold" in text] == []
    log = " ".join(Page(root / "site/decisions/index.html").text.split())
    assert "<script>alert(1)</script> & {{ caches }}" in log
    assert "<b>bold" in log


ADDRESSES = st.builds(
    lambda folders, name: "".join(f"{folder}/" for folder in folders) + name,
    st.lists(st.sampled_from(["a", "b", "a b", "ä"]), max_size=4),
    st.sampled_from(["", "a.html", "b.png"]),
)


@given(ADDRESSES, ADDRESSES)
def test_a_relative_address_leads_from_every_page_to_every_other(target: str, page: str) -> None:
    assert unquote(urljoin(f"https://example.org/log/{page}", relative(target, page))) == (
        f"https://example.org/log/{target}"
    )


def test_the_site_works_under_a_sub_path(root: Path, serve: Serve) -> None:
    build(root)
    absolute = {
        link
        for path in (root / "site").rglob("*.html")
        if path.name != "404.html"
        for link in Page(path).links
        if link.startswith("/")
    }
    assert absolute == set()


def test_records_stay_out_of_the_navigation_beyond_the_setting(root: Path) -> None:
    build(root)
    assert "0005-which-queue" in (root / "site/guide/index.html").read_text(encoding="utf-8")
    (root / "adr-gen.toml").write_text("nav-records = 2\n", encoding="utf-8")
    assert build(root).returncode == 0
    assert "0005-which-queue" not in (root / "site/guide/index.html").read_text(encoding="utf-8")


def test_records_may_live_elsewhere_and_are_named_where_they_are_written(root: Path) -> None:
    (root / "docs/decisions").rename(root / "docs/adr")
    (root / "adr-gen.toml").write_text('decisions = "docs/adr"\n', encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n\n[By hand](adr/0003-by-hand.md)\n", encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("nav:\n- index.md\n- The queue: adr/0005-which-queue.md\n")
    assert run(root, "generate").returncode == 0
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    page = (root / "site/index.html").read_text(encoding="utf-8")
    assert '<a href="decisions/0003-by-hand/">By hand</a>' in page
    assert 'href="decisions/0005-which-queue/"' in page
    assert (root / "site/decisions/0005-which-queue/index.html").is_file()


def test_templates_and_links_out_of_the_project_are_not_published(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (root / "docs/research/template.md").write_text("# Template\n", encoding="utf-8")
    try:
        (root / "docs/research/img/secret.png").symlink_to(tmp_path / "secret.png")
    except OSError:
        pytest.skip("symbolic links need a privilege here")
    build(root)
    assert [p for p in files(root / "site") if "secret" in p or "template" in p] == []


def test_a_title_without_words_still_has_a_name(root: Path) -> None:
    hostile = "<svg onload=alert(5)>"
    text = f'---\ntitle: "{hostile}"\ncompleted: 2026-04-01\n---\n\n## Recommendation: ADOPT\n\nYes.\n'
    (root / "docs/research/svg.md").write_text(text, encoding="utf-8")
    assert run(root, "generate").returncode == 0
    build(root)
    log = (root / "site/decisions/index.html").read_text(encoding="utf-8")
    assert "&lt;svg onload=alert(5)&gt;</a>" in log
    assert "<svg onload" not in log


def test_a_record_page_says_its_number_and_leads_back_to_the_log(root: Path) -> None:
    build(root)
    page = Page(root / "site/decisions/0005-which-queue/index.html")
    assert "ADR-0005 · ← ADR-0004 · all decisions" in " ".join(page.text.split())
    assert "../" in page.links
    assert "../../revisit/" in page.links


def test_other_plugins_may_change_the_words_of_a_record_page_and_see_its_headings(root: Path) -> None:
    hook = """
seen = {}

def on_page_markdown(markdown, page, **_):
    return markdown + "\\n\\n*Added* by a hook." if "0005-" in page.url else None

def on_page_content(html, page, **_):
    seen[page.url] = [item.title for item in page.toc.items[0].children]

def on_post_build(config):
    print({url: titles for url, titles in seen.items() if url.startswith("decisions/0")})
"""
    (root / "hook.py").write_text(hook, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    built = build(root)
    assert built.returncode == 0, built.stderr
    assert literal_eval(built.stdout) == {
        "decisions/0003-by-hand/": ["Status", "Decision"],
        "decisions/0004-script-alert-1-script-caches/": ["Decision Outcome"],
        "decisions/0005-which-queue/": [
            "Context and Problem Statement",
            "Decision Outcome",
            "Blockers",
            "Revisit When",
            "Where it stands",
        ],
    }
    changed = (root / "site/decisions/0005-which-queue/index.html").read_text(encoding="utf-8")
    assert "<em>Added</em> by a hook." in changed
    assert "Do jobs need a broker?" in changed


def test_a_link_to_an_anchor_of_a_record_is_checked(root: Path) -> None:
    links = "[a](decisions/0005-which-queue.md#blockers) [b](decisions/0005-which-queue.md#gone)"
    (root / "docs/guide.md").write_text(f"# Guide\n\n{links}\n", encoding="utf-8")
    said = [line for line in build(root).stderr.splitlines() if "guide.md" in line and "anchor" in line]
    message = (
        "a link 'decisions/0005-which-queue.md#gone', but the doc 'decisions/0005-which-queue.md' does not contain"
    )
    assert said == [f"INFO    -  Doc file 'guide.md' contains {message} an anchor '#gone'."]


def test_a_record_names_some_others_that_wait_for_the_same_thing_and_counts_the_rest(root: Path) -> None:
    for number in range(13):
        text = f"# Question {number}\n\nDecision: REJECT\n\n## Revisit when\n\n* `pypi:mkdocs >= 2` is out\n"
        (root / f"docs/research/wait-{number:02}.md").write_text(text, encoding="utf-8")
    assert run(root, "generate").returncode == 0
    assert build(root).returncode == 0
    page = next((root / "site/decisions").glob("*-question-12/index.html")).read_text(encoding="utf-8")
    others = re.search('<ul class="adr-others">(.*?)</ul>', page)
    assert others
    assert re.findall(r"Question \d+", others[1]) == [f"Question {n}" for n in range(10)]
    assert '<a href="../../revisit/">2 more</a>' in others[1]


def test_a_page_of_the_users_own_wins(root: Path) -> None:
    (root / "docs/revisit.md").write_text("# My own board\n", encoding="utf-8")
    assert build(root).returncode == 0
    assert "My own board" in (root / "site/revisit/index.html").read_text(encoding="utf-8")


def test_a_damaged_record_is_a_warning_and_is_shown(root: Path) -> None:
    (root / "docs/decisions/0009-damaged.md").write_text("---\ntitle: a: b\n---\n# Four\n\nWords.\n", encoding="utf-8")
    done = build(root)
    assert done.returncode == 1
    assert "docs/decisions/0009-damaged.md:2: ADR001" in done.stderr
    assert run(root, "list", "--json").stderr.startswith("docs/decisions/0009-damaged.md:2: ADR001")


def test_the_plugin_writes_nothing_into_the_project(root: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in root.rglob("*") if p.is_file()}
    build(root, "-d", str(root.parent / "elsewhere"))
    assert {p: p.stat().st_mtime_ns for p in root.rglob("*") if p.is_file()} == before


def test_two_builds_give_the_same_pages(root: Path, tmp_path: Path) -> None:
    build(root, "-d", str(tmp_path / "a"), TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1767225600")
    copy = tmp_path / "copy"
    shutil.copytree(root, copy)
    build(copy, "-d", str(tmp_path / "b"), TZ="UTC", LC_ALL="C", SOURCE_DATE_EPOCH="1767225600")
    pages = [p for p in files(tmp_path / "a") if not p.endswith(".gz")]
    assert pages == [p for p in files(tmp_path / "b") if not p.endswith(".gz")]
    assert [p for p in pages if (tmp_path / "a" / p).read_bytes() != (tmp_path / "b" / p).read_bytes()] == []


def test_the_board_lists_every_trigger_by_record(root: Path) -> None:
    build(root)
    text = " ".join(Page(root / "site/revisit/index.html").text.split())
    assert "ADR-0005 Which queue rejected for now" in text
    assert "(a) jobs wait longer than a minute" in text
    assert "Days are judged as of 2026-06-01" in text


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus and its tools are not beside this clone")
@pytest.mark.parametrize("kind", ["research", "record"])
def test_nothing_of_the_corpus_is_lost_on_the_site(kind: str, project: Project) -> None:
    made = project(
        PROJECT.split("=== docs/index.md")[0] + "=== docs/decisions/\n=== docs/research/\n=== docs/index.md\n# Home\n"
    )
    for number, path in enumerate(sorted((SHARED / "corpus").glob("[0-9]*.md")), start=1001):
        text = path.read_text(encoding="utf-8")
        if kind == "record":
            (made / f"docs/decisions/{number}-{path.name}").write_text(text, encoding="utf-8")
            continue
        front = text.replace("---\n", "---\ndecision: accept\n", 1) if text.startswith("---\n") else None
        (made / "docs/research" / path.name).write_text(
            front or f"---\ndecision: accept\n---\n{text}", encoding="utf-8"
        )
    run(made, "generate")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=made, env=environment(NO_MKDOCS_2_WARNING="1"), check=True, capture_output=True)
    compare = [sys.executable, str(SHARED / "tools/fidelity.py"), str(made), str(made / "site"), "--at-least", "22"]
    done = subprocess.run(compare, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "22 records compared, 0 with losses, 0 losses\n")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_pages_fit_ask_no_other_host_and_log_no_error(
    root: Path, serve: Serve, browser: Browser, scheme: str, width: int
) -> None:
    build(root)
    address = serve(root / "site", "/team/log/")
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})  # type: ignore[arg-type]
    page = context.new_page()
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith((address, "data:")) else seen.append(request.url))
    page.on("pageerror", lambda error: seen.append(str(error)))
    for path in (
        "",
        "decisions/",
        "decisions/0005-which-queue/",
        "decisions/0004-script-alert-1-script-caches/",
        "revisit/",
    ):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(address + "decisions/")
    page.locator(".md-content").get_by_role("link", name="Which queue").click()
    page.wait_for_url(address + "decisions/0005-which-queue/")
    assert page.locator(".adr-card .adr-status").inner_text() == "rejected"
    colour = page.locator(".adr-card .adr-status").evaluate("chip => getComputedStyle(chip).color")
    assert colour == {"light": "rgb(179, 38, 30)", "dark": "rgb(242, 139, 130)"}[scheme]
    assert page.locator("article li li").inner_text() == "below it"
    context.close()
    assert seen == []


@pytest.mark.browser
def test_search_finds_a_record_by_its_words(root: Path, serve: Serve, browser: Browser) -> None:
    build(root)
    page = browser.new_page()
    page.route("https://**", lambda route: route.abort())
    page.goto(serve(root / "site", "/team/log/"), wait_until="load")
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("broker")
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/decisions/0005-which-queue/**")
    page.close()
