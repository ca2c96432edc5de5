"""Search: what its index and the pieces hold, and where the theme keeps its own search."""

import json
from pathlib import Path

import pytest

from adr_gen.site import stop_words
from adr_gen.site.search_index import PIECE, fits, with_worker, words
from tests.support.helpers import build, run, tree
from tests.support.search_site import CACHE, PROJECT, QUEUE, built_site, site

__all__ = ["site"]  # a fixture


def test_the_index_holds_heads_and_the_pieces_hold_the_words(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    pieces = [json.loads(file.read_text("utf-8")) for file in sorted((site / "search/records").iterdir())]
    assert [doc["location"] for doc in index["docs"] if doc["location"].startswith("decisions/")] == [
        "decisions/",
        f"{CACHE}/",
        f"{QUEUE}/",
        f"{QUEUE}/#trigger-a",
        f"{QUEUE}/#trigger-b",
        f"{QUEUE}/#trigger-c",
    ]
    assert "xylophone" not in json.dumps(index)
    assert index["config"]["asking"] == stop_words.of(())
    assert index["config"]["records"] == [next(iter(piece)) for piece in pieces]
    assert [pieces[0][word] for word in ("xylophone", "thousand", "glockenspiel")] == [[0, 1], [1], [0]]


def test_a_record_that_was_superseded_names_the_one_that_took_its_place(tmp_path: Path) -> None:
    later = "=== docs/research/later.md\n---\ntitle: Later\ndate: 2026-05-01\ndecision: reject\nsupersedes: 1\n---\n"
    index = json.loads(
        (built_site(tmp_path, PROJECT.rstrip() + "\n" + later) / "search/search_index.json").read_text("utf-8")
    )
    statuses = {doc["location"]: doc["tags"][0] for doc in index["docs"] if doc.get("tags")}
    assert statuses[f"{CACHE}/"].endswith('superseded</span> <span class="adr-qualifier">by ADR-0003</span>')
    assert "adr-qualifier" not in statuses["decisions/0003-later/"]
    assert {doc["location"]: doc["heirs"] for doc in index["docs"] if "heirs" in doc} == {
        f"{CACHE}/": ' <span class="adr-qualifier">Later</span>'
    }


def test_conditions_of_one_sentence_are_told_apart(tmp_path: Path) -> None:
    words = "Revisit this when the mill floods, or when the dam is raised."
    mill = f"=== docs/research/mill.md\n# Mill\n\n**Decision:** Reject for now.\n\n{words}\n"
    index = json.loads(
        (built_site(tmp_path, PROJECT.rstrip() + "\n" + mill) / "search/search_index.json").read_text("utf-8")
    )
    texts = [doc["text"] for doc in index["docs"] if "0003-mill/#" in doc["location"] and "Revisit" in doc["title"]]
    assert texts == ["<p>the mill floods</p>", "<p>the dam is raised</p>"]


@pytest.mark.parametrize(
    ("languages", "asked", "meant"),
    [
        ((), "what did we decide on", "jobs warum"),
        (("de",), "warum nicht was haben wir über why", "jobs pourquoi"),
        (("fr", "ja"), "pourquoi n'avons décidé", "jobs warum 検索"),
    ],
    ids=["English", "German", "French"],
)
def test_the_worker_is_told_the_words_of_a_question_in_the_languages_of_the_site(
    languages: tuple[str, ...], asked: str, meant: str
) -> None:
    known = stop_words.of(languages)
    assert set(words(asked).split()) <= set(known)
    assert not set(words(meant).split()) & set(known)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Which queue the workers use: we do not know", None),
        ("Redis PostgreSQL", None),
        ("Welche Datenbank für die Auswertungen", "de"),
        ("Выбор базы для отчётов: мы не знаем", "ru"),
        ("The war is over: we die on a den", None),
        ("检索", None),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, told: str | None) -> None:
    assert stop_words.language(text) == told


def test_pieces_are_small_and_in_the_order_of_words(tmp_path: Path) -> None:
    many = "".join(
        f"\n=== docs/research/{n}.md\n---\ntitle: T{n}\ndate: 2026-01-01\ndecision: adopt\n---\n\n"
        + " ".join(f"w{n * i:x}" for i in range(800))
        for n in range(20)
    )
    folder = built_site(tmp_path, PROJECT.rstrip() + many) / "search/records"
    pieces = [(folder / f"{n}.json").read_text("utf-8") for n in range(len(list(folder.iterdir())))]
    assert len(pieces) > 2
    assert max(map(len, pieces)) < 1.2 * PIECE
    entries = [word for piece in pieces for word in json.loads(piece)]
    assert entries == sorted(entries)


@pytest.mark.parametrize("plugins", ["[search, offline, adr-gen]", "[adr-gen]"])
def test_the_theme_keeps_its_search_where_ours_cannot_be(tmp_path: Path, plugins: str) -> None:
    folder = built_site(tmp_path, PROJECT.replace("[search, tags, adr-gen]", plugins))
    assert not (folder / "search/records").exists()
    assert not list(folder.glob("assets/javascripts/workers/adr-gen.js"))
    assert all("adr-gen.js?" not in page.read_text("utf-8") for page in folder.rglob("*.html"))
    if (index := folder / "search/search_index.json").exists():
        assert "xylophone" in index.read_text("utf-8")


def test_a_page_that_names_no_worker_of_the_theme_stays_as_it_is() -> None:
    page = '<p>"search": "x/workers/search.abc.min.js"</p><script id="__config">{"search": "own.js"}</script>'
    assert with_worker(page) == page
    assert not fits('<script id="__config">{"search": "own.js"}</script>')


def test_words_are_cut_at_signs_numbers_stay_whole_and_some_scripts_have_none() -> None:
    html = '<p>Don&#39;t <code>max_<span class="n">size</span></code>=9.8.1 <b>x</b>y<br>z 検索 größe</p>'
    assert words(html) == "9.8.1 don große max size t xy z 検索 索"


def test_a_condition_that_was_answered_is_told_from_one_that_waits(tmp_path: Path) -> None:
    tree(
        tmp_path,
        """\
=== adr-gen.toml
=== mkdocs.yml
site_name: Test log
theme: {name: material, font: false}
plugins: [search, adr-gen]
=== docs/index.md
# Home
=== docs/decisions/0001-crane.md
# Crane

* Status: rejected
* Date: 2026-01-02

## Revisit when

* a second crane is sold
* `2026-03-01`
* the dock is dredged
* `2026-04-01`
* `2099-01-01`
""",
    )
    day = ("--as-of", "2026-03-02", "--by", "Ana")
    assert (
        run(tmp_path, "review", "1", "--answer", "a=never", "--reaffirm", "--next", "2098-01-01", *day).returncode == 0
    )
    assert build(tmp_path).returncode == 0
    index = json.loads((tmp_path / "site/search/search_index.json").read_text("utf-8"))
    assert {doc["title"][-2]: doc.get("states") for doc in index["docs"] if "#trigger" in doc["location"]} == {
        "a": {"": "never"},
        "b": {"": "answered", "2098-01-01": "due"},
        "c": None,
        "d": {"": "met"},
        "e": {"2099-01-01": "met"},
    }


def test_a_record_is_found_by_the_name_of_its_research_file_but_not_by_its_folder(tmp_path: Path) -> None:
    log = "=== adr-gen.toml\n=== mkdocs.yml\nsite_name: Pier\ntheme: {name: material, font: false}\nplugins: [search, adr-gen]\n"
    log += "=== docs/research/2026-02-crates_and-pallets.md\n# Boxes\n\nRejected.\n"
    site = built_site(tmp_path / "pier", log)
    (piece,) = [json.loads(file.read_text("utf-8")) for file in (site / "search/records").iterdir()]
    asked = ("crates", "pallets", "boxes", "research", "2026", "02")
    assert [piece.get(word) for word in asked] == [[0], [0], [0], None, None, None]
