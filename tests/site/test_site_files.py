"""The files of the published site: which ones there are, the same each time, and what stays unpublished."""

import json
import re
import shutil
from ast import literal_eval
from pathlib import Path

import jsonschema
import pytest

from tests.support.helpers import build, put, run
from tests.support.listed import files
from tests.support.pages import root
from tests.support.permissions import enforced
from tests.support.theme import TAG_LISTS

__all__ = ["root"]  # a fixture


def test_the_site_has_a_page_for_each_record_and_none_for_research(root: Path) -> None:
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    assert files(root / "site") == [
        "404.html",
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
        *(["tags.json"] if TAG_LISTS else []),
        "timeline/index.html",
    ]


@pytest.mark.parametrize("folders", ["true", "false"])
def test_decisions_json_is_what_list_prints_and_fits_its_schema(root: Path, folders: str) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"use_directory_urls: {folders}\n")
    build(root)
    published = json.loads((root / "site/decisions.json").read_text(encoding="utf-8"))
    schema = json.loads((root / "site" / published["$schema"]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(published, schema)
    assert published["records"] == json.loads(run(root, "list", "--json", "--as-of", "2026-06-01").stdout)
    assert [r["status"] for r in published["records"]] == ["superseded", "accepted", "rejected"]


def test_templates_and_links_out_of_the_project_are_not_published(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (root / "docs/research/template.md").write_text("# Template\n", encoding="utf-8")
    try:
        (root / "docs/research/img/secret.png").symlink_to(tmp_path / "secret.png")
    except OSError:
        pytest.skip("symbolic links need a privilege here")
    build(root)
    assert [p for p in files(root / "site") if "secret" in p or "template" in p] == []


def test_a_project_behind_a_link_keeps_its_research_back_too(root: Path, tmp_path: Path) -> None:
    try:
        (tmp_path / "link").symlink_to(root, target_is_directory=True)
    except OSError:
        pytest.skip("symbolic links need a privilege here")
    build(root, "-d", str(tmp_path / "plain"))
    done = build(root, "-f", str(tmp_path / "link/mkdocs.yml"), "-d", str(tmp_path / "linked"))
    assert (done.returncode, done.stdout) == (0, "")
    assert files(tmp_path / "linked") == files(tmp_path / "plain")


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
        ],
    }
    changed = (root / "site/decisions/0005-which-queue/index.html").read_text(encoding="utf-8")
    assert "<em>Added</em> by a hook." in changed
    assert "Do jobs need a broker?" in changed


def test_whenever_another_plugin_looks_at_a_record_page_it_finds_its_words(root: Path) -> None:
    hook = """
from mkdocs.plugins import event_priority

WORDS = ("Do jobs need a broker?", "adr-card", "adr-standing", "adr-gen-")
pages, seen = {}, {}

def look(event, page, text):
    pages[page.url] = page
    if "0005-" in page.url:
        seen[event] = [word in text for word in WORDS]

@event_priority(100)
def on_page_markdown(markdown, page, **_):
    look("markdown", page, markdown)

@event_priority(100)
def on_page_content(html, page, **_):
    look("content", page, html)

def on_env(env, **_):
    for page in list(pages.values()):
        look("env", page, page.markdown)
        look("env's content", page, page.content)

@event_priority(200)
def on_page_context(context, page, **_):
    look("context", page, page.content)

def on_post_build(config):
    for page in list(pages.values()):
        look("post build", page, page.markdown)
        look("post build's content", page, page.content)
    print(seen)
"""
    (root / "hook.py").write_text(hook, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    built = build(root)
    assert built.returncode == 0, built.stderr
    events = ("markdown", "content", "env", "env's content", "context", "post build", "post build's content")
    assert literal_eval(built.stdout) == {event: [True, True, True, False] for event in events}


def test_what_a_record_says_about_its_page_holds_for_its_page(root: Path) -> None:
    front = """---
search: {exclude: yes}
hide: [toc, "na<v>igation"]
description: "About \\"mail\\" & {{ more }}: it's <i>here</i>"
icon: material/star
template: elsewhere.html
robots: ["no\u2028index", 1.5]
---

"""
    put(root, "docs/decisions/0007-mail.md", front + "# Which mail server\n\n## Status\n\nAccepted, zanzibar\n")
    put(root, "docs/elsewhere.md", "# Elsewhere\n")
    done = build(root)
    missing = "docs/decisions/0007-mail.md: the theme has no template 'elsewhere.html'; its page does without"
    assert (done.returncode, missing in done.stderr, done.stderr.count("WARNING")) == (1, True, 1)
    page = (root / "site/decisions/0007-mail/index.html").read_text(encoding="utf-8")
    description = 'content="About &quot;mail&quot; &amp; {{ more }}: it&#x27;s &lt;i&gt;here&lt;/i&gt;"'
    assert f'<meta name="description" {description}>' in page
    assert 'data-md-type="toc" hidden' in page
    places = list((root / "site/search").rglob("*.json"))
    assert [path.name for path in places if re.search("zanzibar|mail", path.read_text("utf-8"))] == []
    assert any("broker" in path.read_text("utf-8") for path in places if path.parent.name == "records")


def test_a_project_that_is_not_where_its_site_is_and_empty_is_a_warning(root: Path) -> None:
    (root.parent / "adr-gen.toml").write_text("", encoding="utf-8")
    done = build(root)
    warning = (
        f"the project is {root.parent}, where adr-gen finds neither research (docs/research) nor records "
        f"(docs/decisions); set its `project: .` if it is {root}"
    )
    assert (done.returncode, warning in done.stderr) == (1, True)
    settings = root / "mkdocs.yml"
    text = (
        settings.read_text("utf-8")
        .replace("- adr-gen\n", "- adr-gen: {project: .}\n")
        .replace(", adr-gen]", ", adr-gen: {project: .}]")
    )
    settings.write_text(text, encoding="utf-8")
    done = build(root)
    assert (done.returncode, done.stdout, "research" in done.stderr) == (0, "", False)
    assert (root / "site/decisions/0005-which-queue/index.html").is_file()


def test_a_damaged_record_is_a_warning_and_is_shown(root: Path) -> None:
    (root / "docs/decisions/0009-damaged.md").write_text("---\ntitle: a: b\n---\n# Four\n\nWords.\n", encoding="utf-8")
    done = build(root)
    assert done.returncode == 1
    assert "docs/decisions/0009-damaged.md:2: ADR001" in done.stderr
    assert run(root, "list", "--json").stderr.startswith("docs/decisions/0009-damaged.md:2: ADR001")


def test_a_folder_that_cannot_be_looked_into_stops_the_build_with_its_name(root: Path) -> None:
    place = root / "docs/research"
    place.chmod(0)
    with enforced():
        done = build(root)
    place.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.splitlines()[2:] == [f"ERROR   -  {place}: Permission denied; mend that and run again"]


def test_two_records_with_one_number_are_a_warning(root: Path) -> None:
    (root / "docs/decisions/0004-late.md").write_text("# Late\n\nStatus: accepted\n", encoding="utf-8")
    done = build(root)
    assert done.returncode == 1
    message = "0004-script-alert-1-script-caches.md:1: ADR301 number 4 is also taken by docs/decisions/0004-late.md"
    assert f"docs/decisions/{message}; next free is 6: run `adr-gen renumber`" in done.stderr


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
