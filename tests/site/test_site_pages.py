"""The pages of the published site: what readers see of a log, and that nothing hostile runs and no word is lost."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import SHARED
from tests.support.helpers import build, mkdocs, run
from tests.support.pages import PROJECT, Page, root

__all__ = ["root"]  # a fixture
Project = Callable[[str], Path]
Serve = Callable[..., str]


def test_hostile_titles_and_tags_are_shown_and_never_run(root: Path) -> None:
    build(root)
    pages_and_feeds = {
        p: p.read_text(encoding="utf-8") for p in (root / "site").rglob("*") if p.suffix in (".html", ".xml")
    }
    assert [path for path, text in pages_and_feeds.items() if "<script>alert(1)" in text] == []
    assert [path for path, text in pages_and_feeds.items() if "<b>bold" in text] == []
    log = " ".join(Page(root / "site/decisions/index.html").text.split())
    assert "<script>alert(1)</script> & {{ caches }}" in log
    assert "<b>bold" in log


def test_a_title_without_words_still_has_a_name(root: Path) -> None:
    hostile = "<svg onload=alert(5)>"
    text = f'---\ntitle: "{hostile}"\ncompleted: 2026-04-01\n---\n\n## Recommendation: ADOPT\n\nYes.\n'
    (root / "docs/research/svg.md").write_text(text, encoding="utf-8")
    assert run(root, "generate").returncode == 0
    build(root)
    log = (root / "site/decisions/index.html").read_text(encoding="utf-8")
    assert "&lt;svg onload=alert(5)&gt;</a>" in log
    assert "<svg onload" not in log


def test_a_page_asks_no_forge_and_keeps_what_its_author_says_about_how(root: Path) -> None:
    link = '<a class="x" data-md-component="source">'
    (root / "docs/guide.md").write_text(f"# Guide\n\n`{link}`\n\n```html\n{link}\n```\n", encoding="utf-8")
    assert build(root).returncode == 0
    page = Page(root / "site/guide/index.html")
    assert page.text.count(link) == 2
    theirs = [attributes for tag, attributes in page.tags if attributes.get("class") == "md-source"]
    assert [attributes.get("data-md-component") for attributes in theirs] == [None, None]


def test_a_record_page_says_its_number_and_leads_back_to_the_log(root: Path) -> None:
    build(root)
    page = Page(root / "site/decisions/0005-which-queue/index.html")
    assert "ADR-0005 Which queue" in " ".join(page.text.split())
    assert "← ADR-0004 <script>alert(1)</script> & {{ caches }} All decisions" in " ".join(page.text.split())
    assert "../" in page.links
    assert "../../revisit/" in page.links


def test_a_record_names_some_others_that_wait_for_the_same_thing_and_counts_the_rest(root: Path) -> None:
    for number in range(13):
        text = f"# Question {number}\n\nDecision: REJECT\n\n## Revisit when\n\n* `pypi:mkdocs >= 2` is out\n"
        (root / f"docs/research/wait-{number:02}.md").write_text(text, encoding="utf-8")
    assert run(root, "generate").returncode == 0
    assert build(root).returncode == 0
    page = next((root / "site/decisions").glob("*-question-12/index.html")).read_text(encoding="utf-8")
    others = re.search('<ul class="adr-others">(.*?)</ul>', page)
    assert others
    assert re.findall(r"Question \d+", others[1]) == [f"Question {n}" for n in range(10)]
    assert '<a href="../../revisit/">2 more</a>' in others[1]
    board = (root / "site/revisit/index.html").read_text(encoding="utf-8")
    unchecked = board.partition('data-adr-group="unknown"')[2].partition("</section>")[0]
    shown, _, folded = unchecked.partition("<summary>5 more</summary>")
    assert [part.count('class="adr-waiting"') for part in (shown, folded)] == [8, 5], "a long column is folded"


def test_the_board_lists_every_trigger_by_record(root: Path) -> None:
    build(root)
    text = " ".join(Page(root / "site/revisit/index.html").text.split())
    assert "ADR-0005 rejected for now look again by 2026-08-29 Which queue" in text
    assert "(a) jobs wait longer than a minute" in text
    assert "as of 2026-06-01:" in text


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus and its tools are not beside this clone")
@pytest.mark.parametrize("kind", ["research", "record"])
def test_nothing_of_the_corpus_is_lost_on_the_site(kind: str, project: Project) -> None:
    made = project(
        PROJECT.split("=== docs/index.md")[0] + "=== docs/decisions/\n=== docs/research/\n=== docs/index.md\n# Home\n"
    )
    for number, path in enumerate(sorted((SHARED / "corpus").glob("[0-9]*.md")), start=1001):
        text = path.read_text(encoding="utf-8")
        if kind == "record":
            (made / f"docs/decisions/{number}-{path.name}").write_text(text, encoding="utf-8")
            continue
        front = text.replace("---\n", "---\ndecision: accept\n", 1) if text.startswith("---\n") else None
        (made / "docs/research" / path.name).write_text(
            front or f"---\ndecision: accept\n---\n{text}", encoding="utf-8"
        )
    run(made, "generate")
    assert mkdocs(made, "build", "-q").returncode == 0
    compare = [sys.executable, str(SHARED / "tools/fidelity.py"), str(made), str(made / "site"), "--at-least", "22"]
    done = subprocess.run(compare, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "22 records compared, 0 with losses, 0 losses\n")


CARD = [
    *("Verdict:", "The table is enough."),
    *("Status", "rejected for now"),
    *("Date", "2026-03-02"),
    *("What would change our mind", "Revisit"),
    *("Waiting", "(a) jobs wait longer than a minute", "not looked at yet look again by 2026-08-29 Answer in an issue"),
    *("What stands in the way", "Nobody has run one."),
    *("Research", "docs/research/queue.md"),
    *("Tags", "jobs <b>bold"),
]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_pages_fit_ask_no_other_host_and_log_no_error(
    root: Path, serve: Serve, browser: Browser, scheme: str, width: int
) -> None:
    build(root)
    address = serve(root / "site", "/team/log/")
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.set_fixed_time("2026-06-01T12:00:00Z")
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith((address, "data:")) else seen.append(request.url))
    page.on("pageerror", lambda error: seen.append(str(error)))
    for path in (
        "",
        "decisions/",
        "decisions/0005-which-queue/",
        "decisions/0004-script-alert-1-script-caches/",
        "revisit/",
    ):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(address + "decisions/")
    page.locator(".md-content").get_by_role("link", name="Which queue").click()
    page.wait_for_url(address + "decisions/0005-which-queue/")
    # a phone has the state on the line of its condition
    assert page.locator(".adr-card").inner_text().split() == " ".join(CARD).split()
    assert page.locator(".adr-card .adr-status").inner_text() == "rejected"
    colour = page.locator(".adr-card .adr-status").evaluate("chip => getComputedStyle(chip).color")
    assert colour == {"light": "rgb(179, 38, 30)", "dark": "rgb(242, 139, 130)"}[scheme]
    assert page.locator("article li li").inner_text() == "below it"
    context.close()
    assert seen == []


@pytest.mark.browser
@pytest.mark.parametrize("source", ["[the rest](gone.md)", '<a href="gone.md">the rest</a>'])
def test_a_link_that_leads_to_nothing_looks_like_the_text_around_it(
    root: Path, serve: Serve, browser: Browser, source: str
) -> None:
    text = f"# Nine\n\nStatus: accepted\n\n## Decision\n\nSee the [guide](../guide.md), {source}.\n"
    (root / "docs/decisions/0009-nine.md").write_text(text, encoding="utf-8")
    build(root)
    page = browser.new_page()
    page.goto(serve(root / "site") + "decisions/0009-nine/", wait_until="networkidle")
    look = "e => ['color', 'textDecorationLine'].map(name => getComputedStyle(e)[name])"
    words, link = (page.locator(f"article p {name}") for name in ("a.adr-missing", "a[href='../../guide/']"))
    around = page.locator("article .adr-body p", has_text="See the").evaluate(look)
    assert words.inner_text() == "the rest"
    assert words.get_attribute("title") == "not on this site: gone.md"
    assert words.evaluate(look) == around
    assert link.evaluate(look) != around
    words.hover()
    page.wait_for_timeout(300)
    assert words.evaluate(look) == around
    page.close()


@pytest.mark.browser
def test_search_finds_a_record_by_its_words(root: Path, serve: Serve, browser: Browser) -> None:
    build(root)
    page = browser.new_page()
    page.route("https://**", lambda route: route.abort())
    page.goto(serve(root / "site", "/team/log/"), wait_until="load")
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("broker")
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/decisions/0005-which-queue/**")
    page.close()


def test_conditions_of_one_sentence_are_shown_one_by_one_and_the_sentence_once(root: Path) -> None:
    sentence = "This becomes relevant when either (a) the nightly import takes an hour, or (b) a second team needs it."
    text = (
        f"---\ntitle: Import\ncompleted: 2026-04-01\n---\n\n## Recommendation: REJECT (for now)\n\nNo.\n\n{sentence}\n"
    )
    (root / "docs/research/import.md").write_text(text, encoding="utf-8")
    assert run(root, "generate").returncode == 0
    build(root)
    (page,) = (root / "site/decisions").glob("*-import/index.html")
    words = re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8").partition('id="revisit-when"')[2])
    assert words.count("This becomes relevant when either") == 1
    assert [words.count(part) for part in ("the nightly import takes an hour", "a second team needs it")] == [2, 2]
