"""Settings: where they are found, which are wrong, and where a project is without any."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.cache_research import TWO
from tests.support.helpers import run

Project = Callable[[str], Path]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('colour = "red"', "unknown key 'colour'; allowed are research, decisions"),
        ('reserch = "x"', "unknown key 'reserch'; did you mean research? allowed are research, decisions"),
        ("[tool.adr-gen]", "unknown key 'tool'; the keys stand at the top of this file; allowed are research,"),
        ("max-size = 0", "max-size is 0; it must be from 1 to 999999999"),
        ("max-size = 100000000000000000000", "max-size is 100000000000000000000; it must be from 1 to 999999999"),
        ("review-every = 10000000000", "review-every is 10000000000; it must be from 1 to 999999999"),
        ('dialect = "x"', "allowed are github, mkdocs"),
        ("research = [1]", "it must be a text or a list of texts"),
        ('decisions = "../x"', "it must be a path inside the project"),
        ("research = ", "not readable as TOML"),
        ('decisions = "docs/research"', "decisions is 'docs/research', and the research of 'docs/research' lies in it"),
        ('decisions = "./docs/"', "decisions is './docs/', and the research of 'docs/research' lies in it"),
        ('decisions = ""', "decisions is '', and the research of 'docs/research' lies in it"),
        ('research = "docs/decisions/x*.md"', "and the research of 'docs/decisions/x*.md' lies in it; set one of them"),
    ],
)
def test_a_wrong_setting_names_key_file_and_legal_values(settings: str, words: str, project: Project) -> None:
    root = project(TWO)
    (root / "adr-gen.toml").write_text(settings, encoding="utf-8")
    done = run(root, "generate")
    assert done.returncode == 2
    assert "adr-gen.toml" in done.stderr
    assert words in done.stderr


def test_two_homes_for_settings_are_an_error(project: Project) -> None:
    root = project(TWO + "=== adr-gen.toml\n=== pyproject.toml\n[tool.adr-gen]\n")
    assert run(root, "list").returncode == 2


def test_settings_are_found_from_a_folder_below(project: Project) -> None:
    root = project(TWO + "=== pyproject.toml\n[tool.adr-gen]\n=== src/deep/x.py\n")
    assert run(root / "src/deep", "generate").returncode == 0
    assert len(list((root / "docs/decisions").iterdir())) == 2


@pytest.mark.parametrize("mark", ["docs/decisions/", "mkdocs.yml", ".git/"])
def test_without_settings_the_root_is_found_from_a_folder_below(mark: str, project: Project) -> None:
    root = project(f"=== {mark}\n=== notes/deep/\n")
    (root / mark).touch()
    assert run(root / "notes/deep", "new", "A queue").returncode == 0
    assert (root / "docs/research/a-queue.md").is_file()


def test_in_the_research_folder_the_project_is_the_one_around_it(project: Project) -> None:
    root = project(TWO)
    assert run(root / "docs/research", "generate", "a.md").returncode == 0
    assert [path.name for path in (root / "docs/decisions").iterdir()] == ["0001-alpha.md"]
    assert [path.name for path in (root / "docs/research").iterdir() if path.is_dir()] == []
    assert run(root / "docs", "list").stdout.endswith("1 record\n")


def test_a_project_inside_a_repository_is_its_own_root(project: Project) -> None:
    root = project(TWO.replace("=== docs", "=== part/docs") + "=== .git/\n")
    run(root / "part", "generate")
    assert len(list((root / "part/docs/decisions").iterdir())) == 2
