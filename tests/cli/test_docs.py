"""The documentation: its reference is the code's, its examples run, its links lead somewhere."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import click
import pytest
import yaml

from adr_gen import links
from adr_gen.checks import KINDS
from adr_gen.checks import parse as parse_check
from adr_gen.cli import cli
from adr_gen.codes import CODES
from adr_gen.config import KEYS
from adr_gen.markdown import Document, parse
from adr_gen.model import STATUSES, Kind
from adr_gen.reading import lexicon, read, roles
from adr_gen.reading.conditions.written_condition import trigger
from adr_gen.reading.hints.hints import hint
from adr_gen.reading.status.status_line import SIGNS, status_word
from adr_gen.render.section_mapping import TITLES
from tests import ROOT
from tests.support.doc_examples import WRITTEN, fences, play
from tests.support.helpers import put, run, run_process
from tests.support.schemas import VALID, validate
from tests.tools import reference
from tests.unit.test_rooms import ROOMS, nodes

DOCS = ROOT / "docs"
PAGES = [p for p in sorted(DOCS.rglob("*.md")) if not {"research", "decisions"} & set(p.relative_to(DOCS).parts)]
MADE = {"decisions/index.md", "revisit.md", "graph.md", "timeline.md", "decisions.json", "decisions.schema.json"}
"""Pages that the plugin adds to the docs folder."""


def project_path(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def rows(page: str, head: str) -> list[list[str]]:
    """The rows of the table of a page whose header row is `head`."""
    _, mark, rest = text(DOCS / page).partition(f"\n| {head} |\n")
    assert mark, f"no table '{head}' in {page}"
    lines = rest.splitlines()[1:]
    table = lines[: next((n for n, line in enumerate(lines) if not line.startswith("|")), len(lines))]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in table]


def code(cell: str) -> str:
    """The words of a cell that is one code span."""
    return re.sub(r"^(`+) ?(.*?) ?\1$", r"\2", cell).replace("\\|", "|")


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_reference_page_is_what_the_code_says(name: str) -> None:
    assert text(reference.FOLDER / name) == reference.PAGES[name](), "run python -m tests.tools.reference"


def test_a_command_shown_in_the_reference_is_what_help_prints(tmp_path: Path) -> None:
    shown = f"```text\n{run_process(tmp_path, 'export', '--help', COLUMNS='80').stdout}```"
    assert shown in reference.commands()


def test_every_status_word_in_the_reference_is_read_as_its_status() -> None:
    wrong = []
    for status in STATUSES:
        signs = [sign for sign, meaning in SIGNS.items() if meaning == status]
        # "superseded by" says nothing before somebody is named
        read_as = {word: status_word(word) or status_word(f"{word} ADR-9") for word in [*lexicon.words(status), *signs]}
        wrong += [(status, word, states) for word, states in read_as.items() if not states or states[0] != status]
    assert wrong == []


@pytest.mark.parametrize("page", WRITTEN, ids=project_path)
def test_the_examples_of_a_page_do_what_it_shows(page: Path, tmp_path: Path) -> None:
    for fence, printed in play(text(page), tmp_path):
        assert fence.text in printed, (
            f"{project_path(page)}:{fence.line}: not printed; see `python -m tests.support.doc_examples`\n{printed}"
        )


def test_the_research_file_of_the_readme_gives_the_record_that_it_promises(project: Callable[[str], Path]) -> None:
    (example,) = [fence.text for fence in fences(text(ROOT / "README.md")) if fence.language == "markdown"]
    root = project("=== docs/research/001-queue.md\n")
    (root / "docs/research/001-queue.md").write_text(example, encoding="utf-8")
    run(root, "generate")
    (record,) = json.loads(run(root, "list", "--json").stdout)
    assert (record["status"], record["qualifier"]) == ("rejected", "for now")
    assert [blocker["text"] for blocker in record["blockers"]] == ["Nobody on the team has run one."]
    assert record["revisit"]["logic"] == "any"
    assert [trigger["text"] for trigger in record["revisit"]["triggers"]] == [
        "jobs wait longer than a minute",
        "a second service needs the queue",
    ]


def test_every_check_in_the_docs_is_one_and_no_example_of_one_is_missing() -> None:
    shown = [code(cell) for cells, _ in rows("watching.md", "check | holds when") for cell in cells.split(", ")]
    assert shown == [example for kind in KINDS for example in kind.examples]
    assert [str(parse_check(example)) for example in shown] == shown


@pytest.mark.parametrize("page", ["quick-start.md", "watching.md", "pull-requests.md"])
def test_the_workflow_of_a_page_fits_the_published_schema(page: str, tmp_path: Path) -> None:
    (workflow,) = [f.text for f in fences(text(DOCS / page)) if f.title.startswith(".github/")]
    assert validate("vendor.github-workflows", put(tmp_path, "pages.yml", workflow)) == VALID


@pytest.mark.parametrize(("page", "name"), [("watching.md", "revisit"), ("pull-requests.md", "decisions")])
@pytest.mark.parametrize("folder", [".github/workflows", "adr_gen/init/steps/templates"])
def test_the_workflow_of_a_page_is_the_one_of_this_project_and_the_one_that_init_writes(
    folder: str, page: str, name: str
) -> None:
    (shown,) = [f.text for f in fences(text(DOCS / page)) if f.title.startswith(".github/")]
    other = yaml.safe_load(text(ROOT / folder / f"{name}.yml"))
    for step in other["jobs"][name]["steps"]:
        if "python-version" in step.get("with", {}):
            step["with"] = {
                "python-version": step["with"]["python-version"]
            }  # no file of requirements, no cache for it
        if "pip install" in step.get("run", ""):
            step["run"] = "pip install adr-gen"
    assert yaml.safe_load(shown) == other


def verdict(document: Document) -> str:
    result = read(document)
    if result.verdict is None:
        return "undecided, and a problem" if result.findings else "undecided"
    return result.verdict.status + (f", “{result.verdict.qualifier}”" if result.verdict.qualifier else "")


def test_the_verdicts_in_the_docs_are_read_as_they_say() -> None:
    table = rows("research-files.md", "written | status")
    assert {source: verdict(parse(code(source))) for source, _ in table} == dict(table)


def conditions(document: Document) -> str:
    result = read(document).conditions
    parts = [f"“{t.text}”" + (f", then “{t.consequence}”" if t.consequence else "") for t in result.triggers]
    named = {"any": "any of: ", "all": "all of: "}.get(result.logic or "", "")
    by = f"review by {result.review_by}" if result.review_by else ""
    return named + "; ".join(parts) + by or "nothing"


def test_the_conditions_in_the_docs_are_read_as_they_say() -> None:
    table = rows("research-files.md", "written | read")
    assert {source: conditions(parse(code(source))) for source, _ in table} == dict(table)


def test_the_kinds_and_hints_in_the_docs_are_those_that_the_conditions_get() -> None:
    table = rows("research-files.md", "condition | kind | hint")
    made = [(source, trigger(code(source), code(source))) for source, _, _ in table]
    assert [[source, t.kind, f"`{hint(t)}`" if hint(t) else "none"] for source, t in made] == table
    assert {t.kind for _, t in made} == set(get_args(Kind))


def test_the_headings_in_the_docs_go_to_the_sections_that_they_say() -> None:
    table = rows("research-files.md", "heading of the research file | section of the record")
    shown = {section: {TITLES[roles.section(n)[0]] for n in names.split(",")} for names, section in table[:-1]}
    assert shown == {section: {code(section).lstrip("# ")} for section in shown}
    assert [code(section).lstrip("# ") for _, section in table] == list(TITLES.values())


def test_the_rooms_in_the_docs_are_the_rooms_of_the_package() -> None:
    assert tuple(code(name) for name, _ in rows("contributing.md", "room | what it does")) == ROOMS


def test_every_setting_that_a_page_links_to_exists() -> None:
    linked = {s for page in PAGES for s in re.findall(r"reference/settings\.md#([\w-]+)", text(page))}
    assert linked - set(KEYS) == set()


def commands() -> Iterator[tuple[str, click.Command]]:
    yield "adr-gen", cli
    yield from cli.commands.items()


def test_every_command_and_option_has_help() -> None:
    silent = [name for name, command in commands() if not command.help]
    silent += [
        f"{name} {parameter.opts[0]}"
        for name, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []


def test_every_code_that_is_printed_is_listed_and_every_listed_one_is_printed() -> None:
    used: set[str] = set()
    for path in sorted((ROOT / "adr_gen").rglob("*.py")):
        if path.parent.name != "codes":
            used |= {code for text in strings(nodes(path)) for code in re.findall(r"\bADR\d{3}\b", text)}
    assert used == set(CODES)


def strings(module: list[ast.AST]) -> Iterator[str]:
    """The text constants of a module that are no docstrings."""
    quiet: set[Any] = {node.value for node in module if isinstance(node, ast.Expr)}
    for node in module:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in quiet:
            yield node.value


@pytest.mark.parametrize("place", [ROOT / "README.md", *PAGES], ids=project_path)
def test_the_links_of_a_page_lead_to_files_and_headings(place: Path) -> None:
    lost = []
    for line, target in links.local_targets(parse(text(place))):
        path, rest = links.split(target)
        goal = (place.parent / path).resolve() if path else place
        made = goal.is_relative_to(DOCS) and goal.relative_to(DOCS).as_posix() in MADE
        anchor = rest.removeprefix("#")
        if not made and (not goal.exists() or (anchor and anchor not in anchors(goal))):
            lost.append(f"{project_path(place)}:{line}: {target}")
    assert lost == []


def anchors(page: Path) -> set[str]:
    headings = [block.text for block in parse(text(page)).blocks if block.kind == "heading"]
    return set(links.slugs(headings))


def test_every_page_is_in_the_navigation() -> None:
    configuration = text(ROOT / "mkdocs.yml").partition("\nnav:\n")[2]
    named_pages = set(re.findall(r"[\w/-]+\.md", configuration))
    assert named_pages == {p.relative_to(DOCS).as_posix() for p in PAGES} | {p for p in MADE if p.endswith(".md")}
