"""`adr-gen revisit --notify github`: nothing is told twice, whatever people do with an issue, and news is told once."""

from datetime import date

from adr_gen.notify.issue_marker import Marker, read
from tests.support.github import REPOSITORY, Hub
from tests.support.notify_project import DAY_HAS_COME, QUERIES, Shop, github, marker, shop

__all__ = ["github", "shop"]  # fixtures


def test_the_second_run_tells_nothing(shop: Shop, github: Hub) -> None:
    shop.notify()
    github.calls.clear()
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert github.writes == []


def test_nothing_is_told_twice_when_the_results_of_checks_are_forgotten(shop: Shop, github: Hub) -> None:
    shop.two_queries()
    shop.notify()
    assert marker(github.issues[0]).seen == (DAY_HAS_COME, QUERIES)
    github.issues[0]["state"] = "closed"
    for place in (shop.root / ".adr-gen").iterdir():
        place.unlink()
    assert shop.told() == ["ADR-0001: #1 was closed, nothing new"]


def test_an_issue_that_people_edited_is_still_known(shop: Shop, github: Hub) -> None:
    shop.notify()
    first = github.issues[0]["body"].partition("\n")[0]
    github.issues[0] |= {
        "title": "Queue?",
        "labels": [{"name": "help wanted"}, {"name": "Revisit"}, {"name": "revisit"}],
        "body": f"{first}\r\nWe look at it in May.\r\n",
    }
    github.calls.clear()
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert github.writes == []


def test_news_goes_into_the_open_issue_and_into_one_comment(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.two_queries()
    assert shop.told() == ["ADR-0001: updated #1: (b) met"]
    today = date.today().isoformat()
    condition = "* (b) **met**: there are queries by hand: `file:src/*.sql count >= 2` — 2 files match src/*.sql"
    assert github.said(1) == [f"There is more to look at:\n\n{condition} (check, {today})\n"]
    (issue,) = github.issues
    assert (marker(issue).seen, condition in issue["body"]) == ((DAY_HAS_COME, QUERIES), True)
    github.calls.clear()
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert github.writes == []


def test_news_leaves_what_people_wrote_into_the_issue(shop: Shop, github: Hub) -> None:
    shop.notify()
    body = github.issues[0]["body"]
    edited = body.replace("What to do:", "Ana looks at it in May.\n\nWhat to do:")
    github.issues[0]["body"] = edited
    shop.two_queries()
    shop.notify()
    assert github.issues[0]["body"].partition("\n")[2] == edited.partition("\n")[2]
    assert marker(github.issues[0]).seen == (DAY_HAS_COME, QUERIES)
    assert len(github.said(1)) == 1


def test_what_a_person_closed_is_never_opened_again(shop: Shop, github: Hub) -> None:
    shop.notify()
    github.issues[0] |= {"state": "closed", "state_reason": "not_planned"}
    github.calls.clear()
    assert shop.told() == ["ADR-0001: #1 was closed, nothing new"]
    assert github.writes == []


def test_news_after_a_person_closed_the_issue_opens_another_that_names_it(shop: Shop, github: Hub) -> None:
    shop.notify()
    github.issues[0]["state"] = "closed"
    shop.two_queries()
    assert shop.told() == ["ADR-0001: opened #2"]
    assert [issue["state"] for issue in github.issues] == ["closed", "open"]
    assert github.issues[1]["body"].endswith("for the same thing. Earlier: #1.\n")
    assert shop.told() == ["ADR-0001: #2 says so, nothing new"]


def test_what_comes_true_again_after_an_answer_is_told_again(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.review("--reaffirm")
    shop.notify()
    shop.review("--answer", "a=met")
    assert shop.told() == ["ADR-0001: opened #2"]
    today = date.today().isoformat()
    assert marker(github.issues[1]).seen == (DAY_HAS_COME.replace(":-", f":{today}"),)


def test_who_only_agrees_that_it_is_met_brings_no_news(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.review("--answer", "a=met", "--evidence", "a=it has")
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    shop.review("--reaffirm")
    shop.notify()
    assert github.issues[0]["state"] == "closed"


def test_a_condition_for_people_is_told_when_it_is_due_and_when_somebody_says_that_it_is_met(
    shop: Shop, github: Hub
) -> None:
    place = shop.root / "docs/decisions/0001-queue.md"
    place.write_text(place.read_text(encoding="utf-8").replace(": `2026-06-01`", ""), encoding="utf-8")
    shop.settings(f'github-api = "{github.url}"', "review-every = 1")
    assert shop.told() == ["ADR-0001: opened #1"]
    shop.review("--answer", "a=met", "--evidence", "a=it has")
    assert shop.told() == ["ADR-0001: updated #1: (a) met"]
    condition = f"* (a) **met**: the day has come — it has (Ana @\u200bops, {date.today().isoformat()})"
    assert github.said(1) == [f"There is more to look at:\n\n{condition}\n"]


def test_a_condition_that_is_written_anew_is_told_anew(shop: Shop, github: Hub) -> None:
    shop.notify()
    place = shop.root / "docs/decisions/0001-queue.md"
    place.write_text(place.read_text(encoding="utf-8").replace("2026-06-01", "2026-07-01"), encoding="utf-8")
    assert shop.told() == ["ADR-0001: updated #1: (a) met"]


def test_an_issue_that_was_closed_by_itself_stays_open_when_a_person_opens_it_again(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.review("--reaffirm")
    shop.notify()
    github.issues[0]["state"] = "open"
    github.calls.clear()
    assert (shop.notify().stderr, github.writes) == ("", [])


def test_an_issue_behind_hundreds_of_others_is_found(shop: Shop, github: Hub) -> None:
    for number in range(230):
        github.add(f"Other {number}", f"{Marker(500 + number)}\n", state="closed")
    shop.notify()
    assert len(github.issues) == 231
    github.calls.clear()
    assert shop.told() == ["ADR-0001: #231 says so, nothing new"]
    assert [path for _, path in github.calls] == [f"/repos/{REPOSITORY}/issues", *["/repositories/7/issues"] * 2]


def test_only_the_first_line_of_a_labelled_issue_is_trusted(shop: Shop, github: Hub) -> None:
    mark = f"{Marker(1, (DAY_HAS_COME,))}\n"
    github.add("By anybody", mark, label="")
    github.add("Another label", mark, label="bug")
    github.add("A pull request", mark, pull_request={"url": "x"})
    github.add("Not the first line", f"Hello\n{mark}")
    github.add("Behind a word", f"> {mark}")
    github.add("Damaged", "<!-- adr-gen: {] -->\n")
    github.add("Of another kind", '<!-- adr-gen: {"record":true,"seen":[]} -->\n')
    github.add("Empty", "")
    github.issues[-1]["body"] = None
    assert shop.told() == ["ADR-0001: opened #9"]


def test_of_two_issues_for_one_record_the_first_is_used_and_the_other_left_alone(shop: Shop, github: Hub) -> None:
    shop.notify()
    github.add(**{key: github.issues[0][key] for key in ("title", "body")})
    twin = dict(github.issues[1])
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    shop.two_queries()
    assert shop.told() == ["ADR-0001: updated #1: (b) met"]
    assert github.issues[1] == twin
    shop.review("--reaffirm")
    shop.notify()
    assert [issue["state"] for issue in github.issues] == ["closed", "closed"]


def test_a_marker_reads_back_and_takes_nothing_else_in() -> None:
    text = Marker(7, (DAY_HAS_COME, "review-by:2026-01-01"), "abc")
    assert read(f"{text}\ntext") == text
    assert read('<!-- adr-gen: {"record":7,"seen":["a","--> <b>",1],"text":"-->"} -->') == Marker(7, ("a",))
    for body in ("", "x", "<!-- adr-gen: [] -->", '<!-- adr-gen: {"record":"7","seen":[]} -->', f"x {text}"):
        assert read(body) is None
