"""Where things lie: records beside an empty log, a folder that leads nowhere, settings under another name."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import build, put, run

RECORD = "# 1. Use a queue\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n"


def beside(folder: str, why: str, place: str = "docs/decisions") -> str:
    return (
        f"{place}: ADR910 hint: no records in docs/decisions, but records seem to lie in {folder} ({why}); "
        f'`decisions = "{folder}"` in the settings makes them the log\n'
    )


@pytest.mark.parametrize(
    "folder", ["doc/adr", "docs/adr", "docs/ADRs", "adr", "docs/architecture/decisions", "architecture-decisions"]
)
def test_records_beside_an_empty_log_are_named(folder: str, project: Callable[[str], Path]) -> None:
    root = project(f"=== {folder}/0001-use-a-queue.md\n{RECORD}=== {folder}/notes.md\nNotes.\n")
    for command in ("list", "check", "revisit"):
        done = run(root, command)
        assert (done.returncode, done.stderr) == (0, beside(folder, "1 numbered file"))


def test_a_build_and_an_export_of_an_empty_log_say_the_same_and_go_on(project: Callable[[str], Path]) -> None:
    site = "site_name: x\ntheme: material\nplugins: [adr-gen]\n"
    root = project(f"=== mkdocs.yml\n{site}=== docs/index.md\n# Hi\n=== doc/adr/0001-use-a-queue.md\n{RECORD}")
    message = beside("doc/adr", "1 numbered file")
    done = build(root)
    assert (done.returncode, message.replace("hint: ", "") in done.stderr) == (0, True)
    page = (root / "site/decisions/index.html").read_text(encoding="utf-8")
    assert "A decision is a file in <code>docs/decisions</code>" in page
    assert "of each research file in <code>docs/research</code> that states a verdict" in page
    assert message in run(root, "export", "out").stderr


def test_what_other_tools_set_is_named_with_their_file(project: Callable[[str], Path]) -> None:
    root = project(
        f"=== .adr-dir\nlog/of/ours/\n=== log/of/ours/0001-a.md\n{RECORD}=== log/of/ours/0002-b.md\n{RECORD}"
        f"=== .log4brains.yml\nproject:\n  name: x\n  adrFolder: ./notes/adr\n=== notes/adr/20260102-a.md\n{RECORD}"
    )
    assert run(root, "list").stderr == beside("log/of/ours", ".adr-dir, 2 numbered files") + beside(
        "notes/adr", ".log4brains.yml, 1 numbered file"
    )


@pytest.mark.parametrize("profile", ["site", "nygard"])
def test_an_export_is_no_log_that_seems_to_lie_elsewhere(profile: str, project: Callable[[str], Path]) -> None:
    root = project(f"=== docs/decisions/0001-a.md\n{RECORD}=== adr-gen.toml\n=== .adr-dir\nout/adr\n")
    (root / "out").mkdir()
    assert run(root, "export", "out/adr", "--profile", profile).returncode == 0
    put(root, "out/adr/decisions/0002-b.md", RECORD)
    put(root, "adr-gen.toml", 'decisions = "docs/log"\n')
    (root / "docs/decisions").rename(root / "records")
    assert "ADR910" not in run(root, "check").stderr
    (root / "adr-gen.toml").unlink()
    plan = json.loads(run(root, "init", "--dry-run", "--json").stdout)["found"]
    assert (plan["decisions"], plan["folders"]) == ("docs/decisions", ["docs/research"])


@pytest.mark.parametrize("text", ["../elsewhere", "/etc", "nowhere", "", "docs\x00"])
def test_a_folder_of_other_tools_that_leads_nowhere_is_passed_over(text: str, project: Callable[[str], Path]) -> None:
    root = project("=== docs/index.md\nHello.\n")
    (root / ".adr-dir").write_text(text, encoding="utf-8")
    done = run(root, "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_folders_without_records_and_a_log_that_is_not_empty_say_nothing(project: Callable[[str], Path]) -> None:
    root = project(
        "=== doc/adr/README.md\nNone yet.\n=== node_modules/x/adr/0001-a.md\nNot ours.\n=== docs/index.md\nHi.\n"
    )
    assert run(root, "check").stderr == ""
    root = project(f"=== doc/adr/0001-a.md\n{RECORD}=== docs/decisions/0001-a.md\n{RECORD}")
    assert run(root, "check").stderr == ""


def test_a_decisions_folder_that_leads_nowhere_is_named(project: Callable[[str], Path]) -> None:
    root = project('=== pyproject.toml\n[tool.adr-gen]\ndecisions = "docs/adrs"\n=== docs/adr/0001-a.md\n' + RECORD)
    assert run(root, "check").stderr == (
        beside("docs/adr", "1 numbered file", "pyproject.toml").replace(
            "no records in docs/decisions", "no records in docs/adrs"
        )
        + "pyproject.toml: ADR911 hint: decisions is 'docs/adrs', and there is no such folder; "
        "mend the path, unless it is yet to come\n"
    )


def test_a_research_folder_that_leads_nowhere_is_named_where_records_are(project: Callable[[str], Path]) -> None:
    root = project('=== adr-gen.toml\nresearch = ["notes", "docs/research", "x/*.md"]\n')
    assert run(root, "check").stderr == ""
    put(root, "docs/decisions/0001-a.md", RECORD)
    assert run(root, "check").stderr == (
        "adr-gen.toml: ADR911 hint: research is 'notes', and there is no such folder; mend the path, unless it is yet to come\n"
    )
    put(root, "notes/a.md", "# A\n")
    assert run(root, "check").stderr == ""


@pytest.mark.parametrize("kind", ["a link", "a file"])
def test_a_decisions_folder_that_is_none_is_named(kind: str, project: Callable[[str], Path]) -> None:
    root = project("=== docs/index.md\nHello.\n")
    if kind == "a link":
        (root / "docs/decisions").symlink_to("nowhere")
    else:
        (root / "docs/decisions").write_text("a file", encoding="utf-8")
    done = run(root, "list")
    assert "'docs/decisions', and there is no such folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pipe_in_the_place_of_settings_of_another_tool_is_not_waited_for(project: Callable[[str], Path]) -> None:
    root = project("=== docs/index.md\nHello.\n")
    os.mkfifo(root / ".adr-dir")
    assert run(root, "list").stdout == "no records in docs/decisions; research is looked for in docs/research\n"


@pytest.mark.parametrize("name", ["adrgen", "adr_gen", "ADR-gen", "Adr_Gen"])
def test_settings_under_another_name_are_refused(name: str, project: Callable[[str], Path]) -> None:
    root = project(f'=== pyproject.toml\n[tool.{name}]\ndecisions = "doc/adr"\n')
    done = run(root, "list")
    assert (done.returncode, done.stderr) == (
        2,
        f"adr-gen: {root}/pyproject.toml: [tool.{name}] is not read; the settings of adr-gen are in [tool.adr-gen]\n",
    )


def test_a_table_of_another_tool_beside_the_settings_is_its_own(project: Callable[[str], Path]) -> None:
    root = project("=== pyproject.toml\n[tool.adr-gen]\n[tool.adrgen]\nx = 1\n[tool.adr-generator]\ny = 2\n")
    assert run(root, "list").returncode == 0


@pytest.mark.parametrize(
    "name", ["adr_gen.toml", "adrgen.toml", ".adr-gen.toml", "adr-gen.yml", "adr-gen.yaml", "adr-gen.json"]
)
def test_a_file_of_settings_under_another_name_is_refused(name: str, project: Callable[[str], Path]) -> None:
    root = project(f'=== {name}\ndecisions = "doc/adr"\n')
    assert (
        run(root, "check").stderr
        == f"adr-gen: {root}/{name}: is not read; the file of settings is called adr-gen.toml\n"
    )


def test_check_says_how_much_it_looked_at(project: Callable[[str], Path]) -> None:
    root = project("=== docs/research/a.md\n# A\n\n## Recommendation: ADOPT\n=== docs/research/b.md\n# B\n\nTBD.\n")
    run(root, "generate")
    assert (
        run(root, "check").stdout
        == "0 problems, 0 hints in 2 research files and 1 record (1 undecided: `adr-gen decide`)\n"
    )


def test_check_says_that_there_was_nothing_to_look_at(project: Callable[[str], Path]) -> None:
    root = project("=== README.md\nHi.\n")
    assert run(root, "check").stdout == "0 problems, 0 hints in 0 research files and 0 records\n"


@pytest.mark.parametrize(
    ("site", "files", "named"),
    [
        ("zensical.toml", '[project]\nplugins = ["search", "adr-gen"]\n', ["zensical.toml"]),
        ("zensical.toml", "[project]\nsite_name = 'adr-gen'\n", []),
        ("mkdocs.yml", "plugins: [adr-gen]\n=== requirements.txt\nzensical\n", ["mkdocs.yml"]),
        ("mkdocs.yml", "plugins: [adr-gen]\n=== requirements.txt\nzensical\nmkdocs-material\n", []),
        ("mkdocs.yml", "plugins:\n  # - adr-gen\n=== requirements.txt\nzensical\n", []),
    ],
)
def test_a_plugin_that_zensical_passes_over_is_named(
    site: str, files: str, named: list[str], project: Callable[[str], Path]
) -> None:
    root = project(f"=== {site}\n{files}=== docs/decisions/0001-a.md\n{RECORD}")
    done = run(root, "check")
    assert [line.partition(":")[0] for line in done.stderr.splitlines() if "ADR912" in line] == named


@pytest.mark.parametrize(
    ("settings", "hint"),
    [
        ("site_name: x\n", ""),
        ("extra: !ENV [NONE, x]\nplugins:\n  - !!python/name:a.b\n", ""),
        (
            "site_name: x\nplugins: [search, adr-gen\nnav: []\n",
            "mkdocs.yaml:3: ADR913 hint: cannot be read (expected ',' or ']', but got ':'); mend it\n",
        ),
        ("a: *b\n", "mkdocs.yaml:1: ADR913 hint: cannot be read (found undefined alias 'b'); mend it\n"),
        (
            "- site_name: x\n",
            "mkdocs.yaml: ADR913 hint: cannot be read (it is a list, not a mapping of settings); mend it\n",
        ),
    ],
)
def test_settings_of_a_site_that_cannot_be_read_are_named(
    settings: str, hint: str, project: Callable[[str], Path]
) -> None:
    root = project(f"=== mkdocs.yaml\n{settings}=== docs/decisions/0001-a.md\n{RECORD}")
    done = run(root, "check")
    assert (done.returncode, done.stderr) == (0, hint)


def test_a_linked_folder_among_the_sources_is_named(project: Callable[[str], Path], tmp_path: Path) -> None:
    root = project(f"=== docs/research/a.md\n# A\n=== docs/decisions/0001-a.md\n{RECORD}=== adr-gen.toml\n")
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "docs/research/more").symlink_to(outside)
    (root / "docs/decisions/old").symlink_to(outside)
    (root / "notes").symlink_to(root / "docs/research")
    put(root, "adr-gen.toml", 'research = ["docs/research", "notes", "docs/**/x.md"]\n')
    message = "is a link to a folder, and not entered; name the folder itself in `research`, or move its files here"
    places = ("docs/decisions/old", "docs/research/more", "notes/more")
    assert run(root, "check").stderr == "".join(f"{place}: ADR914 hint: {message}\n" for place in places)


def test_research_that_the_navigation_leads_to_is_named_before_mkdocs_misses_its_page(
    project: Callable[[str], Path],
) -> None:
    root = project(
        "=== mkdocs.yml\nsite_name: x\ntheme: material\nplugins: [adr-gen]\nnav:\n  - index.md\n"
        "  - Design:\n      - Queue: design/queue.md\n=== docs/index.md\n# Hi\n=== adr-gen.toml\n"
        'research = ["docs/design"]\n=== docs/design/queue.md\n# Which queue?\n\nWe have looked at none.\n'
    )
    message = (
        "docs/design/queue.md is research, so it is not published; take design/queue.md out of `nav`, "
        "or the file out of `research` in adr-gen's settings"
    )
    done = run(root, "check")
    assert (done.returncode, done.stderr) == (1, f"mkdocs.yml:7: ADR308 {message}\n")
    built = build(root).stderr
    assert 0 < built.index(message) < built.index("included in the 'nav' configuration")
