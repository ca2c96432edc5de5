"""What the card of a record says of what would change the decision, and of the last look at it."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.support.helpers import run, tree

FRONT = "# Well\n\n* Status: {status}\n* Date: 2026-03-01\n"
RECORD = FRONT + "\n## Decision Outcome\n\nThe brook is enough.\n"
AGAIN = """
=== docs/decisions/0002-again.md
# Well, asked again

* Status: rejected
* Date: 2026-10-01
* Revisits [ADR-0001](0001-well.md)

## Decision Outcome

The brook is still enough.

## Revisit When

* the brook is dry
"""
REVISIT = "\n## Revisit When\n\n* {}\n"
UNSAID = "What would change our mind: nothing is written about when to look again."


def words(root: Path, part: str, as_of: str = "2026-11-30") -> list[str]:
    """The words of each place of a kind on the first record's page."""
    assert run(root, "export", "--as-of", as_of, root / "out").returncode == 0
    page = next((root / "out/decisions").glob("0001-*/index.md")).read_text(encoding="utf-8")
    return [_plain(match[0]) for match in re.finditer(rf'<(div|section) class="{part}".*?</\1>', page, re.DOTALL)]


def _plain(html: str) -> str:
    text = unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?(a|span|strong|em|time)\b[^>]*>", "", html)))
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("status", "conditions", "said"),
    [
        ("deferred", "", [UNSAID]),
        ("rejected", "", [UNSAID]),
        ("accepted", "", []),
        ("deprecated", "", []),
        ("deferred", REVISIT.format("never"), ["What would change our mind Revisit (a) never"]),
    ],
)
def test_a_decision_against_something_says_that_nothing_would_change_it(
    tmp_path: Path, status: str, conditions: str, said: list[str]
) -> None:
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{RECORD.format(status=status)}{conditions}")
    assert [" ".join(one.split()) for one in words(tmp_path, "adr-mind")] == said


@pytest.mark.parametrize(
    ("choice", "said", "relation"),
    [
        ("the brook is enough", "Asked again, and decided the same, in", "Reaffirms"),
        ("Rain water it is.", "Answered anew by", "Revisits"),
        ("Not the well, but the brook.", "Answered anew by", "Revisits"),
    ],
)
def test_only_who_says_the_same_decided_the_same(tmp_path: Path, choice: str, said: str, relation: str) -> None:
    new = AGAIN.replace("The brook is still enough.", choice)
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{RECORD.format(status='rejected')}{new}")
    (banner,) = words(tmp_path, "adr-banner")
    assert banner == f"{said} ADR-0002 Well, asked again rejected (2026-10-01): {choice}"
    page = (tmp_path / "out/decisions/0002-again/index.md").read_text(encoding="utf-8")
    assert f"<dt>{relation}</dt>" in page


def test_a_decision_that_was_made_again_names_the_one_whose_conditions_count(tmp_path: Path) -> None:
    text = RECORD.format(status="rejected") + REVISIT.format("the well is dug")
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{text}{AGAIN}")
    (banner,) = words(tmp_path, "adr-banner")
    heir = "ADR-0002 Well, asked again rejected (2026-10-01): The brook is still enough."
    assert banner == f"Answered anew by {heir}"
    assert words(tmp_path, "adr-mind") == [
        "What would change our mind: the conditions of ADR-0002, which answered the question again."
    ]
    assert (
        "Nobody waits for these conditions any more: those of ADR-0002 count now." in words(tmp_path, "adr-standing")[0]
    )


def test_a_chain_of_decisions_that_were_made_again_ends_with_what_holds(tmp_path: Path) -> None:
    last = "# Dug\n\n* Status: accepted\n* Supersedes [ADR-0002](0002-again.md)\n\n## Decision Outcome\n\nWe dig.\n"
    record = RECORD.format(status="rejected")
    tree(
        tmp_path,
        f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{record}{AGAIN}=== docs/decisions/0003-dug.md\n{last}",
    )
    (banner,) = words(tmp_path, "adr-banner")
    assert banner.endswith("What holds today: ADR-0003 Dug accepted: We dig.")


@pytest.mark.parametrize(
    ("answer", "look"),
    [
        (["--reaffirm"], "reaffirmed 2026-05-02 by Ana"),
        (["--answer", "a=waiting"], "looked at 2026-05-02 by Ana"),
        (["--cleared", "1"], "1 blocker cleared 2026-05-02 by Ana"),
        (["--cleared", "1", "--answer", "a=waiting"], "looked at 2026-05-02 by Ana"),
    ],
)
def test_the_card_tells_of_the_last_look(tmp_path: Path, answer: list[str], look: str) -> None:
    blocked = "\n## Blockers\n\n* the permit\n"
    text = RECORD.format(status="rejected") + blocked + REVISIT.format("the well is dug")
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{text}")
    assert run(tmp_path, "review", "1", *answer, "--by", "Ana", "--as-of", "2026-05-02").returncode == 0
    assert f"Last look {look}" in words(tmp_path, "adr-card")[0]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("`2027-09-22`", "2027-09-22 is 296 days away (checked 2026-11-30)"),
        ("the survey is done, `after 18 months`", "2027-09-01 is 275 days away (checked 2026-11-30)"),
        ("the well is dug", "not looked at yet look again by 2027-04-30"),
    ],
)
def test_a_coming_day_is_said_once(tmp_path: Path, condition: str, said: str) -> None:
    text = RECORD.format(status="rejected") + REVISIT.format(condition)
    days = "watch-from = 2026-11-01\n"
    tree(tmp_path, f"=== adr-gen.toml\n{days}=== docs/decisions/0001-well.md\n{text}")
    (card,) = words(tmp_path, "adr-mind")
    found = re.search(r"(not looked|2027-\d\d-\d\d is).*?(?= Answer)", card)
    assert found
    assert found[0] == said


def test_what_came_true_of_a_decision_that_was_replaced_is_said_still(tmp_path: Path) -> None:
    old = RECORD.format(status="rejected") + REVISIT.format("`2026-04-01`\n* the well is dug")
    new = "# Brook\n\n* Status: accepted\n* Date: 2026-05-01\n* Supersedes [ADR-0001](0001-well.md)\n"
    tree(tmp_path, f"=== docs/decisions/0001-well.md\n{old}=== docs/decisions/0002-brook.md\n{new}")
    assert words(tmp_path, "adr-standing") == [
        (
            "Nobody waits for these conditions any more. Met (a) 2026-04-01 a day · 2026-04-01 has come "
            "(checked 2026-11-30) (b) the well is dug people's judgement"
        )
    ]


def test_what_is_to_happen_stands_with_its_condition_in_the_card_and_on_home(tmp_path: Path) -> None:
    condition = "`2026-10-01` → ask the bank again"
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{RECORD.format(status='deferred')}")
    record = tmp_path / "docs/decisions/0001-well.md"
    record.write_text(record.read_text(encoding="utf-8") + REVISIT.format(condition), encoding="utf-8")
    (card,) = words(tmp_path, "adr-mind")
    assert "(a) 2026-10-01 → ask the bank again" in card
    home = _plain((tmp_path / "out/index.md").read_text(encoding="utf-8"))
    assert "(a) 2026-10-01 → ask the bank again" in home


def test_a_record_that_took_the_place_of_another_by_asking_again_names_it_once(tmp_path: Path) -> None:
    front = "=== docs/decisions/{0:04}-{1}.md\n# {1}\n\n* Status: {2}\n* Date: 2026-03-0{0}\n"
    old = front.format(2, "Brook", "rejected") + front.format(3, "Pond", "accepted")
    new = front.format(1, "Well", "accepted") + "* Revisits [2](0002-Brook.md) and [3](0003-Pond.md)\n"
    tree(tmp_path, f"=== adr-gen.toml\n{new}{old}")
    (card,) = words(tmp_path, "adr-card")
    assert re.findall(r"(\w+) ADR-000\d [A-Z]\w+", card) == ["Supersedes", "Reaffirms"]


REWORDED = [
    (
        ["--answer", "a=waiting", "--evidence", "a=Not a drop."],
        "not looked at yet in these words; looked at 2026-05-02, Ana, as “the *well* is dug”: still waiting",
        "2026-05-02 Ana: (a, as “the well is dug”) still waiting (Not a drop.)",
    ),
    (
        ["--reaffirm", "--answer", "b=waiting"],
        "not looked at yet by itself; decision reaffirmed 2026-05-02, Ana",
        "2026-05-02 Ana, reaffirmed: (a) still waiting",
    ),
]


@pytest.mark.parametrize(("answer", "said", "listed"), REWORDED)
def test_a_look_at_a_condition_in_earlier_words_quotes_them(
    tmp_path: Path, answer: list[str], said: str, listed: str
) -> None:
    head = "=== adr-gen.toml\n=== docs/decisions/0001-well.md\n" + RECORD.format(status="rejected")
    tree(tmp_path, head + REVISIT.format("the *well* is dug\n* the pond is dry"))
    assert run(tmp_path, "review", "1", *answer, "--by", "Ana", "--as-of", "2026-05-02").returncode == 0
    now = "the pond is dry\n* the well was dug" if "--reaffirm" in answer else "the well was dug"
    tree(tmp_path, head + REVISIT.format(now))
    assert said.replace("*", "") in words(tmp_path, "adr-mind", "2026-06-01")[0]
    assert listed in words(tmp_path, "adr-standing", "2026-06-01")[0]


def test_a_look_whose_words_nobody_kept_is_one_at_earlier_words(tmp_path: Path) -> None:
    review = "record: 1\ndate: 2026-05-02\nanswers:\n- trigger: a\n  condition: 442d36fd5db2\n  result: met\n"
    record = RECORD.format(status="rejected") + REVISIT.format("the well is dug")
    kept = f"=== docs/decisions/reviews/0001-2026-05-02-aa.yml\n{review}"
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{record}{kept}")
    (card,) = words(tmp_path, "adr-mind", "2026-06-01")
    assert "not looked at yet in these words; looked at 2026-05-02, in earlier words: has come true" in card
    assert "2026-05-02: (a, in earlier words) has come true" in words(tmp_path, "adr-standing", "2026-06-01")[0]


def test_a_decision_that_an_update_turned_leads_to_it(tmp_path: Path) -> None:
    update = (
        "\n## Update 2026-09-01\n\nThe brook fell dry in the hot August of this year. We will dig the well after all.\n"
    )
    record = RECORD.format(status="accepted").replace("The brook", "Declined: the brook") + REVISIT.format("deer come")
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{record}{update}")
    (card,) = words(tmp_path, "adr-card")
    assert card == (
        "Verdict: We will dig the well after all. The brook fell dry in the hot August of this year. "
        "Status accepted Date 2026-03-01 Changed by Update 2026-09-01"
    )


def test_a_limit_says_that_the_decision_was_reaffirmed_since(tmp_path: Path) -> None:
    record = (
        FRONT.format(status="accepted") + "* Qualifier: until the survey\n\n## Decision\n\nWe dig until the survey.\n"
    )
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{record}{REVISIT.format('deer come')}")
    assert "Reaffirmed" not in words(tmp_path, "adr-card")[0]
    look = ("--reaffirm", "--next", "2027-05-01", "--by", "Ana", "--as-of", "2026-05-02")
    assert run(tmp_path, "review", "1", *look).returncode == 0
    said = "We dig until the survey. Reaffirmed 2026-05-02, next look 2027-05-01."
    assert said in words(tmp_path, "adr-card")[0]
    assert said in _plain((tmp_path / "out/decisions/index.md").read_text(encoding="utf-8"))


def test_a_day_without_conditions_is_said_below_its_heading_too(tmp_path: Path) -> None:
    record = FRONT.format(status="accepted") + "* Review by: 2026-06-01\n\n## Decision\n\nWe dig.\n"
    tree(tmp_path, f"=== adr-gen.toml\n=== docs/decisions/0001-well.md\n{record}")
    assert words(tmp_path, "adr-standing") == ["Was to be looked at by 2026-06-01 in any case."]
