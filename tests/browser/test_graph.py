"""The graph and the timeline: where things are drawn, and what they say in words."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.support.helpers import build, tree
from tests.support.pages import THEME, Page

PROJECT = (
    """
=== mkdocs.yml
site_name: Test log
"""
    + THEME
    + """\
plugins: [search, adr-gen]
=== docs/index.md
# Home
=== docs/decisions/0001-first.md
# A first <script>alert(1)</script> queue of an uncommonly long name that nobody can read in a box

* Status: accepted
* Date: 2024-01-05

## Decision

Yes.
=== docs/decisions/0002-second.md
# キューをどのように選ぶかについての長い題名

* Status: rejected
* Date: 2025-03-05
* Supersedes [ADR-0001](0001-first.md)

## Decision

No.
=== docs/decisions/0003-third.md
# The third

* Status: rejected
* Date: 2025-03-07
* Revisits [ADR-0002](0002-second.md)
* Relates to [ADR-0001](0001-first.md)

## Decision

No.
=== docs/decisions/0004-alone.md
# Alone

* Status: deferred

## Decision

Later.
=== docs/decisions/0005-waits.md
# Waits

* Status: deferred
* Date: 2025-04-01

## Revisit when

- `adr:3 accepted`, or `2027-01-15` has come
"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("graph") / "project", PROJECT)
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    return root / "site"


def article_text(page: Path) -> str:
    text = re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8").split("<article")[1].split("</article>")[0])
    return " ".join(unescape(text).split())


def test_the_graph_draws_what_is_related_and_says_it_in_words(site: Path) -> None:
    page = site / "graph/index.html"
    text = page.read_text(encoding="utf-8")
    nodes = re.findall(r'<a role="link" xlink:href="([^"]+)" class="adr-node" data-adr-status="(\w+)"', text)
    assert nodes == [
        ("../decisions/0001-first/", "superseded"),
        ("../decisions/0002-second/", "rejected"),
        ("../decisions/0003-third/", "rejected"),
        ("../decisions/0005-waits/", "deferred"),
    ]
    (drawn,) = text.split('class="adr-part')[1:]
    assert re.findall(r'class="adr-edge adr-edge--(\w+)"', drawn) == ["supersedes", "relates", "reaffirms", "waits"]
    words_shown = article_text(page)
    assert (
        "along each line the lower number is on the left, or above. 1 decision is related to no other; the log"
        in words_shown
    )
    assert (
        "ADR-0002 キューをどのように選ぶかについての長い題名 rejected — reaffirmed by — ADR-0003 The third"
        in words_shown
    )
    assert "ADR-0003 The third rejected — waited for by — ADR-0005 Waits deferred" in words_shown
    assert "<script>alert" not in text


def test_a_record_that_refers_to_one_that_is_not_there_is_drawn_without_it(tmp_path: Path) -> None:
    root = tree(tmp_path, PROJECT)
    place = root / "docs/decisions/0004-alone.md"
    place.write_text(
        place.read_text("utf-8").replace("deferred", "deferred\n* Revisits [ADR-0008](0008-gone.md)"), encoding="utf-8"
    )
    assert build(root).returncode == 0
    assert "1 decision is related to no other" in " ".join(Page(root / "site/graph/index.html").text.split())


def test_a_record_that_replaces_one_with_a_higher_number_is_where_the_arrow_ends(tmp_path: Path) -> None:
    root = tree(tmp_path / "project", PROJECT.replace("* Status: deferred", "* Status: accepted"))
    later = root / "docs/decisions/0003-third.md"
    later.write_text(
        later.read_text(encoding="utf-8").replace(
            "* Relates to [ADR-0001](0001-first.md)", "* Supersedes [ADR-0004](0004-alone.md)"
        ),
        encoding="utf-8",
    )
    assert build(root).returncode == 0
    page = root / "site/graph/index.html"
    assert "ADR-0004 Alone superseded — replaced by — ADR-0003 The third rejected" in article_text(page)
    drawn = re.findall(r'adr-edge--supersedes"[^>]* d="M\S+ (\S+?)S[^"]* (\S+)"/>', page.read_text(encoding="utf-8"))
    assert [float(end) > float(start) for start, end in drawn] == [True, False]


def test_the_timeline_has_every_record_in_its_month(site: Path) -> None:
    words_shown = article_text(site / "timeline/index.html")
    assert "Days ahead 2027 2027-01-15 0005 deferred Waits" in words_shown
    assert (
        "2025 3 decisions: 2 rejected, 1 deferred Apr 0005 deferred Waits Mar 0003 rejected The third 0002 rejected"
        in words_shown
    )
    assert "2024 1 decision: 1 superseded Jan 0001 superseded A first" in words_shown
    assert "Without a date 1 decision: 1 deferred 0004 deferred Alone" in words_shown
    text = (site / "timeline/index.html").read_text(encoding="utf-8")
    assert re.findall(r'class="adr-dot" data-adr-status="\w+" href="../decisions/(\d+)', text) == [
        "0005",
        "0005",
        "0003",
        "0002",
        "0001",
        "0004",
    ]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_record_is_reached_from_the_graph_with_the_keyboard(
    site: Path, serve: Callable[..., str], browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        color_scheme=scheme, java_script_enabled=False, viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(serve(site, "/team/") + "graph/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    node = page.get_by_role("link", name="ADR-0002, rejected")
    node.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/0002-second/")
    assert urlsplit(page.url).path == "/team/decisions/0002-second/"
    context.close()


@pytest.mark.browser
def test_a_record_leads_to_itself_and_its_neighbours_alone_in_the_graph(
    site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(serve(site, "/team/") + "decisions/0005-waits/")
    page.get_by_role("link", name="ADR-0005 and its neighbours").click()
    page.wait_for_url("**/graph/#adr-0005")
    seen = page.locator(".adr-node:visible")
    seen.first.wait_for()
    assert [node.get_attribute("id") for node in seen.all()] == ["adr-0003", "adr-0005"]
    assert page.locator(".adr-part .adr-edge:not(.adr-out)").count() == 1
    page.get_by_label("Only", exact=True).select_option("")
    page.wait_for_function("!location.hash")
    assert (seen.count(), page.locator(".adr-part .adr-edge:not(.adr-out)").count()) == (4, 4)
    page.close()


@pytest.mark.browser
def test_a_day_that_the_reader_has_reached_is_no_day_that_comes(
    site: Path, serve: Callable[..., str], browser: Browser
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time("2027-01-15T12:00:00")
    page.goto(serve(site) + "timeline/", wait_until="networkidle")
    assert not page.get_by_text("2027-01-15").is_visible()
    page.close()
