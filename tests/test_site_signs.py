"""Signs that other programs refuse, or take for more than signs: in what is published, and in its addresses."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from tests.helpers import build, put

Project = Callable[[str], Path]
CONFIG = """
=== mkdocs.yml
site_name: Test log
site_url: https://example.org/team/log/
theme: {name: material, font: false}
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
    root = project(CONFIG)
    put(root, "docs/decisions/0001-x.md", RECORD.format(sign=chr(code), code=f"\\u{code:04x}"))
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    page = (root / "site/decisions/0001-x/index.html").read_text(encoding="utf-8")
    assert re.findall(r"<title>(.*?)</title>", page) == ["Onetwo - Test log"]
    assert re.findall(r'<span class="md-tag">(.*?)</span>', page) == ["leftright"]
    entry = ElementTree.fromstring((root / "site/feed.xml").read_bytes()).findall(f"{ATOM}entry")[-1]
    told = [entry.findtext(f"{ATOM}{name}") for name in ("title", "summary", f"author/{ATOM}name")]
    assert told == ["ADR-0001 deferred: Onetwo", "Because of it.", "Ana"]
    assert [found.get("term") for found in entry.findall(f"{ATOM}category")] == ["deferred", "leftright"]
    [event] = Calendar.from_ical((root / "site/revisit.ics").read_bytes()).events
    assert str(event["summary"]) == "Look again at ADR-0001: Onetwo"
    assert str(event["description"]).split("\n")[0] == "(a) it comes, or 2026-05-01 has come"
    line = "ADR-0001 Onetwo](https://example.org/team/log/decisions/0001-x/): 2026-01-01; fornow; Because of it; revisit (met): it comes"
    assert line in (root / "site/llms.txt").read_text(encoding="utf-8")
