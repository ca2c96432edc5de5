"""What took a record's place or decided the same again is named wherever the record is listed, and what holds today."""

import json
import re
from pathlib import Path

import pytest

from tests.support.helpers import build, tree
from tests.support.theme import TAG_LISTS

LOG = """\
=== adr-gen.toml
=== mkdocs.yml
site_name: Ferries
theme: {name: material, font: false}
plugins: [search, tags, adr-gen]
=== docs/index.md
# Home
<!-- adr-gen:latest 5 -->
=== docs/tags.md
# Tags

<!-- material/tags -->
=== docs/decisions/0001-tickets.md
---
tags: [sales]
---
# Tickets

* Status: accepted
* Date: 2024-01-01

## Decision

Paper.

Cheap.
=== docs/decisions/0002-tickets.md
---
tags: [sales]
---
# Cards

* Status: accepted
* Date: 2024-02-01
* Supersedes [ADR-0001](0001-tickets.md)
=== docs/decisions/0003-tickets.md
---
tags: [sales]
---
# Phones

* Status: accepted
* Date: 2024-03-01
* Supersedes [ADR-0002](0002-tickets.md)
=== docs/decisions/0004-night.md
---
tags: [sales]
---
# Night boat

* Status: rejected
* Date: 2024-04-01
* Qualifier: for now
=== docs/decisions/0005-night.md
---
tags: [sales]
---
# Night boat again

* Status: rejected
* Date: 2024-05-01
* Qualifier: for now
* Revisits [ADR-0004](0004-night.md)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log as a site."""
    root = tree(tmp_path_factory.mktemp("heirs"), LOG)
    assert build(root).returncode == 0
    return root / "site"


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).replace("&#183;", "·").split())


def test_a_row_of_the_log_says_that_a_verdict_is_past_and_what_holds_today(site: Path) -> None:
    rows = (site / "decisions/index.html").read_text("utf-8").split("<tr")[2:]
    cells = [[words(cell) for cell in re.findall(r"<td.*?</td>", row, re.S)] for row in rows]
    assert [(row[0], row[1], row[2], row[5]) for row in cells] == [
        ("0005", "Night boat again", "rejected for now", ""),
        ("0004", "Night boat", "rejected for now", "again in ADR-0005"),
        ("0003", "Phones", "accepted", ""),
        ("0002", "Cards", "superseded", "now ADR-0003"),
        ("0001", "Tickets Decided then: Paper.", "superseded", "now ADR-0003"),
    ]
    assert [re.findall(r'now <a href="([^"]*)"', row) for row in rows][3:] == [["0003-tickets/"]] * 2


@pytest.mark.skipif(not TAG_LISTS, reason="the theme writes no lists of tags")
def test_the_list_of_a_tag_names_the_successor_and_what_holds_today(site: Path) -> None:
    listed = (site / "tags/index.html").read_text("utf-8").partition('id="tag:')[2].partition("</ul>")[0]
    assert [words(item) for item in re.findall(r"<li>.*?</li>", listed, re.S)] == [
        "ADR-0001 Tickets superseded by ADR-0002, now ADR-0003",
        "ADR-0002 Cards superseded by ADR-0003",
        "ADR-0003 Phones accepted",
        "ADR-0004 Night boat rejected for now · decided again in ADR-0005",
        "ADR-0005 Night boat again rejected for now",
    ]


def test_a_search_result_names_the_successor_and_the_title_of_what_holds_today(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    found = [
        (words(doc["title"]), words(doc["tags"][0]), words(doc.get("heirs", ""))) for doc in docs if "record" in doc
    ]
    assert found == [
        ("Tickets", "superseded by ADR-0002, now ADR-0003", "Phones"),
        ("Cards", "superseded by ADR-0003", "Phones"),
        ("Phones", "accepted", ""),
        ("Night boat", "rejected for now · decided again in ADR-0005", "Night boat again"),
        ("Night boat again", "rejected for now", ""),
    ]


def test_the_newest_decisions_say_that_a_verdict_is_past(site: Path) -> None:
    listed = (site / "index.html").read_text("utf-8").partition('<ul class="adr-list">')[2].partition("</ul>")[0]
    assert words(listed.rpartition("<li>")[2]) == "superseded ADR-0001 Tickets 2024-01-01 · Decided then: Paper."
