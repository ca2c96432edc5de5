"""Material's instant navigation: pages that are put in place without being loaded do all that loaded ones do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.boards import MORE, PROJECT
from tests.support.helpers import build, tree

Serve = Callable[..., str]
SETTINGS = """\
site_url: {address}
nav: [index.md, decisions/index.md, revisit.md, graph.md, timeline.md]
"""
THEME = "  name: material\n  features: [navigation.instant, navigation.tabs]\n"


@pytest.mark.browser
def test_pages_work_when_they_are_not_loaded(tmp_path: Path, serve: Serve, browser: Browser) -> None:
    root = tree(tmp_path / "project", PROJECT + MORE.lstrip("\n") + "=== docs/index.md\n# Home\n")
    address = serve(root / "site", "/log/")
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  name: material\n", THEME) + SETTINGS.format(address=address)
    settings.write_text(text, encoding="utf-8")
    assert build(root).returncode == 0
    page = browser.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.clock.set_fixed_time("2026-09-01T12:00:00Z")
    page.goto(address, wait_until="networkidle")
    page.evaluate("window.loadedOnce = true")
    for name in ("Graph", "Timeline", "Revisit", "Decisions"):
        page.get_by_role("navigation", name="Tabs").get_by_role("link", name=name).click()
        page.locator("article h1", has_text=name).wait_for()
    page.locator(".adr-filters input").first.fill("queue")
    assert page.locator(".adr-shown").inner_text() == "1 of 10 decisions"
    page.locator(".adr-table").get_by_role("link", name="Which queue").click()
    page.locator("article h1", has_text="Which queue").wait_for()
    assert page.locator(".adr-card .adr-state").last.inner_text() == "Met"
    page.go_back()
    page.locator(".adr-shown", has_text="1 of 10 decisions").wait_for()
    assert page.evaluate("window.loadedOnce")
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Graph").click()
    page.locator("svg a.adr-node").first.click()
    page.wait_for_url(f"{address}decisions/0004-old/")
    page.locator(".adr-eyebrow", has_text="ADR-0004").wait_for()
    page.close()
    assert messages == []
