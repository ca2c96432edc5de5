"""The theme's lists of tags: each record with its status, and a long list folded."""

import re

import pytest

from adr_gen.site.pages import tags


def output(count: int, inner: str = "") -> str:
    """A page of tags as the theme writes it, with as many pages below one tag."""
    items = "".join(f'\n<li>\n<a href="../{n}/">\nPage {n}\n</a>{inner}\n</li>\n' for n in range(count))
    return f'<h2 id="tag:sea">sea</h2>\n<ul>{items}</ul>\n<h2 id="tag:sky">sky</h2>\n<ul><li><a href="../x/">x</a></li></ul>'


def lists(page: str) -> list[int]:
    """How many pages each list holds."""
    return [len(re.findall("<li>", items)) for items in re.findall(r"<ul>(.*?)</ul>", page, re.S)]


@pytest.mark.parametrize(("count", "expected"), [(8, [8, 1]), (9, [8, 1, 1]), (30, [8, 22, 1])])
def test_what_is_beyond_the_first_pages_of_a_tag_is_folded_away(count: int, expected: list[int]) -> None:
    folded = tags.folded(output(count))
    assert lists(folded) == expected
    assert re.findall(r"<summary>(.*?)</summary>", folded) == ([f"{count - 8} more"] if count > 8 else [])
    assert re.sub(r"</?(?:details|summary|ul).*?>|\d+ more|\s", "", folded) == re.sub(r"</?ul>|\s", "", output(count))


def test_a_list_that_holds_others_stays_as_it_is() -> None:
    nested = output(9, "<ul><li>of a theme of its own</li></ul>")
    assert tags.folded(nested) == nested
