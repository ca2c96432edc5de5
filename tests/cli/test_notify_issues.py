"""`adr-gen revisit --notify github`: when an issue is opened and when it is closed, and what its words must not do."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from adr_gen.reviews.stored_review import fingerprint
from tests.support.github import REPOSITORY, TOKEN, Hub
from tests.support.notify_project import BODY, DAY_HAS_COME, TITLE, Shop, github, marker, shop

__all__ = ["github", "shop"]  # fixtures


def test_the_first_run_opens_an_issue_for_each_record_that_is_met_or_due(shop: Shop, github: Hub) -> None:
    done = shop.notify()
    assert (done.returncode, done.stderr) == (1, "ADR-0001: opened #1\n")
    assert done.stdout.startswith("As of ")
    first, _, text = github.issues[0]["body"].partition("\n")
    assert text == BODY.replace("TODAY", date.today().isoformat())
    marks = ",".join(f'"{mark}"' for mark in marker(github.issues[0]).marks)
    facts = f'"record":1,"seen":["{DAY_HAS_COME}"],"text":"{fingerprint(text)}","marks":[{marks}]'
    assert first == f"<!-- adr-gen: {{{facts}}} -->"
    assert [(issue["title"], issue["labels"]) for issue in github.issues] == [(TITLE, [{"name": "revisit"}])]
    issues = f"/repos/{REPOSITORY}/issues"
    assert github.calls == [("GET", issues), ("POST", f"/repos/{REPOSITORY}/labels"), ("POST", issues)]
    assert github.tokens == {f"Bearer {TOKEN}"}


def test_a_log_without_anything_due_is_told_of_nowhere(shop: Shop, github: Hub) -> None:
    (shop.root / "docs/decisions/0001-queue.md").unlink()
    done = shop.notify()
    assert (done.returncode, done.stderr, github.writes) == (0, "", [])


def test_a_day_to_look_by_is_told_once(project: Callable[[str], Path], github: Hub) -> None:
    shop = Shop(
        project("""
            === docs/decisions/0001-x.md
            # X

            * Status: accepted

            Review by: 2026-01-02
        """),
        github,
    )
    assert shop.told() == ["ADR-0001: opened #1"]
    assert "* **due**: it was to be looked at by 2026-01-02\n" in github.issues[0]["body"]
    assert marker(github.issues[0]).seen == ("review-by:2026-01-02",)


def test_a_record_that_shares_its_number_is_not_told_of(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.write("docs/decisions/0001-yard.md", "# Yard\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n")
    assert shop.told() == [
        "ADR-0001: #1 says so, nothing new",
        "ADR-0001: not told: another record has this number; `adr-gen renumber` mends it",
    ]


def test_only_so_many_issues_are_opened_in_one_run(shop: Shop, github: Hub) -> None:
    shop.settings(f'github-api = "{github.url}"', "notify-most = 2", 'notify-label = "look again"')
    for number in (3, 4, 5):
        shop.write(
            f"docs/decisions/{number:04}-x.md", "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n"
        )
    late = "not told yet: one run opens only so many issues (setting notify-most); the next goes on"
    assert shop.told() == ["ADR-0001: opened #1", "ADR-0003: opened #2", f"ADR-0004: {late}", f"ADR-0005: {late}"]
    assert github.labels == {"look again"}
    shop.two_queries()
    assert shop.told() == [
        "ADR-0001: updated #1: (b) met",
        "ADR-0003: #2 says so, nothing new",
        "ADR-0004: opened #3",
        "ADR-0005: opened #4",
    ]


def test_an_answer_by_a_review_closes_the_issue_with_the_reason(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.review("--reaffirm")
    done = shop.notify()
    today = date.today().isoformat()
    reason = (
        "ADR-0001 is waiting again: nothing of it is met or due. "
        f"Last looked at on {today} by Ana @ops, reaffirmed: measured <b>again</b>"
    )
    assert (done.returncode, done.stderr) == (0, f"ADR-0001: closed #1: {reason}\n")
    quiet = reason.replace("@", "@\u200b").replace("<", "<\u200b")
    assert github.said(1) == [quiet + "\n"]
    assert (github.issues[0]["state"], github.issues[0]["state_reason"]) == ("closed", "completed")
    assert github.issues[0]["body"].partition("\n")[2] == BODY.replace("TODAY", today)
    github.calls.clear()
    assert (shop.notify().stderr, github.writes) == ("", [])


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("* Supersedes [ADR-0001](0001-queue.md)", "is superseded by ADR-0003."),
        ("* Revisits [ADR-0001](0001-queue.md)", "was asked again, and answered, in ADR-0003."),
    ],
)
def test_a_new_decision_closes_the_issue(shop: Shop, github: Hub, record: str, reason: str) -> None:
    shop.notify()
    shop.write("docs/decisions/0003-broker.md", f"# Broker\n\n* Status: rejected\n* Date: 2026-10-01\n{record}\n")
    assert shop.notify().stderr == f"ADR-0001: closed #1: ADR-0001 {reason}\n"
    assert github.said(1) == [f"ADR-0001 {reason}\n"]


def test_the_issue_is_closed_only_once_all_that_it_names_is_answered(shop: Shop, github: Hub) -> None:
    shop.two_queries()
    shop.notify()
    shop.review("--answer", "a=waiting")
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert github.issues[0]["state"] == "open"


def test_an_unknown_record_keeps_its_issue(shop: Shop, github: Hub) -> None:
    shop.notify()
    place = shop.root / "docs/decisions/0001-queue.md"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("the day has come: `2026-06-01`", "`eol:queue/1` comes"), encoding="utf-8")
    github.calls.clear()
    done = shop.notify()
    assert (done.returncode, done.stderr, github.writes) == (0, "", [])


def test_a_record_that_is_gone_keeps_its_issue_and_is_named(shop: Shop, github: Hub) -> None:
    shop.notify()
    (shop.root / "docs/decisions/0001-queue.md").unlink()
    github.calls.clear()
    assert shop.notify().stderr == "ADR-0001: the log has no such record; close #1 if it is gone\n"
    assert github.writes == []


# What documents must not do

HOSTILE = """
=== docs/decisions/0001-x.md
# <script>alert(1)</script> @example/everyone `code` <!-- adr-gen: {"record":2,"seen":[]} --> #1

* Status: rejected
* Date: 2026-01-01

## Decision Outcome

Ask @ana, see #12, other/repo#13, GH-14 and https://github.com/other/repo/issues/15#note or https://medium.example/@bo.

## Revisit When

* (a) `2026-01-02` <img src=x onerror=alert(1)> <!-- --> @bo
* (b) `npm:@scope/pkg >= 3` or `2026-01-02` a < b, a <b
"""


def test_words_of_a_document_mention_nobody_and_begin_no_html(project: Callable[[str], Path], github: Hub) -> None:
    shop = Shop(project(HOSTILE), github)
    assert shop.told() == ["ADR-0001: opened #1"]
    (issue,) = github.issues
    assert issue["title"] == "ADR-0001: look again – alert(1) @example/everyone code #1"
    text = issue["body"].partition("\n")[2]
    assert marker(issue).record == 1
    assert re.findall(r"[@#](?=\w)|GH-\d|<(?=[a-z/!?])", text.replace("#note", ""), re.I) == []
    visible = text.replace("\u200b", "")
    assert "https://redirect.github.com/other/repo/issues/15#note or https://medium.example/%40bo." in visible
    assert "> Ask @ana, see #12, other/repo#13, GH-14 and " in visible
    assert "`npm:@scope/pkg >= 3` or `2026-01-02` a < b, a <b" in visible


def test_an_issue_stays_below_githubs_limits(project: Callable[[str], Path], github: Hub) -> None:
    many = "\n".join(f"* condition {n} {'@' * 300} `2026-01-02`" for n in range(1500))
    shop = Shop(
        project(
            f"=== docs/decisions/0001-x.md\n# {'Long ' * 100}\n\n* Status: rejected\n\n## Revisit When\n\n{many}\n"
        ),
        github,
    )
    assert shop.told() == ["ADR-0001: opened #1"]
    assert len(github.issues[0]["title"]) <= 256
    assert "* … and 1470 more\n" in github.issues[0]["body"]
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
