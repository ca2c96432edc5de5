"""`adr-gen pr --comment github`: one comment, updated in place, gone when nothing comes true, and what others wrote stays."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.branches import FOUR, Branches, adds_redis, drops_moment
from tests.support.changes import shop
from tests.support.github import REPOSITORY, Hub
from tests.support.notify_project import github

__all__ = ["github", "shop"]  # fixtures


def bodies(github: Hub) -> list[str]:
    return [one["body"] for one in github.comments.get(7, [])]


def test_it_is_updated_in_place_and_gone_when_nothing_comes_true(shop: Branches, github: Hub) -> None:
    shop.branch("feature", adds_redis)
    shop.comment(github)
    (first,) = github.comments[7]
    drops_moment(shop)
    shop.commit()
    assert shop.comment(github).stderr == "comment on #7 updated\n"
    assert [one["id"] for one in github.comments[7]] == [first["id"]]
    assert "2 decisions wait" in bodies(github)[0]
    shop.edit("pyproject.toml", '    "redis>=5",\n', "")
    shop.put("web/package.json", '{"dependencies": {"moment": "2"}}')
    shop.commit()
    assert shop.comment(github).stderr == "comment on #7 removed\n"
    assert bodies(github) == []
    assert shop.comment(github).stderr == "nothing to tell on #7\n"


def test_records_that_are_only_edited_make_no_comment(shop: Branches, github: Hub) -> None:
    shop.branch("feature", FOUR[-1])
    assert shop.comment(github).stderr == "nothing to tell on #7\n"
    assert github.writes == []


def test_what_people_made_of_it_stays_and_is_not_told_again(shop: Branches, github: Hub) -> None:
    shop.branch("feature", adds_redis)
    shop.comment(github)
    theirs = bodies(github)[0] + "\nWe talked about this: it stays.\n"
    github.comments[7][0]["body"] = theirs
    assert shop.comment(github).stderr == "nothing to tell on #7\n"
    drops_moment(shop)
    shop.commit()
    assert shop.comment(github).stderr == "commented on #7\n"
    assert bodies(github)[0] == theirs
    assert ("ADR-0001" in bodies(github)[1], "ADR-0002" in bodies(github)[1]) == (False, True)


def test_comments_of_others_are_never_touched(shop: Branches, github: Hub) -> None:
    shop.branch("feature", adds_redis)
    shop.comment(github)
    copied = bodies(github)[0]
    person = {"login": "mallory", "type": "User"}
    others = [
        {"id": 1, "user": person, "author_association": "NONE", "body": copied},
        {"id": 2, "user": person, "author_association": "OWNER", "body": f"> {copied}"},
        {"id": 3, "user": person, "author_association": "OWNER", "body": '<!-- adr-gen: {"record":1,"seen":[]} -->\nx'},
    ]
    github.comments[7] = [dict(one) for one in others]
    assert shop.comment(github).stderr == "commented on #7\n"
    assert github.comments[7][:3] == others


def test_two_runs_at_the_same_time_leave_one_comment(shop: Branches, github: Hub) -> None:
    shop.branch("feature", adds_redis)
    shop.comment(github)
    github.comments[7].append(github.comments[7][0] | {"id": 5})
    assert shop.comment(github).stderr == "#7 says so already\n"
    assert len(bodies(github)) == 1


def test_at_most_five_records_are_shown_and_the_others_counted(shop: Branches, github: Hub) -> None:
    for number in range(10, 17):
        shop.put(
            f"docs/decisions/{number:04}-x.md",
            "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `file:new.txt exists`\n",
        )
    shop.commit()
    shop.branch("feature", lambda shop: shop.put("new.txt", "x"))
    shop.comment(github)
    assert bodies(github)[0].count("**ADR-00") == 5
    assert "… and 2 more records; `adr-gen pr` shows all." in bodies(github)[0]
    assert "7 decisions wait" in bodies(github)[0]


def test_words_of_records_mention_nobody_and_begin_no_html(shop: Branches, github: Hub) -> None:
    shop.put(
        "docs/decisions/0009-x.md",
        "# <script>x</script> @all #1\n\n* Status: rejected\n\n## Revisit When\n\n"
        "* @ana says <!-- --> `file:new.txt exists` see #12\n",
    )
    shop.commit()

    def hostile(shop: Branches) -> None:
        shop.put("new.txt", "x")
        shop.edit("docs/decisions/0004-logs.md", "# Logs as JSON", "# Logs <img src=x> @bo #3")

    shop.branch("feature", hostile)
    shop.comment(github)
    text = bodies(github)[0].partition("\n")[2]
    assert [
        words for words in ("@all", "@ana", "@bo", "#1", "#12", "#3", "<script", "<!--", "<img") if words in text
    ] == []


def event(root: Path, head: str | None) -> str:
    """The event of a pull request from a repository; None: it was deleted."""
    place = root.parent / "event.json"
    pull: dict[str, Any] = {
        "number": 9,
        "head": {"repo": {"full_name": head} if head else None},
        "base": {"repo": {"full_name": REPOSITORY}},
    }
    place.write_text(json.dumps({"pull_request": pull}), encoding="utf-8")
    return str(place)


def test_the_number_is_that_of_the_event_or_of_the_option(shop: Branches, github: Hub) -> None:
    shop.branch("feature", adds_redis)
    assert shop.comment(github, GITHUB_EVENT_PATH=event(shop.root, REPOSITORY)).stderr == "commented on #9\n"
    assert shop.comment(github, "--number", "3", GITHUB_REF="").stderr == "commented on #3\n"
    done = shop.comment(github, GITHUB_REF="refs/heads/main")
    assert (done.returncode, "--number N" in done.stderr) == (2, True)


@pytest.mark.parametrize("head", ["mallory/shop", None])
def test_a_change_from_a_fork_is_told_in_the_summary_of_the_step(shop: Branches, github: Hub, head: str | None) -> None:
    shop.branch("feature", adds_redis)
    summary = shop.root.parent / "summary.md"
    env = {"GITHUB_EVENT_PATH": event(shop.root, head), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_TOKEN": ""}
    done = shop.comment(github, **env)
    assert (done.returncode, github.calls) == (0, [])
    assert done.stderr.startswith("not commented, but in the step's summary: a change from a fork")
    assert summary.read_text(encoding="utf-8").startswith("**This change makes true what a decision waits for.**")


def test_a_token_that_may_not_comment_is_told_what_it_needs(shop: Branches, github: Hub) -> None:
    shop.branch("feature", adds_redis)
    github.fault("POST", "comments$", status=403, body='{"message": "Resource not accessible by integration"}')
    done = shop.comment(github)
    assert (done.returncode, "permissions: pull-requests: write" in done.stderr) == (2, True)
    summary = shop.root.parent / "summary.md"
    assert shop.comment(github, GITHUB_STEP_SUMMARY=str(summary)).returncode == 0
    assert "ADR-0001" in summary.read_text(encoding="utf-8")


def test_a_forge_that_is_down_fails_no_build(shop: Branches, github: Hub) -> None:
    shop.branch("feature", adds_redis)
    github.fault("GET", "comments$", status=502, body="{}")
    done = shop.comment(github)
    assert (done.returncode, done.stderr.startswith("not commented: GitHub has trouble")) == (0, True)


@pytest.mark.parametrize("env", ["GITHUB_TOKEN", "GITHUB_REPOSITORY"])
def test_what_is_missing_is_named_before_anything_is_read(shop: Branches, github: Hub, env: str) -> None:
    done = shop.comment(github, **{env: ""})
    assert (done.returncode, done.stdout, env in done.stderr) == (2, "", True)
