"""Supersession by word: its direction, scope, negation and tense, in a status, a header line and the front matter."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.markdown import parse
from adr_gen.reading import read
from adr_gen.reading.status import supersession
from adr_gen.reading.status.status_line import status_word
from tests.support.helpers import put, run

Project = Callable[[str], Path]

REPLACES = [
    "Supersedes ADR-0004",
    "Supersedes [4. Old](0004-old.md)",
    "Accepted, supersedes ADR-0004.",
    "Accepted. This decision replaces ADR-0004.",
    "Ersetzt ADR-0004",
    "Obsoletes ADR-0004 (#1554)",
]
REPLACED = [
    "Superseded by ADR-0004",
    "superseded by [4. New. And better](0004-new.md)",
    "Accepted on 2024-01-02; superseded by ADR-0004 on 2025-01-02",
    "Accepted, later superseded by ADR-0004",
    "This ADR has been superseded by ADR-0004",
    "Supersede by ADR-0004",
    "Superseded by ADR-0004 (#1554)",
    "Superseded by ADR-0004, KEY-1554",
    "Superseded by ADR-0004 (see also ADR-0005)",
    "Superseded by ADR-0004 for performance reasons",
    "Superseded by ADR-0004. That one is partially implemented.",
    "Replaced with ADR-0004",
    "Ersetzt durch ADR-0004",
    "Wurde am 2026-03-01 durch ADR-0004 ersetzt",
    "已被 ADR-0004 取代",
    "ADR-0004 に置き換えられた",
]
IN_PART = [
    "Accepted; partially superseded by ADR-0004",
    "Accepted; decisions 1 to 3 superseded by ADR-0004",
    "Accepted. The part about retries is superseded by ADR-0004.",
    "Accepted. Section 2, about retries, was superseded by ADR-0004.",
    "Accepted; the retry rules have been replaced by ADR-0004",
    "Partly superseded by ADR-0004",
    "Superseded in part by ADR-0004",
    "Superseded by ADR-0004 (in part)",
    "Superseded by ADR-0004, except for the naming",
    "Superseded by ADR-0004 for mobile clients only",
    "Decision 3: superseded by ADR-0004",
    "Teilweise ersetzt durch ADR-0004",
    "Angenommen. Abschnitt 2 wurde durch ADR-0004 ersetzt.",
    "部分被 ADR-0004 取代",
]
NOT_YET = [
    "Accepted (will be replaced by ADR-0004 when that ships)",
    "Accepted; proposed to be superseded by ADR-0004",
    "Accepted; may be superseded by ADR-0004",
    "Accepted until superseded by ADR-0004",
    "Accepted. Should be superseded by ADR-0004 next year.",
    "Accepted; superseded by ADR-0004 once that is decided",
    "Angenommen, wird ersetzt durch ADR-0004",
    "Angenommen. Soll durch ADR-0004 abgelöst werden.",
    "接受，将被 ADR-0004 取代",
]
DENIED = [
    "Accepted, not superseded by ADR-0004",
    "Accepted. Never superseded by ADR-0004",
    "Accepted; no longer superseded by ADR-0004",
    "~~Superseded by ADR-0004~~ Accepted",
    "Angenommen, nicht ersetzt durch ADR-0004",
    "Angenommen. Wurde nicht durch ADR-0004 ersetzt.",
]


def related(text: str) -> set[str]:
    """The kinds of the relations to record 4 that a text states."""
    return {kind for kind, reference in supersession.relations(text) if "4" in reference}


@pytest.mark.parametrize("text", REPLACES)
def test_what_replaces_another_is_in_force(text: str) -> None:
    assert (related(text), status_word(text)) == ({"supersedes"}, ("accepted", None))


@pytest.mark.parametrize("text", REPLACED)
def test_what_is_replaced_as_a_whole_is_superseded(text: str) -> None:
    assert (related(text), status_word(text)) == ({"superseded_by"}, ("superseded", None))
    assert all("4" in reference for _, reference in supersession.relations(text))


@pytest.mark.parametrize("text", IN_PART)
def test_what_is_replaced_in_part_is_in_force_and_related(text: str) -> None:
    status = status_word(text)
    assert (related(text), status and status[0]) == ({"relates"}, "accepted")


@pytest.mark.parametrize("text", NOT_YET)
def test_what_may_or_will_be_replaced_is_in_force_and_related(text: str) -> None:
    status = status_word(text)
    assert (related(text), status and status[0]) == ({"relates"}, "accepted")


@pytest.mark.parametrize("text", DENIED)
def test_what_is_said_not_to_be_replaced_is_not_even_related(text: str) -> None:
    status = status_word(text)
    assert (related(text), status and status[0]) == (set(), "accepted")


@pytest.mark.parametrize(
    "text", ["Will be superseded by ADR-0004", "Not superseded by ADR-0004", "Will supersede ADR-4"]
)
def test_a_line_that_says_only_what_is_not_so_states_no_status(text: str) -> None:
    assert status_word(text) is None


def test_each_record_of_a_list_has_its_own_scope() -> None:
    assert supersession.relations("Supersedes ADR-3 and, in part, ADR-4 but not ADR-5") == [
        ("supersedes", "ADR-3"),
        ("relates", "ADR-4"),
    ]
    assert supersession.relations("Supersedes ADR-3 in part, ADR-4 and #5") == [
        ("relates", "ADR-3"),
        ("supersedes", "ADR-4"),
        ("supersedes", "#5"),
    ]


@pytest.mark.parametrize(
    ("record", "kinds"),
    [
        ("---\nsupersedes: ADR-0004 in part\n---\n# A\n", {"relates": ("ADR-0004",)}),
        ("---\nsupersedes: ADR-0004, in part\n---\n# A\n", {"relates": ("ADR-0004",)}),
        ("---\nsupersedes: [4, '0005-x.md']\n---\n# A\n", {"supersedes": ("4", "0005-x.md")}),
        ("---\nlinks: [{target: 4, kind: Partially supersedes}]\n---\n# A\n", {"relates": ("4",)}),
        ("# A\n\n- Status: accepted\n- Partially supersedes: ADR-0004\n", {"relates": ("ADR-0004",)}),
        ("# A\n\n- Status: accepted\n- Superseded by: ADR-0004 (section 3 only)\n", {"relates": ("ADR-0004",)}),
        ("# A\n\n- Status: accepted\n- Superseded by: none\n", {}),
        (
            "# A\n\n- Status: accepted\n\n## Links\n\n- **Supersedes (in part)** ADR 0004 — x\n",
            {"relates": ("ADR 0004",)},
        ),
        (
            "# A\n\n- Status: accepted\n\n## Links\n\n- Superseded by [4](0004-x.md)\n",
            {"superseded_by": ("0004-x.md",)},
        ),
    ],
)
def test_the_rule_is_the_same_wherever_a_record_says_it(record: str, kinds: dict[str, tuple[str, ...]]) -> None:
    result = read(parse(record), record=True)
    relations = {kind: getattr(result, kind) for kind in ("supersedes", "superseded_by", "relates")}
    assert {kind: references for kind, references in relations.items() if references} == kinds


def test_a_log_shows_superseded_only_what_is(project: Project) -> None:
    root = project("=== adr-gen.toml\n")
    lines = [
        "Accepted",
        *IN_PART[:4],
        *NOT_YET[:3],
        *DENIED[:2],
        "Supersedes ADR-0012",
        "Accepted",
        "Supersedes the old way",
    ]
    for number, line in enumerate(lines, start=1):
        place = root / f"docs/decisions/{number:04}-r.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"# {number}. R\n\n## Status\n\n{line}\n\n## Decision\n\nWe do it.\n", encoding="utf-8")
    listed = json.loads(run(root, "list", "--json").stdout)
    assert {one["number"]: one["superseded_by"] for one in listed if one["status"] != "accepted"} == {12: [11]}
    assert (run(root, "check").returncode, run(root, "check").stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "records", "code"),
    [
        ("Superseded by ADR-0002, #1554", [2], 0),
        ("Superseded by ADR-0002, #3", [2, 3], 0),
        ("Superseded by #1554", [], 1),
    ],
)
def test_a_ticket_beside_a_record_is_no_record_that_is_missing(
    line: str, records: list[int], code: int, project: Project
) -> None:
    root = project("=== adr-gen.toml\n")
    for number, status in enumerate((line, "Accepted", "Accepted"), start=1):
        text = f"# {number}. R\n\n## Status\n\n{status}\n\n## Decision\n\nWe do it.\n"
        put(root, f"docs/decisions/{number:04}-r.md", text)
    listed = json.loads(run(root, "list", "--json").stdout)
    assert (listed[0]["superseded_by"], run(root, "check").returncode) == (records, code)
