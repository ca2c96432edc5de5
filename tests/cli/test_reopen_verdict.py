"""`adr-gen reopen`: the verdict on a question that was asked again supersedes the old record or reaffirms it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import run
from tests.support.reopened_log import DAY, HAND, NEW, RESEARCH, log, ok

Make = Callable[[str], Path]
OVER = "(nobody waits for this any more)"
CONDITIONS = (
    " (a) pages take a second, see graphs (https://graphs.example.org/p95) person"
    " (b) a customer asks person (c) `2026-07-01` has come date"
)


def decided(root: Path, verdict: str) -> None:
    """The reopened question gets its verdict."""
    place = root / NEW
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("## Recommendation\n", f"## Recommendation: {verdict}\n"), encoding="utf-8")
    ok(root, "generate")


@pytest.mark.parametrize("start", [RESEARCH, HAND], ids=["generated", "by hand"])
def test_another_verdict_supersedes_the_old_record(start: str, project: Make) -> None:
    root = project(start)
    ok(root, "generate")
    own = (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    decided(root, "ADOPT")
    old, new = log(root)[1], log(root)[3]
    assert (new["title"], new["status"], new["supersedes"], new["revisits"]) == (
        "Cache",
        "accepted",
        [1],
        [1],
    )
    assert (old["status"], old["superseded_by"], old["reaffirmed_by"]) == ("superseded", [3], [])
    assert (old["revisit"]["state"], old["revisit"]["next"]) == (None, None)
    text = (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8")
    if start is HAND:
        assert text == own
    else:
        assert "status: superseded by ADR-0003\n" in text
        slug = "0003-cache"
        assert f"* Status: superseded by [{slug}]({slug}.md)\n" in text
    assert "ADR-0001" not in run(root, "revisit", "--as-of", "2030-01-01").stdout
    watched = " ".join(ok(root, "show", "1").partition("\nRevisit when")[2].split())
    assert watched == ((OVER + " (a) a customer asks person") if start is HAND else f", any of {OVER}" + CONDITIONS)
    done = run(root, "reopen", "1", "--by", "Ana")
    words = "adr-gen: ADR-0001 is superseded by ADR-0003; look at that one: number 3\n"
    assert (done.returncode, done.stderr) == (2, words)
    ok(root, "generate", "--check")
    ok(root, "check")


def test_a_record_by_hand_that_decides_otherwise_supersedes_a_generated_one(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    new = "# Cache again\n\n* Status: accepted\n* Date: 2026-09-01\n* Revisits [ADR-0001](0001-cache.md)\n"
    (root / "docs/decisions/0009-cache-again.md").write_text(new, encoding="utf-8")
    ok(root, "generate")
    text = (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8")
    assert "status: superseded by ADR-0009\n" in text
    assert "* Status: superseded by [0009-cache-again](0009-cache-again.md)\n" in text
    ok(root, "generate", "--check")


@pytest.mark.parametrize("start", [RESEARCH, HAND], ids=["generated", "by hand"])
def test_the_same_verdict_reaffirms_it_and_both_say_so(start: str, project: Make) -> None:
    root = project(start)
    ok(root, "generate")
    own = (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    decided(root, "REJECT")
    old, new = log(root)[1], log(root)[3]
    assert (new["status"], new["supersedes"], new["revisits"]) == ("rejected", [], [1])
    assert (old["status"], old["superseded_by"], old["reaffirmed_by"]) == ("rejected", [], [3])
    assert (old["revisit"]["state"], old["revisit"]["next"]) == (None, None)
    assert (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8") == own
    # the new one says the same status in other words
    assert "Answered anew by  ADR-0003" in ok(root, "show", "1")
    assert "Reaffirms    ADR-0001" in ok(root, "show", "3").replace("Reaffirms  ", "Reaffirms    ")
    assert "Revisits" not in ok(root, "show", "3")
    assert "ADR-0001" not in run(root, "revisit", "--as-of", "2030-01-01").stdout
    done = run(root, "review", "1", "--reaffirm", "--by", "Ana")
    assert done.stderr == "adr-gen: ADR-0001 is reaffirmed by ADR-0003; look at that one: number 3\n"


def test_the_page_of_each_names_the_other(project: Make) -> None:
    root = project(HAND)
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    decided(root, "REJECT")
    run(root, "export", "out")
    old = (root / "out/decisions/0001-cache/index.md").read_text(encoding="utf-8")
    new = (root / "out/decisions/0003-cache/index.md").read_text(encoding="utf-8")
    assert 'data-adr-kind="reaffirmed"><p>Answered anew by <a ' in old
    assert "<dt>Revisits</dt><dd><a " in new
    assert "<dt>Reaffirms</dt>" not in new


def test_the_new_record_can_be_reopened_in_its_turn(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    decided(root, "ADOPT")
    output = ok(root, "reopen", "3", "--by", "Ana", "--as-of", DAY)
    assert "docs/research/004-cache.md: written" in output
    assert 'title: "Cache"\n' in (root / "docs/research/004-cache.md").read_text(encoding="utf-8")


def test_a_research_file_that_moves_is_known_beside_the_one_that_asks_again(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    decided(root, "ADOPT")
    place = root / "docs/research/001-cache.md"
    text = place.read_text(encoding="utf-8").replace("nothing is slow", "nothing is slow yet")
    place.unlink()
    (root / "docs/research/009-old.md").write_text(text, encoding="utf-8")
    ok(root, "generate")
    assert {n: (r["title"], r["source"]) for n, r in log(root).items()} == {
        1: ("Cache", "docs/research/009-old.md"),
        2: ("Queue", "docs/research/002-queue.md"),
        3: ("Cache", NEW),
    }


def test_a_question_that_is_open_again_never_takes_the_old_record_over(project: Make) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    ok(root, "reopen", "1", "--by", "Ana", "--as-of", DAY)
    place = root / NEW
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("## Recommendation\n", "## Recommendation: ADOPT\n"), encoding="utf-8")
    (root / "docs/research/001-cache.md").unlink()
    done = run(root, "generate")
    assert (done.returncode, "ADR203" in done.stderr) == (1, True)
    assert {n: (r["title"], r["status"]) for n, r in log(root).items()} == {
        1: ("Cache", "superseded"),
        2: ("Queue", "accepted"),
        3: ("Cache", "accepted"),
    }
