"""`adr-gen revisit --notify github` with `watch-from`: what was true before watching began is told in one issue."""

from datetime import date, timedelta

import pytest

from adr_gen.notify.backlog_issue import RECORD
from tests.support.github import Hub
from tests.support.helpers import run
from tests.support.notify_project import Shop, github, marker, shop

__all__ = ["github", "shop"]  # fixtures

TODAY = date.today()
BODY = f"""\
What these decisions wait for had come true before watching began on {TODAY}, or was true at the first look, nobody knows \
since when. Nobody has to answer at once: each answer takes its line out of this list, and what comes true from now on \
gets an issue of its own.

* **ADR-0001: Which *queue* for background jobs** – [its page](https://example.github.io/shop/decisions/0001-queue/), \
[its file](https://github.com/example/shop/blob/HEAD/docs/decisions/0001-queue.md)
    * (a) **met**: the day has come: `2026-06-01` — 2026-06-01 has come (check, {TODAY}); true before watching began
* **ADR-0003: Number 3** – [its page](https://example.github.io/shop/decisions/0003-x/), \
[its file](https://github.com/example/shop/blob/HEAD/docs/decisions/0003-x.md)
    * (a) **met**: `2026-01-01` — 2026-01-01 has come (check, {TODAY}); true before watching began

What to do, when there is time:

* `adr-gen review N` if a decision holds, or to say what you found
* `adr-gen reopen N` if its question should be asked again
* `adr-gen revisit` shows all of them with what was found

This was opened once. It is closed by itself when everything in it is answered; closing it by hand is fine too: none of \
it will be told again.
"""


def began(shop: Shop, day: date) -> None:
    shop.settings(f'github-api = "{shop.github.url}"', f"watch-from = {day}")


def old(shop: Shop, number: int, condition: str = "`2026-01-01`") -> None:
    text = f"# Number {number}\n\n* Status: rejected\n* Date: 2025-01-01\n\n## Revisit When\n\n* {condition}\n"
    shop.write(f"docs/decisions/{number:04}-x.md", text)


@pytest.fixture
def log(shop: Shop) -> Shop:
    """Two decisions of which a condition had come true before today, the day on which watching begins."""
    began(shop, TODAY)
    old(shop, 3)
    return shop


def reaffirm(shop: Shop, number: int) -> None:
    done = run(shop.root, "review", str(number), "--reaffirm", "--by", "Ana")
    assert done.returncode == 0, done.stderr


def test_the_first_run_opens_one_issue_for_all_that_was_true_before(log: Shop, github: Hub) -> None:
    messages = [f"ADR-000{number}: the digest says so, nothing new" for number in (1, 3)]
    assert log.told() == ["before watching began: opened #1", *messages]
    (issue,) = github.issues
    assert issue["title"] == "Look again: what was true already at the first look"
    assert issue["body"].partition("\n")[2] == BODY
    assert (marker(issue).record, len(marker(issue).seen)) == (RECORD, 2)
    github.calls.clear()
    assert log.told() == [line.replace("the digest", "#1") for line in messages]
    assert github.writes == []


def test_what_the_first_run_finds_was_true_before_it_and_what_later_ones_find_was_not(log: Shop, github: Hub) -> None:
    began(log, TODAY - timedelta(days=3))
    old(log, 4, "`file:src/*.sql count >= 1`")
    old(log, 5, "`file:src/*.txt count >= 1`")
    log.write("src/a.sql")
    log.notify()
    assert "**ADR-0004: Number 4**" in github.issues[0]["body"]
    log.write("src/a.txt")
    assert "ADR-0005: opened #2" in log.told()
    assert len(github.issues) == 2


@pytest.mark.parametrize("ago", [0, 3])
@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (f"`{TODAY}`", "ADR-0004: opened #2"),
        (f"`{TODAY}` or `file:src/none.sql exists`", "ADR-0004: opened #2"),
        ("`file:src/a.sql exists`", "ADR-0004: the digest says so, nothing new"),
        (f"`{TODAY + timedelta(days=9)}` or `file:src/a.sql exists`", "ADR-0004: the digest says so, nothing new"),
        (f"`{TODAY - timedelta(days=4)}`", "ADR-0004: the digest says so, nothing new"),
    ],
    ids=["a day", "a day or a file", "a file", "a file or a day", "a day before"],
)
def test_the_digest_tells_of_nothing_that_came_true_on_a_known_day_after_watching_began(
    log: Shop, github: Hub, condition: str, told: str, ago: int
) -> None:
    began(log, TODAY - timedelta(days=ago))
    old(log, 4, condition)
    log.write("src/a.sql")
    assert told in log.told()
    listed = github.issues[0]["body"].partition("ADR-0004")[2]
    assert (f"{condition} — " in listed) == ("digest" in told)
    assert ("; true before watching began" in listed) == (condition == f"`{TODAY - timedelta(days=4)}`")


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ("`2026-01-01`\n* `2026-02-01`", "ADR-0004: the digest says so, nothing new"),
        ("`2026-01-01`\n* `file:src/a.sql exists`", "ADR-0004: the digest says so, nothing new"),
        (f"`2026-01-01`\n* `{TODAY}`", "ADR-0004: opened #2"),
        (f"`{TODAY}`\n* `file:src/a.sql exists`", "ADR-0004: opened #2"),
    ],
    ids=["both before", "one found", "the last today", "one today"],
)
def test_all_of_was_true_before_only_if_each_was(log: Shop, github: Hub, conditions: str, told: str) -> None:
    old(log, 4, conditions)
    path = log.root / "docs/decisions/0004-x.md"
    path.write_text(path.read_text(encoding="utf-8").replace("When\n\n", "When\n\nAll of:\n\n"), encoding="utf-8")
    log.write("src/a.sql")
    assert told in log.told()


def test_what_comes_true_after_the_first_look_of_the_same_day_was_not_true_before(log: Shop, github: Hub) -> None:
    old(log, 4, "`file:src/a.sql exists`")
    log.notify()
    log.write("src/a.sql")
    assert "ADR-0004: opened #2" in log.told()
    assert "true before watching began" not in github.issues[1]["body"]
    assert "true before watching began" not in run(log.root, "revisit").stdout.partition("ADR-0004")[2]


def test_what_turns_out_later_to_have_been_true_joins_the_open_issue(log: Shop, github: Hub) -> None:
    log.notify()
    old(log, 4)
    assert log.told()[0] == "before watching began: updated #1: 1 more"
    (comment,) = github.said(1)
    assert comment.startswith("This was true before, too:\n\n* **ADR-0004: Number 4** – ")
    assert "ADR-0004" in github.issues[0]["body"]
    assert log.told()[0] == "ADR-0001: #1 says so, nothing new"


def test_an_answer_takes_its_line_away_and_the_last_one_closes_the_issue(log: Shop, github: Hub) -> None:
    log.notify()
    reaffirm(log, 3)
    assert log.told() == ["before watching began: #1 names 1 still", "ADR-0001: #1 says so, nothing new"]
    assert ("ADR-0003" in github.issues[0]["body"], "ADR-0001" in github.issues[0]["body"]) == (False, True)
    assert github.said(1) == []
    reaffirm(log, 1)
    assert log.notify().stderr == "before watching began: closed #1: All of it has been looked at.\n"
    assert (github.issues[0]["state"], github.said(1)) == ("closed", ["All of it has been looked at.\n"])
    github.calls.clear()
    assert (log.notify().stderr, github.writes) == ("", [])


def test_what_people_wrote_into_it_stays(log: Shop, github: Hub) -> None:
    log.notify()
    github.issues[0]["body"] += "Bo takes the first.\n"
    reaffirm(log, 3)
    log.notify()
    assert github.issues[0]["body"].endswith("Bo takes the first.\n")


def test_an_issue_that_a_person_closed_is_told_no_more(log: Shop, github: Hub) -> None:
    log.notify()
    github.issues[0]["state"] = "closed"
    github.calls.clear()
    assert log.told() == [f"ADR-000{number}: #1 says so, nothing new" for number in (1, 3)]
    assert github.writes == []


def test_a_record_that_gets_another_number_is_not_told_again(log: Shop, github: Hub) -> None:
    log.notify()
    (log.root / "docs/decisions/0003-x.md").rename(log.root / "docs/decisions/0009-x.md")
    assert log.told() == [f"ADR-000{number}: #1 says so, nothing new" for number in (1, 9)]


def test_a_check_that_fails_for_a_day_answers_nothing(log: Shop, github: Hub) -> None:
    old(log, 4, "`reading:users > 4`")
    readings = "- name: users\n  value: 5\n  date: 2026-02-01\n"
    log.write("docs/decisions/readings.yml", readings)
    log.notify()
    assert len(marker(github.issues[0]).seen) == 3
    for place in (log.root / ".adr-gen").iterdir():
        place.unlink()
    (log.root / "docs/decisions/readings.yml").unlink()
    reaffirm(log, 1)
    log.notify()
    assert len(marker(github.issues[0]).seen) == 2


def test_a_single_decision_has_its_own_issue(shop: Shop, github: Hub) -> None:
    began(shop, TODAY)
    assert shop.told() == ["ADR-0001: opened #1"]
    assert "; true before watching began" in github.issues[0]["body"]


def test_who_was_told_before_the_setting_is_told_nothing_again(shop: Shop, github: Hub) -> None:
    shop.notify()
    began(shop, TODAY)
    old(shop, 3)
    assert shop.told() == ["ADR-0001: #1 says so, nothing new", "ADR-0003: opened #2"]


def test_a_dry_run_shows_the_whole_issue(log: Shop) -> None:
    lines = log.notify("--dry-run").stderr.splitlines()
    assert lines[0] == "before watching began: would open an issue"
    assert "    * **ADR-0003: Number 3** – " in "\n".join(lines)
