"""A site with nothing but a log, and the rows of its table."""

from playwright.sync_api import Page

CONFIG = """
=== mkdocs.yml
site_name: Test log
theme: {name: material, font: false, features: [navigation.tabs, navigation.tabs.sticky]}
plugins: [search, adr-gen]
=== docs/index.md
# Home
"""


def numbers_in_sight(page: Page) -> list[str]:
    """The numbers of the rows in sight, from top to bottom."""
    return page.locator(
        ".adr-table tbody tr:visible .adr-number"
    ).all_text_contents()  # also of rows that the browser draws only in its next frame
