"""Whose page stands at an address, and what the site leaves out."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

from tests.support.crawl import broken
from tests.support.helpers import build, put, run
from tests.support.listed import files
from tests.support.pages import Page, root

__all__ = ["root"]  # a fixture

OWN = (
    "docs/index.html",
    "docs/revisit.md",
    "docs/graph/README.md",
    "docs/timeline/index.html",
    "docs/decisions/README.md",
)


def test_a_page_of_the_users_own_wins_however_its_file_is_called(root: Path) -> None:
    (root / "docs/index.md").unlink()
    for path in OWN:
        put(root, path, f"# Own\n\nThis is {path}.\n")
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    shown = {
        "index.html": "docs/index.html",
        "revisit/index.html": "docs/revisit.md",
        "graph/index.html": "docs/graph/README.md",
        "timeline/index.html": "docs/timeline/index.html",
        "decisions/index.html": "docs/decisions/README.md",
    }
    pages = {page: (root / "site" / page).read_text(encoding="utf-8") for page in shown}
    assert {page: [own for own in OWN if f"This is {own}." in text] for page, text in pages.items()} == {
        page: [own] for page, own in shown.items()
    }


def test_a_record_that_the_site_leaves_out_is_not_in_its_log(root: Path) -> None:
    levels = "exclude_docs: 0003-*\ndraft_docs: /decisions/0004-*\nnot_in_nav: timeline.md\n"
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(levels)
    put(root, "docs/guide.md", "# Guide\n\n[Three](decisions/0003-by-hand.md)\n")
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    assert "contains a link to 'decisions/0003-by-hand.md' which is excluded from the built site" in done.stderr
    assert [p for p in files(root / "site") if p.startswith("decisions/")] == [
        "decisions/0005-which-queue/index.html",
        "decisions/index.html",
    ]
    published = json.loads((root / "site/decisions.json").read_text(encoding="utf-8"))
    assert [record["number"] for record in published["records"]] == [5]
    guide = Page(root / "site/guide/index.html").links
    assert [link for link in ("../timeline/", "../graph/") if link in guide] == ["../graph/"]
    forge = "https://github.com/o/r/blob/HEAD/docs/decisions/0004-script-alert-1-script-caches.md"
    assert forge in Page(root / "site/decisions/0005-which-queue/index.html").links
    assert broken(root / "site") == ["guide/index.html: ../decisions/0003-by-hand/"]


def test_nothing_leads_to_an_overview_that_the_site_leaves_out(root: Path) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("exclude_docs: /revisit.md\n")
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    assert not (root / "site/revisit").exists()
    assert broken(root / "site") == []


NAMES = ["0006-a.markdown", "0007-use-index.html.md", "0008-ü x.md"]


def test_a_record_has_its_page_whatever_its_file_is_called(root: Path) -> None:
    for name in NAMES:
        put(root, f"docs/decisions/{name}", f"# {name}\n\n* Status: accepted\n")
    put(root, "docs/decisions/0008-ü x/index.md", "# Own\n")
    built = build(root)
    message = (
        "docs/decisions/0008-ü x.md: ADR309 has no page on the site, because docs/decisions/0008-ü x/index.md stands at "
        "its address; rename one of the two"
    )
    assert (built.returncode, built.stderr.count(message)) == (1, 1)
    assert message in run(root, "check").stderr
    records = json.loads((root / "site/decisions.json").read_text(encoding="utf-8"))["records"]
    pages = [unquote(record["url"]) for record in records if record["number"] > 5]
    assert pages == ["decisions/0006-a/", "decisions/0007-use-index.html/", "decisions/0008-ü x/"]
    titles = [
        re.findall("<h1[^>]*>(.*?)<", (root / "site" / page / "index.html").read_text("utf-8"))[0] for page in pages
    ]
    assert titles == ["0006-a.markdown", "0007-use-index.html.md", "Own"]


def test_a_record_outside_of_the_docs_folder_whose_address_is_that_of_a_page_is_named(root: Path) -> None:
    put(root, "adr-gen.toml", 'decisions = "adr"\n')
    put(root, "adr/0001-x.md", "# X\n\n* Status: accepted\n")
    put(root, "adr/0002-y.md", "# Y\n\n* Status: accepted\n")
    for path in ("docs/decisions/0001-x.md", "docs/decisions/0003-by-hand.md"):
        put(root, path, "# Own\n")
    message = (
        "adr/0001-x.md: ADR309 has no page on the site, because docs/decisions/0001-x.md stands at its address; "
        "rename one of the two\n"
    )
    assert [line for line in run(root, "check").stderr.splitlines(keepends=True) if "ADR309" in line] == [message]
    assert message in run(root, "export", root / "out").stderr
