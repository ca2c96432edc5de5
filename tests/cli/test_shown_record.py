"""One record as `adr-gen show` prints it: within eighty columns, with the last look and what was found."""

from pathlib import Path
from typing import Any

import pytest

from adr_gen.commands.output_formats import show_record
from tests.support.helpers import put, run

RECORD: dict[str, Any] = {
    "number": 7,
    "id": "ADR-0007",
    "title": "A [bold]cache[/bold] \x1b[31m",
    "status": "rejected",
    "qualifier": "for now",
    "date": "2026-01-02",
    "verdict": "Not before pages are slow, because a cache that nobody needs is a thing that everybody has to clear.",
    "source": "docs/research/cache.md",
    "path": "docs/decisions/0007-cache.md",
    "url": "decisions/0007-cache/",
    "tags": ["speed", "web"],
    "decision_makers": ["Ana", "Bo"],
    "blockers": [
        {"id": "1", "text": "no **budget** by [Bo](https://x.example.org/b) for `dep:a`", "state": "open"},
        {"id": "2", "text": "no disk", "state": "cleared"},
    ],
    "supersedes": [3],
    "superseded_by": [],
    "revisits": [],
    "reaffirmed_by": [],
    "relates": [1, 2],
    "revisit": {
        "logic": "any",
        "state": "due",
        "next": "2027-01-01",
        "review_by": None,
        "last_look": None,
        "triggers": [
            {
                "id": "a",
                "text": "pages take longer than a second for every tenth reader on an ordinary day",
                "sentence": "",
                "consequence": "measure again",
                "kind": "person",
                "check": [],
                "state": "due",
                "answered": None,
                "observed": {"date": None, "by": None, "evidence": None},
            },
            {
                "id": "b",
                "text": "`2027-01-01`",
                "sentence": "",
                "consequence": None,
                "kind": "date",
                "check": ["2027-01-01"],
                "state": "waiting",
                "answered": None,
                "observed": {"date": None, "by": None, "evidence": None},
            },
        ],
    },
}


def test_a_record_is_shown_in_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    show_record(RECORD)
    printed = capsys.readouterr().out
    assert [line.rstrip() for line in printed.splitlines()] == [
        "ADR-0007  A [bold]cache[/bold] \ufffd[31m",
        "Status      rejected (for now)",
        "Date        2026-01-02",
        "Decided by  Ana, Bo",
        "Tags        speed, web",
        "Supersedes  ADR-0003",
        "Relates to  ADR-0001, ADR-0002",
        "Revisit     due · look again by 2027-01-01",
        "Record      docs/decisions/0007-cache.md",
        "Source      docs/research/cache.md",
        "",
        "Decision",
        "  Not before pages are slow, because a cache that nobody needs is a thing that",
        "  everybody has to clear.",
        "",
        "Blockers",
        "  [ ]  no budget by Bo (https://x.example.org/b) for `dep:a`",
        "  [x]  no disk",
        "",
        "Revisit when, any of",
        "  (a)  pages take longer than a second for every tenth reader on an ordinary day",
        "       → measure again",
        "       due · person",
        "  (b)  `2027-01-01`",
        "       waiting · date",
    ]
    assert max(map(len, printed.splitlines())) <= 80


def test_a_record_that_says_little_shows_little(capsys: pytest.CaptureFixture[str]) -> None:
    empty: dict[str, Any] = {key: [] if isinstance(value, list) else None for key, value in RECORD.items()}
    nothing = dict.fromkeys(("logic", "state", "next", "review_by", "last_look"))
    revisit: dict[str, Any] = {**nothing, "triggers": []}
    show_record({**empty, "id": "ADR-0001", "title": "A", "path": "docs/decisions/0001-a.md", "revisit": revisit})
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "ADR-0001  A",
        "Status  none",
        "Record  docs/decisions/0001-a.md",
        "Source  written by hand",
    ]


@pytest.mark.parametrize(
    ("look", "line"),
    [
        (None, None),
        ((None, None, None), "Last look   looked at 2026-11-20"),
        (("Ana", None, None), "Last look   looked at 2026-11-20 by Ana"),
        (("Ana", "reaffirmed", None), "Last look   reaffirmed 2026-11-20 by Ana"),
        (("Ana", "reopened", "asked\nthe shop"), "Last look   reopened 2026-11-20 by Ana: asked the shop"),
        ((None, None, "asked"), "Last look   looked at 2026-11-20: asked"),
    ],
)
def test_show_says_who_looked_last_when_and_what_came_of_it(
    look: tuple[str | None, str | None, str | None] | None, line: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    last = dict(zip(("by", "outcome", "note"), look, strict=True), date="2026-11-20") if look else None
    show_record({**RECORD, "revisit": {**RECORD["revisit"], "last_look": last}})
    printed = [one.rstrip() for one in capsys.readouterr().out.splitlines()]
    assert [one for one in printed if one.startswith("Last look")] == ([line] if line else [])


@pytest.mark.parametrize(
    ("day", "by", "evidence", "line"),
    [
        (None, None, None, None),
        (None, None, "never looked up", "       never looked up"),
        ("2026-11-20", "check", "one file", "       one file (check, 2026-11-20)"),
        ("2026-11-20", "Ana", "one file", "       one file (Ana, 2026-11-20)"),
        ("2026-11-20", "Ana", None, "       looked at (Ana, 2026-11-20)"),
        ("2026-11-20", None, None, "       looked at (somebody, 2026-11-20)"),
    ],
)
def test_show_says_what_was_found_of_a_condition(
    day: str | None, by: str | None, evidence: str | None, line: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    (first, second), observed = RECORD["revisit"]["triggers"], {"date": day, "by": by, "evidence": evidence}
    show_record({**RECORD, "revisit": {**RECORD["revisit"], "triggers": [first, {**second, "observed": observed}]}})
    printed = [one.rstrip() for one in capsys.readouterr().out.splitlines()]
    assert printed[printed.index("       waiting · date") + 1 :] == ([line] if line else [])


@pytest.mark.parametrize("command", ["show 1", "list", "revisit", "explain docs/research/a.md", "generate --diff"])
def test_no_line_of_what_is_printed_begins_like_a_workflow_command(command: str, tmp_path: Path) -> None:
    hostile = "::error title=x::boom ::std::x ##[error] "
    items = "".join(f"- {'x' * length} {hostile * 2}\n" for length in range(1, 80, 9))
    front = f"---\ntitle: '{hostile * 5}'\ntags: ['::error::a', b]\ndate: 2020-01-01\ndecision: defer\n---\n"
    body = f"# {hostile}\n\n{hostile * 9}\n\n## Blockers\n\n{items}\n## Revisit when\n\n{items}- {'z' * 70}::error::{'z' * 99}\n"
    put(tmp_path, "docs/research/a.md", front + body)
    if "diff" not in command:
        run(tmp_path, "generate")
    done = run(tmp_path, *command.split())
    assert "boom" in done.stdout
    assert [line for line in done.stdout.splitlines() if line.lstrip().startswith(("::", "##["))] == []
