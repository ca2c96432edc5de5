"""A name in quotation marks with its reason is what is chosen; with a speaker it is what somebody says."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

TEXT = "# Lots\n\nText.\n\n## Considered options\n\n- One lot\n- Two lots\n\n## {}\n\n{}\n"


@pytest.mark.parametrize(
    ("heading", "sentence", "status"),
    [
        ("Chosen option", '"Two lots", because the crew needs one.', "accepted"),
        ("Decision", '"Two lots", because the crew needs one.', "accepted"),
        ("Decision", '"Two lots", says the vendor.', None),
        ("Decision", '"Use it", because the vendor says so.', None),
        ("Chosen option", '"Two lots", says the vendor, because it pays.', None),
    ],
)
def test_a_quoted_option_with_its_reason_is_chosen(heading: str, sentence: str, status: str | None) -> None:
    verdict = reading.read(parse(TEXT.format(heading, sentence))).verdict
    assert (verdict.status if verdict else None) == status
