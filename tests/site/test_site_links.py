"""The links of the published site: they lead somewhere, from every page, wherever the site and its records are."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen.site.urls import relative
from tests.support.crawl import broken
from tests.support.helpers import build, put, run
from tests.support.pages import Page, root

__all__ = ["root"]  # a fixture

Serve = Callable[..., str]


def test_every_link_of_the_site_leads_somewhere(root: Path) -> None:
    build(root)
    assert broken(root / "site") == []


@pytest.mark.parametrize("addresses", ["true", "false"])
def test_the_home_of_a_site_that_has_none_leads_somewhere(root: Path, addresses: str) -> None:
    (root / "docs/index.md").unlink()
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"use_directory_urls: {addresses}\n")
    build(root)
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert home.count('href="decisions/') > 5
    # a server forgives a way above the top of a site, unless the site lies in a folder
    assert broken(root / "site") == []


def test_links_of_a_record_lead_to_records_pages_and_the_forge(root: Path) -> None:
    build(root)
    text = (root / "site/decisions/0005-which-queue/index.html").read_text(encoding="utf-8")
    assert '<a href="../../guide/"' in text
    assert '<a href="https://github.com/o/r/blob/HEAD/src/x.py"' in text
    assert re.search(r'<a [^>]*class="adr-missing"[^>]*>nothing</a>', text)
    assert '<a href="../0004-script-alert-1-script-caches/#recommendation-adopt"' in text
    assert 'src="../../research/img/a.png"' in text


ADDRESSES = st.builds(
    lambda folders, name: "".join(f"{folder}/" for folder in folders) + name,
    st.lists(st.sampled_from(["a", "b", "a%20b", "x%2520y", "q%3Fz", "%C3%A4%3A"]), max_size=4),
    st.sampled_from(["", "a.html", "b.png"]),
)


@given(ADDRESSES, ADDRESSES)
def test_a_relative_address_leads_from_every_page_to_every_other(target: str, page: str) -> None:
    assert urljoin(f"https://example.org/log/{page}", relative(target, page)) == f"https://example.org/log/{target}"


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


def test_a_link_to_an_anchor_of_a_record_is_checked(root: Path) -> None:
    links = "[a](decisions/0005-which-queue.md#blockers) [b](decisions/0005-which-queue.md#gone)"
    (root / "docs/guide.md").write_text(f"# Guide\n\n{links}\n", encoding="utf-8")
    messages = [line for line in build(root).stderr.splitlines() if "guide.md" in line and "anchor" in line]
    message = (
        "a link 'decisions/0005-which-queue.md#gone', but the doc 'decisions/0005-which-queue.md' does not contain"
    )
    assert messages == [f"INFO    -  Doc file 'guide.md' contains {message} an anchor '#gone'."]


@pytest.mark.parametrize("dialect", ["github", "mkdocs"])
def test_a_link_to_a_condition_of_a_record_holds_in_a_strict_build(root: Path, dialect: str) -> None:
    put(root, "adr-gen.toml", f'dialect = "{dialect}"\n')
    put(root, "docs/decisions/0009-nine.md", "# Nine\n\nStatus: deferred\n\n## Revisit When\n\n* (a) Cows fly.\n")
    links = ["decisions/0009-nine.md#trigger-a", "decisions/0005-which-queue.md#trigger-a"]
    put(root, "docs/guide.md", "# Guide\n\n" + " ".join(f"[x]({link})" for link in links) + "\n")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("validation: {anchors: warn}\n")
    done = build(root)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert broken(root / "site") == []
    put(root, "docs/guide.md", f"# Guide\n\n[x]({links[1].replace('-a', '-b')})\n")
    assert "does not contain an anchor '#trigger-b'" in build(root).stderr
