"""Research that nobody has decided, as a reader finds it: on the board, by its filters, and by the search box."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.boards import BUILT, PROJECT, built, opened
from tests.support.helpers import tree
from tests.support.search_box import Reader, open_at

__all__ = ["open_at"]  # a fixture

Serve = Callable[..., str]
OPEN = """
=== docs/decisions/0006-search.md
# Search

* Status: rejected
* Date: 2026-05-02
* Deciders: Ana

## Revisit when

- the index is small
=== docs/research/barge.md
---
title: A barge for the crane
date: 2026-05-03
deciders: [Ana, Bo]
tags: [harbour]
---
Nobody knows.
=== docs/research/winch.md
---
title: A winch
date: 2026-05-02
deciders: [Cy]
---
Nobody knows.
=== docs/research/anchor.md
---
title: Another anchor
---
Nobody knows.
"""


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tree(tmp_path_factory.mktemp("undecided"), PROJECT + OPEN))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["A barge for the crane", "A winch", "Another anchor"]),
        ("?owner=Ana", ["A barge for the crane"]),
        ("?owner=Cy", ["A winch"]),
        ("?owner=no+owner", ["Another anchor"]),
        ("?text=crane", ["A barge for the crane"]),
        ("?text=inch", []),
        ("?text=anc", ["Another anchor"]),
        ("?state=waiting", []),
    ],
)
def test_the_filters_of_the_board_hold_for_it(
    undecided: Path, browser: Browser, serve: Serve, query: str, titles: list[str]
) -> None:
    with opened(browser, serve(undecided) + f"revisit/{query}", BUILT) as page:
        fold = page.locator("#undecided")
        assert fold.is_visible() == bool(titles)
        if titles:
            # how many there are is said of all of them alone
            assert fold.locator("summary").inner_text() == f"{'' if query else '3 '}research files not decided yet"
            fold.locator("summary").click()
        listed = fold.locator("li").filter(visible=True).all_inner_texts()
        assert [words.split("\n")[0] for words in listed] == titles


@pytest.mark.browser
def test_each_is_told_with_day_owners_and_file_and_its_owners_lead_to_their_part(
    undecided: Path, browser: Browser, serve: Serve
) -> None:
    with opened(browser, serve(undecided) + "revisit/", BUILT) as page:
        page.locator("#undecided summary").click()
        first = page.locator("#undecided li").first
        assert first.inner_text() == "A barge for the crane\n2026-05-03 · Ana, Bo · docs/research/barge.md"
        first.get_by_role("link", name="Bo").click()
        page.wait_for_url("**/revisit/?owner=Bo")
        assert page.get_by_label("Owner").input_value() == "Bo"


@pytest.mark.browser
@pytest.mark.parametrize("query", ["barge", "harbour", "barge crane"])
def test_words_of_its_title_find_its_place_on_the_board(
    undecided: Path, open_at: Callable[..., Reader], query: str
) -> None:
    reader = open_at(undecided)
    board, file = reader.find(query)[:2]
    assert (board.place, file.place) == ("revisit/", "revisit/#undecided-1")
    assert file.text.split("\n\n") == [
        "A barge for the crane",
        "Not decided yet · 2026-05-03 · Ana, Bo · docs/research/barge.md · harbour",
    ]
    reader.page.locator(".md-search-result__item a").nth(1).click()
    expect(reader.page.locator("#undecided-1")).to_be_visible()
