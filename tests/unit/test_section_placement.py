"""Which blocks of a record its page leaves out, because the card or a section of ours says the same."""

import pytest

from adr_gen import records
from adr_gen.site.record.section_placement import BLOCKERS, CONDITIONS, sections
from tests.support.pipeline import page

HEAD = "# Queue\n\n* Status: rejected\n\n"


def left_out(body: str) -> list[str]:
    """The texts of the blocks that are not shown again."""
    file = records.read("docs/decisions/0001-queue.md", HEAD + body, "docs/decisions")
    blocks = file.document.blocks
    return [blocks[n].text for n in sorted(sections(file.document, file.record).repeated)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Decision\n\nNo broker.\n\nIt costs too much.", ["No broker."]),
        ("## Decision\n\n**Verdict**: No broker.\n\nIt costs too much.", ["**Verdict**: No broker."]),
        (
            "## Decision\n\nNo broker.\n\n**Verdict**: No broker.\n\nIt costs too much.",
            ["No broker.", "**Verdict**: No broker."],
        ),
        ("## Decision\n\nNo broker.\n\n**Verdict**: No broker.", ["No broker."]),
        ("## Decision\n\nNo broker.\n\nNo broker.\n\nIt costs too much.", ["No broker."]),
        ("## Decision\n\n**Answer**: No broker.\n\nIt costs too much.", []),
        ("## Decision\n\nNo broker.\n\n### Why\n\nIt costs too much.", ["No broker."]),
        ("## Decision\n\nNo broker.\n\n### REJECT for now", []),
        ("## Decision\n\nNo broker.\n\n### REJECT\n\n### For now\n\n## More\n\nText.", []),
        ("## Decision\n\nNo broker.\n\n### REJECT\n\n### Why\n\nIt costs too much.", ["No broker."]),
        ("## Decision\n\nNo broker.", []),
        ("## Decision\n\nNo broker.\n\n## Consequences\n\nNone.", []),
        ("## Decision\n\nNo broker. It costs too much.\n\nMore.", []),
        ("## Decision\n\nNo [broker](https://b.example).\n\nIt costs too much.", []),
        ("## Decision\n\nNo `broker`.\n\nIt costs too much.", []),
        ("## Decision\n\nRejected.\n\nIt costs too much.", []),
        ("## Decision\n\nREJECT. It costs.\n\n**REJECT**\n\nIt costs.", ["REJECT. It costs.", "**REJECT**"]),
        ("## Decision\n\nREJECT: It costs.\n\nRejected\n\nIt costs.", ["REJECT: It costs."]),
    ],
)
def test_a_paragraph_that_is_the_verdict_stands_in_the_card_unless_its_section_would_be_empty(
    body: str, expected: list[str]
) -> None:
    assert left_out(body) == expected


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("### Recommendation: REJECT (for now)", ["Recommendation: REJECT (for now)"]),
        ("### Decision: Rejected for now.", ["Decision: Rejected for now."]),
        ("### Empfehlung: Abgelehnt (for now)", ["Empfehlung: Abgelehnt (for now)"]),
        # what else the heading says is the verdict in the card
        ("### Decision: REJECT (for now), they object", ["Decision: REJECT (for now), they object"]),
        ("### Decision: REJECT (for now), [they](https://a.example) object", []),
        ("### Verdict: rejected (for now)\n\n### Decision: REJECT, they object", ["Verdict: rejected (for now)"]),
        ("### 2026-03-01 Decision: REJECT (for now)", []),
        ("### Recommendation: REJECT", []),
        ("### Recommendation: REJECT (until May)", []),
        ("### Recommendation: ADOPT (for now)", []),
        ("### Recommendation", []),
        ("### Broker: REJECT (for now)", []),
        ("### Recommendation: REJECT (for now)\n\nIt costs too much.", []),
        ("### Recommendation: REJECT (for now)\n\n#### Why\n\nIt costs too much.", []),
    ],
)
def test_an_empty_heading_is_left_out_if_it_says_just_what_the_card_does(headings: str, expected: list[str]) -> None:
    limit = "* Qualifier: for now\n\n## Decision Outcome\n\nNo broker."
    text = f"{HEAD.strip()}\n{limit}\n\n{headings}\n\n## Revisit When\n\n* orders double"
    file = records.read("docs/decisions/0001-queue.md", text, "docs/decisions")
    left = (file.document.blocks[n] for n in sorted(sections(file.document, file.record).repeated))
    assert [block.text for block in left if block.kind == "heading"] == expected


def test_links_still_lead_to_a_heading_that_is_left_out() -> None:
    shown = page(
        "# Queue\n\n* Status: rejected\n\n## Decision\n\nNo broker.\n\n### Verdict: REJECT\n\n## Costs\n\nToo much.\n\n"
        "### Verdict: REJECT\n"
    )
    assert shown.partition("No broker.")[2].split("\n\n")[:3] == [
        '</p><a id="verdict-reject"></a></div>',
        "## Costs",
        '<div class="adr-body"><p>Too much.</p><a id="verdict-reject-1"></a></div>\n',
    ]


@pytest.mark.parametrize(
    ("title", "heading", "unchanged"),
    [("A queue", "Which queue we take", True), ("A queue", "ADR 3: A **queue**", False), ("", "A queue", False)],
    ids=["another title", "the same title", "no title in the front matter"],
)
def test_a_first_heading_that_is_not_the_title_of_the_front_matter_stays_on_the_page(
    title: str, heading: str, unchanged: bool
) -> None:
    front = f"---\ntitle: {title}\n---\n\n" if title else ""
    shown = page(f"{front}# {heading}\n\n* Status: accepted\n\nWe take one.\n")
    assert ("\n## Which queue we take\n" in shown, "<strong>queue" in shown) == (unchanged, False)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{label}\n\n{items}", [""]),
        ("## Revisit When\n\n{label}\n\n{items}", [""]),
        ("## Revisit When\n\nAny of:\n\n{label}\n\n{items}", ["Any of:", ""]),
        ("## Revisit When\n\nAny of:\n\n{items}", ["Any of:", ""]),
        ("{label}\n\n{items}\n\n## Later\n\n**Revisit when:**\n\n- a queue is free", []),
        ("{label}\n\n- orders double\n- a customer asks\n\n  Ask them.", []),
    ],
    ids=["label alone", "label", "logic and label", "logic", "not all of it", "more in an item"],
)
@pytest.mark.parametrize(
    "label", ["**Revisit when any of these holds:**", "Reconsider if any of the following is true:"]
)
def test_conditions_below_a_label_stand_there_once(body: str, expected: list[str], label: str) -> None:
    text = body.format(label=label, items="- orders double\n- a customer asks")
    assert left_out(f"## Decision\n\nRejected.\n\nIt is dear.\n\n## Outlook\n\n{text}") == expected


@pytest.mark.parametrize("words", ["kip", "the blue one", "p"])
def test_a_heading_of_words_that_decide_nothing_stays_in_an_undecided_record(words: str) -> None:
    shown = page(f"# Queue\n\nWe could look again.\n\n## Verdict: {words}\n\n## Costs\n\nToo much.\n")
    assert f"\n## Verdict: {words}\n" in shown


@pytest.mark.parametrize(
    ("section", "doubled"),
    [
        ("## Blockers\n\nBlockers:\n\n- [ ] no broker\n", "<p>Blockers:</p>"),
        ("## Blockers\n\n**blockers**\n\n- [ ] no broker\n", "<p><strong>blockers</strong></p>"),
        ("## Revisit When\n\nRevisit when:\n\n- orders double\n", "<p>Revisit when:</p>"),
        ("## Revisit When\n\nAny of:\n\nRevisit when:\n\n- orders double\n- it rains\n", "<p>Revisit when:</p>"),
        ("## Blockers\n\n**What stands in the way:**\n\n- [ ] no broker\n", ""),
        ("## Blockers\n\nBlockers for the first year:\n\n- [ ] no broker\n", ""),
    ],
)
def test_a_label_that_says_its_heading_again_is_not_seen(section: str, doubled: str) -> None:
    shown = page(f"{HEAD}## Decision\n\nRejected.\n\nIt is dear.\n\n{section}")
    title, label, mark = shown.rstrip().split("\n\n")[-3:]
    assert (title, mark) == (section.partition("\n")[0], BLOCKERS if "Blockers" in title else CONDITIONS)
    assert label.startswith("<div hidden>") is bool(doubled)
    assert doubled in label


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("Any of:\n\n* (a) it grows\n* (b) it shrinks", ["Any of:", ""]),
        ("Any of:\n\n* (a) it grows\n\nAny of:\n\n* (b) it shrinks", ["Any of:", ""]),
        ("Any of:\n\n* (a) it grows\n\nAny of:", ["Any of:", ""]),
    ],
)
def test_only_the_first_list_of_conditions_is_left_out_with_what_leads_it(conditions: str, expected: list[str]) -> None:
    assert left_out(f"## Revisit When\n\n{conditions}\n") == expected
    assert left_out(f"## Revisit When\n\n{conditions}\n\n## More Information\n\nText.\n") == expected
