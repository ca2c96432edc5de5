"""How long the log page takes to open, and its filters to answer, in a browser with an empty cache.

Opening ends when the page has loaded and the form stands there; an answer ends with the frame that shows it.
"""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import launch, served

CHOICES = (
    {"status": "rejected"},
    {"status": "rejected", "text": "flag"},
    {"text": "e"},
    {"text": "", "status": ""},
    {"year": "2024"},
    {"year": "", "sort": "title"},
)
"""What is chosen one after the other, as fields and values."""
ANSWER = """
async (choice) => {
  const form = document.querySelector(".adr-filters");
  const start = performance.now();
  for (const [name, value] of Object.entries(choice)) form.elements[name].value = value;
  form.dispatchEvent(new Event("input"));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}
"""


def opened(page: Page, address: str) -> float:
    """Milliseconds from the request for a page until it has loaded."""
    page.goto(address, wait_until="load")
    page.wait_for_function("!document.querySelector('.adr-filters')?.hidden")
    time = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")  # people look before they choose
    return time


def once(browser: Browser, site: str) -> list[float]:
    """One visit: opening a bare page, opening the log, and each choice."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    try:
        times = [opened(page, f"{site}404.html")]
    finally:
        context.close()
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    try:
        times.append(opened(page, f"{site}decisions/"))
        return times + [float(page.evaluate(ANSWER, choice)) for choice in CHOICES]
    finally:
        context.close()


def show(count: int, built: Path, repeat: int) -> None:
    """Measure and print the medians."""
    with sync_playwright() as playwright, served(built) as site:
        browser = launch(playwright)
        runs = [once(browser, site) for _ in range(repeat)]
        browser.close()
    size = (built / "decisions/index.html").stat().st_size
    empty, log, *answers = (median(run[n] for run in runs) for n in range(len(runs[0])))
    print(f"\nThe log page of {count:,} research files, {size / 1e6:.1f} MB, medians of {repeat} visits, empty cache\n")
    print(f"{'':40}{'ms':>8}{'× an empty page':>17}")
    print(f"{'open':40}{log:8.0f}{log / empty:17.1f}")
    for choice, time in zip(CHOICES, answers, strict=True):
        name = ", ".join(f"{field} {value or 'all'}" for field, value in choice.items())
        print(f"{'choose ' + name:40}{time:8.0f}")
