"""mkdocs serve makes pages when they are asked for: after every change each file is what a new preview would have."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from tests.support.helpers import environment, put, run
from tests.support.previewed import PROJECT, Project
from tests.support.served import Server, serving
from tests.support.theme import TAG_LISTS

NEW = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

site, address = sys.argv[1:]
config = load_config("mkdocs.yml", site_dir=site)
config.plugins.on_startup(command="serve", dirty=False)
config.site_url = address
build(config, serve_url=address)
"""
"""The first build of a preview, which makes everything."""
SETTINGS = """site_name: Preview
theme: {name: material, font: false, custom_dir: theme}
watch: [theme]
plugins: [search, tags, adr-gen]
nav: [index.md, tags.md]
"""
"""With a navigation of its own a site has no record in it, so all of them can wait."""
OVERRIDE = """{% extends "base.html" %}
{% block footer %}{% for file in pages %}<i>{{ file.page.title }}: {{ file.page.content | length }}</i>
{% endfor %}{{ super() }}{% endblock %}
"""
"""A template that looks at the words of every page."""
COLLECTING = """
from pathlib import Path

seen = []

def on_page_content(html, page, config, files):
    seen.append(page.file.src_uri)

def on_post_build(config):
    Path(config.site_dir, "seen.txt").write_text("\\n".join(seen))
    seen.clear()
"""
"""A hook that has to see every page."""
REVIEW = "record: 1\ndate: 2026-05-01\nby: Ana\noutcome: reaffirmed\n"
BY_HAND = "# Which mail server\n\n## Status\n\nAccepted\n\nSee ADR-1.\n"


@pytest.fixture
def server(project: Project) -> Iterator[Server]:
    """The project with a navigation of its own, as it is being served."""
    root = project(PROJECT)
    put(root, "mkdocs.yml", SETTINGS)
    put(root, "theme/readme.txt", "Empty.\n")
    put(root, "docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    other = (root / "docs/research/queue.md").read_text("utf-8").replace("Which queue", "Which cache")
    put(root, "docs/research/cache.md", other.replace("2026-03-02", "2026-03-03\ntags: [mail, store]"))
    assert run(root, "generate").returncode == 0
    with serving(root) as served:
        yield served


def new(server: Server, place: Path) -> dict[str, bytes]:
    """The files of a new preview, but for packed ones."""
    command = [sys.executable, "-c", NEW, str(place), server.address]
    subprocess.run(command, cwd=server.root, env=environment(NO_MKDOCS_2_WARNING="1"), check=True, timeout=120)
    files = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if not name.endswith(".gz")}


def shown(server: Server, name: str) -> bytes:
    """A file as the server has it, without the script by which it reloads pages."""
    with urlopen(server.address + quote(name), timeout=30) as answer:  # loopback
        return re.sub(rb"<script>\s*var livereload = .*?</script>", b"", answer.read(), flags=re.S)


def agree(server: Server, place: Path) -> dict[str, bytes]:
    """All files, which are the same on the server and in a new preview."""
    expected = new(server, place)
    assert {name: shown(server, name) for name in expected} == expected
    return expected


def test_every_file_is_what_a_new_preview_has_whatever_was_saved(server: Server, tmp_path: Path) -> None:
    root = server.root
    before = agree(server, tmp_path / "first")
    queue = (root / "docs/research/queue.md").read_text("utf-8")
    page = "decisions/0001-which-queue/index.html"
    changes: list[tuple[str, dict[str, str], set[str]]] = [
        ("research", {"docs/research/queue.md": queue.replace("enough", "plenty")}, {page, "decisions/index.html"}),
        (
            "new",
            {"docs/research/lock.md": queue.replace("Which queue", "Which lock").replace("-02", "-05\ntags: [store]")},
            {"decisions/0002-which-cache/index.html", "llms.txt"} | ({"tags/index.html"} if TAG_LISTS else set()),
        ),
        ("review", {"docs/decisions/reviews/0001-2026-05-01-ana.yml": REVIEW}, {"feed.xml"}),
        ("record", {"docs/decisions/0007-by-hand.md": BY_HAND}, {"search/search_index.json", "decisions/index.html"}),
        ("own page", {"docs/guide.md": "# Guide\n", "docs/index.md": "# Start\n\n<!-- adr-gen:summary -->\n"}, {page}),
        ("deleted", {"docs/research/lock.md": ""}, {"sitemap.xml", "timeline/index.html"}),
        ("template", {"theme/main.html": OVERRIDE}, {page, "index.html"}),
        ("another name", {"mkdocs.yml": SETTINGS.replace("Preview", "Another name")}, {page, "404.html"}),
    ]
    unchanged: set[tuple[str, str]] = set()
    for number, (name, files, changed) in enumerate(changes):
        server.save(files)
        after = agree(server, tmp_path / str(number))
        differ = {path for path in {*before, *after} if before.get(path) != after.get(path)}
        unchanged |= {(name, path) for path in changed - differ}
        before = after
    assert unchanged == set()
    assert "could not" not in server.output()


def test_a_saved_file_makes_no_page_that_nobody_asks_for(server: Server, tmp_path: Path) -> None:
    source = server.root / "docs/research/queue.md"
    server.save({"docs/research/queue.md": source.read_text("utf-8").replace("enough", "plenty")})
    assert b"The table is plenty." in shown(server, "decisions/0001-which-queue/")
    site = server.site()
    made = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert made == {"404.html", "index.html", "tags/index.html", "decisions/0001-which-queue/index.html"}
    assert {path.name for path in site.rglob("*.json")} == ({"tags.json"} if TAG_LISTS else set())
    assert b"Which cache" in shown(server, "decisions/0002-which-cache")
    with pytest.raises(HTTPError):
        shown(server, "decisions/0003-nothing/")
    entries = json.loads(shown(server, "search/search_index.json"))["docs"]
    assert "decisions/0002-which-cache/" in {entry["location"] for entry in entries}


def test_a_plugin_that_sees_every_page_sees_it_after_each_change(server: Server, tmp_path: Path) -> None:
    server.save({"hook.py": COLLECTING, "mkdocs.yml": f"{SETTINGS}hooks: [hook.py]\n"})
    names = shown(server, "seen.txt").decode().splitlines()
    assert {"index.md", "decisions/0001-which-queue.md", "decisions/index.md"} <= set(names)


def test_a_link_to_a_part_that_a_page_which_waits_does_not_have_is_told(server: Server) -> None:
    record = "decisions/0001-which-queue.md"
    server.save({"docs/index.md": f"# Home\n\n[one]({record}#nothing) [two]({record}#recommendation-reject-for-now)\n"})
    assert b"Home" in shown(server, "")
    assert f"'{record}' does not contain an anchor '#nothing'" in server.output()
    assert "anchor '#recommendation" not in server.output()
