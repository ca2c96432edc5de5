"""How two records are related: what a newer one does to an older one."""

import pytest

from adr_gen import log, records
from adr_gen.records import Record
from adr_gen.site.relations import relations

OLD = "# Calendar\n\n* Status: accepted\n* Date: 2026-01-05\n\n## Decision\n\nWe use the calendar of the office.\n"
NEW = "# Calendar, again\n\n* Status: {}\n* Date: 2026-08-05\n* Revisits [ADR-0001](0001-old.md)\n\n## Decision\n\n{}\n"


def record(name: str, text: str) -> Record:
    return records.read(f"docs/decisions/{name}.md", text, "docs/decisions").record


@pytest.mark.parametrize(
    ("status", "verdict", "kind"),
    [
        ("accepted", "We use the calendar of the office.", "reaffirms"),
        ("accepted", "Accepted.", "revisits"),
        ("accepted", "We take the rota program.", "revisits"),
        ("rejected", "We use no calendar.", "supersedes"),
    ],
)
def test_only_the_same_words_reaffirm_and_another_choice_is_a_look(status: str, verdict: str, kind: str) -> None:
    made = log.build([record("0001-old", OLD), record("0002-new", NEW.format(status, verdict))])
    assert {edge: one.kind for edge, one in relations(made).items()} == {(1, 2): kind}
