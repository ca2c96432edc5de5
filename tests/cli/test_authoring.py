"""`adr-gen new` and `adr-gen detach`: files written on a person's behalf."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.commands.authoring import new_research, skeleton
from adr_gen.errors import UsageError
from adr_gen.init.steps.agents import ENDING
from adr_gen.markdown import parse
from adr_gen.project import load
from adr_gen.reading import read
from tests import ROOT
from tests.support.cache_research import put
from tests.support.doc_examples import fences
from tests.support.helpers import run

Make = Callable[[str], Path]


def test_a_new_research_file_is_ready_to_be_filled_in(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    line = new_research(load(root), "Which search engine?", "2026-03-04")
    path = "docs/research/which-search-engine.md"
    assert line == f"{path}: written; fill it in, then run `adr-gen {path}`"
    document = parse((root / path).read_text(encoding="utf-8"))
    headings = [block.text for block in document.blocks if block.kind == "heading"]
    assert document.front.values == {
        "title": "Which search engine?",
        "created": "2026-03-04",
        "tags": [],
    }
    assert headings == [
        "Which search engine?",
        "Question",
        "Findings",
        "Options",
        "Recommendation",
        "Blockers",
        "Revisit when",
    ]


def record_of(root: Path, text: str) -> str:
    """What the record says below its header when the research file `which.md` says this."""
    put(root, "docs/research/which.md", text.encode())
    made = run(root, "generate")
    assert (made.returncode, made.stderr) == (0, "")
    return (
        (root / "docs/decisions/0001-which.md")
        .read_text(encoding="utf-8")
        .partition("* Status")[2]
        .partition("\n\n")[2]
    )


def test_what_a_new_research_file_asks_is_not_in_the_record(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    new_research(load(root), "Which", "2026-03-04")
    asked = (root / "docs/research/which.md").read_text(encoding="utf-8")
    verdict = "REJECT because the old one is fast enough."
    text = asked.replace("## Recommendation\n", f"## Recommendation\n\n{verdict}\n")
    assert record_of(root, text) == f"## Decision Outcome\n\n{verdict}\n"


def test_what_people_wrote_beside_the_questions_is_in_the_record(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    new_research(load(root), "Which", "2026-03-04")
    asked = (root / "docs/research/which.md").read_text(encoding="utf-8")
    fence = "```markdown\n<!-- What could be done instead, doing nothing included. -->\n```\n"
    text = (
        asked.replace("## Recommendation\n", "## Recommendation: ADOPT\n")
        .replace("with sources. -->", "with sources. -->\n\n[one]: https://example.org/1")
        .replace("doing nothing included. -->\n", f"doing nothing included. -->\n\n{fence}")
        .replace("remove the section if nothing does.", "none as far as Bo knows")
        + "\n## Later\n"
    )
    assert (
        record_of(root, text)
        == f"""\
## Considered Options

{fence}
## Decision Outcome

ADOPT

### Recommendation: ADOPT

## Blockers

<!-- as written -->

<!-- What stands in the way today, one list item each; none as far as Bo knows -->

## More Information

[one]: https://example.org/1

### Later
"""
    )


def test_a_new_research_file_is_undecided_and_no_problem(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    assert run(root, "new", "Which search engine?").returncode == 0
    made = run(root, "generate")
    summary = "1 research file: 0 decided, 1 undecided, 0 problems; 0 records written"
    assert (made.returncode, made.stdout.splitlines()[-1], made.stderr) == (0, summary, "")
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    (place,) = (root / "docs/research").iterdir()
    text = place.read_text(encoding="utf-8")
    result = read(parse(text.replace("## Recommendation\n", "## Recommendation\n\nADOPT the small one.\n")))
    assert result.verdict is not None
    assert (result.verdict.status, result.verdict.line) == ("accepted", "ADOPT the small one.")
    assert (result.blockers, result.conditions.triggers) == ((), ())


@pytest.mark.parametrize(
    "title", ['"Yes": no #1 | {x}', "- [ ] a: b", "*&!%@`", "Größe 😀 \\ \t\x07", "null", "x" * 500]
)
def test_any_title_is_kept_to_the_letter(project: Make, title: str) -> None:
    root = project("=== adr-gen.toml\n")
    if title == "*&!%@`":
        with pytest.raises(UsageError, match="a title needs a letter or a digit"):
            new_research(load(root), title, "2026-03-04")
        return
    new_research(load(root), title, "2026-03-04")
    (place,) = (root / "docs/research").iterdir()
    front = parse(place.read_text(encoding="utf-8")).front
    assert front.values["title"] == " ".join(title.split())


@pytest.mark.parametrize(
    ("present", "name"),
    [
        (["001-a.md", "009-b.md"], "010-idea.md"),
        (["001-a.md", "done/041-b.md"], "042-idea.md"),
        (["7-a.md"], "8-idea.md"),
        (["a.md", "b.md", "3-c.md"], "idea.md"),
        (["2026-01-02-a.md"], "2026-03-04-idea.md"),
        (["2026-01-02_a.md", "2026-02-03-b.md", "c.md"], "2026-03-04-idea.md"),
        (["2026-01-02-a.md", "b.md"], "idea.md"),
        (["2026-10-a.md", "2026-11-b.md"], "2026-03-idea.md"),
        (["2024-a.md", "2026-b.md"], "2026-idea.md"),
        (["2024-02-a.md", "2026-01-02-b.md", "2025-07-c.md"], "2026-03-idea.md"),
        (["2014-a.md", "2113-b.md", "2114-c.md"], "2115-idea.md"),
        (["0012-10-a.md", "0013-11-b.md"], "0014-idea.md"),
        (["README.md"], "idea.md"),
    ],
)
def test_a_new_file_is_numbered_as_its_neighbours_are(project: Make, present: list[str], name: str) -> None:
    root = project("=== adr-gen.toml\n")
    for neighbour in present:
        put(root, f"docs/research/{neighbour}", b"# X\n")
    assert new_research(load(root), "Idea", "2026-03-04").partition(":")[0] == f"docs/research/{name}"


def test_a_new_file_goes_to_the_first_folder_that_is_no_glob(project: Make) -> None:
    root = project('=== adr-gen.toml\nresearch = ["notes/**/*.md", "spikes", "docs/research"]')
    assert new_research(load(root), "Idea", "2026-03-04").partition(":")[0] == "spikes/idea.md"


def test_the_command_that_a_person_is_told_can_be_run_as_it_stands(project: Make) -> None:
    root = project("""
        === adr-gen.toml
        research = ["docs/open questions"]
    """)
    command = new_research(load(root), "Which $HOME", "2026-03-04")
    assert command == (
        "docs/open questions/which-home.md: written; fill it in, then run `adr-gen 'docs/open questions/which-home.md'`"
    )


def test_new_never_overwrites(project: Make) -> None:
    root = project("=== docs/research/idea.md\nMine.")
    done = run(root, "new", "Idea")
    assert (done.returncode, done.stderr) == (
        2,
        "adr-gen: docs/research/idea.md: exists already; choose another title\n",
    )
    assert (root / "docs/research/idea.md").read_text(encoding="utf-8") == "Mine.\n"


def test_new_asks_no_question_twice_under_another_number(project: Make) -> None:
    root = project("=== docs/research/007-idea.md\nMine.\n=== docs/research/008-other.md\nMine, too.\n")
    done = [run(root, "new", title) for title in ("Idea", "Idea two")]
    assert [(one.returncode, (one.stderr or one.stdout).partition(": fill")[0]) for one in done] == [
        (2, "adr-gen: docs/research/007-idea.md: exists already; choose another title\n"),
        (0, "docs/research/009-idea-two.md: written; fill it in, then run `adr-gen docs/research/009-idea-two.md`\n"),
    ]


def test_only_globs_leave_no_place_for_a_new_file(project: Make) -> None:
    root = project('=== adr-gen.toml\nresearch = "notes/*.md"')
    with pytest.raises(UsageError, match="only globs are set"):
        new_research(load(root), "Idea", "2026-03-04")


WRITING = (ROOT / "docs/writing-research.md").read_text(encoding="utf-8")


def test_the_page_about_writing_research_has_the_headings_that_a_new_file_gets(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    new_research(load(root), "Which queue do jobs need?", "2026-03-02")
    made = parse((root / "docs/research/which-queue-do-jobs-need.md").read_text(encoding="utf-8"))
    (shown,) = [parse(fence.text) for fence in fences(WRITING) if fence.language == "markdown"]
    begun, filled = ([b.text for b in document.blocks if b.kind == "heading"] for document in (made, shown))
    assert [text.partition(":")[0] for text in filled] == begun


def test_the_page_about_writing_research_tells_what_agents_are_told() -> None:
    assert ENDING in WRITING


@pytest.mark.parametrize(
    ("verdict", "status", "qualifier"),
    [("ADOPT", "accepted", None), ("REJECT (for now)", "rejected", "for now"), ("DEFER", "deferred", None)],
)
@pytest.mark.parametrize(("lead", "logic"), [("", "any"), ("All of:\n\n", "all")])
def test_a_new_file_that_is_filled_in_is_read_whole(
    verdict: str, status: str, qualifier: str | None, lead: str, logic: str
) -> None:
    text = skeleton("Which queue do jobs need?", "2026-03-02")
    answers = {
        "## Recommendation": f"## Recommendation: {verdict}\n\nThe table is enough. It is one thing less to run.",
        "## Blockers": "## Blockers\n\n- Nobody has run one.\n- The host has no room.",
        "## Revisit when": f"## Revisit when\n\n{lead}- Redis is in the stack: `dep:redis`\n- jobs wait\n- `2027-03-01` has come",
    }
    for heading, answer in answers.items():
        text = text.replace(f"{heading}\n", f"{answer}\n")
    result = read(parse(text))
    assert result.findings == ()
    assert result.verdict is not None
    assert (result.verdict.status, result.verdict.qualifier, result.verdict.line) == (
        status,
        qualifier,
        "The table is enough.",
    )
    assert [blocker.text for blocker in result.blockers] == ["Nobody has run one.", "The host has no room."]
    assert (result.conditions.logic, [trigger.text for trigger in result.conditions.triggers]) == (
        logic,
        ["Redis is in the stack: `dep:redis`", "jobs wait", "`2027-03-01` has come"],
    )
    assert (result.title, result.date) == ("Which queue do jobs need?", "2026-03-02")
