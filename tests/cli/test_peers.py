"""Records and exports in the hands of the programs that they are written for: each is run, and asked what it read."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.export_builds import CONFIG, OWN_PAGES, PROJECT, engine, engines_agree, links_follow
from tests.support.helpers import environment, git, put, run, tree
from tests.support.peers import NO_DATE, RESEARCH

pytestmark = pytest.mark.peers
PLACES = [Path(sys.prefix) / folder for folder in ("npm/node_modules/.bin", "peers/bin")]
"""Where `make peers` installs programs."""


@dataclass(frozen=True)
class Fact:
    """What adr-gen says of a record."""

    name: str
    number: int
    title: str
    """As the record's heading has it."""
    status: str
    date: str | None
    successors: tuple[str, ...]
    """File names, without ending, of the records that supersede it."""

    @property
    def slug(self) -> str:
        return self.name.removesuffix(".md")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with records of every kind."""
    made = tree(tmp_path_factory.mktemp("peers"), RESEARCH)
    done = run(made, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    git(made, "init", "--initial-branch=main")
    git(made, "add", ".")
    git(made, "commit", "--message=all")
    return made


@pytest.fixture(scope="module")
def facts(root: Path) -> list[Fact]:
    listed = json.loads(run(root, "list", "--json").stdout)
    slugs = {one["number"]: Path(one["path"]).stem for one in listed}
    rows = []
    for one in listed:
        lines = (root / one["path"]).read_text(encoding="utf-8").split("\n")
        title = next(line[2:] for line in lines if line.startswith("# "))
        successors = tuple(slugs[number] for number in one["superseded_by"])
        name = Path(one["path"]).name
        rows.append(Fact(name, one["number"], title, one["status"], one["date"], successors))
    return rows


def program(name: str) -> str:
    """Where a program is."""
    place = shutil.which(name, path=os.pathsep.join(map(str, PLACES)))
    return place or pytest.fail(f"{name} is not installed; run `make peers`")


def ran(folder: Path, *command: str | Path) -> str:
    """What a program prints that succeeds."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(NEXT_TELEMETRY_DISABLED="1", NO_MKDOCS_2_WARNING="1"),
        capture_output=True,
        encoding="utf-8",
        timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.timeout(900)
def test_log4brains_builds_its_site_of_all_records(root: Path, facts: list[Fact], tmp_path: Path) -> None:
    put(root, ".log4brains.yml", "project:\n  name: Peers\n  tz: Etc/UTC\n  adrFolder: ./docs/decisions\n")
    ran(root, program("log4brains"), "build", "--out", tmp_path / "site")
    (listed,) = (tmp_path / "site/data").rglob("adrs.json")
    read = {adr["slug"]: adr for adr in json.loads(listed.read_text(encoding="utf-8"))}
    assert {slug: (adr["status"], (adr["publicationDate"] or "")[:10]) for slug, adr in read.items()} == {
        fact.slug: ("draft" if fact.status == "deferred" else fact.status, fact.date or "") for fact in facts
    }
    for fact in facts:
        (page,) = (tmp_path / "site/_next/data").rglob(f"{fact.slug}.json")
        shown = json.loads(page.read_text(encoding="utf-8"))["pageProps"]["currentAdr"]
        superseded_by = shown["supersededBy"]["slug"] if shown["supersededBy"] else None
        assert superseded_by == (fact.successors[-1] if fact.successors else None)
        assert (tmp_path / "site/adr" / fact.slug / "index.html").is_file()


def test_adr_log_lists_all_records_with_their_titles(root: Path, facts: list[Fact], tmp_path: Path) -> None:
    put(tmp_path, "index.md", "<!-- adrlog -->\n<!-- adrlogstop -->\n")
    shutil.copytree(root / "docs/decisions", tmp_path / "decisions")
    ran(tmp_path, program("adr-log"), "-d", "decisions", "-i", "index.md")
    text = (tmp_path / "index.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\* \[ADR-(\d+)\]\((?:.*/)?([^/]*\.md)\) - (.*)$", text) == [
        (f"{fact.number:04}", fact.name, fact.title) for fact in facts
    ]


def test_pyadr_sorts_all_records_with_a_date_by_their_status(root: Path, facts: list[Fact], tmp_path: Path) -> None:
    dated = [fact for fact in facts if fact.date]
    assert [fact.title for fact in facts if fact not in dated] == [NO_DATE], "pyadr takes none without a date"
    for fact in dated:
        text = (root / "docs/decisions" / fact.name).read_text(encoding="utf-8")
        put(tmp_path, f"docs/adr/{fact.name}", text)
    put(tmp_path, ".adr", "[adr]\nrecords-dir = docs/adr\n")
    git(tmp_path, "init", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--message=all")
    ran(tmp_path, program("pyadr"), "toc")
    index = (tmp_path / "docs/adr/index.md").read_text(encoding="utf-8")
    status, sorted_titles = "", {}
    for line in index.split("\n"):
        if heading := re.match(r"#+ (?:Status `(\w+)`|(\w+) Records)", line):
            status = (heading[1] or heading[2]).lower()
        elif entry := re.match(r"\* \[(\d+) - (.*?)\]\((\d{4}-[^)]*\.md)\)(?:: (.*))?$", line):
            sorted_titles[entry[3]] = (status, int(entry[1]), entry[2], entry[4])
    assert sorted_titles == {
        fact.name: (
            fact.status,
            fact.number,
            fact.title,
            f"superseded by [{fact.successors[-1]}]({fact.successors[-1]}.md)" if fact.successors else None,
        )
        for fact in dated
    }


class Panels(HTMLParser):
    """Class and title of each panel of a page that adr-viewer writes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.kind, self.inside = "", False
        self.found: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        self.kind = kind.removeprefix("panel-heading adr-") if kind.startswith("panel-heading") else self.kind
        self.inside = self.inside or (tag == "a" and dict(attrs).get("data-toggle") == "collapse")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "a"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append((self.kind, data))


def test_adr_viewer_shows_all_records_in_nygards_form(root: Path, facts: list[Fact], tmp_path: Path) -> None:
    assert run(root, "export", tmp_path / "out", "--profile", "nygard").returncode == 0
    ran(tmp_path, program("adr-viewer"), "--adr-path", "out", "--output", "index.html")
    panels = Panels((tmp_path / "index.html").read_text(encoding="utf-8"))
    known = {"accepted": "accepted", "superseded": "superseded", "proposed": "pending"}
    numbers = [int(title.partition(".")[0]) for _, title in panels.found if re.match(r"\d+\. ", title)]
    assert numbers == [fact.number for fact in facts]
    kinds = [kind for kind, title in panels.found if re.match(r"\d+\. ", title)]
    assert kinds == [known.get(fact.status, "unknown") for fact in facts], "it has no other words"


class Words(HTMLParser):
    """The words of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words += re.findall(r"\w+", data)


def test_a_page_has_all_words_that_cmark_gfm_reads_in_the_record(root: Path, facts: list[Fact], tmp_path: Path) -> None:
    import cmarkgfm

    assert run(root, "export", tmp_path / "out").returncode == 0
    for fact in facts:
        text = (root / "docs/decisions" / fact.name).read_text(encoding="utf-8")
        before, heading, outcome = text[text.index("\n## ") :].partition("## Decision Outcome\n\n")
        verdict, _, after = outcome.partition("\n\n")
        # a page says its verdict once, at its top, and how its conditions combine in words of its own
        body = f"{verdict}\n\n{before}{heading}{after}".replace("\nAny of:\n", "\n").replace("\nAll of:\n", "\n")
        # a heading that only states the verdict, with nothing below it, is left to the card
        body = re.sub(r"(?m)^### Recommendation: [A-Z]+\n+(?=## |\Z)", "", body)
        page = (tmp_path / "out/decisions" / fact.slug / "index.md").read_text(encoding="utf-8")
        rest: Iterator[str] = iter(Words(unescape(page)).words)
        read = Words(cmarkgfm.github_flavored_markdown_to_html(body)).words
        assert read
        assert [word for word in read if word not in rest] == [], fact.name


@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_another_engine_shows_the_same_words_and_links(name: str, tmp_path: Path) -> None:
    made = tree(tmp_path / "project", PROJECT)
    (made / "docs/research/p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run(made, "generate").returncode == 0
    engines_agree(name, made, tmp_path / "other")


@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_another_engine_shows_what_a_second_export_changed(name: str, tmp_path: Path) -> None:
    root, other = tree(tmp_path / "project", PROJECT), tmp_path / "other"
    assert run(root, "generate").returncode == 0
    put(other, "properdocs.yml" if name == "properdocs" else "mkdocs.yml", CONFIG)
    for words in ("Adopt it.", "Adopt it at once."):
        put(
            root,
            "docs/research/two.md",
            (root / "docs/research/two.md").read_text(encoding="utf-8").replace("Adopt it.", words),
        )
        assert (run(root, "generate").returncode, run(root, "export", other / "docs").returncode) == (0, 0)
        engine(name, other)
        assert words in (other / "site/decisions/0011-two/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_another_engine_follows_links_of_the_users_own_pages(name: str, folders: bool, tmp_path: Path) -> None:
    links_follow(name, folders, tree(tmp_path / "project", PROJECT + OWN_PAGES.lstrip("\n")), tmp_path / "other")
