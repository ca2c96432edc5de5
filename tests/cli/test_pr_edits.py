"""`adr-gen pr` says what else a change does: edited records, research without one, numbers taken twice."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.branches import Branches
from tests.support.changes import Change, puts, record, removes, shop
from tests.support.helpers import git, run

__all__ = ["shop"]  # a fixture


def edits(shop: Branches, *args: str) -> list[str]:
    return [line for line in shop.lines(*args) if line.startswith("ADR-") and "  " not in line]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda shop: shop.edit("docs/decisions/0004-logs.md", "Lines of", "Single lines of"),
         "ADR-0004 Logs as JSON: edited; status, conditions and standing stay (docs/decisions/0004-logs.md)"),
        (removes("docs/decisions/0004-logs.md"), "ADR-0004 Logs as JSON: the record is deleted (docs/decisions/0004-logs.md)"),
        (lambda shop: shop.edit("docs/decisions/0002-dates.md", "accepted", "deprecated"),
         "ADR-0002 Dates with moment: status accepted → deprecated; standing holds → superseded (docs/decisions/0002-dates.md)"),
        (puts("docs/decisions/0005-own.md", "# Own dates\n\n* Status: accepted\n* Supersedes [ADR-0002](0002-dates.md)\n"),
         "ADR-0002 Dates with moment: status accepted → superseded; standing holds → superseded (docs/decisions/0002-dates.md)"),
        (lambda shop: shop.edit("docs/decisions/0003-migrations.md", "twenty of them: `file:migrations/*.sql count >= 20`", "many"),
         "ADR-0003 One file for each migration: new condition: there are many; condition gone: there are twenty of them: `file:migrations/*.sql count >= 20` (docs/decisions/0003-migrations.md)"),
        (lambda shop: shop.edit("docs/decisions/0004-logs.md", "# Logs as JSON", "# Logs"),
         "ADR-0004 Logs: title Logs as JSON → Logs (docs/decisions/0004-logs.md)"),
    ],
)  # fmt: skip
def test_an_edited_record_says_what_changes_of_it(shop: Branches, change: Change, expected: str) -> None:
    shop.branch("feature", change)
    assert edits(shop) == [expected]


def test_links_and_digests_that_follow_a_move_are_no_edit(tmp_path: Path) -> None:
    shop = Branches(
        tmp_path / "shop",
        """
            === adr-gen.toml
            research = ["todos"]
            === todos/pending/001-queue.md
            ---
            date: 2026-01-02
            ---
            # Queue

            ## Recommendation: REJECT

            See [the numbers](../numbers.md).
            === todos/numbers.md
            ---
            adr: false
            ---
            # Numbers
        """,
    )
    run(shop.root, "generate")
    shop.commit()

    def moves(shop: Branches) -> None:
        shop.move("todos/pending/001-queue.md", "todos/done/001-queue.md")
        run(shop.root, "generate")

    shop.branch("feature", moves)
    assert shop.json() | {"base": "", "head": ""} == {
        "base": "", "head": "", "records": [], "hints": [], "edits": [], "research": [], "numbers": [],
    }  # fmt: skip


def test_research_without_a_record_is_named(shop: Branches) -> None:
    shop.put("docs/research/001-old.md", "# Old\n\n## Recommendation: REJECT\n")
    shop.commit()

    def adds(shop: Branches) -> None:
        shop.put("docs/research/002-queue.md", "# A queue\n\n## Recommendation: REJECT (for now)\n")
        shop.put("docs/research/003-open.md", "# An open question\n\nNobody knows.\n")
        shop.put("docs/research/004-aside.md", "---\nadr: false\n---\n# Aside\n\n## Recommendation: REJECT\n")
        shop.put("docs/research/README.md", "# Research\n\n## Recommendation: REJECT\n")
        shop.move("docs/research/001-old.md", "docs/research/more/001-old.md")

    shop.branch("feature", adds)
    assert shop.json()["research"] == [
        {"path": "docs/research/002-queue.md", "title": "A queue", "status": "rejected"},
        {"path": "docs/research/003-open.md", "title": "An open question", "status": None},
    ]
    message = "decides (rejected), and has no record; run `adr-gen generate`"
    assert shop.lines("--format", "github") == [
        f"::error file=docs/research/002-queue.md,line=1,title=ADR208::{message}"
    ]


def clash(path: str, number: int, other: str, free: int) -> dict[str, Any]:
    return {
        "path": f"docs/decisions/{path}",
        "number": number,
        "taken_by": f"docs/decisions/{other}",
        "next_free": free,
    }


def test_a_number_that_the_other_branch_has_taken_meanwhile_is_named_with_the_next_free_ones(shop: Branches) -> None:
    shop.branch("feature", *(puts(f"docs/decisions/{n}-mine.md", record("x")) for n in ("0005", "0006")))
    git(shop.root, "checkout", "-q", "main")
    shop.put("docs/decisions/0005-theirs.md", record("x"))
    shop.put("docs/decisions/0006-theirs.md", record("x"))
    shop.put("docs/decisions/0007-theirs.md", record("x"))
    shop.commit()
    expected = [clash("0005-mine.md", 5, "0005-theirs.md", 8), clash("0006-mine.md", 6, "0006-theirs.md", 9)]
    assert shop.json("--head", "feature")["numbers"] == expected
    git(shop.root, "checkout", "-q", "feature")
    git(shop.root, "merge", "-q", "main", "-m", "as a workflow sees it")
    assert shop.json()["numbers"] == expected


def test_a_renamed_record_and_records_named_by_days_do_not_clash(shop: Branches) -> None:
    shop.put("docs/decisions/20260102-a.md", record("x"))
    shop.commit()
    moves = [lambda shop: shop.move("docs/decisions/0004-logs.md", "docs/decisions/0004-log-lines.md")]
    shop.branch("feature", *moves, puts("docs/decisions/20260102-b.md", record("x")))
    assert shop.json()["numbers"] == []


def test_a_record_that_gives_its_number_to_another_one_is_no_edit(tmp_path: Path) -> None:
    shop = Branches(tmp_path / "shop", "=== adr-gen.toml\n")
    for name in ("bus", "cache"):
        text = f"# A {name}\n\n## Decision: adopt\n"
        shop.branch(name, puts(f"docs/research/{name}.md", text), lambda shop: run(shop.root, "generate"))
    git(shop.root, "merge", "-q", "bus")
    git(shop.root, "branch", "-f", "main")
    shop.branch("feature", lambda shop: run(shop.root, "renumber"))
    assert [path.name for path in sorted((shop.root / "docs/decisions").glob("*.md"))] == [
        "0001-a-bus.md",
        "0002-a-cache.md",
    ]
    assert edits(shop) == []
