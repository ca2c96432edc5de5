"""Signs that other programs refuse, or take for more than signs: in what is published, and in its addresses."""

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from tests.support.crawl import broken
from tests.support.helpers import build, put, run

Project = Callable[[str], Path]
CONFIG = """
=== mkdocs.yml
site_name: Test log
site_url: https://example.org/team/log/
{more}theme: {{name: material, font: false}}
plugins: [search, tags, adr-gen]
=== docs/index.md
# Home
"""
RECORD = """---
tags: ["left{code}right"]
decision-makers: ["A{code}na"]
---
# One{sign}two

* Status: deferred
* Date: 2026-01-01
* Qualifier: for{sign}now

## Decision

Because{sign} of it.

## Revisit when

- it{sign} comes, or `2026-05-01` has come
"""
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("code", [1, 7, 0x7F, 0x86, 0xFFFE, 0xFFFF])
def test_signs_that_yaml_or_xml_refuse_are_left_out_of_titles_tags_and_files_for_other_programs(
    project: Project, code: int
) -> None:
    root = project(CONFIG.format(more=""))
    put(root, "docs/decisions/0001-x.md", RECORD.format(sign=chr(code), code=f"\\u{code:04x}"))
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    page = (root / "site/decisions/0001-x/index.html").read_text(encoding="utf-8")
    assert re.findall(r"<title>(.*?)</title>", page) == ["ADR-0001 Onetwo - Test log"]
    assert re.findall(r'<span class="md-tag">(.*?)</span>', page) == ["leftright"]
    entry = ElementTree.fromstring((root / "site/feed.xml").read_bytes()).findall(f"{ATOM}entry")[-1]
    texts = [entry.findtext(f"{ATOM}{name}") for name in ("title", "summary", f"author/{ATOM}name")]
    assert texts == ["ADR-0001 deferred: Onetwo", "Because of it.", "Ana"]
    assert [categories.get("term") for categories in entry.findall(f"{ATOM}category")] == ["deferred", "leftright"]
    calendar = (root / "site/revisit.ics").read_bytes()
    [event] = Calendar.from_ical(calendar).events
    assert b"\r\nCATEGORIES:leftright\r\n" in calendar
    assert str(event["summary"]) == "Look again at ADR-0001: Onetwo"
    assert str(event["description"]).split("\n")[0] == "(a) it comes, or 2026-05-01 has come"
    line = "ADR-0001 Onetwo](https://example.org/team/log/decisions/0001-x/): 2026-01-01; fornow; Because of it; revisit (met): it comes"
    assert line in (root / "site/llms.txt").read_text(encoding="utf-8")


URL = "https://example.org/team/log/"
NAMES = ["0001-größe 100% #1", "0002-x%20y", "0003-it's 'a+b=c,d;e@f", "0004-[br](x)"]
if os.name != "nt":
    NAMES += ["0005-q?z", '0006-"a" & <b>:c']
LINKED = """# Title {n}

* Status: deferred
* Date: 2026-01-01
* Relates to [another](<{following}.md>)

## Decision

See [another](<{following}.md#decision>) and [a picture](<{following}.png>).

![A picture](<{following}.png>) ![Another](<../../pictures/{following}.png>)

## Revisit when

- `2026-05-01` has come
"""


def linked(root: Path) -> Path:
    """The site of a log of files with such names, each of which links to the next."""
    for n, (name, following) in enumerate(zip(NAMES, [*NAMES[1:], NAMES[0]], strict=True), start=1):
        put(root, f"docs/decisions/{name}.md", LINKED.format(n=n, following=quote(following)))
        put(root, f"docs/decisions/{name}.png", "")
        put(root, f"pictures/{name}.png", "")
    put(root, "docs/own.md", f"# Own\n\n[A record](<decisions/{quote(NAMES[1])}.md>)\n")
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    return root / "site"


def record_addresses(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The addresses of the records, as each file for programs has them."""
    yield "decisions.json", [r["url"] for r in json.loads((site / "decisions.json").read_text("utf-8"))["records"]]
    entries = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    yield "search", [doc["location"] for doc in entries if "record" in doc and "#" not in doc["location"]]
    for name, pattern in (
        ("sitemap.xml", "<loc>(.*?)</loc>"),
        ("feed.xml", '<link href="(.*?)"'),
        ("llms.txt", r"\((.*?)\):"),
        ("revisit.ics", r"URL:(.*?)\r\n"),
    ):
        text = (site / name).read_bytes().decode().replace("\r\n ", "")
        links = {link.removeprefix(URL) for link in re.findall(pattern, text)}
        yield name, sorted(link for link in links if link.startswith("decisions/0"))


@pytest.mark.parametrize(("more", "end"), [("", "/"), ("use_directory_urls: false\n", ".html")])
def test_a_record_file_of_any_name_has_one_address_that_leads_to_its_page(
    project: Project, more: str, end: str
) -> None:
    root = project(CONFIG.format(more=more))
    site = linked(root)
    assert broken(site) == []
    expected = [f"decisions/{quote(name)}{end}" for name in NAMES]
    assert [url for url in expected if not (site / unquote(url)).exists()] == []
    assert dict(record_addresses(site)) == dict.fromkeys(dict(record_addresses(site)), expected)


def test_an_export_leads_to_the_same_addresses(project: Project) -> None:
    root = project(CONFIG.format(more=""))
    site = linked(root)
    assert run(root, "export", "out").returncode == 0
    put(
        root, "plain.yml", "site_name: Test log\ndocs_dir: out\nsite_dir: plain\ntheme: {name: material, font: false}\n"
    )
    assert build(root, "-f", "plain.yml").returncode == 0
    assert broken(root / "plain") == []
    records = [sorted(p.parent.name for p in place.glob("decisions/0*/index.html")) for place in (root / "plain", site)]
    assert records == [sorted(NAMES)] * 2
