"""`adr-gen pr`: what counts as coming true, edited records, research, numbers, hints, and which commits are compared."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.branches import FOUR, Branches, adds_redis, drops_moment
from tests.support.helpers import git, put, run

RECORD = "# {title}\n\n* Status: {status}\n* Date: 2026-01-02\n\n## Revisit When\n\n* {when}\n"


def record(when: str, status: str = "rejected", title: str = "Something") -> str:
    return RECORD.format(when=when, status=status, title=title)


@pytest.fixture
def shop(tmp_path: Path) -> Branches:
    return Branches(tmp_path / "shop")


def repository(root: Path, when: str, **files: str) -> Branches:
    """A repository with one record and some files."""
    shop = Branches(root / "shop", f"=== docs/decisions/0001-x.md\n{record(when)}")
    for path, text in files.items():
        shop.put(path, text)
    shop.commit()
    return shop


def places(told: dict[str, Any]) -> list[tuple[str, int]]:
    return [(one["path"], one["line"]) for row in told["records"] for one in row["triggers"]]


Change = Callable[[Branches], object]


def puts(path: str, text: str) -> Change:
    return lambda shop: shop.put(path, text)


def removes(path: str) -> Change:
    return lambda shop: shop.remove(path)


@pytest.mark.parametrize(
    ("when", "change", "place"),
    [
        ("`file:src/**/*.py contains import redis`", puts("src/b.py", "import os\nimport redis\n"), ("src/b.py", 2)),
        ("`file:docs/api.md exists`", puts("docs/api.md", "x\n"), ("docs/api.md", 1)),
        ("`file:src/*.py count < 2`", removes("src/z.py"), ("src/z.py", 1)),
        ("`file:src/z.py lines > 3`", puts("src/z.py", "1\n2\n3\n4\n"), ("src/z.py", 4)),
        ("`dep:npm/react >= 19`", puts("package.json", '{"dependencies": {\n"a": "1",\n"react": "^19"}}'), ("package.json", 3)),
        ("`not dep:react`", puts("package.json", '{"dependencies": {\n"a": "1"\n}}'), ("package.json", 2)),
        ("`adr:2 accepted`", puts("docs/decisions/0002-y.md", "# Y\n\n* Status: accepted\n"), ("docs/decisions/0002-y.md", 3)),
        (
            "`reading:users > 400`",
            puts("docs/decisions/readings.yml", "- name: users\n  value: 7\n  date: 2026-01-01\n- name: users\n  value: 500\n  date: 2026-02-01\n"),
            ("docs/decisions/readings.yml", 4),
        ),
        ("`dep:redis` and `file:docs/api.md exists`", puts("docs/api.md", "x\n"), ("docs/api.md", 1)),
        ("not before the spring, `not before 2026-03-01`, when `file:docs/api.md exists`", puts("docs/api.md", "x\n"), ("docs/api.md", 1)),
    ],
)  # fmt: skip
def test_what_a_change_makes_true_is_told_where_it_stands(
    tmp_path: Path, when: str, change: Change, place: tuple[str, int]
) -> None:
    shop = repository(
        tmp_path,
        when,
        **{
            "src/a.py": "1\n",
            "src/z.py": "1\n",
            "package.json": '{"dependencies": {\n"a": "1",\n"react": "^18"}}',
            "requirements.txt": "redis\n",
        },
    )
    shop.branch("feature", change)
    told = shop.json("--as-of", "2026-06-01")
    assert places(told) == [place]
    assert shop.pr("--fail-on", "flip", "--as-of", "2026-06-01").returncode == 1
    assert shop.json("--base", "feature", "--head", "main", "--as-of", "2026-06-01")["records"] == []


@pytest.mark.parametrize(
    ("when", "change"),
    [
        ("`2026-02-01`", puts("a.txt", "x")),
        ("`pypi:redis >= 5` ships", puts("requirements.txt", "redis>=5\n")),
        ("`dep:redis`", puts("other/requirements.txt", "redis\n")),
        ("`dep:redis >= 5`", puts("requirements.txt", "redis\n# 5\n")),
        ("`file:src/*.py count >= 2`", puts("lib/b.py", "1\n")),
        ("`dep:flask` and `file:docs/api.md exists`", puts("docs/api.md", "x\n")),
        ("somebody says `dep:flask` ``dep:django``", puts("django.txt", "x\n")),
    ],
)
def test_what_was_true_stays_untrue_or_only_the_day_decides_is_not_told(
    tmp_path: Path, when: str, change: Change
) -> None:
    shop = repository(tmp_path, when, **{"requirements.txt": "redis\n", "src/a.py": "1\n"})
    shop.branch("feature", change)
    done = shop.pr("--format", "json", "--fail-on", "flip")
    assert (done.returncode, '"records": []' in done.stdout) == (0, True)


def test_where_a_lock_file_changes_alone_it_is_told_there(tmp_path: Path) -> None:
    lock = 'version = 1\n\n[[package]]\nname = "flask"\nversion = "{}"\n\n[[package]]\nname = "redis"\nversion = "{}"\n'
    files = {
        "pyproject.toml": '[project]\ndependencies = ["flask", "redis>=4"]\n',
        "uv.lock": lock.format("3.0", "4.6"),
    }
    shop = repository(tmp_path, "`dep:redis >= 5`", **files)
    shop.branch("feature", puts("uv.lock", lock.format("5.0", "5.0")))
    assert places(shop.json()) == [("uv.lock", 9)]


@pytest.mark.parametrize(("left", "told"), [({}, []), ({"go.mod": "module x\n"}, [("package.json", 1)])])
def test_a_package_is_gone_with_its_manifest_but_of_a_project_without_any_nothing_is_known(
    tmp_path: Path, left: dict[str, str], told: list[tuple[str, int]]
) -> None:
    shop = repository(tmp_path, "`not dep:npm/moment`", **{"package.json": '{"dependencies": {"moment": "1"}}'} | left)
    shop.branch("feature", removes("package.json"))
    assert places(shop.json()) == told
    (state,) = [line for line in run(shop.root, "revisit").stdout.splitlines() if line.startswith("    (a)")]
    assert state.split()[1] == ("met" if told else "unknown")


def test_who_is_not_watched_any_more_or_said_never_is_not_told(shop: Branches) -> None:
    shop.edit("docs/decisions/0002-dates.md", "accepted", "deprecated")
    run(shop.root, "review", "1", "--answer", "a=never", "--by", "Ana")
    shop.commit()
    shop.branch("feature", adds_redis, drops_moment)
    assert shop.json()["records"] == []


def test_a_review_in_the_same_change_has_answered_it(shop: Branches) -> None:
    def reviews(shop: Branches) -> None:
        run(shop.root, "review", "1", "--answer", "a=met", "--reaffirm", "--by", "Ana")

    shop.branch("feature", adds_redis, reviews)
    assert shop.json()["records"] == []


def test_where_all_conditions_are_needed_one_challenges_nothing(tmp_path: Path) -> None:
    shop = repository(tmp_path, "")
    text = record("x").replace("* x\n", "All of:\n\n* `file:a.txt exists`\n* `file:b.txt exists`\n")
    shop.put("docs/decisions/0001-x.md", text)
    shop.commit()
    shop.branch("one", puts("a.txt", "x"))
    shop.branch("both", puts("b.txt", "x"), onto="one")
    standing = [[row["standing"] for row in shop.json("--head", name)["records"]] for name in ("one", "both")]  # type: ignore[attr-defined]
    assert standing == [["holds"], ["challengeable"]]


def test_new_words_around_a_check_do_not_hide_that_it_comes_true(shop: Branches) -> None:
    def rewords(shop: Branches) -> None:
        shop.edit("docs/decisions/0001-cache.md", "in the stack anyway", "in our stack")

    shop.branch("feature", adds_redis, rewords)
    told = shop.json()
    assert places(told) == [("pyproject.toml", 6)]
    assert [row["conditions"] for row in told["edits"]] == [  # type: ignore[attr-defined]
        {"added": ["Redis is in our stack: `dep:redis`"], "removed": ["Redis is in the stack anyway: `dep:redis`"]}
    ]


# Records that the change edits


def edits(shop: Branches, *args: str) -> list[str]:
    return [line for line in shop.lines(*args) if line.startswith("ADR-") and "  " not in line]


@pytest.mark.parametrize(
    ("change", "told"),
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
def test_an_edited_record_says_what_changes_of_it(shop: Branches, change: Change, told: str) -> None:
    shop.branch("feature", change)
    assert edits(shop) == [told]


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


# Research and numbers


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
    told = "decides (rejected), and has no record; run `adr-gen generate`"
    assert shop.lines("--format", "github") == [f"::error file=docs/research/002-queue.md,line=1,title=ADR208::{told}"]


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


# Hints


OPTIONS = """
# Where jobs wait

* Status: {status}

{options}
"""


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ("## Considered Options\n\n* The table\n* Redis", "Redis"),
        ("## Considered Options\n\n* [Redis](https://redis.example): fast, and one more thing to run", "Redis"),
        ("## Considered Options\n\n1. **redis** – a server", "redis"),
        ("## Pros and Cons of the Options\n\n### Redis\n\nFast.", "Redis"),
        ("## Options\n\n### Option B: Redis (managed)\n\nFast.", "Redis"),
        ("## Options\n\n| option | cost |\n|---|---|\n| Redis | high |", "Redis"),
    ],
)
def test_a_new_dependency_of_the_name_of_an_option_is_a_hint(tmp_path: Path, options: str, option: str) -> None:
    text = OPTIONS.format(status="rejected", options=options)
    shop = Branches(tmp_path / "shop", f"=== docs/decisions/0001-x.md\n{text}=== requirements.txt\nflask\n")
    shop.branch("feature", puts("requirements.txt", "flask\nredis>=5\n"))
    hint: dict[str, Any]
    (hint,) = shop.json()["hints"]  # type: ignore[misc]
    assert {key: hint[key] for key in ("number", "option", "dependency", "ecosystem", "path", "line")} == {
        "number": 1, "option": option, "dependency": "redis", "ecosystem": "pypi", "path": "requirements.txt", "line": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("status", "options"),
    [
        ("accepted", "## Considered Options\n\n* Redis"),
        ("rejected", "## Considered Options\n\n* Redis Enterprise"),
        ("rejected", "## Context\n\n* Redis"),
        ("rejected", "Redis is fast."),
        ("rejected", "## Considered Options\n\n* Flask"),
    ],
)
def test_another_word_another_status_or_an_old_dependency_is_none(tmp_path: Path, status: str, options: str) -> None:
    text = OPTIONS.format(status=status, options=options)
    shop = Branches(tmp_path / "shop", f"=== docs/decisions/0001-x.md\n{text}=== requirements.txt\nflask\n")
    shop.branch("feature", puts("requirements.txt", "redis>=5\nflask\n"), puts("b/requirements.txt", "flask\n"))
    assert shop.json()["hints"] == []


def test_a_record_whose_condition_comes_true_needs_no_hint(shop: Branches) -> None:
    shop.edit("docs/decisions/0001-cache.md", "## Revisit When", "## Considered Options\n\n* Redis\n\n## Revisit When")
    shop.commit()
    shop.branch("feature", adds_redis)
    assert shop.json()["hints"] == []


# Which commits are compared


def test_what_the_other_branch_did_meanwhile_is_none_of_this_change(shop: Branches) -> None:
    began = shop.id("main")
    shop.branch("feature", puts("a.txt", "x"))
    git(shop.root, "checkout", "-q", "main")
    drops_moment(shop)
    shop.commit()
    told = shop.json("--head", "feature")
    assert (told["base"], told["records"]) == (began, [])
    git(shop.root, "checkout", "-q", "feature")
    git(shop.root, "merge", "-q", "main", "-m", "main is in here now")
    assert shop.json()["records"] == []


def clone(shop: Branches, goal: Path, *args: str) -> Path:
    git(shop.root, "clone", "-q", *args, shop.root.as_uri(), str(goal))
    return goal


@pytest.mark.parametrize(("base", "named"), [((), "origin/HEAD"), (("--base", "origin/main"), "origin/main")])
def test_a_shallow_clone_says_what_to_fetch(shop: Branches, tmp_path: Path, base: tuple[str, ...], named: str) -> None:
    shop.branch("feature", *FOUR)
    git(shop.root, "checkout", "-q", "main")
    done = run(clone(shop, tmp_path / "c", "--depth", "1", "-b", "feature"), "pr", *base)
    assert done.returncode == 2
    assert "this clone is shallow" in done.stderr
    assert "`git fetch" in done.stderr
    assert "fetch-depth: 2" in done.stderr


def test_the_merge_that_a_workflow_checks_out_needs_its_parents_only(shop: Branches, tmp_path: Path) -> None:
    shop.branch("feature", *FOUR)
    git(shop.root, "checkout", "-q", "-b", "pull", "main")
    git(shop.root, "merge", "-q", "--no-ff", "feature", "-m", "pull request")
    there = clone(shop, tmp_path / "c", "--depth", "2", "-b", "pull")
    for args, env in ((("--base", "HEAD^1"), {}), ((), {"GITHUB_BASE_REF": "main"})):
        done = run(there, "pr", *args, "--fail-on", "flip", **env)
        assert (done.returncode, done.stderr) == (1, "")


def test_a_commit_that_is_not_there_and_a_folder_without_git_are_named(shop: Branches, tmp_path: Path) -> None:
    for args in (("--base", "nowhere"), ("--head", "nowhere"), ("--base", "--upload-pack=x")):
        done = shop.pr(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert args[1].strip("-")[:7] in done.stderr
    put(tmp_path / "plain", "docs/decisions/0001-x.md", record("x"))
    done = run(tmp_path / "plain", "pr")
    assert (done.returncode, "not a git repository" in done.stderr) == (2, True)


def test_few_processes_of_git_read_everything_and_nothing_is_checked_out(shop: Branches, tmp_path: Path) -> None:
    shop.branch("feature", *FOUR)
    git(shop.root, "checkout", "-q", "main")
    trace = tmp_path / "trace"
    shop.pr("--base", "main", "--head", "feature", GIT_TRACE2_EVENT=str(trace))
    started = [line for line in trace.read_text(encoding="utf-8").splitlines() if '"event":"cmd_name"' in line]
    names = [line.partition('"name":"')[2].partition('"')[0] for line in started]
    assert sorted(names) == ["cat-file", *["ls-tree"] * 3, "merge-base", *["rev-parse"] * 2]
    status = subprocess.run(["git", "status", "--porcelain"], cwd=shop.root, capture_output=True, text=True, check=True)
    assert (status.stdout, (shop.root / "migrations/020.sql").exists()) == ("", False)


def test_a_project_in_a_folder_of_a_repository_sees_its_own_files(tmp_path: Path) -> None:
    shop = Branches(tmp_path / "all", "=== other/requirements.txt\nflask\n=== shop/requirements.txt\nflask\n")
    shop.put("shop/docs/decisions/0001-x.md", record("`dep:redis`"))
    shop.put("shop/adr-gen.toml", "")
    shop.commit()
    shop.branch("elsewhere", puts("other/requirements.txt", "redis\n"))
    shop.branch("feature", puts("shop/requirements.txt", "flask\nredis\n"))
    for head, found in (("elsewhere", []), ("feature", [("requirements.txt", 2)])):
        done = run(shop.root / "shop", "pr", "--head", head, "--format", "json")
        assert places(json.loads(done.stdout)) == found


def test_a_link_in_the_repository_counts_as_what_it_leads_to(tmp_path: Path) -> None:
    shop = repository(
        tmp_path, "`file:docs/now.txt contains ready`", **{"notes/a.txt": "x\n", "notes/b.txt": "ready\n"}
    )
    (shop.root / "docs/now.txt").symlink_to("../notes/a.txt")
    (shop.root / "docs/out.txt").symlink_to("../../../etc/passwd")
    shop.commit()

    def turns(shop: Branches) -> None:
        shop.remove("docs/now.txt")
        (shop.root / "docs/now.txt").symlink_to("../notes/b.txt")

    shop.branch("feature", turns)
    assert places(shop.json()) == [("docs/now.txt", 1)]


def test_a_damaged_record_is_named_and_stops_nothing(shop: Branches) -> None:
    def damages(shop: Branches) -> None:
        (shop.root / "docs/decisions/0003-migrations.md").write_bytes(b"# \xff\n")

    shop.branch("feature", adds_redis, damages)
    done = shop.pr()
    assert "3 conditions" not in done.stdout
    assert "docs/decisions/0003-migrations.md:1: ADR002 byte 0xff is not UTF-8" in done.stderr
    assert done.stdout.startswith("ADR-0001  A cache")


def test_two_commits_of_a_branch_that_is_no_merge_are_not_taken_for_one(shop: Branches, tmp_path: Path) -> None:
    shop.branch("feature", *FOUR)
    shop.branch("later", puts("a.txt", "x"), onto="feature")
    git(shop.root, "checkout", "-q", "main")
    there = clone(shop, tmp_path / "c", "--depth", "2", "-b", "later")
    done = run(there, "pr", GITHUB_BASE_REF="main")
    assert (done.returncode, "this clone is shallow and holds no commit origin/main" in done.stderr) == (2, True)
