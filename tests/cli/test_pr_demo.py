"""`adr-gen pr` on a demo repository: the same four things as text, JSON, annotations, SARIF and a comment."""

import json

import jsonschema

from tests.support.branches import FOUR, Branches, adds_redis
from tests.support.changes import shop
from tests.support.github import Hub
from tests.support.notify_project import github
from tests.support.sarif import SARIF

__all__ = ["github", "shop"]  # fixtures


def test_a_branch_shows_what_it_makes_true_and_what_it_edits(shop: Branches) -> None:
    shop.branch("feature", *FOUR)
    head = shop.id("feature")
    assert shop.lines() == [
        "ADR-0001  A cache in front of the database  [rejected for now]",
        "    (a) Redis is in the stack anyway: `dep:redis`",
        "        waiting → met: redis >=5 is in pyproject.toml:6",
        "        pyproject.toml:6",
        "    answer with `adr-gen review 1`, or `adr-gen reopen 1`",
        "ADR-0002  Dates with moment  [accepted]",
        "    (a) nobody uses it any more: `not dep:npm/moment`",
        "        waiting → met: moment is no direct dependency (2 others in 1 manifest)",
        "        web/old/package.json:3",
        "    answer with `adr-gen review 2`, or `adr-gen reopen 2`",
        "ADR-0003  One file for each migration  [deferred]",
        "    (a) there are twenty of them: `file:migrations/*.sql count >= 20`",
        "        waiting → met: 20 files match migrations/*.sql",
        "        migrations/020.sql:1",
        "    answer with `adr-gen review 3`, or `adr-gen reopen 3`",
        "ADR-0004 Logs as JSON: status proposed → accepted (docs/decisions/0004-logs.md)",
        f"3 conditions come true, 1 record edited between {shop.id('main')[:10]} and {head[:10]}",
    ]


def test_programs_are_told_the_same(shop: Branches) -> None:
    shop.branch("feature", *FOUR)
    head = shop.id("feature")
    report = shop.json()
    assert list(report) == ["base", "head", "records", "hints", "edits", "research", "numbers"]
    assert (report["base"], report["head"]) == (shop.id("main"), head)
    assert report["records"][0] == {  # type: ignore[index]
        "number": 1,
        "id": "ADR-0001",
        "title": "A cache in front of the database",
        "status": "rejected",
        "qualifier": "for now",
        "url": "decisions/0001-cache/",
        "record": "docs/decisions/0001-cache.md",
        "standing": "challengeable",
        "triggers": [
            {
                "id": "a",
                "text": "Redis is in the stack anyway: `dep:redis`",
                "check": ["dep:redis"],
                "before": "waiting",
                "after": "met",
                "evidence": "redis >=5 is in pyproject.toml:6",
                "path": "pyproject.toml",
                "line": 6,
            }
        ],
    }
    assert report["edits"] == [
        {
            "number": 4,
            "id": "ADR-0004",
            "title": "Logs as JSON",
            "status": "accepted",
            "qualifier": None,
            "url": "decisions/0004-logs/",
            "record": "docs/decisions/0004-logs.md",
            "changes": {
                "status": {"before": "proposed", "after": "accepted"},
                "standing": {"before": "holds", "after": "holds"},
                "title": {"before": "Logs as JSON", "after": "Logs as JSON"},
            },
            "conditions": {"added": [], "removed": []},
            "deleted": False,
            "path": "docs/decisions/0004-logs.md",
            "line": 3,
        }
    ]


PLACES = [
    ("ADR501", "pyproject.toml", 6),
    ("ADR501", "web/old/package.json", 3),
    ("ADR501", "migrations/020.sql", 1),
    ("ADR503", "docs/decisions/0004-logs.md", 3),
]


def test_annotations_stand_on_the_lines_that_make_it_true(shop: Branches) -> None:
    shop.branch("feature", *FOUR)
    levels = {"ADR501": "warning", "ADR503": "notice"}
    begins = [f"::{levels[code]} file={path},line={line},title={code}::ADR-000" for code, path, line in PLACES]
    lines = shop.lines("--format", "github")
    assert [line[: len(begin)] for line, begin in zip(lines, begins, strict=True)] == begins


def test_code_scanning_is_told_the_same(shop: Branches) -> None:
    shop.branch("feature", *FOUR)
    log = json.loads("\n".join(shop.lines("--format", "sarif")))
    jsonschema.validate(log, SARIF)
    places = [
        (
            one["ruleId"],
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            one["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for one in log["runs"][0]["results"]
    ]
    assert places == PLACES


COMMENT = """\
**This change makes true what 3 decisions wait for.** Look again before or after it is merged; nothing is held up.

* **ADR-0001: A cache in front of the database** — rejected for now; see \
[its file](https://github.com/example/shop/blob/HEAD/docs/decisions/0001-cache.md)
    * (a) Redis is in the stack anyway: `dep:redis` — redis >=5 is in pyproject.toml:6
    * `adr-gen review 1` if it holds, `adr-gen reopen 1` to ask again
* **ADR-0002: Dates with moment** — accepted; see \
[its file](https://github.com/example/shop/blob/HEAD/docs/decisions/0002-dates.md)
    * (a) nobody uses it any more: `not dep:npm/moment` — moment is no direct dependency (2 others in 1 manifest)
    * `adr-gen review 2` if it holds, `adr-gen reopen 2` to ask again
* **ADR-0003: One file for each migration** — deferred; see \
[its file](https://github.com/example/shop/blob/HEAD/docs/decisions/0003-migrations.md)
    * (a) there are twenty of them: `file:migrations/*.sql count >= 20` — 20 files match migrations/*.sql
    * `adr-gen review 3` if it holds, `adr-gen reopen 3` to ask again

* ADR-0004 Logs as JSON: status proposed → accepted (docs/decisions/0004-logs.md)
"""


def test_one_comment_tells_it_once(shop: Branches, github: Hub) -> None:
    shop.branch("feature", *FOUR)
    done = shop.comment(github)
    assert (done.returncode, done.stderr) == (0, "commented on #7\n")
    assert github.said(7) == [COMMENT]
    github.calls.clear()
    assert shop.comment(github).stderr == "#7 says so already\n"
    assert github.writes == []


def test_a_branch_that_only_moves_files_shows_nothing(shop: Branches, github: Hub) -> None:
    def moves(shop: Branches) -> None:
        shop.move("src/app.py", "lib/shop/app.py")
        shop.move("pyproject.toml", "backend/pyproject.toml")
        shop.move("web/old/package.json", "web/new/package.json")
        shop.move("docs/decisions/0004-logs.md", "docs/decisions/0004-log-lines.md")
        shop.move("migrations/001.sql", "migrations/0001.sql")

    shop.branch("moves", moves)
    head = shop.id("moves")
    assert shop.lines() == [f"0 conditions come true between {shop.id('main')[:10]} and {head[:10]}"]
    assert shop.lines("--format", "github") == []
    assert shop.comment(github).stderr == "nothing to tell on #7\n"
    assert github.writes == []


def test_the_branch_may_be_another_than_the_one_that_is_checked_out(shop: Branches) -> None:
    shop.branch("feature", adds_redis)
    head = shop.id("feature")
    shop.branch("elsewhere")
    shop.put("pyproject.toml", "# nothing of this is read\n")
    shop.branch("dirty")
    report = shop.json("--head", "feature")
    assert (report["head"], [row["number"] for row in report["records"]]) == (head, [1])  # type: ignore[attr-defined]
