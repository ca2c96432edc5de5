"""What generate knows of a research file before its record is composed."""

from dataclasses import replace

import pytest

from adr_gen.generate.facts import draft
from adr_gen.sources import Source

OPEN = "# Open\n\n## Findings\n\nI think we should go with the table.\n"
DECIDED = "# Cache\n\n## Recommendation: ADOPT\n\nRedis.\n"
DAMAGED = "---\n[a\n---\n"


@pytest.mark.parametrize("text", [OPEN, DECIDED, DAMAGED], ids=["open", "decided", "damaged"])
def test_a_draft_of_which_no_record_is_made_has_the_same_facts_without_a_candidate(text: str) -> None:
    source = Source("docs/research/a.md", text)
    whole, brief = draft(source), draft(source, whole=False)
    assert brief.facts == replace(whole.facts, candidate=(0, ""))
    assert (bool(whole.packed), brief.packed) == (text == DECIDED, b"")
    assert bool(whole.facts.candidate[0]) == (text == OPEN)
