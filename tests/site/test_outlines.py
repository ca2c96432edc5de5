"""What the site's Markdown makes of a record's headings is known before the whole log is."""

from datetime import date
from pathlib import Path

import pytest
from markdown.extensions.toc import TocExtension

from adr_gen import parallel
from adr_gen.project import load
from adr_gen.site.build import SiteBuild
from adr_gen.site.record.body.raw_blocks import unpack
from adr_gen.site.record.body.site_markdown import SiteMarkdown
from tests.support.helpers import tree

FILES = """
=== docs/decisions/0001-cache.md
---
status: rejected
---
# Cache pages

## Decision

No.

## Blockers

- [ ] no room

## Revisit when

* there is room
=== docs/decisions/0002-queue.md
# One queue

* Status: accepted
"""


@pytest.mark.parametrize("docs", ["decisions/0001-cache.md", "decisions/0002-queue.md"])
def test_the_outline_of_a_page_is_that_of_the_page_as_it_is_filled_in(docs: str, tmp_path: Path) -> None:
    project = load(tree(tmp_path, FILES))
    site = SiteBuild(project, date(2026, 6, 1), published={}, engine=SiteMarkdown(["toc"], {}))
    filled = site.filled(docs)
    assert filled.html is not None
    assert (len(filled.toc), unpack(filled.html).count("<h1 ")) == (1, 1)
    waiting = filled.packed()
    assert (isinstance(waiting.body, bytes), waiting.text) == (True, filled.text)
    assert (isinstance(waiting.html, bytes), unpack(waiting.html or "")) == (True, unpack(filled.html))


def test_markdown_is_used_elsewhere_only_where_nobody_is_told_of_each_page(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = (
        SiteMarkdown(["toc"], {"toc": {"slugify": str}}),
        SiteMarkdown(["toc"], {"toc": {"slugify": lambda text: text}}),
    )
    unchanged = SiteMarkdown([TocExtension()], {})
    for start, pure in {"fork": [True, True, False], "spawn": [True, False, False]}.items():
        monkeypatch.setattr(parallel, "_start_method", lambda start=start: start)
        assert [one.pure for one in (*sent, unchanged)] == pure
