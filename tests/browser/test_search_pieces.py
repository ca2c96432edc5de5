"""Search where pieces of the index are late, do not come, or the site is another one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.support.search_box import Reader, open_at, reader
from tests.support.search_site import CACHE, PROJECT, QUEUE, built_site, site

__all__ = ["open_at", "reader", "site"]  # fixtures


@pytest.mark.browser
def test_without_the_pieces_heads_and_triggers_are_still_found(reader: Reader) -> None:
    reader.strict = False
    reader.page.route("**/search/records/*", lambda route: route.abort())
    assert [hit.place for hit in reader.find("operates rabbitmq")] == [f"{QUEUE}/", f"{QUEUE}/#trigger-b"]
    assert reader.find("glockenspiel") == []


@pytest.mark.browser
def test_a_piece_that_did_not_load_is_asked_for_again(reader: Reader) -> None:
    reader.strict = False
    reader.page.route("**/search/records/*", lambda route: route.abort())
    assert reader.find("glockenspiel") == []
    reader.page.unroute("**/search/records/*")
    reader.page.keyboard.press("Backspace")
    expect(reader.page.locator(".md-search-result__item a").first).to_have_attribute("href", re.compile(CACHE))


@pytest.mark.browser
def test_while_pieces_are_on_their_way_heads_are_found(reader: Reader) -> None:
    held: list[Route] = []
    reader.page.context.route("**/search/records/*", lambda route: held.append(route))
    reader.page.goto(f"{reader.home}?q=operates xylophone")
    links = reader.page.locator(".md-search-result__item a")
    expect(links.last).to_have_attribute("href", re.compile("#trigger-b$"))
    assert held
    for route in held:
        route.continue_()
    expect(links.nth(1)).to_have_attribute("href", re.compile("#(findings|revisit-when)$"))


@pytest.mark.browser
def test_pages_made_from_the_log_are_found_by_their_names_and_never_by_what_they_list(
    tmp_path: Path, open_at: Callable[..., Reader]
) -> None:
    reader = open_at(
        built_site(tmp_path, PROJECT.replace("=== docs/index.md\n# Home\n\nWhat we decide, and why.\n", ""))
    )
    assert [hit.place for hit in reader.find("rejected")] == [f"{QUEUE}/"]
    assert [hit.place for hit in reader.find("suffices")] == [f"{QUEUE}/"]
    named = {
        "revisit": "revisit/",
        "decisions": "decisions/",
        "graph": "graph/",
        "timeline": "timeline/",
        "test log": "",
    }
    for query, place in named.items():
        assert reader.find(query)[0].place == place


@pytest.mark.browser
def test_search_works_at_the_root_and_without_directory_urls(tmp_path: Path, open_at: Callable[..., Reader]) -> None:
    text = PROJECT.replace("team/log/", "").replace("theme:", "use_directory_urls: false\ntheme:")
    reader = open_at(built_site(tmp_path, text), "/")
    places = [hit.place for hit in reader.find("xylophone thousand", "guide.html")]
    assert places == [f"{QUEUE}.html", f"{QUEUE}.html#findings"]


@pytest.mark.browser
def test_a_result_leads_to_a_record_whatever_its_file_is_called(tmp_path: Path, open_at: Callable[..., Reader]) -> None:
    text = "# Accordion\n\nStatus: accepted\n\n## Context\n\nLouder than a vuvuzela.\n"
    reader = open_at(built_site(tmp_path, f"{PROJECT}=== docs/decisions/0009-x%20y #1.md\n{text}"))
    place = "decisions/0009-x%2520y%20%231/"
    assert [hit.place for hit in reader.find("vuvuzela")] == [place, f"{place}#context"]
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/{place}?h=*#context")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Accordion")


@pytest.mark.browser
def test_a_record_that_was_superseded_leads_on_by_number_and_title(
    tmp_path: Path, open_at: Callable[..., Reader]
) -> None:
    later = "=== docs/research/flute.md\n---\ntitle: A flute\ndate: 2026-05-01\ndecision: reject\nsupersedes: 1\n---\n"
    reader = open_at(built_site(tmp_path, PROJECT.rstrip() + "\n" + later))
    assert "superseded by ADR-0003 A flute" in " ".join(reader.find("ADR-1")[0].text.split())
    assert next(hit.place for hit in reader.find("flute")) == "decisions/0003-a-flute/"


@pytest.mark.browser
def test_what_holds_is_found_before_what_was_decided_earlier(tmp_path: Path, open_at: Callable[..., Reader]) -> None:
    later = (
        "=== docs/research/flute.md\n---\ntitle: A flute\ndate: 2026-05-01\ndecision: reject\nrevisits: 2\n---\n\n"
        "No tasks queue here.\n"
    )
    reader = open_at(built_site(tmp_path, PROJECT.rstrip() + "\n" + later))
    hits = [hit.place.partition("#")[0] for hit in reader.find("tasks queue")]
    assert list(dict.fromkeys(hits))[:2] == ["decisions/0003-a-flute/", f"{QUEUE}/"]


@pytest.mark.browser
def test_a_question_is_searched_by_what_it_is_about_in_the_languages_of_the_site(
    open_at: Callable[..., Reader], tmp_path: Path
) -> None:
    reader = open_at(built_site(tmp_path, PROJECT.replace("[search, tags", "[search: {lang: [en, de]}, tags")))
    places = [hit.place for hit in reader.find("Warum haben wir über jobs nicht entschieden?")]
    assert places == [hit.place for hit in reader.find("jobs")]


@pytest.mark.browser
def test_items_of_a_list_are_told_apart_and_never_is_said_once(tmp_path: Path, open_at: Callable[..., Reader]) -> None:
    later = (
        "=== docs/research/flute.md\n---\ntitle: A flute\ndecision: reject\n---\n\n## Options\n\n- a lute\n- an ocarina: too "
        "small\n- a drum\n\n## Revisit when\n\n- never for parades\n- a second band plays\n"
    )
    reader = open_at(built_site(tmp_path, PROJECT.rstrip() + "\n" + later))
    record, section = reader.find("ocarina")
    assert "Revisit when: (a) never for parades; (b) a second band plays\n" in record.text
    assert section.text.endswith("• a lute • an ocarina: too small • a drum")
