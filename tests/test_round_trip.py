"""`read(render(record)) == record`, whatever stands in the fields."""

import json
import re
from dataclasses import fields

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adr_gen import records
from adr_gen.records import Record
from tests.stages import DECISIONS, PATH, Written, write

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
    escaped = re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", lines)
    return f"---\n{escaped}---\n\n# Heading\n\nWords.\n"


def unequal(written: Written) -> dict[str, tuple[object, object]]:
    """The fields that are not read as they were written: what they were, what they are."""
    back = records.read(PATH, written.text, DECISIONS)
    assert back.problems == ()
    pairs = {f.name: (getattr(written.record, f.name), getattr(back.record, f.name)) for f in fields(Record)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


@settings(max_examples=400, suppress_health_check=list(HealthCheck), deadline=None)
@given(title=text, tags=texts, authors=texts, blockers=texts, revisit_when=texts, decision=text)
def test_every_field_of_the_front_matter_reads_back(
    title: str, tags: list[str], authors: list[str], blockers: list[str], revisit_when: list[str], decision: str
) -> None:
    values = {"title": title, "tags": tags, "authors": authors, "blockers": blockers, "revisit_when": revisit_when}
    assert unequal(write(front(**values, decision=f"reject ({decision})"))) == {}
