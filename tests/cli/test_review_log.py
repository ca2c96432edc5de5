"""The reviews of a log: branches never fight over them, they follow records and conditions, and nobody publishes them."""

import json
from collections.abc import Callable
from pathlib import Path

from adr_gen.project import load
from tests.support.cache_research import BLOCKED
from tests.support.helpers import build, git, run, tree

Make = Callable[[str], Path]
LOG = (
    BLOCKED
    + """\
    - No customer has asked.

    ## Revisit when

    - pages take a second
    - a customer asks
    === adr-gen.toml
"""
)


def reviewed(root: Path, *flags: str, by: str = "Ana", day: str = "2026-08-01") -> dict[str, object]:
    done = run(root, "review", "1", "--by", by, "--as-of", day, "--json", *flags)
    assert (done.returncode, done.stderr) == (0, "")
    (shown,) = json.loads(done.stdout)
    return dict(shown)


def states(root: Path, day: str = "2026-08-02") -> list[str]:
    (record,) = json.loads(run(root, "list", "--json", "--as-of", day).stdout)
    return [trigger["state"] for trigger in record["revisit"]["triggers"]]


def test_two_branches_that_look_at_one_record_on_one_day_merge_and_both_are_read(tmp_path: Path) -> None:
    root = tree(tmp_path / "project", LOG)
    git(tmp_path, "init", "--initial-branch=main", str(root))
    run(root, "generate")
    git(root, "add", ".")
    git(root, "commit", "--message=log")
    git(root, "switch", "--create=other")
    ana = reviewed(root, "--answer", "a=never", "--note", "all fine")
    git(root, "add", ".")
    git(root, "commit", "--message=ana")
    git(root, "switch", "main")
    bo = reviewed(root, "--answer", "b=met", "--cleared", "1", "--note", "all fine", by="Bo")
    git(root, "add", ".")
    git(root, "commit", "--message=bo")
    git(root, "merge", "--no-edit", "other")
    reviews, problems = load(root).reviews
    assert problems == []
    assert {(review.by, review.path) for review in reviews.all} == {("Ana", ana["path"]), ("Bo", bo["path"])}
    assert states(root) == ["never", "met"]
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_damaged_review_is_named_by_check_and_the_others_are_read(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "a=never")
    broken = root / "docs/decisions/reviews/0001-2026-08-01-00000000.yml"
    broken.write_text("record: 1\ndate: 2026-08-01\nanswers:\n- trigger: b\n  result: maybe\n", encoding="utf-8")
    checked, listed = run(root, "check"), run(root, "list")
    path = broken.relative_to(root).as_posix()
    problems = [
        f"{path}:4: ADR401 `condition` is missing; add it",
        f"{path}:5: ADR401 `result: maybe` is not known; allowed are waiting, met, never",
    ]
    assert (checked.returncode, sorted(checked.stderr.splitlines())) == (1, problems)
    assert (listed.returncode, sorted(listed.stderr.splitlines())) == (0, problems)
    assert states(root) == ["never", "due"]


def test_a_review_of_no_record_is_a_problem(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    place = root / "docs/decisions/reviews/0009-2026-08-01-00000000.yml"
    place.parent.mkdir()
    place.write_text("record: 9\ndate: 2026-08-01\n", encoding="utf-8")
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr.splitlines()) == (
        1,
        [
            f"{place.relative_to(root).as_posix()}:1: ADR304 reviews record 9, which does not exist; mend the number, or delete the review"
        ],
    )


def test_a_condition_that_was_edited_is_asked_anew(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "a=never", "--answer", "b=never", "--cleared", "1")
    assert states(root) == ["never", "never"]
    research = root / "docs/research/cache.md"
    text = research.read_text(encoding="utf-8")
    text = text.replace("a customer asks", "two customers ask").replace("No customer has", "Hardly a customer has")
    research.write_text(text, encoding="utf-8")
    run(root, "generate")
    (record,) = json.loads(run(root, "list", "--json", "--as-of", "2026-08-02").stdout)
    assert states(root) == ["never", "due"]
    assert record["blockers"] == [{"id": "1", "text": "Hardly a customer has asked.", "state": "open"}]


def test_answers_follow_a_condition_whose_letter_changes(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "b=never")
    research = root / "docs/research/cache.md"
    text = research.read_text(encoding="utf-8").replace("- pages take a second\n", "")
    research.write_text(text, encoding="utf-8")
    run(root, "generate")
    assert states(root) == ["never"]


def test_a_record_that_is_renumbered_takes_its_reviews_along(project: Make) -> None:
    root = project(LOG)
    run(root, "generate")
    reviewed(root, "--answer", "a=never")
    late = (root / "docs/decisions/0001-cache.md").read_text(encoding="utf-8")
    (root / "docs/decisions/0001-other.md").write_text(
        "# Other\n\n* Status: accepted\n* Date: 2025-01-01\n\nRevisit when a customer asks.\n", encoding="utf-8"
    )
    refused = run(root, "review", "1", "--answer", "a=never", "--by", "Ana")
    both = "docs/decisions/0001-cache.md and docs/decisions/0001-other.md"
    assert (refused.returncode, refused.stderr) == (
        2,
        f"adr-gen: number 1 is held by {both}; run `adr-gen renumber` first\n",
    )
    assert _states_of_all(root) == [["never", "due"], ["due"]]
    assert run(root, "renumber").returncode == 0
    assert late.replace("number: 1", "number: 2") != late
    (place,) = (root / "docs/decisions/reviews").iterdir()
    assert place.name.startswith("0002-2026-08-01-")
    reviews, problems = load(root).reviews
    assert problems == []
    assert [(review.record, review.file) for review in reviews.all] == [(2, "0002-cache.md")]
    assert _states_of_all(root) == [["due"], ["never", "due"]]


def _states_of_all(root: Path) -> list[list[str]]:
    shown = json.loads(run(root, "list", "--json", "--as-of", "2026-08-02").stdout)
    return [[trigger["state"] for trigger in record["revisit"]["triggers"]] for record in shown]


def test_reviews_are_never_published(project: Make) -> None:
    root = project(LOG + "    === mkdocs.yml\n    site_name: x\n    plugins: [adr-gen]\n    theme: material\n")
    run(root, "generate")
    reviewed(root, "--answer", "a=met", "--evidence", "a=seen on the wall")
    assert build(root, ADR_GEN_AS_OF="2026-08-02").returncode == 0
    assert run(root, "export", "out", "--as-of", "2026-08-02").returncode == 0
    for site in (root / "site", root / "out"):
        files = [place for place in site.rglob("*") if place.is_file()]
        assert not [place for place in files if "reviews" in place.parts or place.suffix in (".yml", ".yaml")]
        texts = "".join(place.read_bytes().decode("utf-8", "replace") for place in files)
        assert "seen on the wall" in texts, "what was found is on the board and in the data"
