"""A verdict is read wherever it stands, and nowhere else; tests/cases/grid.yml has the phrases and the places."""

from tests.scores.grid import cells


def test_no_phrase_says_another_status_in_any_place_and_nearly_all_say_theirs() -> None:
    read = [(cell, cell.status) for cell in cells("places", every=25)]
    missed = [(cell.place, cell.phrase, status) for cell, status in read if status != cell.expected]
    assert [entry for entry in missed if entry[2] != "undecided"] == []
    assert len(missed) <= 0.04 * len(read), missed


def test_what_others_say_ask_or_suppose_decides_nothing() -> None:
    assert [
        (cell.place, cell.phrase, cell.status) for cell in cells("traps", every=25) if cell.status != "undecided"
    ] == []
