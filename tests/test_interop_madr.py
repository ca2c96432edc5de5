"""Generated records open in other tools: each peer's own rules, in a few lines each, find title, status and date."""

import json
import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.helpers import run, tree
from tests.peers import RESEARCH, headings, shown, text_of

SIX = ("draft", "proposed", "rejected", "accepted", "deprecated", "superseded")


@dataclass(frozen=True)
class Fact:
    """What adr-gen says of a record, beside the text of its file."""

    name: str
    text: str
    number: int
    title: str
    status: str
    date: str | None
    links: frozenset[int]
    successors: list[str]
    """File names of the records that supersede it."""

    @property
    def stated(self) -> str:
        """The status in the front matter."""
        return f"superseded by ADR-{self.successors[-1][:4]}" if self.successors else self.status

    @property
    def listed(self) -> str:
        """The status in the list as a reader sees it."""
        return f"superseded by {self.successors[-1].removesuffix('.md')}" if self.successors else self.status


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tree(tmp_path_factory.mktemp("interop"), RESEARCH)
    done = run(made, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    return made


@pytest.fixture(scope="module")
def facts(root: Path) -> list[Fact]:
    found = []
    listed = json.loads(run(root, "list", "--json").stdout)
    names = {one["number"]: Path(one["path"]).name for one in listed}
    for one in listed:
        path = root / one["path"]
        links = frozenset((*one["supersedes"], *one["superseded_by"], *one["revisits"]))
        text = path.read_text(encoding="utf-8")
        successors = [names[number] for number in one["superseded_by"]]
        found.append(Fact(path.name, text, one["number"], one["title"], one["status"], one["date"], links, successors))
    assert [fact.status for fact in found] == [
        "superseded", "rejected", "superseded", "accepted", "proposed", "rejected", "accepted"
    ]  # fmt: skip
    return found


def backstage(text: str) -> tuple[dict[str, object], str]:
    """Its front matter, which has to begin with the first byte, and the body below it."""
    found = re.match(r"---\r?\n((?:.*\r?\n)*?)---\r?\n?", text)
    assert found is not None
    return yaml.safe_load(found[1]), text[found.end() :]


def test_backstage_finds_front_matter_and_first_heading(facts: list[Fact]) -> None:
    for fact in facts:
        front, body = backstage(fact.text)
        assert re.search(r"^(?:.*/)?\d{4}-.+\.md$", fact.name)
        assert front["status"] == fact.stated
        assert str(front.get("date")) == str(fact.date)
        assert next(headings(MarkdownIt("commonmark").parse(body))) == ("h1", shown_title(fact))
        assert not [key for key, value in front.items() if isinstance(value, dict)]


def shown_title(fact: Fact) -> str:
    """The title as a Markdown renderer shows the record's heading."""
    line = next(line for line in fact.text.split("\n") if line.startswith("# "))
    assert unescape(line[2:]) == fact.title
    return shown(line[2:])


def test_structurizr_finds_every_line_of_madr(facts: list[Fact]) -> None:
    assert len({int(fact.name[:4]) for fact in facts}) == len(facts)
    for fact in facts:
        lines = fact.text.split("\n")
        closing = lines.index("---", 1)
        front, body = lines[1:closing], lines[closing + 1 :]
        assert re.fullmatch(r"\d{4}-.+?\.md", fact.name)
        assert int(fact.name[:4]) == fact.number
        assert [line[8:] for line in front if line.startswith("status: ")] == [fact.stated]
        assert [line[6:] for line in front if line.startswith("date: ")] == ([fact.date] if fact.date else [])
        assert unescape(next(line for line in body if line.startswith("# "))[2:]) == fact.title
        names = {other.name: other.number for other in facts}
        linked = {names[name] for name in re.findall(r"\[[^]]*\]\(([^)]*)\)", fact.text) if name in names}
        assert linked == fact.links


def test_log4brains_finds_the_list_above_the_first_section(facts: list[Fact]) -> None:
    for fact in facts:
        items, title = log4brains(fact.text, MarkdownIt("commonmark"))
        assert (items, title) == log4brains(fact.text, MarkdownIt("js-default"))
        status = [found[2] for item in items if (found := re.match(r"(?i)(\s*Status\s*:\s*)(.*)$", item))]
        written = [found[2] for item in items if (found := re.match(r"(?i)(\s*Date\s*:\s*)(.*)$", item))]
        assert title == shown_title(fact)
        assert status == [fact.listed]
        assert written == ([fact.date] if fact.date else [])
        assert fact.status in (*SIX, "deferred")


def log4brains(text: str, parser: MarkdownIt) -> tuple[list[str], str]:
    """Items of the first list before the first h2, and the first h1, of the whole file: it knows no front matter."""
    tokens = parser.parse(text)
    section = next((n for n, t in enumerate(tokens) if t.type == "heading_open" and t.tag == "h2"), len(tokens))
    start = next(n for n, t in enumerate(tokens[:section]) if t.type == "bullet_list_open")
    end = next(n for n, t in enumerate(tokens) if n > start and t.type == "bullet_list_close")
    title = next(words for tag, words in headings(tokens) if tag == "h1")
    return [text_of(t) for t in tokens[start:end] if t.type == "inline"], title


def test_pyadr_finds_title_status_and_date_in_this_order(facts: list[Fact]) -> None:
    for fact in facts:
        lines = iter(fact.text.split("\n"))
        assert re.match(r"(XXXX|\d{4})-[a-z0-9-]*\.md", fact.name)
        assert unescape(next(line for line in lines if line.startswith("# "))[2:]) == fact.title
        status = next(line for line in lines if line.startswith("* Status: "))
        assert shown(status.removeprefix("* ")) == f"Status: {fact.listed}"
        if fact.date:
            assert next(line for line in lines if line.startswith("* Date: ")) == f"* Date: {fact.date}"


def test_adr_log_finds_the_title_right_below_the_front_matter(facts: list[Fact]) -> None:
    for fact in facts:
        _, body = backstage(fact.text)
        assert unescape(body.split("\n")[0][2:]) == fact.title


def test_adrs_finds_number_status_and_day(facts: list[Fact]) -> None:
    for fact in facts:
        front, _ = backstage(fact.text)
        assert re.search(r"^\d{4}-.*\.md$", fact.name)
        assert (front["number"], front["status"]) == (fact.number, fact.stated)
        assert front.get("date") == (date.fromisoformat(fact.date) if fact.date else None)


def test_macros_summary_finds_one_title_below_the_first_two_rules(facts: list[Fact]) -> None:
    for fact in facts:
        first, second = [n for n, line in enumerate(fact.text.split("\n")) if line == "---"][:2]
        front = yaml.safe_load("\n".join(fact.text.split("\n")[first + 1 : second]))
        body = "\n".join(fact.text.split("\n")[second + 1 :])
        assert (first, front["status"]) == (0, fact.stated)
        assert [words for tag, words in headings(MarkdownIt("commonmark").parse(body)) if tag == "h1"] == [
            shown_title(fact)
        ]


def test_madr_lint_finds_its_three_headings(facts: list[Fact]) -> None:
    required = {"Context and Problem Statement", "Decision Outcome", "Consequences"}
    said = {
        fact.number: required
        & {words for _, words in headings(MarkdownIt("commonmark").parse(backstage(fact.text)[1]))}
        for fact in facts
    }
    assert said == {1: required, 2: required, 3: required, 4: required - {"Consequences"}} | {
        n: {"Decision Outcome"} for n in (5, 6, 7)
    }
    for fact in facts:
        assert re.fullmatch(r"[0-9]{4}-[a-z0-9-]+\.md", fact.name)


def test_material_takes_the_status_as_the_name_of_an_icon(facts: list[Fact]) -> None:
    for fact in facts:
        assert str(backstage(fact.text)[0]["status"]).split()[0] == fact.status, "it is the first of the icon's classes"
