"""The text that narrows a log or a board down: it knows research files by name, and offers a way on where nothing has it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.helpers import build, run, tree
from tests.support.log_table import CONFIG, numbers_in_sight

RESEARCH = "=== adr-gen.toml\n" + "".join(
    f"=== docs/research/{name}.md\n# {title}\n\n## Decision\n\nREJECT. Nobody asked.\n\n## Revisit when\n\n- {title} is cheap\n"
    for name, title in [("073-gate", "A fence"), ("074-r-and-d", "A hedge")]
)


@pytest.fixture(scope="module")
def text_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("text"), CONFIG + RESEARCH)
    assert run(root, "generate").returncode == 0
    assert build(root).returncode == 0
    return root / "site"


@pytest.fixture(params=["decisions/", "revisit/"])
def page(
    request: pytest.FixtureRequest, text_site: Path, serve: Callable[..., str], browser: Browser
) -> Iterator[Page]:
    """The log and the board, below a sub-path."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.goto(serve(text_site, "/team/log/") + request.param)
    yield tab
    tab.close()


def found(page: Page) -> list[str]:
    """The numbers of the decisions in sight."""
    cards = page.locator(".adr-waiting:visible > p:first-child a").all_inner_texts()
    return [card.removeprefix("ADR-") for card in cards] if "revisit" in page.url else numbers_in_sight(page)


@pytest.mark.browser
def test_a_decision_is_found_by_the_name_of_its_research_file(page: Page) -> None:
    for text, numbers in {"073": ["0001"], "gate": ["0001"], "r-and-d hedge": ["0002"], "undefined": []}.items():
        page.get_by_label("Text").fill(text)
        assert found(page) == numbers


@pytest.mark.browser
def test_words_that_no_decision_has_may_be_looked_for_on_the_whole_site(page: Page) -> None:
    beyond, here = page.locator(".adr-beyond"), page.url
    page.get_by_label("Text").fill("R&D zebra")
    assert (found(page), beyond.inner_text()) == ([], "Search the whole site for “R&D zebra”")
    beyond.click()
    page.wait_for_url(f"{here}?q=R%26D+zebra")
    page.wait_for_function("document.querySelector('[data-md-component=search-query]').value === 'R&D zebra'")
    page.goto(f"{here}?text=fence")
    assert (found(page), beyond.is_visible()) == (["0001"], False)
    page.goto(f"{here}?state=met")
    assert (found(page), beyond.is_visible()) == ([], False), "no words were asked for"
