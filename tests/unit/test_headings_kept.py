"""Headings of a document in its record: none is lost, and none is shown twice."""

import pytest

from adr_gen import records
from tests.support import pipeline


@pytest.mark.parametrize(
    ("title", "heading"), [("Cache", "Cache invalidation for phones"), ("x", "Options for tracing")]
)
def test_a_heading_with_other_words_than_the_title_of_the_front_matter_stays_on_the_page(
    title: str, heading: str
) -> None:
    page = pipeline.published(
        f"---\ntitle: {title}\n---\n# {heading}\n\n* Status: accepted\n\n## Decision\n\nAdopt it.\n"
    )
    assert f"## {heading}" in page


@pytest.mark.parametrize("heading", ["Cache", "ADR-1: Cache", "1. Cache", "*Cache*"])
def test_a_heading_that_says_the_title_behind_its_number_is_shown_once(heading: str) -> None:
    page = pipeline.published(
        f"---\ntitle: Cache\n---\n# {heading}\n\n* Status: accepted\n\n## Decision\n\nAdopt it.\n"
    )
    assert f"## {heading}" not in page


def test_the_verdict_of_a_colon_alone_before_a_list_reads_back() -> None:
    written = pipeline.write("# T\n\n## Recommendation: DEFER\n\n:\n\n- a b\n- c\n")
    assert written.record.verdict == "a b, c"
    assert records.read(pipeline.PATH, written.text, pipeline.DECISIONS).record == written.record
