"""`read(render(record)) == record`, whatever stands in the fields."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adr_gen import records
from adr_gen.records import Record
from tests.support.helpers import run, tree
from tests.support.pipeline import DECISIONS, PATH, Written, write

BEGINNINGS = [
    *("1. ", "1) ", "- ", "+ ", "* ", "# ", "## ", "> ", "---", "***", "___", "===", "```js", "~~~", "    ", "\t", "| a |", "<div>", "<!--", "<b>"),
    *("[a]: b ", "[^1]: ", "[ ] ", "[x] ", "[!NOTE]", "(a) ", "(b) ", "(aa) ", "*a:* ", "\\*a:* ", "\\- ", "\\", "\\\\# ", "{{ a }}", "{% a %}", "&amp; ", "&#35;"),
    *("Any of:", "All of:", "if ", "when ", "**If:** ", "→ ", "a → b", "`2027-01-01` ", "`pypi:a >= 2`", "```", "#", "##", ": ", "? ", "- [ ] ", "~", "null", "no"),
]  # fmt: skip
text = st.builds(
    lambda first, words, last: first + words + last,
    st.sampled_from(["", *BEGINNINGS]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.text("ab \\`*_~[](){}<>#|:;,.!&-+=\n\t\x01\x1b\x7f\x85\u2028\ufeff→", max_size=20),
    st.sampled_from(["", "#", " #", ".", ":", "\\", "`", "*", " if a", ", or b", "; c", " → d", "  ", "\n"]),
)
texts = st.lists(text, max_size=4)


def front(**values: object) -> str:
    """Research whose front matter holds these values."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    escaped = re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", lines)
    return f"---\n{escaped}---\n\n# Heading\n\nWords.\n"


def unequal(source: Written) -> dict[str, tuple[object, object]]:
    """The fields that are not read as they were written: what they were, what they are."""
    back = records.read(PATH, source.text, DECISIONS)
    assert back.problems == ()
    pairs = {f.name: (getattr(source.record, f.name), getattr(back.record, f.name)) for f in fields(Record)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


@settings(suppress_health_check=list(HealthCheck))
@given(title=text, tags=texts, authors=texts, blockers=texts, revisit_when=texts, decision=text)
def test_every_field_of_the_front_matter_reads_back(
    title: str, tags: list[str], authors: list[str], blockers: list[str], revisit_when: list[str], decision: str
) -> None:
    values = {"title": title, "tags": tags, "authors": authors, "blockers": blockers, "revisit_when": revisit_when}
    assert unequal(write(front(**values, decision=f"reject ({decision})"))) == {}


@pytest.mark.parametrize(
    "blocker", ["1. x", "- x", "# 12 x", "> x", "---", "+ x", "```js", "[a]: b", "<div>", "| a |", "    x", "\\- x"]
)
def test_a_blocker_that_begins_like_a_block_reads_back(blocker: str) -> None:
    record = write(front(decision="defer", blockers=[blocker]))
    assert unequal(record) == {}
    assert [b.text for b in record.record.blockers] == [blocker.strip().removeprefix("\\")]


def test_a_condition_has_its_own_sentence_when_its_words_stand_in_another_one() -> None:
    shared = "Revisit when `file:pyproject.toml exists` or adoption grows."
    record = write(f"---\ndecision: defer\n---\n\n## Notes\n\n{shared} Reconsider once adoption grows.\n")
    assert unequal(record) == {}
    assert [t.sentence for t in record.record.conditions.triggers][-1] == "Reconsider once adoption grows."


def test_the_letters_of_a_thousand_conditions_read_back() -> None:
    assert unequal(write(front(decision="defer", revisit_when=[f"thing {n} comes" for n in range(1000)]))) == {}


def test_a_record_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    tags = ", ".join(f"t{n}" for n in range(10_000)).replace(", ", ",")
    root = tree(tmp_path, f"=== docs/research/a.md\n---\ntitle: T\ndecision: adopt\ntags: [{tags}]\n---\n\nText.\n")
    made = run(root, "generate")
    assert made.returncode == 1
    assert made.stderr == (
        "docs/research/a.md:1: ADR001 its record could not be read again: front matter of 68986 characters; "
        "at most 65536 are allowed; nothing was written\n"
    )
    assert not list(root.glob("docs/decisions/*.md"))


def test_a_record_with_many_tags_stays_a_generated_one() -> None:
    assert unequal(write(front(decision="adopt", tags=[f"some-tag-{n}" for n in range(800)]))) == {}


@pytest.mark.parametrize("mark", ["* (a) ", "+ ", "1. "])
def test_a_list_that_leads_in_to_conditions_is_none_of_them(mark: str) -> None:
    lead = f"{mark}Reopen this when all boxes are ticked:\n\n\n"
    record = write(
        f"# T\n\n## Outcome\n\nShelved.\n\n{lead}- [ ] somebody wrote it down\n- [ ] clients are new enough\n"
    )
    assert unequal(record) == {}
    assert len(record.record.conditions.triggers) == 2


def test_a_form_feed_behind_dashes_makes_no_heading_of_the_line_above() -> None:
    kinds = [block.kind for block in write("# T\n\nwords\n---\f\n\nmore\n").document.blocks]
    record = records.read(PATH, write("# T\n\nwords\n---\f\n\nmore\n").text, DECISIONS).document
    assert (kinds, [b.text for b in record.blocks if b.text.startswith("words")]) == (
        ["heading", "paragraph", "paragraph"],
        ["words\n---"],
    )
