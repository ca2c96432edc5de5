"""Paths as people on Windows write them, in settings, links and arguments: understood, or refused with what to write."""

from datetime import date
from pathlib import Path, PureWindowsPath

import pytest

from adr_gen import links
from adr_gen.commands.arguments import number_of
from adr_gen.config import Home, Settings, read
from adr_gen.errors import UsageError
from adr_gen.init.steps.adr_gen_settings import settings
from adr_gen.init.steps.site_name import site_address, site_name
from adr_gen.init.survey import Survey
from adr_gen.lint.layout_rules import folders_of_other_tools
from adr_gen.records.lookup import Holders
from adr_gen.site_settings import SiteSettings
from tests.support.helpers import git, put

RECORD = "# 1. Use a queue\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n"
OUTSIDE = ["docs\\decisions", "C:\\work\\docs", "c:/work/docs", "C:docs", "\\\\server\\share\\docs", "..\\docs"]
CONTROLS = ["docs\0", "docs\n", "do\x1bcs", "docs\x7f"]


@pytest.mark.parametrize("key", ["research", "decisions", "template", "site-templates"])
@pytest.mark.parametrize("path", OUTSIDE + CONTROLS)
def test_a_setting_says_how_a_path_is_written(key: str, path: str) -> None:
    with pytest.raises(UsageError) as refused:
        read({key: [path] if key == "research" else path}, "adr-gen.toml")
    message = f"adr-gen.toml: {key} is {path!r}; write a path inside the project, with / between folders"
    assert str(refused.value) == message


def test_a_path_with_forward_slashes_means_the_same_on_every_system() -> None:
    path = read({"decisions": "docs/decisions"}, "adr-gen.toml").decisions
    assert PureWindowsPath(path) == PureWindowsPath("docs\\decisions")
    assert PureWindowsPath(path).as_posix() == path


@pytest.mark.parametrize(
    "target", ["..\\..\\secret.md", "..\\..\\..\\x", "x\\y.md", "..%5C..%5Csecret.md", "\\\\server\\share\\x.md"]
)
def test_a_backslash_in_a_link_leads_nowhere(target: str) -> None:
    assert links.join("docs/decisions", links.split(target)[0]) is None


@pytest.mark.parametrize("target", ["C:/work/x.md", "c:\\work\\x.md", "file:///C:/work/x.md"])
def test_a_drive_is_no_place_in_the_project(target: str) -> None:
    assert not links.is_local(target)


@pytest.mark.parametrize(
    "text", ["docs\\decisions\\0007-queue.md", ".\\0007-queue.md", "C:\\shop\\docs\\0007-queue.md"]
)
def test_the_file_of_a_record_names_it(text: str) -> None:
    assert number_of(text) == 7


def survey(root: Path) -> Survey:
    return Survey(Home(root, Settings()), date(2026, 11, 29))


@pytest.mark.parametrize("text", ["doc\\adr", "doc\\adr\\\r\n", ".\\doc\\adr", "doc/adr/\r\n"])
def test_the_folder_that_adr_tools_names_is_found(text: str, tmp_path: Path) -> None:
    put(tmp_path, "doc/adr/0001-use-a-queue.md", RECORD)
    (tmp_path / ".adr-dir").write_bytes(text.encode())
    assert list(folders_of_other_tools(tmp_path)) == [("doc/adr", ".adr-dir")]
    plan = survey(tmp_path)
    assert (plan.decisions, [log.path for log in plan.logs]) == ("doc/adr", ["doc/adr"])
    (step,) = settings(plan)
    assert step.text is not None
    assert 'decisions = "doc/adr"\n' in step.text


@pytest.mark.parametrize("text", ["C:\\shop\\adr", "c:adr", "..\\adr", "\\\\server\\adr"])
def test_a_folder_of_another_place_is_not_taken(text: str, tmp_path: Path) -> None:
    put(tmp_path, ".adr-dir", text)
    assert list(folders_of_other_tools(tmp_path)) == []
    assert survey(tmp_path).decisions == "docs/decisions"


def test_a_docs_folder_is_named_with_forward_slashes(tmp_path: Path) -> None:
    put(tmp_path, "mkdocs.yml", "site_name: Shop\ndocs_dir: web\\docs\n")
    assert SiteSettings(tmp_path).docs == "web/docs"
    assert survey(tmp_path).decisions == "web/docs/decisions"


@pytest.mark.parametrize(
    "remote", ["C:\\git\\shop.git", "C:/git/shop.git", "file:///C:/git/shop.git", "\\\\server\\git\\shop.git"]
)
def test_a_repository_on_a_drive_has_no_address(remote: str, tmp_path: Path) -> None:
    root = tmp_path / "my shop"
    put(root, "README.md", "# Shop\n")
    git(tmp_path, "init", "-q", str(root))
    git(root, "remote", "add", "origin", remote)
    plan = survey(root)
    assert (plan.remote, site_name(plan), dict(site_address(plan))) == (
        "",
        "my shop",
        {"site_url": "", "repo_url": ""},
    )


def test_a_relation_with_backslashes_means_the_file_at_that_place() -> None:
    there, elsewhere = (1, "docs/decisions/back/0001-a.md"), (1, "docs/decisions/front/0001-a.md")
    holders = Holders([(there, ""), (elsewhere, "")])
    assert holders.resolve("back\\0001-a.md", "docs/decisions") == (there,)
    assert holders.resolve("docs\\decisions\\back\\0001-a.md", "docs/decisions") == (there,)
    assert holders.resolve("..\\front\\0001-a.md", "docs/decisions/back") == (elsewhere,)
