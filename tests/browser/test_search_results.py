"""Search: what a reader who types into Material's box finds of the log, and where it leads."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.haystack import CACHE, PROJECT, QUEUE, made, site

__all__ = ["site"]  # a fixture

Serve = Callable[..., str]
SPY = """
window.Worker = class extends Worker {
  constructor(...all) {
    super(...all)
    const shown = then => requestAnimationFrame(() => requestAnimationFrame(then))
    this.addEventListener("message", ({ data }) => data.early === false && shown(() => window.answered = data.asked))
  }
  postMessage(message) { if (message.type === 2) window.asked = message.data; super.postMessage(message) }
}
"""
"""Knows what was asked last, and which question is answered to the end and shown."""

IN_SIGHT = """
[...document.querySelectorAll(".md-search-result__item a")].filter(link => link.checkVisibility())
  .map(link => [link.href, link.innerText])
"""


@dataclass(frozen=True)
class Result:
    """One link in Material's list of results."""

    place: str
    """Below the site's root."""
    text: str


@dataclass
class Reader:
    """Somebody at the search box."""

    page: Page
    home: str
    strict: bool = True
    """Whether an error in the console is one of the test."""

    def find(self, query: str, start: str = "") -> list[Result]:
        """Type a query on the page at `start`; the links of the results that are in sight, best first."""
        self.page.goto(self.home + start)
        self.page.wait_for_function("document.documentElement.classList.contains('js')")
        self.page.keyboard.press("/")
        self.page.keyboard.insert_text(query)
        self.page.keyboard.press("End")
        expect(self.page.locator(".md-search-result__meta")).to_contain_text("matching document", timeout=20_000)
        self.page.wait_for_function("window.asked && window.answered === window.asked", timeout=20_000)
        if not self.page.locator(".md-search-result__meta").inner_text().startswith("No"):
            expect(self.page.locator(".md-search-result__item a").first).to_be_visible()
        found = self.page.evaluate(IN_SIGHT)
        return [Result(self.place(place), text) for place, text in found]

    def place(self, address: str) -> str:
        """An address without the site's root and without what is marked on the page."""
        assert address.startswith(self.home)
        parts = urlsplit(address.removeprefix(self.home))
        return parts.path + (f"#{parts.fragment}" if parts.fragment else "")


@pytest.fixture
def open_at(browser: Browser, serve: Serve) -> Iterator[Callable[..., Reader]]:
    """`open_at(folder, prefix)` is a reader of the site; nothing may leave the machine or go wrong."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(SPY)
    wrong: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    context.on("request", lambda request: requests.append(request.url))
    readers: list[Reader] = []

    def opened(folder: Path, prefix: str = "/team/log/") -> Reader:
        readers.append(Reader(page, serve(folder, prefix)))
        return readers[0]

    yield opened
    context.close()
    assert [url for url in requests if not url.startswith(readers[0].home)] == []
    assert wrong == [] or not readers[0].strict


@pytest.fixture
def reader(open_at: Callable[..., Reader], site: Path) -> Reader:
    return open_at(site)


@pytest.mark.browser
def test_words_of_a_title_find_the_record_with_verdict_status_and_tags(reader: Reader) -> None:
    text = (
        "Which queue tasks.py & others use\nADR-0002 · The database table suffices.\nrejected\nfor now\njobs\n<b>bold"
    )
    assert reader.find("which queue")[0] == Result(f"{QUEUE}/", text)


@pytest.mark.browser
@pytest.mark.parametrize("query", ["suffices", "rejected", "0002", "tasks", "bold"])
def test_verdict_status_and_number_find_the_record_alone(reader: Reader, query: str) -> None:
    assert [found.place for found in reader.find(query)] == [f"{QUEUE}/"]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["due", "what is due", "Which decisions are overdue", "reopened"])
def test_a_question_for_states_leads_to_the_board(reader: Reader, query: str) -> None:
    assert reader.find(query)[0].place == "revisit/"


@pytest.mark.browser
@pytest.mark.parametrize("query", ["what is", "due rabbitmq", "over"])
def test_words_of_a_question_without_a_state_or_with_a_subject_do_not(reader: Reader, query: str) -> None:
    assert [found.place for found in reader.find(query)][:1] != ["revisit/"]


@pytest.mark.browser
def test_the_words_of_a_trigger_lead_to_its_anchor(reader: Reader) -> None:
    record, trigger = reader.find("operates rabbitmq")
    assert record.text.startswith("Which queue tasks.py & others use\nADR-0002 · The database table suffices.")
    assert trigger == Result(f"{QUEUE}/#trigger-b", "Revisit when (b)\n\na team operates RabbitMQ already")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/{QUEUE}/?h=*#trigger-b")
    expect(reader.page.locator("#trigger-b")).to_contain_text("a team operates RabbitMQ already")


@pytest.mark.browser
def test_words_that_stand_together_in_a_trigger_lead_to_it_though_the_records_head_has_one(reader: Reader) -> None:
    assert [found.place for found in reader.find("others use a broker")][:2] == [f"{QUEUE}/", f"{QUEUE}/#trigger-c"]
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/{QUEUE}/?h=*#trigger-c")


@pytest.mark.browser
@pytest.mark.parametrize("query", ["ADR-1", "adr 1", "ADR-0001", "1", "0001", "adr1"])
def test_a_record_is_found_alone_by_its_number_as_people_write_it(reader: Reader, query: str) -> None:
    assert [found.place for found in reader.find(query)] == [f"{CACHE}/"]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["sufices", "sufffices", "suffixes", "sufifces", "suffices"])
def test_one_wrong_letter_still_finds_the_record(reader: Reader, query: str) -> None:
    assert reader.find(query)[0].place == f"{QUEUE}/"


@pytest.mark.browser
@pytest.mark.parametrize("query", ["Größe", "große", "GROßE"])
def test_accents_may_be_left_out(reader: Reader, query: str) -> None:
    record, section = reader.find(query)
    assert (record.place, section.place) == (f"{QUEUE}/", f"{QUEUE}/#findings")
    assert "Größe" in reader.page.locator(".md-search-result__item mark").all_inner_texts()


@pytest.mark.browser
def test_words_deep_in_a_page_find_their_section_with_an_excerpt(reader: Reader) -> None:
    record, section = reader.find("thousand xylophone")
    assert record.place == f"{QUEUE}/"
    assert section.place == f"{QUEUE}/#findings"
    assert section.text.startswith("Findings\n\nThe table holds up to nine thousand jobs a minute; a xylophone player")
    marks = reader.page.locator(".md-search-result__item mark").all_inner_texts()
    assert marks == ["thousand", "xylophone"]
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/{QUEUE}/?h=*#findings")
    expect(reader.page.locator("mark[data-md-highlight]")).to_have_text(["thousand", "xylophone"])


@pytest.mark.browser
def test_what_the_page_repeats_about_where_it_stands_is_no_section_of_its_own(reader: Reader) -> None:
    places = [found.place for found in reader.find("xylophone rabbitmq")]
    assert places[:3] == [f"{QUEUE}/", f"{QUEUE}/#revisit-when", f"{QUEUE}/#findings"]
    assert not reader.page.locator("a[href*=stands]").count()


@pytest.mark.browser
def test_a_record_with_all_words_stands_before_one_that_lacks_some(reader: Reader) -> None:
    places = [found.place for found in reader.find("jobs glockenspiel")]
    assert places[0] == f"{CACHE}/"
    assert f"{QUEUE}/" in places


@pytest.mark.browser
@pytest.mark.parametrize("query", ["xyl", "max_size xylophone", "9.8.1", "größe", "検索", "(nine), minute;"])
def test_a_word_is_found_by_its_beginning_in_any_script_and_between_signs(reader: Reader, query: str) -> None:
    assert f"{QUEUE}/#findings" in [found.place for found in reader.find(query)]


@pytest.mark.browser
def test_what_a_page_says_is_shown_as_words_never_run(reader: Reader) -> None:
    results = reader.find("marimba")
    assert results[0].text.startswith(" & {{ caches }}\nADR-0001 · Adopt memcached.")
    assert "A marimba is a xylophone <of a kind>, jobs do not matter." in results[1].text


@pytest.mark.browser
def test_an_ordinary_page_is_found_too(reader: Reader) -> None:
    assert [found.place for found in reader.find("wheelbarrow")] == ["guide/"]
    assert "guide/" in [found.place for found in reader.find("queue")]


@pytest.mark.browser
def test_words_with_an_operator_are_left_to_the_theme(reader: Reader) -> None:
    assert [found.place for found in reader.find("queue -tasks.py")] == ["guide/"]


@pytest.mark.browser
def test_no_page_has_the_words(reader: Reader) -> None:
    assert reader.find("zzzz") == []


@pytest.mark.browser
def test_the_keys_of_the_theme_work(reader: Reader) -> None:
    reader.find("thousand xylophone")
    page, focused = reader.page, "document.activeElement.getAttribute('href')"
    page.keyboard.press("ArrowDown")
    assert reader.place(page.evaluate(focused)) == f"{QUEUE}/"
    page.keyboard.press("ArrowDown")
    assert reader.place(page.evaluate(focused)) == f"{QUEUE}/#findings"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert not page.locator("[data-md-toggle=search]").is_checked()


@pytest.mark.browser
def test_the_theme_suggests_words_of_titles(reader: Reader) -> None:
    reader.find("gard")
    assert reader.page.locator("[data-md-component=search-suggest]").inner_text() == "gardening"


@pytest.mark.browser
def test_search_works_on_the_page_for_missing_pages(reader: Reader) -> None:
    assert [found.place for found in reader.find("suffices", "404.html")] == [f"{QUEUE}/"]


@pytest.mark.browser
def test_without_the_pieces_heads_and_triggers_are_still_found(reader: Reader) -> None:
    reader.strict = False
    reader.page.route("**/search/records/*", lambda route: route.abort())
    assert [found.place for found in reader.find("operates rabbitmq")] == [f"{QUEUE}/", f"{QUEUE}/#trigger-b"]
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
    reader = open_at(made(tmp_path, PROJECT.replace("=== docs/index.md\n# Home\n", "")))
    assert [found.place for found in reader.find("rejected")] == [f"{QUEUE}/"]
    assert [found.place for found in reader.find("suffices")] == [f"{QUEUE}/"]
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
def test_a_person_who_decided_finds_the_record(tmp_path: Path, open_at: Callable[..., Reader]) -> None:
    decided = "tags: [jobs, <b>bold]\ndecision-makers: [Inés Ortega, Bo]"
    reader = open_at(made(tmp_path, PROJECT.replace("tags: [jobs, <b>bold]", decided)))
    for query in ("Ortega", "inés", "bo tasks"):
        assert [found.place for found in reader.find(query)] == [f"{QUEUE}/"]


@pytest.mark.browser
def test_search_works_at_the_root_and_without_directory_urls(tmp_path: Path, open_at: Callable[..., Reader]) -> None:
    text = PROJECT.replace("team/log/", "").replace("theme:", "use_directory_urls: false\ntheme:")
    reader = open_at(made(tmp_path, text), "/")
    places = [found.place for found in reader.find("xylophone thousand", "guide.html")]
    assert places == [f"{QUEUE}.html", f"{QUEUE}.html#findings"]


@pytest.mark.browser
def test_a_result_leads_to_a_record_whatever_its_file_is_called(tmp_path: Path, open_at: Callable[..., Reader]) -> None:
    text = "# Accordion\n\nStatus: accepted\n\n## Context\n\nLouder than a vuvuzela.\n"
    reader = open_at(made(tmp_path, f"{PROJECT}=== docs/decisions/0009-x%20y #1.md\n{text}"))
    place = "decisions/0009-x%2520y%20%231/"
    assert [found.place for found in reader.find("vuvuzela")] == [place, f"{place}#context"]
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/{place}?h=*#context")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Accordion")
