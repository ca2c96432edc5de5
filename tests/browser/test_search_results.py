"""Search: what a reader who types into Material's box finds of the log, and where it leads."""

import pytest
from playwright.sync_api import expect

from tests.support.search_box import Reader, Result, open_at, reader
from tests.support.search_site import CACHE, QUEUE, site

__all__ = ["open_at", "reader", "site"]  # fixtures


@pytest.mark.browser
def test_words_of_a_title_find_the_record_with_date_verdict_status_state_and_tags(reader: Reader) -> None:
    text = (
        "Which queue tasks.py & others use\nADR-0002 · 2026-03-02 · Rejected: The database table suffices. · Bo Lind, Inés Ortega\n"
        "Revisit when: (a) jobs wait longer than a minute; (b) a team operates RabbitMQ already; (c) others use a broker by now\n"
        "rejected\nfor now\nDue\njobs\n<b>bold"
    )
    first = reader.find("which queue")[0]
    # where its lines end is the theme's
    assert (first.place, "".join(first.text.split())) == (f"{QUEUE}/", "".join(text.split()))


@pytest.mark.browser
@pytest.mark.parametrize("query", ["Ortega", "inés", "bo tasks", "suffices", "rejected", "0002", "tasks", "bold"])
def test_verdict_status_number_and_who_decided_find_the_record_alone(reader: Reader, query: str) -> None:
    assert [hit.place for hit in reader.find(query)] == [f"{QUEUE}/"]


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    [
        "due",
        "what is due",
        "Which decisions are overdue",
        "reopened",
        "due next week",
        "who must act",
        "what needs attention",
        "What would make us change our minds?",
    ],
)
def test_a_question_for_states_leads_to_the_board(reader: Reader, query: str) -> None:
    assert reader.find(query)[0].place == "revisit/"


@pytest.mark.browser
@pytest.mark.parametrize("query", ["due bo lind", "What is due for Bo Lind?", "due lind", "due linds"])
def test_a_question_for_states_and_a_person_leads_to_their_part_of_the_board(reader: Reader, query: str) -> None:
    board, *others = reader.find(query)
    assert board.text.startswith("Revisit: Bo Lind\n")
    assert not any("Missing" in hit.text for hit in others)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/revisit/?owner=Bo+Lind*")
    expect(reader.page.get_by_label("Owner")).to_have_value("Bo Lind")


@pytest.mark.browser
@pytest.mark.parametrize("query", ["bo lind", "what did Bo Lind decide"])
def test_who_decided_finds_their_records(reader: Reader, query: str) -> None:
    assert reader.find(query)[0].place == f"{QUEUE}/"
    assert reader.page.locator(".md-search-result__item .adr-found mark").all_inner_texts() == ["Bo", "Lind"]


@pytest.mark.browser
def test_a_result_says_why_after_what_was_decided(reader: Reader) -> None:
    message = "ADR-0001 · 2025-03-02 · Adopt memcached. Nobody plays music with it."
    assert reader.find("memcached")[0].text.split("\n")[1] == message


@pytest.mark.browser
def test_an_excerpt_of_the_last_section_ends_with_it(reader: Reader) -> None:
    excerpt = reader.find("marimba")[1].text
    assert excerpt.endswith("A marimba is a xylophone <of a kind>, jobs do not matter.")


@pytest.mark.browser
def test_an_option_in_a_table_is_told_with_its_row_each_cell_behind_the_name_of_its_column(reader: Reader) -> None:
    assert reader.find("zither")[1].text.endswith("… zither: cost 12. harp: cost 40")
    assert reader.find("harp")[1].text.endswith("… harp: cost 40")


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    [
        "What did we decide about jobs",
        "why not jobs?",
        "what would change our mind on jobs",
        "what holds today on jobs?",
        "what stands in the way of jobs",
    ],
)
def test_a_question_leads_to_the_records_that_have_what_it_is_about(reader: Reader, query: str) -> None:
    assert [hit.place for hit in reader.find(query)] == [hit.place for hit in reader.find("jobs")]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["what is", "due rabbitmq", "over"])
def test_words_of_a_question_without_a_state_or_with_a_subject_do_not(reader: Reader, query: str) -> None:
    assert [hit.place for hit in reader.find(query)][:1] != ["revisit/"]


@pytest.mark.browser
def test_the_words_of_a_trigger_lead_to_its_anchor(reader: Reader) -> None:
    record, trigger = reader.find("operates rabbitmq")
    assert record.text.startswith(
        "Which queue tasks.py & others use\nADR-0002 · 2026-03-02 · Rejected: The database table suffices."
    )
    assert trigger == Result(f"{QUEUE}/#trigger-b", "Revisit when (b)\n\na team operates RabbitMQ already")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/{QUEUE}/?h=*#trigger-b")
    expect(reader.page.locator("#trigger-b")).to_contain_text("a team operates RabbitMQ already")


@pytest.mark.browser
def test_words_that_stand_together_in_a_trigger_lead_to_it_though_the_records_head_has_one(reader: Reader) -> None:
    assert [hit.place for hit in reader.find("others use a broker")][:2] == [f"{QUEUE}/", f"{QUEUE}/#trigger-c"]
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/{QUEUE}/?h=*#trigger-c")


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
    places = [hit.place for hit in reader.find("xylophone rabbitmq")]
    assert places[:3] == [f"{QUEUE}/", f"{QUEUE}/#revisit-when", f"{QUEUE}/#findings"]
    assert not reader.page.locator("a[href*=stands]").count()


@pytest.mark.browser
def test_a_record_with_all_words_stands_before_one_that_lacks_some(reader: Reader) -> None:
    places = [hit.place for hit in reader.find("jobs glockenspiel")]
    assert places[0] == f"{CACHE}/"
    assert f"{QUEUE}/" in places


@pytest.mark.browser
@pytest.mark.parametrize("query", ["xyl", "max_size xylophone", "9.8.1", "größe", "検索", "(nine), minute;"])
def test_a_word_is_found_by_its_beginning_in_any_script_and_between_signs(reader: Reader, query: str) -> None:
    assert f"{QUEUE}/#findings" in [hit.place for hit in reader.find(query)]


@pytest.mark.browser
def test_what_a_page_says_is_shown_as_words_never_run(reader: Reader) -> None:
    results = reader.find("marimba")
    assert results[0].text.startswith(" & {{ caches }}\nADR-0001 · 2025-03-02 · Adopt memcached.")
    assert "A marimba is a xylophone <of a kind>, jobs do not matter." in results[1].text


@pytest.mark.browser
def test_an_ordinary_page_is_found_too(reader: Reader) -> None:
    assert [hit.place for hit in reader.find("wheelbarrow")] == ["guide/"]
    for query in ("queue", "player"):
        places = [hit.place for hit in reader.find(query)]
        assert places[-1] == "guide/"
        assert places[0].startswith("decisions/"), "what was decided leads, though it is deep in its page"


@pytest.mark.browser
def test_pages_that_list_the_log_are_not_found_by_what_they_list(reader: Reader) -> None:
    places = {hit.place for query in ("suffices", "caches", "bold") for hit in reader.find(query)}
    assert {place.partition("/")[0] for place in places} == {"decisions"}


@pytest.mark.browser
def test_words_with_an_operator_are_left_to_the_theme(reader: Reader) -> None:
    assert [hit.place for hit in reader.find("queue -tasks.py")] == ["guide/"]


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
    assert [hit.place for hit in reader.find("suffices", "404.html")] == [f"{QUEUE}/"]


CONTRAST = """mark => {
  const light = (color) => color.match(/\\d+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = getComputedStyle(document.querySelector(".md-search__scrollwrap")).backgroundColor;
  const [dark, bright] = [light(getComputedStyle(mark).color), light(behind)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}"""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_what_was_asked_for_stands_out_and_can_be_read(reader: Reader, scheme: str) -> None:
    reader.find("memcached")
    reader.page.evaluate(f"document.body.setAttribute('data-md-color-scheme', '{scheme}')")
    mark = reader.page.locator(".md-search-result mark").first
    assert mark.evaluate(CONTRAST) >= 4.5
