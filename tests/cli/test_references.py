"""What a reference means: a number that several records hold is never resolved, a path means the file there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.records import Holders
from tests.support.copies import copied
from tests.support.helpers import git, put, run
from tests.support.renumber_research import assert_settled, contents, records_by_path, renumber_lines, research

Make = Callable[[str], Path]
HOLDERS = Holders(
    [
        ((1, "d/back/0001-db.md"), ""),
        ((1, "d/front/0001-ui.md"), ""),
        ((2, "d/0002-x y.md"), "r/done/a.md"),
        ((3, "d/2024-03-01-dated.md"), ""),
        ((20260102, "d/20260102-day.md"), ""),
    ]
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2", ["d/0002-x y.md"]),
        ("ADR-0002", ["d/0002-x y.md"]),
        ("ADR 2 (the second)", ["d/0002-x y.md"]),
        ("#2", ["d/0002-x y.md"]),
        ("1", ["d/back/0001-db.md", "d/front/0001-ui.md"]),
        ("0001-db.md", ["d/back/0001-db.md"]),
        ("0001-ui.md#status", ["d/front/0001-ui.md"]),
        ("front/0001-ui.md", ["d/front/0001-ui.md"]),
        ("0002-x%20y.md", ["d/0002-x y.md"]),
        ("../r/done/a.md", ["d/0002-x y.md"]),
        ("../r/pending/a.md", ["d/0002-x y.md"]),
        ("d/0002-x y.md", ["d/0002-x y.md"]),
        ("/adr/2", ["d/0002-x y.md"]),
        ("/adr/0001-db/", ["d/back/0001-db.md"]),
        ("https://example.com/blob/main/d/0001-db.md", ["d/back/0001-db.md"]),
        ("2024-03-01-dated.md", ["d/2024-03-01-dated.md"]),
        ("2024-03-01-dated", ["d/2024-03-01-dated.md"]),
        ("20260102-day", ["d/20260102-day.md"]),
        ("../rfcs/0002-old.md", []),
        ("0002-renamed.md", []),
        ("https://example.com/issues/2", []),
        ("9", []),
        ("NPR-0002", ["d/0002-x y.md"]),
        ("JIRA-2", []),
        ("oauth-2", []),
        ("everything but 2", []),
        *(
            (text, [])
            for text in ("-2", "+2", "2e9", "0x2", "2.0", "2.5", "2_0", "v2", "http2", "use-http-2-only", "2026-01-02")
        ),
        *(
            (text, ["d/0002-x y.md"])
            for text in ("2 ", "02", "2.", "№2", "adr2", "ADR–2", "NPR-FOO-0002", "0002-renamed")
        ),
    ],
)
def test_a_reference_means_the_records_that_it_can(text: str, meant: list[str]) -> None:
    assert [path for _, path in HOLDERS.resolve(text, "d")] == meant


def test_a_key_is_a_record_where_the_log_calls_its_own_records_so(project: Make) -> None:
    root = project("""
        === docs/decisions/0002-two.md
        # NPR-2: Two

        Status: accepted
        === docs/decisions/0003-three.md
        # JIRA-40: Three

        Status: superseded by NPR-2
        === docs/decisions/0004-four.md
        # Four

        Status: superseded by JIRA-2
        === docs/research/a.md
        ---
        supersedes: [NPR-2, JIRA-2]
        ---
        # Five

        ## Decision: adopt
    """)
    made = run(root, "generate")
    actual = {path: (one["status"], one["superseded_by"]) for path, one in records_by_path(root).items()}
    assert actual == {
        "0002-two.md": ("superseded", [5]),
        "0003-three.md": ("superseded", [2]),
        "0004-four.md": ("superseded", []),
        "0005-five.md": ("accepted", []),
    }
    told = "supersedes JIRA-2, which is no record; write the name of its file as it is now, or its number"
    assert made.stderr.splitlines() == [f"docs/research/a.md:2: ADR304 {told}"]
    named = "superseded by JIRA-2, which is no record; write its number or its file's name"
    assert f"docs/decisions/0004-four.md:1: ADR304 {named}" in run(root, "check").stderr.splitlines()


def test_a_link_by_path_means_that_file_and_no_other_with_its_number(project: Make) -> None:
    root = project("""
        === docs/decisions/back/0001-db.md
        # 1. Database

        Status: accepted
        === docs/decisions/back/0002-db.md
        # 2. Other database

        - Status: accepted
        - Supersedes [1. Database](0001-db.md)
        - Relates to [1. Framework](../front/0001-ui.md)
        === docs/decisions/front/0001-ui.md
        # 1. Framework

        Status: accepted
        === docs/decisions/0003-c.md
        # 3. C

        - Status: accepted
        - Supersedes [the old way](../rfcs/0002-db.md)
        === docs/rfcs/0002-db.md
        # RFC 2
    """)
    actual = {
        path: (one["status"], one["supersedes"], one["superseded_by"]) for path, one in records_by_path(root).items()
    }
    assert actual == {
        "0003-c.md": ("accepted", [], []),
        "back/0001-db.md": ("superseded", [], [2]),
        "back/0002-db.md": ("accepted", [1], []),
        "front/0001-ui.md": ("accepted", [], []),
    }
    codes = [line.split()[1] for line in run(root, "check").stderr.splitlines() if ": ADR" in line]
    assert codes == ["ADR301"]


def test_a_bare_number_that_two_records_hold_supersedes_none_and_is_a_problem(project: Make) -> None:
    root = project("""
        === docs/decisions/0001-a.md
        # 1. A

        Status: accepted
        === docs/decisions/0001-b.md
        # 1. B

        Status: accepted
        === docs/decisions/0002-c.md
        # 2. C

        - Status: accepted
        - Supersedes ADR-0001
        - Relates to [A](0001-a.md)

        Revisit when `adr:1 rejected`.
    """)
    assert {path: one["status"] for path, one in records_by_path(root).items()} == dict.fromkeys(
        ("0001-a.md", "0001-b.md", "0002-c.md"), "accepted"
    )
    output = run(root, "check").stderr
    assert "docs/decisions/0002-c.md:1: ADR306 supersedes record 1 may be docs/decisions/0001-a.md or " in output
    assert "number 1 is held by" in run(root, "revisit", "--json").stdout


def pair(root: Path, name: str, day: int) -> None:
    """On a branch a record, and one that supersedes it by its number."""
    put(root, f"docs/research/{name}1.md", research(f"{name} one", f"2026-02-{day:02}"))
    assert run(root, "generate").returncode == 0
    put(root, f"docs/research/{name}2.md", research(f"{name} two", f"2026-03-{day:02}", front="supersedes: 2\n"))
    assert run(root, "generate").returncode == 0
    git(root, "add", ".")
    git(root, "commit", "--message=pair")


@pytest.fixture(params=[("x", "y"), ("y", "x")], ids=["in order", "the other way round"])
def merged(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A repository in which each of two branches added a pair of records under the same two numbers."""
    return copied(tmp_path / "project", _merged, *request.param)


def _merged(root: Path, *names: str) -> None:
    put(root, "adr-gen.toml", "")
    put(root, ".gitignore", ".adr-gen\n")
    put(root, "docs/research/base.md", research("Base", "2026-01-01"))
    git(root, "init", "--initial-branch=main")
    assert run(root, "generate").returncode == 0
    git(root, "add", ".")
    git(root, "commit", "--message=base")
    for day, name in enumerate(names, start=1):
        git(root, "switch", "--create", name, "main")
        pair(root, name, day)
    git(root, "merge", "--no-edit", names[0])


@pytest.mark.parametrize("before", [[], ["generate"], ["generate", "generate"], ["check"]])
def test_the_end_is_right_whatever_ran_before_renumber(merged: Path, before: list[str]) -> None:
    state = contents(merged)
    for command in before:
        done = run(merged, command)
        assert (done.returncode, done.stderr.count("ADR306 supersedes record 2 may be")) == (1, 2)
        assert contents(merged) == state
    renumber_lines(merged)
    assert_settled(merged)
    by_title = {one["title"]: one for one in records_by_path(merged).values()}
    by_number = {one["number"]: title for title, one in by_title.items()}
    assert {title: [by_number[n] for n in one["supersedes"]] for title, one in by_title.items()} == {
        "Base": [],
        "x one": [],
        "x two": ["x one"],
        "y one": [],
        "y two": ["y one"],
    }


def test_a_record_that_names_a_file_is_written_although_the_number_is_shared(merged: Path) -> None:
    put(merged, "docs/research/z.md", research("Z", "2026-04-01", front="supersedes: x1.md\n"))
    done = run(merged, "generate")
    assert "0004-z.md" in done.stdout
    shown = records_by_path(merged)
    assert shown["0004-z.md"]["supersedes"] == [2]
    assert (shown["0002-x-one.md"]["superseded_by"], shown["0002-y-one.md"]["superseded_by"]) == ([3, 4], [3])


def test_a_hand_written_record_with_a_shared_number_changes_no_generated_one(merged: Path) -> None:
    put(merged, "docs/decisions/0004-hand.md", "# 4. Hand\n\n- Status: accepted\n- Supersedes: ADR-0002\n")
    before = contents(merged)
    assert run(merged, "generate").returncode == 1
    assert contents(merged) == before
