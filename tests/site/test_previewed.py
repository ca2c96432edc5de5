"""What a preview says in the browser, and no build does: records that are behind, broken research, open drafts."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from adr_gen.project import load
from adr_gen.site.build import SiteBuild
from adr_gen.site.preview.preview_cache import PreviewCache
from tests.support.helpers import put, run

LOG = """
=== docs/research/queue.md
---
title: Which queue
completed: 2026-03-02
---

## Recommendation: REJECT

The table is enough.
=== docs/research/cache.md
---
title: Which cache
completed: 2026-03-03
---

## Recommendation: ADOPT

Redis.
"""
QUEUE, CACHE = "docs/research/queue.md", "docs/research/cache.md"
OPEN = """\
# Open & <b>bold</b>

## Findings

I think we should go with the table.
"""


def pages(root: Path, cache: PreviewCache | None) -> dict[str, str]:
    """The pages of the log and of its records, as a preview or a build makes them."""
    site = SiteBuild(load(root), date(2026, 6, 1), published={}, preview=cache)
    texts = {path: site.record_page(path).text for path in site.records}
    return texts | {page.path: page.text for page in site.pages() if page.path.endswith(".md")}


def banner_texts(text: str) -> list[str]:
    """The words of the banners of a preview."""
    banners = re.findall(r'data-adr-kind="preview"><p>(.*?)</p>', text)
    return [unescape(re.sub(r"<[^>]+>", "", banner)) for banner in banners]


@pytest.fixture
def root(project: Callable[[str], Path]) -> Path:
    made = project(LOG)
    assert run(made, "generate").returncode == 0
    return made


def test_a_record_says_that_it_is_not_written_yet_or_behind(root: Path) -> None:
    put(root, "docs/research/new.md", "---\ntitle: New\n---\n\n## Recommendation: ADOPT\n\nYes.\n")
    put(root, CACHE, (root / CACHE).read_text(encoding="utf-8").replace("Redis.", "Valkey."))
    made = pages(root, PreviewCache(on=True))
    assert {path: banner_texts(text) for path, text in made.items() if banner_texts(text)} == {
        "decisions/0002-which-cache.md": [
            (
                f"Only in this preview: this is what adr-gen generate will make of {CACHE}; "
                "docs/decisions/0002-which-cache.md is behind."
            )
        ],
        "decisions/0003-new.md": [
            (
                "Only in this preview: docs/decisions/0003-new.md is not written yet. Run adr-gen generate, and commit it "
                "with docs/research/new.md."
            )
        ],
    }
    assert "Valkey." in made["decisions/0002-which-cache.md"]


def test_broken_research_leaves_the_record_as_it_was_and_says_where(root: Path) -> None:
    put(root, QUEUE, "---\ntitle: Which queue\ntitle: twice\n---\n")
    put(root, "docs/research/other.md", "---\ntitle: a\ntitle: b\n---\n")
    made = pages(root, PreviewCache(on=True))
    assert banner_texts(made["decisions/0001-which-queue.md"]) == [
        (
            f"This is the record as it was generated last: {QUEUE}:3 is broken now. "
            "front matter has the key 'title' twice; keep one"
        )
    ]
    assert "The table is enough." in made["decisions/0001-which-queue.md"]
    assert banner_texts(made["decisions/index.md"]) == [
        "docs/research/other.md:3 cannot become a record: front matter has the key 'title' twice; keep one"
    ]


def test_open_drafts_are_shown_with_their_candidates(root: Path) -> None:
    put(root, "docs/research/open.md", OPEN)
    cache = PreviewCache(on=True)
    for words in ("go with the table", "go with a queue", "go with a **small** queue"):
        put(root, "docs/research/open.md", OPEN.replace("go with the table", words))
        log = pages(root, cache)["decisions/index.md"]
        assert "<strong>Open &amp; <b>bold</b></strong> <code>docs/research/open.md</code>" in log
        assert f"<span>line 5, a verdict&#58; <q>I think we should {words.replace('**', '')}.</q></span>" in log
        assert "adr-gen decide docs/research/open.md" in log


def test_a_build_says_nothing_of_it(root: Path) -> None:
    before = pages(root, None)
    assert pages(root, PreviewCache(on=True)) == before
    put(root, "docs/research/open.md", OPEN)
    put(root, QUEUE, "---\ntitle: Which queue\ntitle: twice\n---\n")
    put(root, CACHE, (root / CACHE).read_text(encoding="utf-8").replace("Redis.", "Valkey."))
    made = pages(root, None)
    assert {path: banner_texts(text) for path, text in made.items() if banner_texts(text)} == {}
    assert "go with the table" not in "".join(made.values())


def test_a_problem_is_said_once_until_it_is_gone(root: Path) -> None:
    cache = PreviewCache(on=True)
    good, bad = (root / QUEUE).read_text(encoding="utf-8"), "---\ntitle: Which queue\ntitle: twice\n---\n"

    def news(text: str) -> list[str]:
        put(root, QUEUE, text)
        cache.begin()
        site = SiteBuild(load(root), date(2026, 6, 1), published={}, preview=cache)
        return [problem.code for problem in site.problems if cache.is_news(str(problem))]

    assert [news(text) for text in (bad, bad, good, bad)] == [["ADR001"], [], [], ["ADR001"]]
