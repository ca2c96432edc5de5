"""The server for agents, asked by the official client over standard input and output."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.agents import Agent, connected
from tests.support.helpers import put, run
from tests.support.mcp_log import shop

__all__ = ["shop"]  # a fixture

BROKER = {
    "id": "ADR-0002",
    "title": "Do jobs need a broker?",
    "status": "rejected",
    "qualifier": "for now",
    "date": "2026-02-10",
    "verdict": "The table is enough at 40 jobs a minute.",
    "standing": "challengeable",
    "current_id": None,
    "path": "docs/decisions/0002-do-jobs-need-a-broker.md",
}


@pytest.fixture(scope="module")
def agent(shop: Path) -> Iterator[Agent]:
    with connected(shop) as one:
        yield one


def project_files(root: Path) -> dict[str, bytes]:
    """All files of a project but its state folder."""
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and ".adr-gen" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_six_tools_are_offered_and_all_of_them_only_read(agent: Agent) -> None:
    offered = agent.tools()
    assert [tool.name for tool in offered] == [
        "find_decisions",
        "get_decision",
        "check_change",
        "due",
        "explain_file",
        "propose_reading",
    ]
    for tool in offered:
        assert tool.annotations.model_dump(exclude_none=True) == {
            "read_only_hint": True,
            "destructive_hint": False,
            "idempotent_hint": True,
            "open_world_hint": False,
        }
        assert tool.output_schema["properties"]


def test_what_agents_are_to_do_is_told_as_they_connect(agent: Agent) -> None:
    assert "challengeable: a condition that its authors named has come true" in (agent.client.instructions or "")


def test_who_asks_for_a_broker_hears_that_the_old_rejection_may_be_challenged_and_why(agent: Agent) -> None:
    today = agent.ask("due")["as_of"]
    seen = f"redis >=5 is in pyproject.toml:6 (check, {today})"
    assert agent.ask("check_change", proposal="May I add a message broker here?") == {
        "advice": "May be challenged, with the evidence given: ADR-0002.",
        "decisions": [
            {
                "decision": BROKER
                | {
                    "why": f"challengeable (noticed {today}) because (a) “Redis is in the stack anyway: `dep:redis`” is met: "
                    f"{seen}"
                },
                "matches": ["“broker” in its title", "“message” in its options"],
                "conditions": [
                    {
                        "id": "a",
                        "text": "Redis is in the stack anyway: `dep:redis`",
                        "state": "met",
                        "check": ["dep:redis"],
                        "evidence": seen,
                        "would_be_met_by": None,
                        "line": 31,
                    }
                ],
            }
        ],
        "total": 1,
        "truncated": False,
        "problems": [],
    }


def test_no_tool_writes_anything(shop: Path, agent: Agent) -> None:
    before = project_files(shop)
    agent.ask("find_decisions", query="sessions")
    agent.ask("get_decision", id="ADR-0002", section="Decision Outcome")
    agent.ask("check_change", proposal="sessions", packages=["react"], paths=["css/b.css"])
    agent.ask("due", as_of="2027-01-01")
    agent.ask("explain_file", path="docs/research/05-logs.md")
    quote = {"line": 3, "text": "We will not adopt one of them."}
    agent.ask("propose_reading", path="docs/research/05-logs.md", decision="reject", quotes=[quote])
    assert project_files(shop) == before


@pytest.mark.parametrize(
    "path",
    [
        "../secret.md",
        "docs/research/../../../secret.md",
        "/etc/passwd",
        "..\\secret.md",
        "pyproject.toml",
        "docs/research/link.md",
        "docs/research/\0.md",
        "docs/decisions/reviews/../../../../secret.md",
        "",
    ],
)
def test_no_path_leads_out_of_the_project_or_to_a_file_that_is_none_of_the_log(
    shop: Path, agent: Agent, path: str
) -> None:
    put(shop.parent, "secret.md", "# The password is 1234\n\nWe adopt it.\n")
    link = shop / "docs/research/link.md"
    if not link.is_symlink():
        link.symlink_to(shop.parent / "secret.md")
    for words in (
        agent.refusal("explain_file", path=path)
        if path != "docs/research/link.md"
        else str(agent.ask("explain_file", path=path)),
        agent.words("propose_reading", path=path, decision="accept", quotes=[{"line": 3, "text": "We adopt it."}]),
    ):
        assert "1234" not in words
    link.unlink()


def test_what_is_proposed_is_accepted_by_a_person_as_it_comes(shop: Path, agent: Agent, tmp_path: Path) -> None:
    path, quote = "docs/research/05-logs.md", {"line": 3, "text": "We will not adopt one of them."}
    condition = {"line": 4, "text": "a second server comes", "check": "file:deploy/second.yml exists"}
    answer = agent.ask("propose_reading", path=path, decision="reject", quotes=[quote], revisit_when=[condition])
    assert answer["problems"] == []
    put(tmp_path, path, (shop / path).read_text(encoding="utf-8"))
    assert run(tmp_path, "decide", "--from", "-", stdin=json.dumps(answer)).returncode == 0
    assert (tmp_path / path).read_text(encoding="utf-8") == (
        "---\ndecision: reject\nverdict: We will not adopt one of them.\nrevisit_when:\n"
        '  - "a second server comes (`file:deploy/second.yml exists`)"\n---\n\n'
    ) + (shop / path).read_text(encoding="utf-8")


def test_a_question_that_is_wrong_is_answered_with_the_way_out(agent: Agent) -> None:
    assert agent.refusal("get_decision", id="99") == (
        "Error executing tool get_decision: no record 99; `adr-gen list` shows all"
    )
    assert "not a record's number; write 7, 0007 or ADR-0007" in agent.refusal("get_decision", id="the first")
    assert "not a calendar day" in agent.refusal("due", as_of="soon")
    assert "it has Considered Options, Decision Outcome, Revisit When" in agent.refusal(
        "get_decision", id="2", section="x"
    )
    assert "leads out of the project" in agent.refusal("check_change", proposal="", paths=["../x"])
    assert "package '!'" in agent.refusal("check_change", proposal="", packages=["!"])


def test_without_the_library_the_command_says_how_to_install_it(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("mcp.", "adr_gen.mcp.server"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    done = run(shop, "mcp")
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "adr-gen: `adr-gen mcp` needs a library; run `pip install 'adr-gen[mcp]'`\n",
    )
