"""Candidates of every document in tests/cases: each stands where it says, and says why it is one."""

from pathlib import Path

import pytest

from adr_gen.reading.candidates import condition_candidates, verdict_candidates
from adr_gen.reading.document import quote_location
from tests import GOLDEN
from tests.support import cases

DOCUMENTS = sorted(p for p in GOLDEN.glob("*/**/*.md") if "damaged" not in p.parts)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(GOLDEN).as_posix())
def test_every_candidate_stands_on_its_line_and_says_why(path: Path) -> None:
    document, result = cases.document(path), cases.read(path)
    every = (*verdict_candidates.verdicts(document, result), *condition_candidates.conditions(document, result))
    for candidate in every:
        assert candidate.why
        assert quote_location.stands(document, candidate.text, candidate.line), candidate
