"""Which records a document names as related: by its front matter, its header, its status and its links."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

KINDS = ("supersedes", "superseded_by", "revisits", "relates")


def related(text: str) -> dict[str, tuple[str, ...]]:
    """What a hand-written record says of others, without what it does not say."""
    found = reading.read(parse(text), record=True)
    return {kind: stated for kind in KINDS if (stated := getattr(found, kind))}


@pytest.mark.parametrize(
    "status",
    [
        "Superseded by [2][o]",
        "Superseded by [2. Other][O].",
        "Superseded by [o][]",
        "Superseded by [o]",
        "Accepted\n\nSuperseded by [the other one][o]",
    ],
)
def test_a_link_whose_target_is_defined_elsewhere_names_its_record(status: str) -> None:
    text = f"# T\n\n## Status\n\n{status}\n\n## Context\n\nWords.\n\n[o]: 0002-other.md\n"
    assert related(text) == {"superseded_by": ("0002-other.md",)}


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\n* Status: accepted\n* Superseded by: [2][o]\n\n[o]: 0002-other.md\n",
        "# T\n\nSuperseded by [2][o].\n\n## Status\n\nAccepted\n\n[o]: 0002-other.md\n",
        "# T\n\n## Status\n\nAccepted\n\n## Superseded by\n\n- [2][o]\n\n[o]: 0002-other.md\n",
        "# T\n\n## Status\n\nAccepted\n\n## Links\n\n- Superseded by [2][o]\n\n[o]: 0002-other.md\n",
    ],
)
def test_so_it_does_wherever_a_supersession_is_said(text: str) -> None:
    assert related(text) == {"superseded_by": ("0002-other.md",)}


def test_brackets_without_a_definition_are_words() -> None:
    assert related("# T\n\n## Status\n\nSuperseded by [2][o]\n\n[p]: 0002-other.md\n") == {}


@pytest.mark.parametrize(
    "nobody", ["none", "N/A", "'-'", "–", "~", "null", "TBD", "None yet", "keine", "нет", '""', "[]"]
)
@pytest.mark.parametrize("key", ["supersedes", "superseded_by", "superseded-by", "revisits", "relates"])
def test_a_key_that_names_nobody_relates_to_nothing(key: str, nobody: str) -> None:
    assert related(f"---\nstatus: accepted\n{key}: {nobody}\n---\n# T\n") == {}


@pytest.mark.parametrize("named", ["none-of-us.md", "nothing.md", "ADR-0002"])
def test_a_file_that_is_called_so_is_named(named: str) -> None:
    assert related(f"---\nstatus: accepted\nsupersedes: {named}\n---\n# T\n") == {"supersedes": (named,)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("partially 8", {"relates": ("ADR-8",)}),
        ("part of 8", {"relates": ("ADR-8",)}),
        ("section 3 of 8", {"relates": ("ADR-8",)}),
        ("will be 8", {"relates": ("ADR-8",)}),
        ("teilweise 8", {"relates": ("ADR-8",)}),
        ("部分 8", {"relates": ("ADR-8",)}),
        ("not 8", {}),
        ("8 and 9", {"supersedes": ("8", "9")}),
        ('"[8](0008-x.md)"', {"supersedes": ("0008-x.md",)}),
        ("the old one", {"supersedes": ("the old one",)}),
        ("ADR-0008, in part", {"relates": ("ADR-0008",)}),
        ("[8, the old one]", {"supersedes": ("8", "the old one")}),
        ("8, the old one", {"supersedes": ("8", "the old one")}),
        ("everything but 8", {"supersedes": ("everything but 8",), "relates": ("8",)}),
        ("alles außer 8", {"supersedes": ("alles außer 8",), "relates": ("ADR-8",)}),
        ("[8, in part]", {"relates": ("8",)}),
    ],
)
def test_words_around_the_number_of_a_key_are_heard(value: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert related(f"---\nstatus: accepted\nsupersedes: {value}\n---\n# T\n") == expected


@pytest.mark.parametrize("key", ["supersedes", "superseded_by", "revisits", "relates_to"])
@pytest.mark.parametrize(
    ("value", "kind"), [("{a: 8}", "a mapping"), ("[[8]]", "a list"), ("[{record: 8}, 9]", "a list")]
)
def test_a_key_that_holds_no_text_is_a_problem(key: str, value: str, kind: str) -> None:
    read = reading.read(parse(f"---\nstatus: accepted\n{key}: {value}\n---\n# T\n"), record=True)
    mend = "write a record's number, `ADR-0012`, the name of its file, or a list of them"
    assert [(f.line, f.code, f.message) for f in read.findings] == [(3, "ADR104", f"`{key}` holds {kind}; {mend}")]


@pytest.mark.parametrize(
    ("sentence", "superseded"),
    [
        ("Replaces ADR-0009. Fleet workshop, 2026-09-17.", ("ADR-0009",)),
        ("Supersedes [ADR-0009](../decisions/0009-x.md).", ("../decisions/0009-x.md",)),
        ("This decision supersedes ADR-0009.", ("ADR-0009",)),
        ("Ersetzt ADR-0009.", ("ADR-0009",)),
        ("Remplace ADR-0009.", ("ADR-0009",)),
        ("Sustituye ADR-0009.", ("ADR-0009",)),
        ("Substitui ADR-0009.", ("ADR-0009",)),
        ("Sostituisce ADR-0009.", ("ADR-0009",)),
        ("Заменяет ADR-0009.", ("ADR-0009",)),
        ("取代 ADR-0009。", ("ADR-0009",)),
        ("Replaces ADR-0009 in part.", ()),
        ("Replaces section 2 of ADR-0009.", ()),
        ("Replaces ADR-0009 and ADR-0010.", ()),
        ("May replace ADR-0009 one day.", ()),
        ("Does not replace ADR-0009.", ()),
        ("Replaces ADR-0009?", ()),
        ("Replaces ADR-0009 once the audit passes.", ()),
        ("Replaces RFC 12.", ()),
        ("The radio replaces ADR-0009.", ()),
        ("The phones are old. Replaces ADR-0009.", ()),
    ],
)
def test_the_first_words_of_a_decided_research_file_say_what_it_replaces(
    sentence: str, superseded: tuple[str, ...]
) -> None:
    text = f"# Positions by radio\n\n{sentence}\n\nText.\n\n**Decision:** {{}}.\n"
    assert reading.read(parse(text.format("adopt it"))).supersedes == superseded
    assert reading.read(parse(text.format("reject it"))).supersedes == ()
    assert reading.read(parse("---\nrelates: 9\n---\n" + text.format("adopt it"))).supersedes == ()
