"""The day on which a document was signed: below its title, behind who decided, and in the front matter of any language."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


def read(above: str, behind: str = "") -> reading.Reading:
    return reading.read(parse(f"# Images\n\n{above}\n\n## Verdict\n\nRejected.{behind}\n"))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("*Marta, 4 March 2026*", "2026-03-04"),
        ("**Marta (4 March 2026)**", "2026-03-04"),
        ("_Status: final. Authors: Jo Lee, Ana. 12.03.2026_", "2026-03-12"),
        ("*Marta – 2026-03-04*", "2026-03-04"),
        ("*Look at it again, 4 March 2027*", None),
        ("*The offer ends on 4 March 2027*", None),
        ("The last outage was in spring, 4 March 2026", None),
    ],
)
def test_an_emphasised_line_below_the_title_ends_with_it(line: str, day: str | None) -> None:
    assert read(line).date == day


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (" Decided by Jonas and Linh on 2026-10-02.", "2026-10-02"),
        ("\n\nDecided by Jonas and Linh on 2 October 2026.", "2026-10-02"),
        (" To be decided by the board on 2027-01-31.", None),
        (" Decided by Jonas, who left on 2027-01-31 for good.", None),
    ],
)
def test_a_sentence_says_who_decided_and_when(behind: str, day: str | None) -> None:
    assert read("Images are small.", behind).date == day


def test_a_header_that_says_it_is_asked_first() -> None:
    assert read("Date: 2026-03-01", " Decided by Jonas and Linh on 2026-10-02.").date == "2026-03-01"


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ("datum: 2026-03-01\ntitel: Bilder im Laden", "## Entscheidung\n\nAbgelehnt, weil die Bilder klein sind."),
        ("fecha: 2026-03-01\ntítulo: Bilder im Laden", "## Decisión\n\nRechazado porque las imágenes son pequeñas."),
        ("date: 2026-03-01\ntitle: Bilder im Laden\ndatum: 2020-01-01", "## Entscheidung\n\nAbgelehnt."),
    ],
)
def test_front_matter_says_day_and_title_in_the_language_of_its_document(keys: str, verdict: str) -> None:
    found = reading.read(parse(f"---\n{keys}\n---\n\n{verdict}\n"))
    assert (found.title, found.date) == ("Bilder im Laden", "2026-03-01")
