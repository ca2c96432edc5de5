"""Tokens that `adr-gen check` offers by what the project knows, and `adr-gen check --fix`, which puts them into sentences."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.reading.conditions.written_condition import trigger
from adr_gen.reading.hints.hints import package
from tests.support.helpers import git, put, run

Make = Callable[[str], Path]


def record(*conditions: str) -> str:
    items = "\n".join(f"- {one}" for one in conditions)
    return f"# X\n\n* Status: rejected\n* Date: 2026-01-02\n\n## Revisit when\n\n{items}\n"


def offered_tokens(root: Path) -> list[str]:
    """The tokens that check offers."""
    problems = json.loads(run(root, "check", "--format", "json").stdout)
    return [one["message"].partition("add `")[2].partition("`")[0] for one in problems if one["code"] == "ADR903"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Redis is in the stack anyway", ("Redis", False)),
        ("celery becomes a dependency", ("celery", False)),
        ("anything depends on `left-pad`", ("left-pad", False)),
        ("nobody uses moment any more", ("moment", True)),
        ("we drop **moment**", ("moment", True)),
        ("`@scope/kit` is no longer a dependency", ("@scope/kit", True)),
        ("support for redis is dropped", None),
        ("the old redis is removed", None),
        ("redis is removed from the CI image", None),
        ("redis is fast enough", None),
        ("it is removed", None),
        ("we ever add Redis", ("Redis", False)),
        ("we replace moment", ("moment", True)),
        ("we replace moment in the calendar", None),
        ("`dep:redis` is in the stack", None),
    ],
)
def test_a_condition_names_a_package_that_comes_or_goes_or_none(text: str, expected: tuple[str, bool] | None) -> None:
    assert package(trigger(text, text)) == expected


@pytest.mark.parametrize(
    ("condition", "token"),
    [
        ("flask 4 is released", "pypi:flask >= 4"),
        ("`kit 4.x` ships", "REGISTRY:kit >= 4"),
        ("nobody uses flask any more", "not dep:flask"),
        ("flask is in the stack", "dep:flask"),
        ("nobody uses kit any more", None),
        ("we add flask", "dep:flask"),
        ("we ever move to flask 4", "dep:flask >= 4"),
        ("`flask` is bumped to 4.1", "dep:flask >= 4.1"),
        ("we move to kit 4", None),
        ("we move to flask 4 in the admin", None),
        ("we move to flask", "dep:flask"),
        ("#19 lands", "issue:example/shop#19 closed"),
        ("PR #19 is merged upstream", None),
        ("upstream merges PR #19", "issue:OWNER/REPO#19 closed"),
        ("`models.py` exceeds 800 lines", "file:src/shop/models.py lines > 800"),
        ("src/app.py exceeds 800 lines", "file:src/app.py lines > 800"),
        ("`views.py` exceeds 800 lines", None),
        ("`nowhere.py` exceeds 800 lines", None),
    ],
)
def test_an_offer_holds_what_the_project_knows(project: Make, condition: str, token: str | None) -> None:
    root = project("""
        === adr-gen.toml
        repo-url = "https://github.com/example/shop"
        === requirements.txt
        flask
        === src/app.py
        1
        === src/shop/models.py
        1
        === src/shop/views.py
        1
        === src/office/views.py
        1
    """)
    put(root, "docs/decisions/0001-x.md", record(condition))
    assert offered_tokens(root) == ([token] if token else [])


def test_a_package_that_was_a_dependency_is_known_from_the_history(project: Make) -> None:
    root = project("=== api/requirements.txt\nflask\ncelery-kit\n")
    put(root, "docs/decisions/0001-x.md", record("celery-kit becomes a dependency", "celery becomes a dependency"))
    git(root, "init", "-q")
    for step in ("flask\ncelery-kit\n", "flask\n"):
        put(root, "api/requirements.txt", step)
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "a step")
    assert offered_tokens(root) == ["dep:celery-kit"]


RESEARCH = """---
date: 2026-01-02
---
# Cache

## Recommendation: REJECT

## Revisit when

- owner/repo#7 is
  fixed
- somebody complains
- `kit 2.x` ships
"""


def test_each_offer_is_asked_and_written_into_the_file_of_its_author(project: Make) -> None:
    root = project("=== requirements.txt\nflask\n")
    own = record("ADR-12 is accepted", "in 6 months")
    put(root, "docs/research/cache.md", RESEARCH)
    put(root, "docs/decisions/0009-own.md", own)
    run(root, "generate")
    generated = (root / "docs/decisions/0010-cache.md").read_bytes()
    done = run(root, "check", "--fix", stdin="y\nn\ny\ne\nREGISTRY:kit >= 2\nnonsense\nnpm:kit >= 2\n")
    assert (done.returncode, done.stdout) == (0, "4 conditions asked about, 2 files changed; run `adr-gen generate`\n")
    assert "fill in what stands in capitals: REGISTRY:kit >= 2" in done.stderr
    assert "`nonsense` is not understood at column 1" in done.stderr
    assert (root / "docs/decisions/0009-own.md").read_text(encoding="utf-8") == own.replace(
        "is accepted", "is accepted (`adr:12 accepted`)"
    )
    assert (root / "docs/research/cache.md").read_text(encoding="utf-8") == RESEARCH.replace(
        "fixed", "fixed (`issue:owner/repo#7 closed`)"
    ).replace("ships", "ships (`npm:kit >= 2`)")
    assert (root / "docs/decisions/0010-cache.md").read_bytes() == generated
    run(root, "generate")
    checks = [t["check"] for t in json.loads(run(root, "show", "10", "--json").stdout)["revisit"]["triggers"]]
    assert checks == [["issue:owner/repo#7 closed"], [], ["npm:kit >= 2"]]


def test_front_matter_takes_a_check_too(project: Make) -> None:
    root = project("=== docs/research/x.md\n")
    text = "---\ndate: 2026-01-02\ndecision: reject\nrevisit_when: owner/repo#7 is fixed\n---\n# X\n\nNo.\n"
    put(root, "docs/research/x.md", text)
    run(root, "generate")
    run(root, "check", "--fix", stdin="y\n")
    mended = text.replace("fixed", "fixed (`issue:owner/repo#7 closed`)")
    assert (root / "docs/research/x.md").read_text(encoding="utf-8") == mended


def test_who_quits_keeps_what_is_answered_and_no_file_changes_with_no(project: Make) -> None:
    root = project("=== docs/research/a.md\n")
    put(root, "docs/decisions/0001-x.md", record("in 6 months", "owner/repo#7 is fixed"))
    before = (root / "docs/decisions/0001-x.md").read_text(encoding="utf-8")
    run(root, "check", "--fix", stdin="n\nn\n")
    assert (root / "docs/decisions/0001-x.md").read_text(encoding="utf-8") == before
    done = run(root, "check", "--fix", stdin="y\nq\n")
    after = (root / "docs/decisions/0001-x.md").read_text(encoding="utf-8")
    assert after == before.replace("in 6 months", "in 6 months (`after 6 months`)")
    assert (done.returncode, done.stdout) == (0, "2 conditions asked about, 1 file changed\n")
    assert offered_tokens(root) == ["issue:owner/repo#7 closed"]


def test_words_that_stand_twice_are_left_to_their_author(project: Make) -> None:
    root = project("=== docs/research/a.md\n")
    put(root, "docs/decisions/0001-x.md", record("in 6 months") + "\nAs said: in 6 months.\n")
    before = (root / "docs/decisions/0001-x.md").read_text(encoding="utf-8")
    done = run(root, "check", "--fix", stdin="y\n")
    assert (root / "docs/decisions/0001-x.md").read_text(encoding="utf-8") == before
    assert "not written" in done.stderr


def test_without_an_offer_nothing_is_asked(project: Make) -> None:
    root = project("=== docs/research/a.md\n")
    put(root, "docs/decisions/0001-x.md", record("somebody complains"))
    assert run(root, "check", "--fix").stdout == "nothing to add: no condition's words hold a check that it lacks\n"


@pytest.mark.parametrize(
    ("sentence", "checked"),
    [
        (
            "Revisit when the price falls below 3, and when the team grows.",
            "Revisit when the price falls below 3 (`reading:price < 3`), and when the team grows.",
        ),
        (
            "Revisit after 6 months, or if the build takes longer.",
            "Revisit after 6 months (`after 6 months`), or if the build takes longer.",
        ),
        (
            "Reconsider in Q1 2027, or earlier if the maker sells.",
            "Reconsider in Q1 2027 (`2027-Q1`), or earlier if the maker sells.",
        ),
    ],
)
def test_a_condition_gets_its_check_where_its_sentence_has_others(sentence: str, checked: str, project: Make) -> None:
    text = "---\ndate: 2026-01-02\n---\n# X\n\n## Recommendation: REJECT\n\n{}\n"
    root = project("=== docs/research/x.md\n")
    put(root, "docs/research/x.md", text.format(sentence))
    run(root, "generate")
    assert run(root, "check", "--fix", stdin="y\n").returncode == 0
    assert (root / "docs/research/x.md").read_text(encoding="utf-8") == text.format(checked)
