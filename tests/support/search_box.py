"""A reader in front of the search box of a published log."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

Serve = Callable[..., str]
SPY = """
window.Worker = class extends Worker {
  constructor(...all) {
    super(...all)
    const shown = then => requestAnimationFrame(() => requestAnimationFrame(then))
    this.addEventListener("message", ({ data }) => data.early === false && shown(() => window.answered = data.asked))
  }
  postMessage(message) { if (message.type === 2) window.asked = message.data; super.postMessage(message) }
}
"""
"""Knows what was asked last, and which question is answered to the end and shown."""
IN_SIGHT = """
[...document.querySelectorAll(".md-search-result__item a")].filter(link => link.checkVisibility())
  .map(link => [link.href, link.innerText])
"""


@dataclass(frozen=True)
class Result:
    """One link in Material's list of results."""

    place: str
    """Below the site's root."""
    text: str


@dataclass
class Reader:
    """Somebody at the search box."""

    page: Page
    home: str
    strict: bool = True
    """Whether an error in the console is one of the test."""

    def find(self, query: str, start: str = "") -> list[Result]:
        """Type a query on the page at `start`; the links of the results that are in sight, best first."""
        self.page.goto(self.home + start)
        self.page.wait_for_function("document.documentElement.classList.contains('js')")
        self.page.keyboard.press("/")
        self.page.keyboard.insert_text(query)
        self.page.keyboard.press("End")
        expect(self.page.locator(".md-search-result__meta")).to_contain_text("matching document", timeout=20_000)
        self.page.wait_for_function("window.asked && window.answered === window.asked", timeout=20_000)
        if not self.page.locator(".md-search-result__meta").inner_text().startswith("No"):
            expect(self.page.locator(".md-search-result__item a").first).to_be_visible()
        rows = self.page.evaluate(IN_SIGHT)
        return [Result(self.place(place), text) for place, text in rows]

    def place(self, address: str) -> str:
        """An address without the site's root and without what is marked on the page."""
        assert address.startswith(self.home)
        parts = urlsplit(address.removeprefix(self.home))
        return parts.path + (f"#{parts.fragment}" if parts.fragment else "")


@pytest.fixture
def open_at(browser: Browser, serve: Serve) -> Iterator[Callable[..., Reader]]:
    """`open_at(folder, prefix)` is a reader of the site; nothing may leave the machine or go wrong."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(SPY)
    wrong: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    context.on("request", lambda request: requests.append(request.url))
    readers: list[Reader] = []

    def opened(folder: Path, prefix: str = "/team/log/") -> Reader:
        readers.append(Reader(page, serve(folder, prefix)))
        return readers[0]

    yield opened
    context.close()
    assert [url for url in requests if not url.startswith(readers[0].home)] == []
    assert wrong == [] or not readers[0].strict


@pytest.fixture
def reader(open_at: Callable[..., Reader], site: Path) -> Reader:
    return open_at(site)
