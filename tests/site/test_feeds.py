"""The feed: read back by a parser of its format."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
from icalendar import Calendar

from adr_gen.reviews.stored_review import fingerprint
from tests.support.helpers import build, put, tree
from tests.support.published import CONFIG, RECORDS, URL, Build, built

__all__ = ["built"]  # a fixture


def test_the_feed_tells_what_happened_the_newest_first(built: Build) -> None:
    feed = feedparser.parse((built(URL) / "feed.xml").read_bytes())
    assert (feed.bozo, feed.version, feed.feed.title) == (False, "atom10", "Our & their log")
    assert [(entry.updated, entry.title) for entry in feed.entries] == [
        ("2026-05-31T00:00:00+00:00", "ADR-0005 reaffirmed: Überall"),
        ("2026-05-31T00:00:00+00:00", "ADR-0005 accepted: Überall"),
        ("2026-05-01T00:00:00+00:00", "ADR-0001 a condition has come true: Which queue & <script>why</script>"),
        ("2026-02-03T00:00:00+00:00", "ADR-0003 superseded by ADR-0002 The queue again: Old"),
        ("2026-02-03T00:00:00+00:00", "ADR-0002 accepted: The queue again"),
        ("2025-03-02T00:00:00+00:00", "ADR-0001 rejected: Which queue & <script>why</script>"),
        ("2024-01-01T00:00:00+00:00", "ADR-0003 decided: Old"),
    ]
    assert [tag.term for tag in feed.entries[4].tags] == ["accepted", "jobs", "a, b; c"]
    assert feed.entries[4].author == "Ana, Bo"
    assert feed.entries[0].summary == "Still good."
    assert feed.entries[5].summary == "The table is enough &amp; cheap."
    assert "tags" not in feed.entries[6], "on that day it was not superseded"


def test_whatever_happens_to_a_record_on_one_day_is_an_entry_of_its_own(tmp_path: Path) -> None:
    root = tree(tmp_path, CONFIG.format(site_url=f"site_url: {URL}\n") + RECORDS)
    both = "* jobs wait longer than a minute, or `2026-05-01` has come\n* a year is over: `2026-05-01`\n"
    record = root / "docs/decisions/0001-queue.md"
    record.write_text(record.read_text(encoding="utf-8").partition("* jobs")[0] + both, encoding="utf-8")
    for time, name in (("07", "bbbbbbbbbbbb"), ("08", "aaaaaaaaaaaa"), ("09", "cccccccccccc")):
        text = f"record: 5\ndate: 2026-05-31\ntime: 2026-05-31T{time}:00:00Z\nby: Bo\noutcome: reaffirmed\nnote: '{time}'\n"
        put(root, f"docs/decisions/reviews/0005-2026-05-31-{name}.yml", text)
    assert build(root).returncode == 0
    entries = feedparser.parse((root / "site/feed.xml").read_bytes()).entries
    names = [entry.id.removeprefix(f"{URL}decisions/") for entry in entries]
    assert names[:7] == [
        "0005-%C3%B6lig/#reaffirmed-0005-2026-05-31-cccccccccccc",
        "0005-%C3%B6lig/#reaffirmed-0005-2026-05-31-aaaaaaaaaaaa",
        "0005-%C3%B6lig/#reaffirmed-0005-2026-05-31-bbbbbbbbbbbb",
        "0005-%C3%B6lig/#reaffirmed-0005-2026-05-31-000000000000",
        "0005-%C3%B6lig/",
        f"0001-queue/#met-{fingerprint('a year is over: `2026-05-01`')}",
        f"0001-queue/#met-{fingerprint('jobs wait longer than a minute, or `2026-05-01` has come')}",
    ]
    assert len(names) == len(set(names))


WAITS = f"""
=== docs/decisions/0001-seen.md
# Seen

* Status: rejected
* Date: 2025-03-01

## Revisit when

* `2025-06-01` has come
=== docs/decisions/reviews/0001-2025-07-01-000000000000.yml
record: 1
date: 2025-07-01
by: Ana
answers:
- trigger: a
  condition: {fingerprint("`2025-06-01` has come")}
  result: waiting
  seen: met
outcome: reaffirmed
=== docs/decisions/0002-both.md
# Both

* Status: rejected
* Date: 2025-09-01

## Revisit when

All of:

* `2025-10-01` has come
* pigs fly
=== docs/decisions/0003-file.md
# File

* Status: rejected
* Date: 2026-05-01

## Revisit when

* `file:docs/index.md contains Home`
=== docs/decisions/0004-far.md
# Far

* Status: rejected
* Review by: 9999-12-31
"""
"""Records that fall due or come true on days that nothing says outright."""


def test_what_fell_due_is_told_with_its_day_and_what_came_true_under_one_name(tmp_path: Path) -> None:
    root = tree(tmp_path, CONFIG.format(site_url=f"site_url: {URL}\n") + WAITS.lstrip("\n"))
    output = []
    for day in ("2026-06-01", "2026-06-02"):
        assert build(root, ADR_GEN_AS_OF=day).returncode == 0
        entries = feedparser.parse((root / "site/feed.xml").read_bytes()).entries
        output.append([(e.id.removeprefix(f"{URL}decisions/"), e.updated[:10]) for e in entries if "#" in e.id])
    met = f"0003-file/#met-{fingerprint('`file:docs/index.md contains Home`')}"
    assert output[0] == output[1]
    assert output[0] == [
        (met, "2026-05-01"),
        ("0002-both/#due-2026-02-28", "2026-02-28"),
        ("0001-seen/#due-2025-12-28", "2025-12-28"),
        ("0001-seen/#reaffirmed-0001-2025-07-01-000000000000", "2025-07-01"),
    ]
    events = Calendar.from_ical((root / "site/revisit.ics").read_bytes()).events
    assert [(str(e["summary"])[14:22], e.decoded("dtstart")) for e in events] == [
        ("ADR-0001", date(2025, 12, 28)),
        ("ADR-0002", date(2025, 10, 1)),
        ("ADR-0002", date(2026, 2, 28)),
        ("ADR-0004", date(9999, 12, 31)),
    ]


def test_every_entry_of_the_feed_has_what_atom_asks_for(built: Build) -> None:
    for site_url in (URL, ""):
        feed = feedparser.parse((built(site_url) / "feed.xml").read_bytes())
        names = [feed.feed.id, *(entry.id for entry in feed.entries)]
        assert len(names) == len(set(names))
        assert {urlsplit(name).scheme for name in names} == ({"https"} if site_url else {"urn"})
        assert feed.feed.author
        assert all(entry.updated_parsed and entry.title and entry.link for entry in feed.entries)


def test_links_of_the_feed_lead_to_pages(built: Build) -> None:
    for site_url in (URL, ""):
        site = built(site_url)
        text = (site / "feed.xml").read_text(encoding="utf-8")
        links = re.findall(r'<link href="([^"]+)"', text)
        paths = {urljoin(URL + "feed.xml", link).removeprefix(URL) for link in links}
        assert "decisions/0005-%C3%B6lig/" in paths
        assert [p for p in paths if not (site / p.replace("%C3%B6", "ö")).exists()] == []
