"""export: the same log for other site engines and in Nygard's form."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from adr_gen.project import load
from tests.support.crawl import broken
from tests.support.export_builds import CONFIG, OWN_PAGES, PROJECT, engine, engines_agree, links_follow
from tests.support.export_project import Project, root
from tests.support.helpers import put, run
from tests.support.permissions import enforced

__all__ = ["root"]  # a fixture


def test_a_bare_engine_shows_the_same_records_with_the_same_words_and_links(root: Path, tmp_path: Path) -> None:
    engines_agree("mkdocs", root, tmp_path / "other")


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
def test_links_of_the_users_own_pages_lead_to_the_records(folders: bool, project: Project, tmp_path: Path) -> None:
    links_follow("mkdocs", folders, project(PROJECT + OWN_PAGES.lstrip("\n")), tmp_path / "other")


def test_an_export_says_what_the_navigation_has_to_name_otherwise(root: Path, tmp_path: Path) -> None:
    nav = "nav:\n- index.md\n- Log: decisions/index.md\n- More: [revisit.md, {By hand: decisions/0009-hand.md}]\n"
    put(root, "mkdocs.yml", CONFIG + nav)
    assert run(root, "export", tmp_path / "out").stdout.splitlines()[3:] == [
        "in `nav`, write `revisit/index.md` for `revisit.md`",
        "in `nav`, write `decisions/0009-hand/index.md` for `decisions/0009-hand.md`",
    ]
    put(root, "mkdocs.yml", f"{CONFIG}{nav}use_directory_urls: false\n")
    assert len(run(root, "export", tmp_path / "out").stdout.splitlines()) == 3


def test_a_template_of_the_projects_own_takes_the_place_of_that_one_alone_and_escapes(
    root: Path, tmp_path: Path
) -> None:
    run(root, "export", tmp_path / "before")
    put(root, "adr-gen.toml", 'site-templates = "ours"\n')
    own = put(root, "ours/table_row.html.j2", "<tr><td>No. {{ row.number }} of us & {{ '<i>' }}</td></tr>")
    assert run(root, "export", tmp_path / "after").returncode == 0
    log, before = ((tmp_path / place / "decisions/index.md").read_text("utf-8") for place in ("after", "before"))
    rows = re.findall("<tr><td>.*?</tr>", log)
    assert rows == [f"<tr><td>No. {number} of us & &lt;i&gt;</td></tr>" for number in ("0011", "0010", "0009")]
    assert log.partition("<tbody")[0] == before.partition("<tbody")[0]
    own.write_text("{{ row.colour }}", encoding="utf-8")
    failed = run(root, "export", tmp_path / "after")
    assert failed.returncode == 2
    assert "the site's template table.html.j2 fails: 'dict object' has no attribute 'colour'" in failed.stderr


def test_an_export_holds_no_research_and_no_records_as_written(root: Path, tmp_path: Path) -> None:
    run(root, "export", tmp_path / "out")
    assert sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file()) == [
        ".adr-gen-export",
        "assets/adr-gen.css",
        "assets/adr-gen.js",
        "decisions.json",
        "decisions.schema.json",
        "decisions/0009-hand/index.md",
        "decisions/0010-lists-code/index.md",
        "decisions/0011-two/index.md",
        "decisions/index.md",
        "feed.xml",
        "graph/index.md",
        "index.md",
        "llms.txt",
        "research/p.png",
        "revisit.ics",
        "revisit/index.md",
        "timeline/index.md",
    ]


def test_an_export_has_one_file_for_each_page_and_the_users_own_wins(project: Project, tmp_path: Path) -> None:
    own = {"index.html", "revisit/index.md", "graph/README.md", "decisions/README.md"}
    root = project("=== mkdocs.yml\nsite_name: Own\n")
    for path in own:
        put(root, f"docs/{path}", "# Mine\n")
    assert run(root, "export", tmp_path / "out").returncode == 0
    pages = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*") if p.is_file()}
    assert {path for path in pages if path.endswith((".md", ".html"))} == own | {"timeline/index.md"}


def test_an_export_leads_to_pages_where_the_engine_puts_them(root: Path) -> None:
    config = f"site_url: https://example.org/\nuse_directory_urls: false\n{CONFIG}"
    put(root, "mkdocs.yml", f"{config}plugins: [search, adr-gen]\n")
    assert run(root, "export", root / "out").returncode == 0
    engine("mkdocs", root)
    put(root, "mkdocs.yml", config.replace("docs_dir: docs", "docs_dir: out\nsite_dir: other"))
    engine("mkdocs", root)
    assert (root / "other/decisions.json").read_bytes() == (root / "site/decisions.json").read_bytes()
    assert broken(root / "other") == []
    home = load(root)
    addresses = {home.address(record).removeprefix("https://example.org/") for record in home.log()[0].records}
    assert addresses == {p.relative_to(root / "site").as_posix() for p in (root / "site/decisions").glob("00*")}


def test_an_export_holds_nothing_that_the_site_keeps_back(root: Path, tmp_path: Path) -> None:
    put(tmp_path, "secret.png", "secret")
    for path in ("research/template.md", "decisions/readings.yml", "decisions/reviews/0009-x.txt"):
        put(root, f"docs/{path}", "")
    for path in ("research/leak.png", "research/leak.md", "decisions/leak.png"):
        try:
            (root / "docs" / path).symlink_to(tmp_path / "secret.png")
        except OSError:
            pytest.skip("symbolic links need a privilege here")
    run(root, "export", tmp_path / "out")
    engine("mkdocs", root)
    private = re.compile("secret|leak|template|readings|reviews")
    assert [
        p for folder in (root / "site", tmp_path / "out") for p in folder.rglob("*") if private.search(p.name)
    ] == []


def test_a_record_that_the_site_leaves_out_is_in_no_export(root: Path, tmp_path: Path) -> None:
    put(
        root, "mkdocs.yml", f'{CONFIG}exclude_docs: "*-two.md"\ndraft_docs: |\n  /decisions/0009*\n  !decisions/0011*\n'
    )
    assert run(root, "export", tmp_path / "out").returncode == 0
    records = json.loads((tmp_path / "out/decisions.json").read_text(encoding="utf-8"))["records"]
    assert [record["path"] for record in records] == ["docs/decisions/0010-lists-code.md"]
    assert [p.name for p in (tmp_path / "out/decisions").iterdir() if p.name.startswith("00")] == ["0010-lists-code"]


def test_an_export_replaces_an_earlier_one_and_nothing_else(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(root, "export", out).returncode == 0
    (out / "stale.md").write_text("x", encoding="utf-8")
    assert run(root, "export", out).returncode == 0
    assert not (out / "stale.md").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/precious.md").write_text("x", encoding="utf-8")
    done = run(root, "export", tmp_path / "mine")
    assert done.returncode == 2
    assert "no earlier export" in done.stderr
    assert (tmp_path / "mine/precious.md").read_text(encoding="utf-8") == "x"
    assert run(root, "export", root.parent).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("profile", ["site", "nygard"])
@pytest.mark.parametrize("link", ["out", "out/.adr-gen-export", "out/decisions", "new/out", "same"])
def test_an_export_writes_over_no_link_out_of_the_project(link: str, profile: str, project: Project) -> None:
    root = project(PROJECT) / "docs"
    assert run(root, "export", "../out", "--profile", profile).returncode == 0
    there, place = put(root.parent.parent, "beside/mine.md", "mine").parent, root.parent / link
    if link == "same":  # every file has a second name
        for file in [file for file in (root.parent / "out").rglob("*") if file.is_file()]:
            os.link(file, there / f"{file.stat().st_ino}")
        put(root, "index.md", "# Other\n")
        put(root, "decisions/0001-a.md", "# B\n\n* Status: accepted\n")
    elif link.endswith("export"):
        place.unlink()
        place.symlink_to(there / "mine.md")
    else:
        shutil.rmtree(place, ignore_errors=True)
        place.parent.mkdir(exist_ok=True)
        place.symlink_to(there / "new" if link == "new/out" else there)
    before = {file.name: file.read_bytes() for file in there.iterdir()}
    done = run(root, "export", "../new/out" if link == "new/out" else "../out", "--profile", profile)
    assert done.returncode == (0 if link in ("same", "out/decisions") else 2), done.stderr
    assert {file.name: file.read_bytes() for file in there.iterdir()} == before


@pytest.mark.parametrize("place", ["build/docs", "../docs"])
def test_an_export_says_the_docs_folder_as_the_project_sees_it(place: str, project: Project) -> None:
    root = project(PROJECT) / "docs"
    lines = run(root, "export", Path("..", place)).stdout.splitlines()
    out = (root.parent / place).resolve()
    assert lines == [
        f"{out}: a docs tree with 1 record;",
        f"build it from {root.parent} with `docs_dir: {place if place == 'build/docs' else out}`, `extra_css: [assets/adr-gen.css]`",
        "and `extra_javascript: [assets/adr-gen.js]`",
    ]


def test_an_export_of_the_last_day_ends_with_the_calendar(project: Project, tmp_path: Path) -> None:
    root = project("=== docs/decisions/0001-a.md\n# A\n\n* Status: rejected\n\n## Revisit when\n\n* `9999-12-30`\n")
    done = run(root, "export", tmp_path / "out", "--as-of", "9999-12-29")
    assert (done.returncode, done.stderr) == (0, "")
    assert "month. Dec 9999: 1" in (tmp_path / "out/revisit/index.md").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_named(project: Project) -> None:
    root = project("=== file\n=== closed/\n")
    (root / "closed").chmod(0o500)
    for place in ("file/x", "closed/x"):
        with enforced():
            done = run(root, "export", place)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"adr-gen: {root / place}: cannot be made: ")
        assert done.stderr.endswith("; choose one that you may write to\n")
    (root / "closed").chmod(0o700)
