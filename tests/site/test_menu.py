"""The order of our pages in the menu of a site whose settings name none."""

import re
from pathlib import Path

import pytest

from tests.support.helpers import build, tree

PROJECT = """
=== mkdocs.yml
site_name: Test log
theme: {name: material, font: false, features: [navigation.footer]}
plugins: [search, adr-gen]
=== docs/index.md
# Home
=== docs/zebra.md
# Zebra
=== docs/decisions/0001-pier.md
# Pier

* Status: accepted
=== docs/decisions/0002-dock.md
# Dock

* Status: accepted
"""
NAMED = "nav: [index.md, zebra.md, graph.md, revisit.md, timeline.md, decisions/index.md]\n"


@pytest.mark.parametrize(
    ("nav", "menu"),
    [
        ("", "Home Zebra Decisions Revisit Timeline Graph"),
        (NAMED, "Home Zebra Graph Revisit Timeline Decisions"),
    ],
    ids=["no order", "an order of its own"],
)
def test_the_log_comes_before_what_is_made_of_it_unless_the_site_says_otherwise(
    tmp_path: Path, nav: str, menu: str
) -> None:
    root = tree(tmp_path, PROJECT.replace("=== docs/index.md", nav + "=== docs/index.md"))
    assert build(root).returncode == 0
    page = (root / "site/index.html").read_text(encoding="utf-8")
    names = re.findall(r'<span class="md-ellipsis">\s*([^<]*?)\s*</span>', page[page.index("md-nav--primary") :])
    assert [name for name in dict.fromkeys(names) if name in menu.split()] == menu.split()


def test_the_footer_leads_through_the_pages_as_the_menu_shows_them(tmp_path: Path) -> None:
    root = tree(tmp_path, PROJECT)
    assert build(root).returncode == 0
    graph = (root / "site/graph/index.html").read_text(encoding="utf-8")
    assert re.findall(r'aria-label="((?:Previous|Next)[^"]*)"', graph) == ["Previous: Timeline"]


@pytest.mark.parametrize(("most", "folds"), [(2, 1), (1, 0)], ids=["with records", "without"])
def test_a_log_whose_records_are_left_out_is_a_link_and_no_fold(tmp_path: Path, most: int, folds: int) -> None:
    settings = f"=== pyproject.toml\n[tool.adr-gen]\nnav-records = {most}\n"
    root = tree(tmp_path, f"{PROJECT.rstrip()}\n{settings}")
    assert build(root).returncode == 0
    page = (root / "site/index.html").read_text(encoding="utf-8")
    menu = page[page.index("md-nav--primary") : page.index("md-content")]
    assert menu.count("md-nav__item--nested") == folds
    assert menu.count('href="decisions/"') == 1
