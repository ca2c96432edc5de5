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


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Fleet workshop, 31 March 2026", "2026-03-31"),
        ("Fleet workshop, 2026-09-17.", "2026-09-17"),
        ("Replaces ADR-0009. Fleet workshop, 2026-09-17.", "2026-09-17"),
        ("Radio team (2026-09-17)", "2026-09-17"),
        ("Le 15 octobre 2026, cellule radio et régulation", "2026-10-15"),
        ("Funktrupp, 31. März 2026", "2026-03-31"),
        ("Taller, 31 de marzo de 2026", "2026-03-31"),
        ("Оперативный отдел, 31 марта 2026", "2026-03-31"),
        ("The last outage was in spring, 4 March 2026", None),
        ("On 4 March 2026, the radio failed.", None),
        ("The radio failed on 4 March 2026.", None),
        ("We look again, 4 March 2027", None),
        ("The radio failed twice. The dog found it. Fleet workshop, 2026-09-17.", None),
    ],
)
def test_a_line_below_the_title_says_who_wrote_it_and_when(line: str, day: str | None) -> None:
    assert read(line).date == day


@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("Date: 2025-06-03", "2025-06-03"),
        ("**Datum:** 3. Juni 2025", "2025-06-03"),
        ("Date: 2025-06-03\n\n## Update 2026-04-28\n\nIt is dry.", "2025-06-03"),
        ("Date: the storm of 2025-06-03", None),
        ("Date: 2025-06-03\n\n## Notes\n\nIt is dry.", None),
    ],
)
def test_a_label_at_the_end_says_the_day(end: str, day: str | None) -> None:
    assert read("Images are small.", f"\n\n{end}").date == day
