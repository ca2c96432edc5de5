"""Several people in one entry are told apart, and one person under two names is one."""

from dataclasses import replace

import pytest

from adr_gen.log import build
from adr_gen.records import Record
from adr_gen.records.people import separate


@pytest.mark.parametrize(
    ("entry", "people"),
    [
        ("Ada, Grace", ("Ada", "Grace")),
        ("Ada and Grace", ("Ada", "Grace")),
        ("Ada & Grace", ("Ada", "Grace")),
        ("Ada/Grace", ("Ada", "Grace")),
        ("Ada / Grace", ("Ada", "Grace")),
        ("Ada, Bo, and Grace", ("Ada", "Bo", "Grace")),
        ("Ada (Yard, Docks and Sheds) and Grace", ("Ada (Yard, Docks and Sheds)", "Grace")),
        ("Ada、Grace（港）", ("Ada", "Grace（港）")),
        ("Ada, Ada", ("Ada",)),
        # no names are parted here
        ("Trust and Safety team", ("Trust and Safety team",)),
        ("Trust and Safety team, Ada", ("Trust and Safety team", "Ada")),
        ("@pier/yard", ("@pier/yard",)),
        ("Grandy Andersson", ("Grandy Andersson",)),
        ("n/a", ("n/a",)),
        ("https://pier.example/people/ada", ("https://pier.example/people/ada",)),
        ("/", ("/",)),
    ],
)
def test_the_people_of_an_entry(entry: str, people: tuple[str, ...]) -> None:
    assert separate([entry]) == people


def asked(*entries: tuple[str, ...]) -> list[tuple[str, ...]]:
    record = Record(number=1, title="Buoys", status="accepted", path="1.md")
    made = (replace(record, number=n, path=f"{n}.md", decision_makers=names) for n, names in enumerate(entries))
    return [one.asked for one in build(made).records]


def test_a_name_and_the_same_with_a_place_in_brackets_are_one_person() -> None:
    assert asked(("Ada (Yard)",), ("Grace, ada",), ("Ada", "Ada (Yard)")) == [
        ("Ada (Yard)",),
        ("Grace", "Ada (Yard)"),
        ("Ada (Yard)",),
    ]


def test_a_handle_and_its_name_without_the_sign_are_one_owner() -> None:
    assert asked(("@web",), ("web", "Grace"), ("Web (Yard)",)) == [("@web",), ("web", "Grace"), ("Web (Yard)",)]
    assert asked(("@web",), ("web", "Grace")) == [("@web",), ("@web", "Grace")]


def test_a_name_that_two_people_have_stays_a_name_of_its_own() -> None:
    assert asked(("Ada (Yard)",), ("Ada (Docks)",), ("Ada",)) == [("Ada (Yard)",), ("Ada (Docks)",), ("Ada",)]


@pytest.mark.parametrize("sign", ["a", "(", " and ", "a/", "x@", "@", "a ", "a and b ", "a" + " " * 9 + "b"])
def test_a_very_long_entry_takes_no_time(sign: str) -> None:
    assert "".join(separate([sign * 30_000])).split()
