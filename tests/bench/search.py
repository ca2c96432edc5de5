"""How long a reader waits for the first result of search: our site beside Material's own search on the same records.

Each run is a browser with an empty cache that opens the home page with a query in its address. What is measured begins
with the request for the page and ends with the first item in the list of results.
"""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import launch, served

QUERIES = {"a word of many titles": "flakiness", "words deep in pages": "jitter_pct thumbnail"}
WATCH = """
new MutationObserver(() => {
  if (document.querySelector(".md-search-result__item")) window.found ??= performance.now()
}).observe(document, {childList: true, subtree: true})
"""


def first_result(browser: Browser, home: str, query: str) -> tuple[float, float]:
    """Milliseconds until the first result stands there, and MB that were loaded for it."""
    context = browser.new_context()
    try:
        page = context.new_page()
        sizes: list[int] = []
        page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
        page.add_init_script(WATCH)
        page.goto(f"{home}?q={query}", wait_until="commit")
        page.wait_for_function("window.found", timeout=120_000)
        return float(page.evaluate("window.found")), sum(sizes) / 1e6
    finally:
        context.close()


def show(count: int, ours: Path, stock: Path, repeat: int) -> None:
    """Measure both sites in turn and print the medians."""
    print(f"\nFirst result of search, {count:,} research files, medians of {repeat} interleaved runs, empty cache\n")
    print(f"{'':24}{'Material ms':>12}{'adr-gen ms':>12}{'ratio':>7}{'Material MB':>13}{'adr-gen MB':>12}")
    with sync_playwright() as playwright, served(stock) as theirs, served(ours) as home:
        browser = launch(playwright)
        for name, query in QUERIES.items():
            runs = [(first_result(browser, theirs, query), first_result(browser, home, query)) for _ in range(repeat)]
            (old, old_size), (new, new_size) = (
                (median(run[side][0] for run in runs), median(run[side][1] for run in runs)) for side in (0, 1)
            )
            print(f"{name:24}{old:12.0f}{new:12.0f}{new / old:7.2f}{old_size:13.1f}{new_size:12.1f}")
        browser.close()
