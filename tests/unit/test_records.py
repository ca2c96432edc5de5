"""A record reads back as it was written, whatever its fields say."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen import records
from adr_gen.checks import tokens as checks
from adr_gen.markdown import fold, parse
from adr_gen.model import STATUSES, Blocker, Conditions, Trigger
from adr_gen.reading import Reading
from adr_gen.reading.conditions.condition_kinds import classify
from adr_gen.reading.conditions.written_condition import condition
from adr_gen.records import Record, letter, paragraph_text, unpadded
from adr_gen.render import record_text as render
from adr_gen.render.escaping import harmless

words = (
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs", "Zl", "Zp"],
            exclude_characters="\ufffe\uffff",  # no YAML file can hold these two
        ),
        min_size=1,
        max_size=40,
    )
    .map(fold)
    .filter(bool)
)
signs = st.text(st.sampled_from("ab1 .,:;#*_`<>[](){}|\\-+~!&\"'/→é"), min_size=1, max_size=30).map(fold).filter(bool)
line = words | signs
plain = st.text(st.sampled_from("abcdefgh ijk.,"), min_size=3, max_size=30).map(fold).filter(lambda t: len(t) > 2)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(date.isoformat)
numbers = st.lists(st.integers(1, 99999), max_size=3, unique=True).map(sorted).map(tuple)


def trigger(text: str, before: str) -> Trigger:
    """A trigger as reading makes them: its text a fixed point of the trimming rule, its sentence around it."""
    text = condition(text)[0] or "it changes"
    sentence = f"{before} {text}."
    return Trigger(text, sentence, None, classify(sentence), checks(sentence))


triggers = st.lists(st.builds(trigger, plain, st.just("Look again when")), max_size=4, unique_by=lambda t: t.text)
written = st.builds(
    Record,
    number=st.integers(1, 99999),
    title=line,
    status=st.sampled_from(STATUSES),
    qualifier=st.none() | plain,
    date=st.none() | days,
    # research with the mark of a merge conflict has no record
    verdict=line.map(unpadded).filter(lambda text: not text.startswith(("<<<<<<<", ">>>>>>>", "======="))),
    update=st.none() | plain,
    source=st.builds("docs/research/{}.md".format, line.map(lambda t: t.replace("/", "-"))),
    tags=st.lists(line, max_size=3).map(tuple),
    decision_makers=st.lists(line, max_size=3).map(tuple),
    blockers=st.lists(st.builds(Blocker, plain | words.map("x {}".format), st.booleans()), max_size=3).map(tuple),
    supersedes=numbers,
    superseded_by=numbers,
    revisits=numbers,
    relates=numbers,
)


@given(written, triggers, st.sampled_from(["any", "all"]), st.none() | days)
def test_a_record_reads_back_as_it_was_written(
    record: Record, found: list[Trigger], logic: str, review_by: str | None
) -> None:
    apart = [t for t in found if not any(t is not o and t.text in o.sentence for o in found)]
    chosen = "single" if len(apart) == 1 else logic if apart else None
    conditions = Conditions(chosen, tuple(apart), review_by)  # type: ignore[arg-type]
    path = f"docs/decisions/{record.number:04}-x.md"
    record = replace(record, path=path, url=records.url_of(path, "docs/decisions"), conditions=conditions)
    reading = Reading(title=record.title, blockers=record.blockers, conditions=conditions)
    names = {n: f"{n:04}-y.md" for n in (*record.supersedes, *record.superseded_by, *record.revisits, *record.relates)}
    shown, text = render.compose(parse(""), reading, record, lambda target: None, names)
    assert shown == record
    assert records.read(path, render.seal(text, "0" * 12), "docs/decisions").record == record


@pytest.mark.parametrize("text", ["the index holds a, b, e", "the name ends in, et", "wenn es soweit ist"])
def test_a_condition_reads_back_though_its_record_knows_another_language(text: str) -> None:
    sentence = f"Look again when {text}."
    conditions = Conditions("single", (Trigger(text, sentence, None, "person", ()),), None)
    record = Record(number=1, title="La coda della posta", status="rejected", verdict="Non la usiamo.", source="a.md")
    reading = Reading(title=record.title, conditions=conditions)
    _, written = render.compose(parse(""), reading, record, lambda target: None, {})
    sealed = render.seal(written, "0" * 12)
    assert records.read("docs/decisions/0001-x.md", sealed, "docs/decisions").record.conditions == conditions


def test_what_only_looks_like_an_entity_stays_text() -> None:
    for text in ("&#0", "&lt", "R&D", "a & b", "&copy 2026", "&amp;lt;", "&#1{"):
        assert unescape(harmless(text)) == text
    assert harmless("R&D") == "R&D"
    assert harmless("\ufdd0\u200b") == "\ufdd0&#8203;"


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 51, 52)] == ["a", "z", "aa", "ab", "az", "ba"]


def test_the_mark_of_a_footnote_is_no_word_of_a_line() -> None:
    assert paragraph_text.plain("We use **it**.[^1]") == "We use it."
