"""What a build takes from where: other plugins move the docs folder, and research may have no records yet."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import build, put, run
from tests.support.pages import site

Project = Callable[[str], Path]

PROJECT = (
    site("Shop")
    + """\
=== docs/decisions/0001-by-hand.md
# Which queue

* Status: accepted

Because [of this](../index.md).
=== docs/decisions/readings.yml
- {name: users, value: 3, date: 2026-03-01, by: Ana}
=== docs/decisions/reviews/0001-2026-05-01-ana.yml
record: 1
date: 2026-05-01
by: Ana
outcome: reaffirmed
=== docs/research/which-cache.md
---
title: Which cache
completed: 2026-03-02
---

## Recommendation: REJECT

Nobody waits.
"""
)
REVIEW = "decisions/reviews/0001-2026-05-01-ana.yml"
MOVED = """
import shutil
from pathlib import Path

def on_config(config):
    place = Path(config.site_dir).parent / "moved"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(config.docs_dir, place{below})
    config.docs_dir = str(place)
"""


@pytest.fixture
def root(project: Project) -> Path:
    root = project(PROJECT)
    assert run(root, "generate").returncode == 0
    return root


def hooked(root: Path, hook: str) -> None:
    put(root, "hook.py", hook)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    put(root, "mkdocs.yml", f"{settings}hooks: [hook.py]\n")


def pages(root: Path) -> dict[str, str]:
    """The site's pages and data that come from the docs folder."""
    site = root / "site"
    files = (path for path in site.rglob("*") if path.suffix in (".html", ".yml", ".md", ".json"))
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("below", ["", ' / "part"'], ids=["as it is", "into a folder"])
@pytest.mark.parametrize("where", ["", "docs_dir: ./docs/../docs\n"], ids=["default", "named"])
def test_a_site_is_the_same_wherever_another_plugin_moves_the_docs_folder(root: Path, where: str, below: str) -> None:
    put(root, "mkdocs.yml", (root / "mkdocs.yml").read_text(encoding="utf-8") + where)
    assert build(root).returncode == 0
    before = pages(root)
    hooked(root, MOVED.format(below=below))
    done = build(root)
    assert done.returncode == 0, done.stderr
    after = pages(root)
    assert {path for path in before if "decisions/0" in path} == {path for path in after if "decisions/0" in path}
    assert [path for path in after if "which-cache" in path and not path.startswith("decisions/0002-")] == []
    assert [path for path in after if "reviews" in path or "readings" in path] == []
    assert "adr-card" in after["decisions/0001-by-hand/index.html"]
    if not below:
        assert after == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("put_there", [os.symlink, os.link, shutil.copyfile])
@pytest.mark.parametrize("source", ["research/which-cache.md", "decisions/readings.yml", REVIEW])
def test_what_is_kept_back_is_kept_back_under_any_name(
    source: str, put_there: Callable[[Path, Path], None], root: Path
) -> None:
    assert build(root).returncode == 0
    before = pages(root)
    put_there(root / "docs" / source, (root / "docs/another-name").with_suffix(Path(source).suffix))
    assert build(root).returncode == 0
    assert pages(root) == before


def test_a_docs_folder_beside_an_empty_project_is_a_warning(root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8") + "docs_dir: ../docs\nsite_dir: ../site\n"
    place = put(root, "site settings/mkdocs.yml", settings).parent
    done = build(place)
    warning = f"neither research (docs/research) nor records (docs/decisions); set its `project: ..` if it is {root}"
    assert (done.returncode, warning in done.stderr) == (1, True)
    put(place, "mkdocs.yml", settings.replace("adr-gen]", "adr-gen: {project: ..}]"))
    assert (build(place).returncode, [path for path in pages(root) if "research" in path]) == (0, [])


def test_a_build_that_finds_none_of_the_records_ends(root: Path) -> None:
    put(root, "elsewhere/index.md", "# Elsewhere\n")
    hooked(root, "def on_config(config):\n    config.docs_dir = 'elsewhere'\n")
    done = build(root)
    assert done.returncode == 1
    assert "none of 2 records in docs/decisions is among the files of the site" in done.stderr
    assert "Traceback" not in done.stderr


def test_decided_research_without_a_record_is_a_warning(root: Path) -> None:
    assert build(root).returncode == 0
    text = (root / "docs/research/which-cache.md").read_text(encoding="utf-8")
    (root / "docs/research/which-cache.md").rename(root / "docs/research/moved.md")
    put(root, "docs/research/left-out.md", text.replace("---\n", "---\nadr: false\n", 1))
    put(root, "docs/research/undecided.md", "# Undecided\n\nNobody knows.\n")
    done = build(root)
    assert done.returncode == 0
    assert "INFO    -  adr-gen: 1 research file not decided yet: `adr-gen decide`" in done.stderr
    put(root, "docs/research/new.md", text.replace("cache", "log"))
    done = build(root)
    warnings = [line.partition("adr-gen: ")[2] for line in done.stderr.split("\n") if "WARNING" in line]
    assert (done.returncode, warnings) == (
        1,
        ["docs/research/new.md:1: ADR208 is decided and has no record; run `adr-gen generate`"],
    )
    (root / "docs/decisions/0001-by-hand.md").unlink()
    (root / "docs/decisions/0002-which-cache.md").unlink()
    done = build(root)
    assert (done.returncode, done.stderr.count("ADR208")) == (1, 2)
