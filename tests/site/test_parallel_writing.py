"""Pages of the log are written by several processes: whatever becomes of these, every page is there, and none differs."""

from pathlib import Path

import pytest

from tests.support.helpers import put, run_module

SETTINGS = """site_name: Shop
theme: {name: material, font: false, custom_dir: theme}
plugins: [search, tags, adr-gen]
hooks: [hooks.py]
nav: [index.md]
"""
MAIN = """{% extends "base.html" %}
{% block content %}{{ written(page) }}{{ super() }}{% endblock %}
"""
HOOKS = """
import os

from adr_gen import parallel

BUILD = os.getpid()
MODE = os.environ.get("MODE", "")
parallel.ENOUGH = 2 if MODE else 1000

def written(page):
    if MODE == "dies" and "0011" in page.url and os.getpid() != BUILD:
        os._exit(9)
    if MODE == "fails" and "0011" in page.url:
        raise ValueError("no ink")
    return f"Written at {page.url}"

def on_env(env, config, files):
    env.globals["written"] = written

def on_page_content(html, page, config, files):
    pass

if not os.environ.get("SEES_PAGES"):
    del on_page_content
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with records enough that each process writes some."""
    root = tmp_path_factory.mktemp("shop")
    put(root, "mkdocs.yml", SETTINGS)
    put(root, "hooks.py", HOOKS)
    put(root, "theme/main.html", MAIN)
    put(root, "docs/index.md", "# Home\n\n<!-- adr-gen:summary -->\n")
    for number in range(1, 31):
        text = f"---\nstatus: accepted\ntags: [mail]\n---\n# Mail server {number}\n\n## Decision\n\nTake it, see ADR-{number % 7}.\n"
        put(root, f"docs/decisions/{number:04}-mail-server-{number}.md", text)
    return root


def built(root: Path, place: Path, mode: str = "", sees_pages: str = "") -> dict[str, bytes]:
    """The files of a site, but for packed ones."""
    ended = run_module(root, "mkdocs", "build", "--strict", "--site-dir", str(place), MODE=mode, SEES_PAGES=sees_pages)
    assert ended.returncode == 0, ended.stderr
    files = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if not name.endswith(".gz")}


@pytest.mark.parametrize("mode", ["works", "dies"])
def test_the_site_is_that_of_one_process_that_reads_and_writes_page_by_page(
    root: Path, tmp_path: Path, mode: str
) -> None:
    expected = built(root, tmp_path / "one", sees_pages="yes")
    assert built(root, tmp_path / "many", mode) == expected


def test_a_page_that_fails_in_another_process_ends_the_build_and_is_named(root: Path, tmp_path: Path) -> None:
    ended = run_module(root, "mkdocs", "build", "--site-dir", str(tmp_path / "site"), MODE="fails")
    assert ended.returncode == 1
    assert "Error building page 'decisions/0011-mail-server-11.md': no ink" in ended.stderr
