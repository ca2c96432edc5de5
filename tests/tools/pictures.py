"""Pictures of a built site's main pages, to be looked at: light and dark, wide and narrow, and as printed.

`python -m tests.tools.pictures [SITE] [--to FOLDER] [--page PAGE …]`; of this project: `make pictures`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import launch, served

PAGES = ("", "decisions/", "revisit/", "graph/", "timeline/")
WIDTHS = (1440, 360)


def record(site: Path) -> str:
    """The record with the longest page: it has most to show."""
    pages = list((site / "decisions").glob("*/index.html"))
    longest = max(pages, key=lambda page: (page.stat().st_size, page))
    return f"{longest.parent.relative_to(site).as_posix()}/"


def take(browser: Browser, address: str, pages: tuple[str, ...], folder: Path) -> Iterator[Path]:
    """Write the pictures and yield their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 1000})
            page = context.new_page()
            for path in pages:
                page.goto(address + path, wait_until="networkidle")
                name = path.strip("/").replace("/", "-") or "home"
                picture = folder / f"{name}-{scheme}-{width}.png"
                page.screenshot(path=picture, full_page=False)
                yield picture
                if (scheme, width) == ("light", WIDTHS[0]):
                    page.pdf(path=folder / f"{name}.pdf", format="A4")
                    yield folder / f"{name}.pdf"
            context.close()


def main() -> None:
    """Take the pictures of a site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--to", type=Path, default=Path(".adr-gen/pictures"))
    parser.add_argument("--page", nargs="*")
    options = parser.parse_args()
    pages = tuple(options.page or (*PAGES, record(options.site)))
    with sync_playwright() as playwright, served(options.site, "/log/") as address:
        browser = launch(playwright)
        for picture in take(browser, address, pages, options.to):
            print(picture)
        browser.close()


if __name__ == "__main__":
    main()
