"""What the card of a record says right after the verdict: the next sentences of the section that states it."""

import pytest

from adr_gen import records
from adr_gen.site.record.lead import lead
from adr_gen.site.record.section_placement import CONDITIONS, sections
from tests.support.pipeline import DECISIONS, PATH, write

LONG = "A broker has to be operated, watched and paid for by somebody who knows it"
CASES = {
    "No broker.\n\nThe table is in every backup already.": "The table is in every backup already.",
    "**Verdict**: No broker.\n\nThe table is in every backup already.": "The table is in every backup already.",
    "**No broker.** The table is in every backup already.": "The table is in every backup already.",
    "No broker.\n\n**Reasons**: the table is in every `backup`.": "the table is in every backup.",
    f"No broker.\n\n{LONG}. {LONG}, e.g. at night. {LONG}.": f"{LONG}. {LONG}, e.g. at night.",
    f"No broker.\n\n{LONG * 4}. Never.": f"{LONG * 4}.",
    "No broker, see below.\n\nIn short:\n\n- It is in every backup already.": None,
    "No broker.\n\nRevisit when somebody has run one for a year.": None,
    "No broker.\n\n### Recommendation: REJECT (for now)\n\n**Verdict**: No broker.\n\nThe table is in every backup already.": (
        "The table is in every backup already."
    ),
    "No broker.\n\n### Recommendation: REJECT\n\n#### Costs\n\nIt costs a person for a year.": None,
    "No broker.\n\n## Recommendation: REJECT\n\nThe section beside it is another one.": None,
    "No broker.\n\n### Costs\n\nIt costs a person for a year.": None,
    "No broker.": None,
    "REJECT. It is dear.\n\nREJECT\n\nIt is dear. A person has to watch it for a year.": "A person has to watch it for a year.",
    "REJECT: it is dear.\n\n**REJECT**\n\n**Why:** it is dear. A person has to watch it for a year.": (
        "A person has to watch it for a year."
    ),
}


@pytest.mark.parametrize("outcome", CASES)
def test_what_stands_beside_the_verdict_is_the_lead(outcome: str) -> None:
    text = f"# Broker\n\n* Status: rejected\n* Date: 2026-01-02\n\n## Context\n\nJobs wait for each other.\n\n## Decision\n\n{outcome}\n"
    file = records.read("docs/decisions/0001-broker.md", text, "docs/decisions")
    assert lead(file.document, file.record) == CASES[outcome]


PILOT = """# Broker

## Context

### Recommendation of the pilot

The pilot says that a broker is worth its price to everybody.

### Reconsider

Somebody will.

## Recommendation: REJECT

No broker. The table is in every backup already.

## Revisit when

- jobs wait for an hour
"""


def test_what_generate_wrote_has_lead_and_conditions_below_its_own_headings_whatever_others_announce() -> None:
    file = records.read(PATH, write(PILOT).text, DECISIONS)
    below = {file.document.blocks[n].text: mark for n, mark in sections(file.document, file.record).below.items()}
    assert lead(file.document, file.record) == "The table is in every backup already."
    assert below == {"Revisit When": CONDITIONS}
