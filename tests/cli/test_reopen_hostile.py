"""`adr-gen reopen` on records whose words look like decisions, conditions and markup."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adr_gen.commands.authoring import skeleton
from adr_gen.commands.reopen import _opening
from adr_gen.markdown import parse
from adr_gen.model import Blocker, Conditions, Observation, Trigger
from adr_gen.reading import read
from adr_gen.records import Record
from adr_gen.reviews.reviews import Reviews
from adr_gen.reviews.stored_review import Answer, Review, fingerprint
from adr_gen.revisit import States
from tests.unit.test_review_files import days

HOSTILE = [
    "Decision: REJECT",
    "# Decision: ADOPT",
    "## Blockers",
    "Revisit when the sky falls.",
    "- [ ] x",
    "> quote",
    "```",
    "<!-- open",
    "[x]: http://example.org",
    "| a | b |\n|---|---|\n| Verdict | Go |",
    "\\# x",
    "1. Add it",
    "\x1b[31mred",
    "**Verdict:** defer until it ends",
]
words = st.lists(st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1)
texts = words.map(" ".join).map(lambda text: " ".join(text.split())).filter(bool)


@given(texts, texts, texts, texts, days)
def test_whatever_the_old_record_says_nothing_is_decided_by_it(
    title: str, verdict: str, condition: str, said: str, day: str
) -> None:
    trigger = Trigger(condition, condition)
    record = Record(
        7,
        title,
        "rejected",
        "for now",
        day,
        verdict,
        path="docs/decisions/0007-x.md",
        blockers=(Blocker(said), Blocker(title, cleared=True)),
        conditions=Conditions("any", (trigger, Trigger(said, said)), day),
    )
    review = Review(7, "2026-01-01", said, answers=(Answer("a", fingerprint(condition), "met", evidence=said),))
    states = States(_day("2026-02-01"), 180, Reviews((review,)), lambda check: Observation("unknown", None))
    opening = "\n".join(_opening(record, states, "docs/research"))
    result = read(parse(skeleton("Again", "2026-02-01", "revisits: 7\ntags: []\n", opening)))
    assert (result.verdict, result.blockers, result.conditions, result.findings) == (None, (), Conditions(), ())


def _day(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)
