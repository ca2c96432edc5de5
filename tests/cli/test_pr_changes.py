"""`adr-gen pr`: what counts as coming true, edited records, research, numbers, hints, and which commits are compared."""

from pathlib import Path

import pytest

from tests.support.branches import Branches, adds_redis, drops_moment
from tests.support.changes import Change, places, puts, record, removes, repository, shop
from tests.support.helpers import run

__all__ = ["shop"]  # a fixture


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
    report = shop.json("--as-of", "2026-06-01")
    assert places(report) == [place]
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


@pytest.mark.parametrize(("left", "expected"), [({}, []), ({"go.mod": "module x\n"}, [("package.json", 1)])])
def test_a_package_is_gone_with_its_manifest_but_of_a_project_without_any_nothing_is_known(
    tmp_path: Path, left: dict[str, str], expected: list[tuple[str, int]]
) -> None:
    shop = repository(tmp_path, "`not dep:npm/moment`", **{"package.json": '{"dependencies": {"moment": "1"}}'} | left)
    shop.branch("feature", removes("package.json"))
    assert places(shop.json()) == expected
    (state,) = [line for line in run(shop.root, "revisit").stdout.splitlines() if line.startswith("    (a)")]
    assert state.split()[1] == ("met" if expected else "unknown")


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


def test_a_question_that_is_open_again_is_not_told(shop: Branches) -> None:
    shop.branch("feature", adds_redis, puts("docs/research/again.md", "---\nrevisits: 1\n---\n# A cache, again\n"))
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
    report = shop.json()
    assert places(report) == [("pyproject.toml", 6)]
    assert [row["conditions"] for row in report["edits"]] == [  # type: ignore[attr-defined]
        {"added": ["Redis is in our stack: `dep:redis`"], "removed": ["Redis is in the stack anyway: `dep:redis`"]}
    ]
