"""`adr-gen revisit --notify github` after a record changed its number, name or title: its issue stays its own."""

from pathlib import Path

from tests.support.github import Hub
from tests.support.helpers import run
from tests.support.notify_project import DAY_HAS_COME, Shop, github, marker, shop

__all__ = ["github", "shop"]  # fixtures
OTHER = "# Other\n\n* Status: deferred\n* Date: 2026-03-02\n\n## Revisit When\n\n* (a) `2026-05-09`\n"


def renumber(shop: Shop) -> None:
    assert run(shop.root, "renumber", "1", "7").returncode == 0


def test_the_issue_of_a_renumbered_record_goes_on_under_its_new_number(shop: Shop, github: Hub) -> None:
    shop.notify()
    renumber(shop)
    assert shop.told("--dry-run")[0] == "ADR-0007: would renew #1: #1 says so, now under its new number"
    assert shop.told() == ["ADR-0007: #1 says so, now under its new number"]
    (issue,) = github.issues
    assert (issue["title"], "`adr-gen review 7`" in issue["body"]) == (
        "ADR-0007: look again – Which queue for background jobs",
        True,
    )
    assert (marker(issue).record, marker(issue).seen, github.said(1)) == (7, (DAY_HAS_COME,), [])
    github.calls.clear()
    assert shop.told() == ["ADR-0007: #1 says so, nothing new"]
    assert github.writes == []


def test_another_record_that_takes_the_number_gets_an_issue_of_its_own(shop: Shop, github: Hub) -> None:
    shop.notify()
    renumber(shop)
    shop.write("docs/decisions/0001-other.md", OTHER)
    assert sorted(shop.told()) == ["ADR-0001: opened #2", "ADR-0007: #1 says so, now under its new number"]


def test_the_issue_of_a_record_that_is_gone_is_not_another_one_with_its_number(shop: Shop, github: Hub) -> None:
    shop.notify()
    (shop.root / "docs/decisions/0001-queue.md").unlink()
    shop.write("docs/decisions/0001-other.md", OTHER)
    assert shop.told() == ["ADR-0001: opened #2", "ADR-0001: the log has no such record; close #1 if it is gone"]


def test_a_closed_issue_is_known_under_the_new_number_too(shop: Shop, github: Hub) -> None:
    shop.notify()
    github.issues[0]["state"] = "closed"
    renumber(shop)
    assert shop.told() == ["ADR-0007: #1 was closed, nothing new"]


def test_news_of_a_renumbered_record_goes_into_its_issue(shop: Shop, github: Hub) -> None:
    shop.notify()
    renumber(shop)
    shop.two_queries()
    assert shop.told() == ["ADR-0007: updated #1: (b) met"]
    assert github.issues[0]["title"].startswith("ADR-0007: ")


def test_a_record_with_another_title_or_file_name_keeps_its_issue(shop: Shop, github: Hub) -> None:
    shop.notify()
    place = shop.root / "docs/decisions/0001-queue.md"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("Which *queue* for", "A queue for"), encoding="utf-8")
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
    place.write_text(text, encoding="utf-8")
    place.rename(Path(place.parent, "0001-another.md"))
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]


def test_an_issue_of_an_earlier_version_is_known_by_its_number(shop: Shop, github: Hub) -> None:
    shop.notify()
    issue = github.issues[0]
    first, _, below = issue["body"].partition("\n")
    issue["body"] = first.partition(',"marks"')[0] + "} -->\n" + below
    assert marker(issue).marks == ()
    assert shop.told() == ["ADR-0001: #1 says so, nothing new"]
