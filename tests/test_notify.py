"""`adr-gen revisit --notify github`: one issue for each record that comes due, told once, against a server on loopback."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from adr_gen.commands import github as client
from adr_gen.notice.marker import Marker, read
from adr_gen.written.reviews import fingerprint
from tests.github import REPOSITORY, TOKEN, Hub, hub
from tests.helpers import run

QUEUE = """
=== mkdocs.yml
site_name: Shop
site_url: https://example.github.io/shop/
repo_url: https://github.com/example/shop
=== docs/decisions/0001-queue.md
# Which *queue* for background jobs

* Status: rejected
* Date: 2026-03-02
* Qualifier: for now

## Decision Outcome

The database's own table is [enough](../measured.md) below 50 jobs a second.

## Revisit When

Any of:

* (a) the day has come: `2026-06-01`
* (b) there are queries by hand: `file:src/*.sql count >= 2`
=== docs/decisions/0002-cache.md
# Cache

* Status: deferred
* Date: 2026-03-02

## Revisit When

* (a) `2999-01-01`
"""
TITLE = "ADR-0001: look again – Which queue for background jobs"
BODY = """\
**ADR-0001: Which *queue* for background jobs** — rejected (for now), 2026-03-02

> The database's own table is [enough](https://github.com/example/shop/blob/HEAD/docs/measured.md) below 50 jobs a second.

The decision said when to look again, and that has come. See \
[its page](https://example.github.io/shop/decisions/0001-queue/), \
[its file](https://github.com/example/shop/blob/HEAD/docs/decisions/0001-queue.md).

* (a) **met**: the day has come: `2026-06-01` — 2026-06-01 has come (check, TODAY)
* (b) waiting: there are queries by hand: `file:src/*.sql count >= 2` — 0 files match src/*.sql (check, TODAY)

What to do:

* `adr-gen review 1` if the decision holds, or to say what you found
* `adr-gen reopen 1` if the question should be asked again

This was opened once, by `adr-gen revisit`. It is closed by itself when a review or a new decision has answered it. \
Closing it by hand is fine too: it will not be opened again for the same thing.
"""
DAY_HAS_COME = fingerprint("the day has come: `2026-06-01`") + ":met:-"
QUERIES = fingerprint("there are queries by hand: `file:src/*.sql count >= 2`") + ":met:-"


@pytest.fixture
def github() -> Iterator[Hub]:
    with hub() as state:
        yield state


class Shop:
    """A project whose notices go to the server."""

    def __init__(self, root: Path, github: Hub) -> None:
        self.root, self.github = root, github
        self.settings(f'github-api = "{github.url}"')

    def settings(self, *lines: str) -> None:
        (self.root / "adr-gen.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def notify(self, *args: str, token: str = TOKEN, repository: str = REPOSITORY) -> CompletedProcess[str]:
        """Run it as a workflow does."""
        options = ("revisit", "--notify", "github", *args)
        done = run(self.root, *options, GITHUB_TOKEN=token, GITHUB_REPOSITORY=repository, NO_PROXY="127.0.0.1")
        assert TOKEN not in done.stdout + done.stderr
        return done

    def told(self, *args: str) -> list[str]:
        """What a run that finds something due says on stderr."""
        done = self.notify(*args)
        assert done.returncode == 1, done.stderr
        return done.stderr.splitlines()

    def write(self, path: str, text: str = "x\n") -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")

    def review(self, *args: str) -> None:
        """A person looks at record 1."""
        done = run(self.root, "review", "1", *args, "--by", "Ana @ops", "--note", "measured <b>again</b>")
        assert done.returncode == 0, done.stderr

    def two_queries(self) -> None:
        self.write("src/a.sql")
        self.write("src/b.sql")


@pytest.fixture
def shop(project: Callable[[str], Path], github: Hub) -> Shop:
    return Shop(project(QUEUE), github)


def marker(issue: dict[str, str]) -> Marker:
    found = read(issue["body"])
    assert found
    return found


def test_the_first_run_opens_an_issue_for_each_record_that_is_met_or_due(shop: Shop, github: Hub) -> None:
    done = shop.notify()
    assert (done.returncode, done.stderr) == (1, "ADR-0001: opened #1\n")
    assert done.stdout.startswith("As of ")
    first, _, text = github.issues[0]["body"].partition("\n")
    assert text == BODY.replace("TODAY", date.today().isoformat())
    assert first == f'<!-- adr-gen: {{"record":1,"seen":["{DAY_HAS_COME}"],"text":"{fingerprint(text)}"}} -->'
    assert [(issue["title"], issue["labels"]) for issue in github.issues] == [(TITLE, [{"name": "revisit"}])]
    issues = f"/repos/{REPOSITORY}/issues"
    assert github.calls == [("GET", issues), ("POST", f"/repos/{REPOSITORY}/labels"), ("POST", issues)]
    assert github.tokens == {f"Bearer {TOKEN}"}


def test_the_second_run_tells_nothing(shop: Shop, github: Hub) -> None:
    shop.notify()
    github.calls.clear()
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert github.writes == []


def test_a_log_without_anything_due_is_told_of_nowhere(shop: Shop, github: Hub) -> None:
    (shop.root / "docs/decisions/0001-queue.md").unlink()
    done = shop.notify()
    assert (done.returncode, done.stderr, github.writes) == (0, "", [])


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


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("* Supersedes [ADR-0001](0001-queue.md)", "is superseded by ADR-0003."),
        ("* Revisits [ADR-0001](0001-queue.md)", "was looked at again in ADR-0003 and decided the same."),
    ],
)
def test_a_new_decision_closes_the_issue(shop: Shop, github: Hub, record: str, reason: str) -> None:
    shop.notify()
    shop.write("docs/decisions/0003-broker.md", f"# Broker\n\n* Status: rejected\n* Date: 2026-10-01\n{record}\n")
    assert shop.notify().stderr == f"ADR-0001: closed #1: ADR-0001 {reason}\n"
    assert github.said(1) == [f"ADR-0001 {reason}\n"]


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


# What goes wrong


@pytest.mark.parametrize("status", [0, 502])
def test_an_answer_that_was_lost_after_the_issue_was_opened_opens_no_second_one(
    shop: Shop, github: Hub, status: int
) -> None:
    github.fault("POST", "/issues$", status=status, after=True)
    (line,) = shop.told()
    assert line == (
        "ADR-0001: not told: GitHub cannot be reached; whether it was told all the same shows in the next run"
        if not status
        else "ADR-0001: not told: GitHub has trouble; the next run tries again (502)"
    )
    assert [path.rpartition("/")[2] for method, path in github.writes] == ["labels", "issues"]
    github.faults.clear()
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert len(github.issues) == 1


@pytest.mark.parametrize(("method", "path"), [("POST", "comments$"), ("PATCH", r"/issues/1$")])
@pytest.mark.parametrize("after", [False, True])
def test_a_run_that_breaks_off_between_comment_and_update_comments_once(
    shop: Shop, github: Hub, method: str, path: str, after: bool
) -> None:
    shop.notify()
    shop.two_queries()
    github.fault(method, path, after=after)
    (line,) = shop.told()
    assert line.startswith("ADR-0001: not told: GitHub cannot be reached; ")
    github.faults.clear()
    shop.notify()
    assert (len(github.said(1)), marker(github.issues[0]).seen) == (1, (DAY_HAS_COME, QUERIES))
    shop.review("--reaffirm")
    github.fault(method, path, after=after)
    shop.notify()
    github.faults.clear()
    shop.notify()
    assert (len(github.said(1)), github.issues[0]["state"]) == (2, "closed")


FORBIDDEN = "the token may not do this; a workflow's job needs `permissions: issues: write`"
LIMIT = (("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1767274200"))


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (
            {"status": 401, "body": '{"message": "Bad credentials"}'},
            2,
            "GitHub does not accept the token; put a valid one into GITHUB_TOKEN (401: Bad credentials)",
        ),
        (
            {"status": 403, "body": '{"message": "Resource not accessible by integration"}'},
            2,
            f"{FORBIDDEN} (403: Resource not accessible by integration)",
        ),
        (
            {"status": 404, "body": '{"message": "Not Found"}'},
            2,
            "there is no example/shop, or the token may not see it (404: Not Found)",
        ),
        (
            {"status": 410, "body": '{"message": "Issues are disabled for this repo"}'},
            2,
            "issues are switched off in example/shop, or this one was deleted (410: Issues are disabled for this repo)",
        ),
        (
            {"status": 301, "headers": (("Location", "http://elsewhere.example/"),)},
            2,
            "example/shop has moved; name it as it is called now (301)",
        ),
        (
            {"status": 403, "body": '{"message": "API rate limit exceeded"}', "headers": LIMIT},
            1,
            "GitHub's rate limit is used up until 13:30 UTC (403)",
        ),
        ({"status": 429, "headers": (("Retry-After", "60"),)}, 1, "GitHub's rate limit is used up (429)"),
        ({"status": 503, "body": "<html>"}, 1, "GitHub has trouble; the next run tries again (503)"),
        ({"status": 0}, 1, "GitHub cannot be reached"),
        (
            {"status": 200, "body": "<html>Please log in</html>"},
            2,
            "GitHub's answer is no JSON; is there a proxy that wants a login?",
        ),
        ({"status": 200, "body": "[" * 100000}, 2, "GitHub's answer is no JSON; is there a proxy that wants a login?"),
        ({"status": 200, "body": "{}"}, 2, "GitHub's answer is no list; is the setting github-api right?"),
        ({"status": 200, "body": "[1]"}, 2, "GitHub's answer is no list; is the setting github-api right?"),
        (
            {"status": 200, "body": "[]", "headers": (("Link", '<http://elsewhere.example/x>; rel="next"'),)},
            1,
            "GitHub's answer leads to another host; it was not followed",
        ),
    ],
)
def test_when_nothing_can_be_learned_nothing_is_told_and_the_reason_is(
    shop: Shop, github: Hub, answer: dict[str, object], code: int, said: str
) -> None:
    github.fault("GET", "/issues$", **answer)
    done = shop.notify()
    assert (done.returncode, done.stderr) == (code, f"nothing told: {said}\n")
    assert done.stdout.startswith("As of ")
    assert github.writes == []


def test_a_token_that_may_not_write_opens_nothing_and_is_asked_once(shop: Shop, github: Hub) -> None:
    shop.write("docs/decisions/0003-x.md", "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n")
    echo = json.dumps({"message": f"no rights\n\x1b[31m for {TOKEN}"})
    github.fault("POST", "/labels$", status=403, body=echo)
    done = shop.notify()
    reason = (
        "the token may not do this; a workflow's job needs `permissions: issues: write` (403: no rights �[31m for …)"
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"ADR-0001: not told: {reason}", f"ADR-0003: not told: {reason}"]
    assert len(github.writes) == 1


def test_one_record_that_fails_does_not_stop_the_others(shop: Shop, github: Hub) -> None:
    shop.notify()
    shop.two_queries()
    shop.write("docs/decisions/0003-x.md", "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n")
    github.fault("POST", "/issues/1/comments$", status=403, body='{"message": "locked"}')
    assert shop.told() == [
        f"ADR-0001: not told: {FORBIDDEN} (403: locked)",
        "ADR-0003: opened #2",
    ]


def test_after_the_rate_limit_nothing_more_is_asked(shop: Shop, github: Hub) -> None:
    shop.write("docs/decisions/0003-x.md", "# X\n\n* Status: rejected\n\n## Revisit When\n\n* `2026-01-01`\n")
    github.fault("POST", "/issues$", status=403, body='{"message": "You have exceeded a secondary rate limit"}')
    reason = "not told: GitHub's rate limit is used up (403)"
    assert shop.told() == [f"ADR-0001: {reason}", f"ADR-0003: {reason}"]
    assert [path.rpartition("/")[2] for _, path in github.writes] == ["labels", "issues"]


@pytest.mark.parametrize(
    ("limit", "path", "answer", "said"),
    [
        (
            {"TIMEOUT": (5, 0.2)},
            "/issues",
            {"wait": 1.0},
            "GitHub did not answer in time; whether it was told all the same shows in the next run",
        ),
        ({"LARGEST": 1000}, "/issues", {"body": "x" * 1001}, "GitHub's answer is too large"),
        ({"PATIENCE": -1}, "/labels", {"body": "{}"}, "GitHub's answer does not end"),
    ],
)
def test_an_answer_has_its_limits_and_is_not_asked_for_again(
    github: Hub, monkeypatch: pytest.MonkeyPatch, limit: dict[str, Any], path: str, answer: dict[str, Any], said: str
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name, value in limit.items():
        monkeypatch.setattr(client, name, value)
    github.fault("POST", f"{path}$", status=201, after=True, **answer)
    with client.GitHub(github.url, REPOSITORY, "revisit", TOKEN) as there:
        with pytest.raises(client.Untold, match=said):
            there.open("T", "B")
        assert TOKEN not in repr(there)
    assert [called for _, called in github.writes if called.endswith(path)] == [f"/repos/{REPOSITORY}{path}"]


def test_pages_that_lead_in_a_circle_end(shop: Shop, github: Hub) -> None:
    here = f'<{github.url}/repos/{REPOSITORY}/issues>; rel="next"'
    github.fault("GET", "/issues$", status=200, body="[]", headers=(("Link", here),))
    assert shop.told() == ["ADR-0001: opened #1"]


@pytest.mark.parametrize(
    ("env", "settings", "said"),
    [
        ({"token": ""}, "", "--notify github needs a token that may write issues, in the environment variable"),
        ({"token": "a\nb"}, "", "GITHUB_TOKEN holds characters that no token has; set it anew"),
        ({"repository": "shop"}, "", "GITHUB_REPOSITORY is 'shop'; it must be owner/repo"),
        ({"repository": ""}, 'repo-url = "https://gitlab.example/a/b"', "--notify github does not know the repository"),
        ({}, 'github-api = "http://github.example"', "github-api is 'http://github.example'; it must begin with https"),
        ({}, 'notify-label = "a,b"', "notify-label is 'a,b'; it must be one label"),
        ({}, 'notify-label = " "', "notify-label is ''; it must be one label"),
    ],
)
def test_a_broken_set_up_is_said_before_anything_is_done(
    shop: Shop, github: Hub, env: dict[str, str], settings: str, said: str
) -> None:
    shop.settings(f'github-api = "{github.url}"' if "github-api" not in settings else "", settings)
    done = shop.notify(**env)
    assert (done.returncode, done.stdout, github.calls) == (2, "", [])
    assert done.stderr.startswith(f"adr-gen: {said}")


def test_the_repository_is_that_of_the_environment_else_of_the_site(shop: Shop, github: Hub) -> None:
    assert shop.notify(repository="").returncode == 1
    assert github.calls[0] == ("GET", f"/repos/{REPOSITORY}/issues")


def test_another_day_is_only_for_a_dry_run(shop: Shop, github: Hub) -> None:
    done = shop.notify("--as-of", "2999-01-01")
    assert (done.returncode, done.stdout, github.calls) == (2, "", [])
    assert done.stderr.startswith("adr-gen: --notify tells of today; leave out --as-of, or add --dry-run")
    assert "ADR-0002: would open an issue" in shop.notify("--as-of", "2999-01-01", "--dry-run").stderr
    alone = run(shop.root, "revisit", "--dry-run")
    assert (alone.returncode, alone.stderr) == (2, "adr-gen: --dry-run goes with --notify github\n")


# Dry runs


def test_a_dry_run_writes_nothing_and_shows_all(shop: Shop, github: Hub) -> None:
    told = shop.told("--dry-run")
    assert told[:3] == ["ADR-0001: would open an issue", f"    {TITLE}", "    " + "-" * 40]
    shown = "\n".join(line.removeprefix("    ") for line in told[4:]) + "\n"
    assert shown == BODY.replace("TODAY", date.today().isoformat())
    assert github.writes == []
    shop.notify()
    shop.two_queries()
    github.calls.clear()
    told = shop.told("--dry-run")
    assert told[0] == "ADR-0001: would update #1: (b) met"
    assert "    There is more to look at:" in told
    shop.review("--reaffirm")
    assert shop.notify("--dry-run").stderr.startswith("ADR-0001: would close #1: ADR-0001 is waiting again")
    assert github.writes == []


def test_a_dry_run_needs_no_token(shop: Shop, github: Hub) -> None:
    shop.notify()
    done = shop.notify("--dry-run", token="")
    assert (done.returncode, done.stderr) == (1, "ADR-0001: #1 says so, nothing new\n")


def test_a_dry_run_that_can_learn_nothing_says_what_it_assumes(shop: Shop, github: Hub) -> None:
    github.fault("GET", "/issues$", status=404)
    assert shop.told("--dry-run")[:2] == [
        "assuming that no issues exist: there is no example/shop, or the token may not see it (404)",
        "ADR-0001: would open an issue",
    ]
    (shop.root / "mkdocs.yml").unlink()
    done = shop.notify("--dry-run", repository="")
    assert done.stderr.splitlines()[0] == (
        "assuming that no issues exist: the repository is not known (GITHUB_REPOSITORY, or the setting repo-url)"
    )
    assert "See `docs/decisions/0001-queue.md`." in done.stderr


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


def test_a_marker_reads_back_and_takes_nothing_else_in() -> None:
    written = Marker(7, (DAY_HAS_COME, "review-by:2026-01-01"), "abc")
    assert read(f"{written}\ntext") == written
    assert read('<!-- adr-gen: {"record":7,"seen":["a","--> <b>",1],"text":"-->"} -->') == Marker(7, ("a",))
    for body in ("", "x", "<!-- adr-gen: [] -->", '<!-- adr-gen: {"record":"7","seen":[]} -->', f"x {written}"):
        assert read(body) is None


def test_the_issue_is_closed_only_once_all_that_it_names_is_answered(shop: Shop, github: Hub) -> None:
    shop.two_queries()
    shop.notify()
    shop.review("--answer", "a=waiting")
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    assert github.issues[0]["state"] == "open"


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


def test_the_board_goes_to_stdout_in_every_form(shop: Shop, tmp_path: Path) -> None:
    (told, _) = json.loads(shop.notify("--json").stdout)
    assert told["id"] == "ADR-0001"
    assert shop.notify("--format", "markdown").stdout.startswith("As of ")


def test_a_project_that_notifies_nobody_asks_nothing(shop: Shop, github: Hub) -> None:
    done = run(shop.root, "revisit", GITHUB_TOKEN=TOKEN, GITHUB_REPOSITORY=REPOSITORY)
    assert (done.returncode, done.stderr, github.calls) == (1, "", [])


def test_a_login_for_the_host_is_not_taken_from_elsewhere(shop: Shop, github: Hub, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login a password b\n", encoding="utf-8")
    for token in ("", TOKEN):
        args = ("revisit", "--notify", "github", *([] if token else ["--dry-run"]))
        run(shop.root, *args, GITHUB_TOKEN=token, GITHUB_REPOSITORY=REPOSITORY, NETRC=str(netrc))
    assert github.tokens == {f"Bearer {TOKEN}"}
