"""Search: numbers as people write them, wrong letters, endings and accents."""

import pytest

from tests.support.search_box import Reader, open_at, reader
from tests.support.search_site import CACHE, QUEUE, site

__all__ = ["open_at", "reader", "site"]  # fixtures


@pytest.mark.browser
@pytest.mark.parametrize("query", ["ADR-1", "adr 1", "ADR-0001", "1", "0001", "adr1"])
def test_a_record_is_found_alone_by_its_number_as_people_write_it(reader: Reader, query: str) -> None:
    assert [hit.place for hit in reader.find(query)] == [f"{CACHE}/"]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["sufices", "sufffices", "suffixes", "sufifces", "suffices"])
def test_one_wrong_letter_still_finds_the_record(reader: Reader, query: str) -> None:
    assert reader.find(query)[0].place == f"{QUEUE}/"


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    ["minutes", "brokers", "holding", "measuring", "operating", "operated", "tablen", "tabled", "zithers", "playered"],
)
def test_a_plural_or_another_ending_finds_the_record_that_has_the_word(reader: Reader, query: str) -> None:
    assert f"{QUEUE}/" in [hit.place for hit in reader.find(query)]
    assert reader.page.locator(".md-search-result__item mark").count()


@pytest.mark.browser
@pytest.mark.parametrize("query", ["Größe", "große", "GROßE"])
def test_accents_may_be_left_out(reader: Reader, query: str) -> None:
    record, section = reader.find(query)
    assert (record.place, section.place) == (f"{QUEUE}/", f"{QUEUE}/#findings")
    assert "Größe" in reader.page.locator(".md-search-result__item mark").all_inner_texts()
