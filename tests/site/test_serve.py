"""mkdocs serve: a saved research file shows at once, as the record that it would become."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from adr_gen.records import url_of
from adr_gen.site.memo import Memo
from adr_gen.site.record.body.record_bodies import Body, bodies
from adr_gen.site.urls import Urls
from tests.support.helpers import put, run
from tests.support.previewed import PROJECT, Project
from tests.support.served import serving


@pytest.fixture
def served(project: Project) -> Iterator[tuple[Path, str, Path]]:
    """A project that is being served: its root, its address, and what the server says."""
    root = project(PROJECT)
    assert run(root, "generate").returncode == 0
    with serving(root) as server:
        yield root, server.address, server.log


def until(condition: Callable[[], bool]) -> bool:
    """Whether something becomes true within half a minute."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            if condition():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def page(address: str) -> str:
    """The text of a page."""
    with urlopen(address, timeout=5) as answer:  # loopback
        return str(answer.read().decode())


def test_a_page_that_did_not_change_leads_to_one_that_is_new(served: tuple[Path, str, Path]) -> None:
    root, address, _ = served
    record = address + "decisions/0001-which-queue/"
    assert until(lambda: 'title="not on this site: ../guide.md"' in page(record))
    (root / "docs/guide.md").write_text("# Guide\n", encoding="utf-8")
    assert until(lambda: '<a href="../../guide/">guide</a>' in page(record))


def test_a_preview_renders_again_only_what_changed(tmp_path: Path) -> None:
    cache: Memo[Body] = Memo(on=True)

    def rendered(pages: dict[str, str], **texts: str) -> dict[str, Body]:
        files = {
            f"docs/decisions/000{n}-{name}.md": f"# {name}\n\n{text}\n" for n, (name, text) in enumerate(texts.items())
        }
        places = Urls({**pages, **{path: url_of(path, "docs/decisions") for path in files}}, tmp_path)
        return {made.record.title: made for made in bodies(files.items(), "docs/decisions", places, {}, cache=cache)}

    guide = {"docs/guide.md": "guide/"}
    first = rendered({}, one="One.", two="Two, see the [guide](../guide.md).", three="![Three](../three.png)")
    again = rendered({}, one="One.", two="Two, see the [guide](../guide.md).", three="![Three](../three.png)")
    assert [again[name] is made for name, made in first.items()] == [True, True, True]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/three.png").write_bytes(b"")
    after = rendered(
        guide, one="One, changed.", two="Two, see the [guide](../guide.md).", three="![Three](../three.png)"
    )
    assert "One, changed." in after["one"].text
    assert '<a href="../../guide/">guide</a>' in after["two"].text
    assert after["three"].media == {"docs/three.png": "decisions/media/docs/three.png"}


def test_a_saved_research_file_shows_as_the_record_it_would_become(served: tuple[Path, str, Path]) -> None:
    root, address, output = served
    record = address + "decisions/0001-which-queue/"
    assert until(lambda: "The table is enough." in page(record))
    source = root / "docs/research/queue.md"
    before = (root / "docs/decisions/0001-which-queue.md").read_bytes()
    source.write_text(source.read_text(encoding="utf-8").replace("enough", "plenty"), encoding="utf-8")
    assert until(lambda: "The table is plenty." in page(record))
    new = source.read_text(encoding="utf-8").replace("Which queue", "Which cache")
    (root / "docs/research/cache.md").write_text(new, encoding="utf-8")
    assert until(lambda: "Which cache" in page(address + "decisions/0002-which-cache/"))
    assert (root / "docs/decisions/0001-which-queue.md").read_bytes() == before
    assert not (root / "docs/decisions/0002-which-cache.md").exists()
    warning = "docs/research/queue.md:1: ADR208 docs/decisions/0001-which-queue.md is behind; run `adr-gen generate`"
    assert warning in output.read_text(encoding="utf-8")
    new = (
        "docs/research/cache.md:1: ADR208 docs/decisions/0002-which-cache.md is not written yet; run `adr-gen generate`"
    )
    assert new in output.read_text(encoding="utf-8")
    assert "skipped" not in output.read_text(encoding="utf-8")


def test_settings_that_appear_are_noticed_and_what_they_name_is_watched(served: tuple[Path, str, Path]) -> None:
    root, address, output = served
    note = put(root, "notes/mail.md", "---\ntitle: Mail\n---\n\n## Recommendation: ADOPT\n\nOne server.\n")
    assert until(lambda: "Which queue" in page(address + "decisions/"))
    put(root, "adr-gen.toml", 'research = ["docs/research", "notes"]\n')
    record = address + "decisions/0002-mail/"
    assert until(lambda: "One server." in page(record))
    note.write_text(note.read_text(encoding="utf-8").replace("One", "No"), encoding="utf-8")
    assert until(lambda: "No server." in page(record))
    assert "Only in this preview" in page(record)
    assert output.read_text(encoding="utf-8").count("notes/mail.md:1: ADR208") == 1


def test_a_record_that_is_a_draft_is_in_the_preview(served: tuple[Path, str, Path]) -> None:
    root, address, _ = served
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("draft_docs: /decisions/0001-*\n")
    assert until(lambda: "mkdocs-draft-marker" in page(address + "decisions/0001-which-queue/"))
    assert "The table is enough." in page(address + "decisions/0001-which-queue/")
    assert "Which queue" in page(address + "decisions/")
