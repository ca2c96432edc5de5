"""Whether search answers whoever opens a page with an empty cache and types at once.

`python -m tests.tools.openings SITE [--count N] [--query WORDS] [--load N]`: each opening is a browser context of its
own. Every other one types as soon as the box can be clicked, before the theme's script is there; the rest have the
query in the page's address. Ends with 1 if one had no answer, and says of each what was asked and answered. `--load`
keeps as many processes busy beside it.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, TimeoutError, sync_playwright

from tests.conftest import launch, served

PATIENCE = 50
"""Seconds after which an opening has no answer."""
SPY = """
window.said = []
window.Worker = class extends Worker {
  constructor(...all) {
    super(...all)
    this.addEventListener("message", ({ data }) => said.push(`answer ${data.type}: ${data.data?.items?.length}`))
    this.addEventListener("error", ({ message }) => said.push(`error ${message}`))
  }
  postMessage(message) {
    said.push(`ask ${message.type}: ${message.type === 2 && message.data}`)
    super.postMessage(message)
  }
}
"""
SEEN = """
[document.activeElement.className, document.querySelector("input.md-search__input")?.value,
  document.querySelector(".md-search-result__meta")?.textContent.trim()].map(String)
"""
"""Where the keys go, what is in the box, and what stands below it."""


def opening(browser: Browser, home: str, query: str, typed: bool) -> tuple[float | None, list[str]]:
    """Seconds from the request for the page to the first result, None without one, and what failed on the way."""
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("requestfailed", lambda request: wrong.append(f"{request.failure} {request.url}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(SPY)
    start = perf_counter()
    try:
        page.goto(home if typed else f"{home}?q={query}", wait_until="commit")
        if typed:
            page.locator("input.md-search__input").click()
            page.keyboard.type(query)
        page.locator(".md-search-result__item").first.wait_for(state="attached", timeout=1000 * PATIENCE)
        return perf_counter() - start, wrong
    except TimeoutError:
        return None, [*wrong, *page.evaluate("said"), *page.evaluate(SEEN)]
    finally:
        context.close()


def _busy() -> None:
    while True:
        pass


@contextmanager
def load(count: int) -> Iterator[None]:
    """So many processes that are busy with nothing."""
    processes = [multiprocessing.Process(target=_busy, daemon=True) for _ in range(count)]
    for process in processes:
        process.start()
    yield
    for process in processes:
        process.terminate()


def main() -> int:
    """Open as often as asked; 1 if search did not answer each time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--query", default="which")
    parser.add_argument("--load", type=int, default=0)
    options = parser.parse_args()
    times, lost = [], 0
    with load(options.load), sync_playwright() as playwright, served(options.site, "/log/") as home:
        browser = launch(playwright)
        for number in range(options.count):
            seconds, wrong = opening(browser, home, options.query, number % 2 == 0)
            if seconds is None:
                lost += 1
                print(f"opening {number}: no answer in {PATIENCE} s", *wrong, sep="\n  ")
            else:
                times.append(seconds)
        browser.close()
    slow = f", median {median(times):.2f} s, slowest {max(times):.2f} s" if times else ""
    print(f"{len(times)} of {options.count} openings answered{slow}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
