"""An update that takes something else than the decision above it, with the same status, is named; what only repeats it is not."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

TEXT = "# Tickets\n\nPaper is dear.\n\n## Decision\n\n**Verdict**: {}\n\n## Update 2026-04-01\n\n{}\n"
PRINTERS, PHONES = "ADOPT thermal printers.", "ADOPT phone tickets instead of printers."


@pytest.mark.parametrize(
    ("verdict", "update", "named"),
    [
        (PRINTERS, PHONES, "Update 2026-04-01"),
        (PRINTERS, PRINTERS, None),
        (PRINTERS, "ADOPT.", None),
        ("ADOPT", PHONES, None),
        (PRINTERS, "They print well.", None),
        ("REJECT: the paper is dear.", "REJECT: still too dear.", None),
    ],
)
def test_only_an_update_with_another_choice_is_what_changed_the_decision(
    verdict: str, update: str, named: str | None
) -> None:
    assert reading.read(parse(TEXT.format(verdict, update))).update == named
