"""What a document that defers names as still missing, in lists, tables, headings and counted points; elsewhere it is none of these."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

DEFERRED, ADOPTED = "**Decision:** Defer.", "**Decision:** Adopt it."
MISSING = [
    ("## Missing pieces before we can start\n\n- [x] a relay\n- [ ] a key for it", ["a key for it"]),
    ("## What would need to be true first\n\n1. The shop moves to the new host.", ["The shop moves to the new host."]),
    (
        "## Readiness\n\n| Prerequisite | State |\n|---|---|\n| Relay | available |\n| Key | not ordered |",
        ["Key"],
    ),
    ("### Gap 1: no build for the old host\n\nIt may come.\n\n### Gap 2: nobody on call\n", ["no build for the old host", "nobody on call"]),
    ("**Gap 1:** No build for the old host. It may come.", ["No build for the old host"]),
    (
        "## Why we are not doing this yet\n\nTwo things are not in place. First, answers carry no key. Second, the team is new.",
        ["answers carry no key", "the team is new"],
    ),
    ("Why not now: the relay has no key, and the audit is not done.", ["the relay has no key", "the audit is not done"]),
    ("## Was fehlt\n\n- Freigabe des Betriebsrats", ["Freigabe des Betriebsrats"]),
    ("## 缺什么\n\n- 安全团队的审批", ["安全团队的审批"]),
    ("| Check | Result |\n|---|---|\n| Licence granted | ❌ |\n| Host reachable | ✅ |", ["Licence granted"]),
    ("Outstanding: the licence, a host and one key.", ["the licence", "a host", "one key"]),
    ("Not in place yet: the licence, which the vendor wants to change.", ["the licence, which the vendor wants to change."]),
    ("⛔ No licence – we asked\n✅ The host", ["No licence"]),
]  # fmt: skip


@pytest.mark.parametrize(("part", "blockers"), MISSING)
def test_what_is_missing_keeps_a_deferred_decision_from_going_ahead(part: str, blockers: list[str]) -> None:
    read = reading.read(parse(f"# Fern\n\n{DEFERRED}\n\n{part}\n"))
    assert [blocker.text for blocker in read.blockers] == blockers


@pytest.mark.parametrize("part", [part for part, _ in MISSING])
def test_what_is_missing_blocks_nothing_that_is_adopted(part: str) -> None:
    assert reading.read(parse(f"# Fern\n\n{ADOPTED}\n\n{part}\n")).blockers == ()


@pytest.mark.parametrize(
    "part",
    [
        "## Setup\n\n| Prerequisite | Version |\n|---|---|\n| Relay | 4.2 |",
        "## Services\n\n| Relay | Status |\n|---|---|\n| Mail | down |",
        "## Missing values\n\n- the year of the first import",
        "## Why we are not alone\n\nFirst, the shop has no key. Second, the team is new.",
        "### Day 1: no build for the old host\n\nIt came at night.",
        "## Was fehlerhaft war\n\n- die Freigabe",
        "| Check | Result |\n|---|---|\n| Mails a day | 400 |",
        "## Why not now\n\nWe have no opinion on it. It does not pay off.",
        "### Issue 1: no build for the old host\n\nIt may come.",
        "❌ No licence for the old host\n✅ The host",
    ],
)
def test_what_only_looks_like_a_missing_piece_is_none(part: str) -> None:
    assert reading.read(parse(f"# Fern\n\n{DEFERRED}\n\n{part}\n")).blockers == ()


@pytest.mark.parametrize(
    ("part", "blockers"),
    [
        ("However, we're stuck on the licence.", ["the licence"]),
        ("It is cheap, but two things stand between us and a switch:\n\n- the licence\n- the host", ["the licence", "the host"]),
        ("What stops us?\n\n- the licence", ["the licence"]),
        ("Die Umstellung wartet auf die Freigabe.", ["die Freigabe"]),
        ("Nous ne pouvons pas démarrer tant que la clé manque.", ["la clé manque"]),
        ("A migração está bloqueada pela licença e pela falta de um servidor.", ["licença", "falta de um servidor"]),
        ("在审批通过之前，我们无法开始。", ["审批通过"]),
        ("It cannot go live at the moment. It is cheap, and the relay has not been approved.", ["the relay has not been approved"]),
        ("What's missing here: the licence.\nWhat's missing upstream: the key.", ["the licence", "the key"]),
        ("As of today we can't: the key is shared and the host has no disk.", ["the key is shared", "the host has no disk"]),
        ("We'd love to, but we can't, because the driver is closed.", ["the driver is closed"]),
        ("We are waiting for the licence and the audit.", ["the licence", "the audit"]),
        ("We are waiting for search and replace.", ["search and replace"]),
        ("It is a good idea. Outstanding:\n\n- the licence", ["the licence"]),
        ("It is a good idea. Outstanding speed:\n\n- the new relay", []),
        ("Blockers: ~none left", []),
        ("We'd love to, but we can, because the driver is open.", []),
        ("However, users are blocked by the relay.", []),
        ("It cannot go live at the moment. It is expensive.", []),
        ("It is cheap, and two things stand out:\n\n- the licence\n- the host", []),
        ("What helps us?\n\n- the licence", []),
        ("Die Nutzer warten auf die Freigabe.", []),
    ],
)  # fmt: skip
def test_the_section_of_the_verdict_names_what_holds_it_up(part: str, blockers: list[str]) -> None:
    read = reading.read(parse(f"# Fern\n\n## Decision\n\n**Defer.** {part}\n"))
    assert [blocker.text for blocker in read.blockers] == blockers


@pytest.mark.parametrize(
    ("key", "blockers"),
    [
        ("blocked_on: the licence", ["the licence"]),
        ("waiting-for: [the licence, the key]", ["the licence", "the key"]),
        ("paused_reason: Blocked on the licence. It is cheap.", ["Blocked on the licence"]),
        ("paused_reason: it is expensive", []),
        ("blocked_by: none", []),
        ("blocking: the release", []),
    ],
)
def test_a_key_says_what_the_work_waits_for(key: str, blockers: list[str]) -> None:
    read = reading.read(parse(f"---\nstatus: deferred\n{key}\n---\n\n# Fern\n"))
    assert [blocker.text for blocker in read.blockers] == blockers


@pytest.mark.parametrize(
    ("status", "blockers"),
    [
        ("On hold: no licence yet", ["no licence yet"]),
        ("Parked because the licence is missing", ["the licence is missing"]),
        ("Not started (needs the licence first)", ["needs the licence first"]),
        ("保留（ライセンス待ち）", ["ライセンス待ち"]),
        ("On hold: no need yet", []),
        ("On hold, not needed now", []),
        ("Accepted: no licence needed", []),
        ("Accepted, depends on the relay", []),
        ("Accepted, blocked on the relay", ["blocked on the relay"]),
    ],
)
def test_a_status_that_waits_says_what_is_missing(status: str, blockers: list[str]) -> None:
    for text in (f"# Fern\n\nStatus: {status}\n", f"# Fern\n\n## Status\n\n{status}\n"):
        assert [blocker.text for blocker in reading.read(parse(text)).blockers] == blockers


@pytest.mark.parametrize(
    ("rows", "blockers"),
    [
        ("| Topic | Blocking? |\n|---|---|\n| Licence | yes |\n| Colour | no |", ["Licence"]),
        ("| # | Dealbreaker |\n|---|---|\n| 1 | Licence |", ["Licence"]),
        ("| Topic | Blocking? |\n|---|---|\n| Licence | no |", []),
        ("| Topic | Answer |\n|---|---|\n| Licence | yes |", []),
    ],
)
def test_a_table_says_of_each_row_whether_it_blocks(rows: str, blockers: list[str]) -> None:
    read = reading.read(parse(f"# Fern\n\n{DEFERRED}\n\n## Topics\n\n{rows}\n"))
    assert [blocker.text for blocker in read.blockers] == blockers
    numbered = reading.read(
        parse(f"# Fern\n\n{DEFERRED}\n\n## Dealbreakers\n\n| # | Topic |\n|---|---|\n| 1 | Licence |\n")
    )
    assert [blocker.text for blocker in numbered.blockers] == ["Licence"]
