"""Every block of a research file is in its record, once, in its order within its section."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from adr_gen import reading, records
from adr_gen.markdown import Block, Document, fold, parse
from adr_gen.model import Verdict
from adr_gen.reading import roles
from adr_gen.records import Record
from adr_gen.render import record_text as render
from adr_gen.render import section_mapping
from tests import SHARED
from tests.support import pipeline

CORPUS = SHARED / "corpus"


def compose(text: str, verdict: Verdict | None = None) -> tuple[Document, reading.Reading, Record, str]:
    """A research text as a record, its own verdict or the given one."""
    document = parse(text)
    result = reading.read(document)
    verdict = result.verdict or verdict or Verdict("accepted", None, "Do it.")
    fresh = Record(
        number=1,
        title=result.title or "Untitled",
        status=verdict.status,
        qualifier=verdict.qualifier,
        date=result.date,
        verdict=verdict.line or verdict.status.capitalize(),
        source="docs/research/x.md",
        path="docs/decisions/0001-x.md",
        url="decisions/0001-x/",
        tags=result.tags,
        decision_makers=result.decision_makers,
    )
    shown, rendered = render.compose(document, result, fresh, lambda target: None, {})
    return document, result, shown, render.seal(rendered, "0" * 12)


def leaves(blocks: tuple[Block, ...], inside: str = "") -> Iterator[str]:
    """What a document's blocks say, one text for each block that holds words; anchors left out."""
    for block in blocks:
        text = re.sub(r"\(#[^)]*\)", "(#)", re.sub(r"\\(#+)$", r"\1", fold(block.text)))
        if block.kind == "table":
            yield from (f"cell {fold(cell)}" for row in block.rows for cell in row)
        elif block.kind in ("code", "html"):
            yield f"{block.kind} {block.text.rstrip()}"
        elif block.kind in ("paragraph", "heading"):
            text = re.sub(r"^\(([a-z]{1,2})\) ", "", text) if inside == "item" else text
            yield f"{'text' if inside == 'item' else block.kind} {text}"
        yield from leaves(block.children, block.kind)


def lost(document: Document, result: reading.Reading, record: str) -> list[str]:
    """What the document says and its record does not."""
    counts = Counter(leaves(document.blocks))
    remaining = Counter(leaves(parse(record).blocks))
    missing = counts - remaining
    bare = {
        f"heading {fold(part.heading.text)}"
        for parts in section_mapping.arrange(document, result).values()
        for part in parts
        if part.heading is not None and part.bare
    }
    leads = (m.lead.text for m in result.moves if m.lead is not None and m.lead.kind == "heading")
    bare |= {f"heading {fold(text)}" for text in leads if roles.section(text)[1]}
    title = {leaf for b in document.blocks if b.line == result.title_line for leaf in leaves((b,))}
    closed = {text for text in missing if text.startswith("html ") and any(k.startswith(text) for k in remaining)}
    return sorted(text for text in missing if text not in bare | title | closed)


def twice(document: Document, result: reading.Reading, shown: Record, record: str) -> list[str]:
    """What the record says more often than the document, beyond what it has to repeat."""
    more = Counter(leaves(parse(record).blocks)) - Counter(leaves(document.blocks))
    repeated = [
        shown.verdict or "",
        "All of:",
        "Any of:",
        *(b.text for b in shown.blockers),
        *section_mapping.TITLES.values(),
    ]
    repeated += [t for trigger in shown.conditions.triggers for t in (trigger.text, trigger.sentence)]
    words = " ".join(repeated)
    return sorted(
        text
        for text in more
        if text.split(" ", 1)[1] not in words
        and not any(t.text in text for t in shown.conditions.triggers)
        and not re.match(
            r"text (Status|Date|Qualifier|Review by|[\w-]+): |heading (Research metadata|\w)|html <!--", text
        )
    )


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this clone")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("[0-9]*.md")), ids=lambda p: p.stem)
def test_nothing_of_a_real_document_is_lost_or_repeated(path: Path) -> None:
    document, result, shown, record = compose(path.read_text(encoding="utf-8"))
    assert lost(document, result, record) == []
    assert twice(document, result, shown, record) == []


@pytest.mark.parametrize(
    "heading", ["Verdict on the cache", "Blocker 2 – The key", "Revisit when prices fall", "Reopen if * [it](#it)"]
)
def test_a_heading_that_says_more_than_its_section_is_in_the_record(heading: str) -> None:
    document, result, _, record = compose(f"# T\n\n## {heading}\n\n- adopt it\n\n## It\n\nText.\n")
    assert lost(document, result, record) == []
    assert f"### {heading}" in record


words = st.text(st.sampled_from("abc xyz.,:*_`<>[]()|#-+1{}~!&\\éß"), min_size=1, max_size=30).map(fold).filter(bool)
LABELS = [
    "Goal",
    "Options",
    "Recommendation: ADOPT",
    "Decision",
    "Blockers",
    "Revisit when",
    "Consequences",
    "Notes",
    "Risks",
]
heading = st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 5), st.sampled_from(LABELS) | words)
setext = st.builds(lambda text, mark: f"x {text}\n{mark}", words, st.sampled_from(["===", "---"]))
bullets = st.builds(
    lambda mark, items: "\n".join(f"{mark} {item}" for item in items),
    st.sampled_from(["-", "*", "+", "1.", "3)", "- [ ]", "* [x]"]),
    st.lists(words, min_size=1, max_size=4),
)
nested = st.builds(lambda a, b, c: f"- {a}\n  - {b}\n\n    {c}\n- {a}", words, words, words)
fence = st.builds(
    lambda mark, text, end: f"{mark}\n{text}\n{end}",
    st.sampled_from(["```", "~~~~"]),
    words,
    st.sampled_from(["```", "~~~~", ""]),
)
table = st.builds(lambda a, b: f"| a | b |\n|---|---|\n| {a} | {b} |", words, words)
html = st.sampled_from(
    ["<div>\nx\n</div>", "<!-- open", "<details>\n\n<summary>s</summary>", "<pre>\nx", "<!-- ok -->"]
)
quote = words.map(lambda text: f"> {text}\n> - {text}")
indented = words.map(lambda text: f"    {text}")
definition = words.map(lambda text: f"[ref]: /x '{text}'") | st.just("[^1]: note\n    more")
label = st.sampled_from(["**Blockers:**", "**Revisit when:**", "**Verdict**: no", "Blockers:"])
block = st.one_of(heading, setext, bullets, nested, fence, table, html, quote, indented, definition, label, words)
# the marks of a merge conflict are no document
bodies = st.lists(block, max_size=14).map("\n\n".join).filter(lambda body: not re.search("<{7}|>{7}", body))


@settings(suppress_health_check=list(HealthCheck))
@given(bodies)
@example("### Options")
@example("- a\n# - Title in between\n  words behind it")
@example("## Blockers\n\n- a\n\x0b- no item")
@example("## Revisit when\n\n- [ ] a\n| step |\n|---|\n| no table |")
@example("Text\n\n```\n- code\n\x0c```\n")
@example("## When look again\n\n* a port exists")
@example("Decision: reject\n\n## When we'd look again\n\n* a port exists\n")
@example("Text\n\n   \tcode\n# Title in between\n        more code\n")
def test_nothing_of_any_document_is_lost(body: str) -> None:
    document, result, _, record = compose(body)
    assert lost(document, result, record) == []


@settings(suppress_health_check=list(HealthCheck))
@given(bodies)
@example("# Queue\n\n## Decision\n\n**Option B: Oak(b) **  \n\nWe take it as it is fast.\n")
def test_a_record_reads_back_as_it_was_written(body: str) -> None:
    _, _, shown, text = compose(body)
    assert records.read(shown.path, text, "docs/decisions").record == shown


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this clone")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("[0-9]*.md")), ids=lambda p: p.stem)
def test_the_record_of_a_real_document_reads_back_as_it_was_written(path: Path) -> None:
    _, _, shown, text = compose(path.read_text(encoding="utf-8"))
    assert records.read(shown.path, text, "docs/decisions").record == shown


def test_a_condition_that_is_written_twice_is_shown_twice() -> None:
    page = pipeline.published("# T\n\n* Status: deferred\n\n## Revisit when\n\nPrices fall.\n\nPrices fall.\n")
    assert page.count("Prices fall") == 3  # in the card, in the section, and as it is written


def test_a_verdict_that_is_written_twice_is_shown_twice() -> None:
    page = pipeline.published("# T\n\n* Status: accepted\n\n## Decision\n\nAdopt it.\n\nAdopt it.\n\nIt is fast.\n")
    body = page[page.index("## Decision") :]
    assert (page.count("Adopt it.") - body.count("Adopt it.") > 0, body.count("Adopt it.")) == (True, 1)


def test_a_labelled_verdict_that_is_written_twice_is_shown_twice() -> None:
    line = "**Verdict:** Adopt it.\n\n"
    page = pipeline.published(f"# T\n\n* Status: accepted\n\n## Decision\n\n{line}{line}It is fast.\n")
    assert page[page.index("## Decision") :].count("Adopt it.") == 1  # the card says the other one


@pytest.mark.parametrize("limit", ["for  now", "for\u00a0now", "for \t now"])
@pytest.mark.parametrize(
    "words", ["---\ndecision: reject\nqualifier: '{}'\n---\n# T\n", "# T\n\n## Verdict: REJECT ({})\n\nA day.\n"]
)
def test_a_qualifier_is_read_with_one_blank_between_its_words(words: str, limit: str) -> None:
    written = pipeline.write(words.format(limit))
    assert written.record.qualifier == "for now"
    assert records.read(pipeline.PATH, written.text, pipeline.DECISIONS).record == written.record


def test_the_kind_of_a_condition_does_not_depend_on_the_language_of_its_document() -> None:
    conditions = {
        "## Revisit when\n\n- через шесть месяцев": "elapsed",
        "## Revisit when\n\n- in sechs Monaten": "elapsed",
    }
    around = [
        "Wir nutzen die Datenbank, weil sie reicht.",
        "Мы оставляем базу данных, потому что она есть.",
        "It is kept, and that is all.",
    ]
    for condition, kind in conditions.items():
        for words in around:
            written = pipeline.write(f"# T\n\n## Recommendation: REJECT\n\n{words}\n\n{condition}\n")
            assert [trigger.kind for trigger in written.record.conditions.triggers] == [kind]
