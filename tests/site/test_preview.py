"""What a preview keeps from build to build is what it would make anew."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.helpers import environment, put, run
from tests.support.previewed import PROJECT, Project

HOOK = """
from pathlib import Path

def on_config(config):
    turn = Path("docs/turn")
    config.copyright = turn.read_text() if turn.is_file() else "one"
"""
LATER_HOOK = """
from pathlib import Path
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel

@event_priority(-100)
def on_files(files, config):
    if Path("docs/turn").is_file():
        files.get_file_from_path("decisions/0001-which-queue.md").inclusion = InclusionLevel.EXCLUDED
"""
PREVIEW = """
import json, sys
from pathlib import Path
from shutil import copytree
from mkdocs.commands.build import build
from mkdocs.config import load_config
from adr_gen.site.preview.preview_cache import PreviewCache

plugins = load_config("mkdocs.yml").plugins
plugins.on_startup(command="serve", dirty=False)
plugin = plugins["adr-gen"]
for number, files in enumerate(json.loads(sys.argv[2])):
    for path, text in files.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, encoding="utf-8") if text else Path(path).unlink()
    build(load_config("mkdocs.yml", site_dir=f"{sys.argv[1]}/kept"))
    copytree(f"{sys.argv[1]}/kept", f"{sys.argv[1]}/{number}/kept")
    cache, plugin.cache = plugin.cache, PreviewCache(on=True)
    build(load_config("mkdocs.yml", site_dir=f"{sys.argv[1]}/{number}/anew"))
    plugin.cache = cache
"""
"""Edits a project several times, and builds it after each for a preview that has kept pages and for a new one.

A file without text is deleted.
"""


def contents(site: Path) -> dict[str, bytes]:
    """The files of a site, but for those that say when it was built."""
    files = (path for path in site.rglob("*") if path.is_file() and not path.name.startswith("sitemap"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def previews(
    root: Path, sites: Path, edits: list[dict[str, str]]
) -> Iterator[tuple[dict[str, bytes], dict[str, bytes]]]:
    """The site after each edit, as a preview makes it that has kept pages, and as a new one does."""
    command = [sys.executable, "-c", PREVIEW, str(sites), json.dumps(edits)]
    subprocess.run(command, cwd=root, env=environment(NO_MKDOCS_2_WARNING="1"), check=True, timeout=300)
    for number in range(len(edits)):
        yield contents(sites / str(number) / "kept"), contents(sites / str(number) / "anew")


def test_what_a_preview_keeps_is_what_it_would_make_anew(project: Project, tmp_path: Path) -> None:
    root = project(PROJECT.replace("[search, adr-gen]", "[search, tags, adr-gen]"))
    other = PROJECT.split("queue.md\n")[1].replace("Which queue", "Which cache").replace("---", "---\ntags: [a]", 1)
    source, settings = ((root / path).read_text("utf-8") for path in ("docs/research/queue.md", "mkdocs.yml"))
    review = "record: 1\ndate: 2026-05-01\nby: Ana\noutcome: reaffirmed\n"
    edits: list[dict[str, str]] = [
        {"docs/research/cache.md": other},
        {"docs/research/queue.md": source.replace("enough", "plenty")},
        {"docs/guide.md": "# Guide\n", "docs/decisions/reviews/0001-2026-05-01-ana.yml": review},
        {"mkdocs.yml": settings.replace("Preview", "Another name")},
        {"hook.py": HOOK, "mkdocs.yml": settings + "hooks: [hook.py]\n"},
        {"docs/turn": "another"},
        {
            "docs/decisions/0007-by-hand.md": "# Which mail server\n\n## Status\n\nAccepted\n",
            "docs/decisions/seen.md": "# Seen\n",
        },
        {"docs/decisions/0007-by-hand.md": "", "docs/decisions/seen.md": ""},
        {"docs/decisions/0001-which-queue/index.md": "# Mine\n"},
        {"docs/decisions/0001-which-queue/index.md": ""},
    ]
    assert run(root, "generate").returncode == 0
    before: dict[str, bytes] = {}
    changed, gone = [], []
    for cached, anew in previews(root, tmp_path / "sites", edits):
        assert cached == anew
        changed.append({path for path, data in anew.items() if path.endswith(".html") and before.get(path) != data})
        gone.append(before.keys() - anew.keys())
        before = anew
    assert changed[1] == {"decisions/0001-which-queue/index.html", "decisions/index.html"}
    by_hand, moved = "decisions/0007-by-hand/index.html", "decisions/0008-which-cache/index.html"
    assert not any(gone[:6])
    assert gone[6:8] == [{"decisions/0002-which-cache/index.html"}, {by_hand, moved, "decisions/seen/index.html"}]
    assert not any(gone[8:])
    assert [len(paths) for paths in changed[:8]] == [8, 2, 9, 9, 9, 9, 11, 9]
    assert ["decisions/0001-which-queue/index.html" in paths for paths in changed[8:]] == [True, True]


def test_a_preview_keeps_nothing_over_changed_settings_wherever_they_are_written(
    project: Project, tmp_path: Path
) -> None:
    root = project(PROJECT)
    (root / "mkdocs.yml").rename(root / "base.yml")
    base = (root / "base.yml").read_text(encoding="utf-8")
    put(root, "mkdocs.yml", "INHERIT: base.yml\n")
    toc = "markdown_extensions: [{toc: {permalink: %s}}]\n"
    edits = [
        {"base.yml": base + toc % "false"},
        {"base.yml": base + toc % "true"},
        {"mkdocs.yml": "# a remark\nINHERIT: base.yml\n"},
    ]
    assert run(root, "generate").returncode == 0
    before: dict[str, bytes] = {}
    changed = []
    for cached, anew in previews(root, tmp_path / "sites", edits):
        assert cached == anew
        changed.append({path for path, data in anew.items() if path.endswith(".html") and before.get(path) != data})
        before = anew
    assert [len(paths) for paths in changed] == [7, 6, 0]


def test_a_page_that_another_plugin_leaves_out_goes_from_the_preview_too(project: Project, tmp_path: Path) -> None:
    root = project(PROJECT)
    put(root, "mkdocs.yml", (root / "mkdocs.yml").read_text(encoding="utf-8") + "hooks: [hook.py]\n")
    put(root, "hook.py", LATER_HOOK)
    assert run(root, "generate").returncode == 0
    with_it, without = previews(root, tmp_path / "sites", [{}, {"docs/turn": "1"}])
    assert with_it[0].keys() - without[0].keys() == {"decisions/0001-which-queue/index.html"}
    assert [cached for cached, _ in (with_it, without)] == [anew for _, anew in (with_it, without)]


def test_a_preview_finds_the_words_of_a_condition_that_changed_alone(project: Project, tmp_path: Path) -> None:
    root = project(PROJECT)
    source = (root / "docs/research/queue.md").read_text("utf-8") + "\n## Revisit when\n\n- a {} is lost twice\n"
    edits = [{"docs/research/queue.md": source.format(word)} for word in ("parcel", "letter")]
    put(root, "docs/research/queue.md", edits[0]["docs/research/queue.md"])
    assert run(root, "generate").returncode == 0
    for word, (cached, anew) in zip(("parcel", "letter"), previews(root, tmp_path / "sites", edits), strict=True):
        assert cached == anew
        pieces = b"".join(data for path, data in anew.items() if path.startswith("search/records/"))
        assert [piece in pieces for piece in (b'"parcel"', b'"letter"')] == [word == "parcel", word == "letter"]
