"""What a preview keeps of a theme's files: the list of those that are copied, as long as no file comes or goes."""

import os
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from adr_gen.plugin.preview.theme_files import ThemeFiles
from adr_gen.site.theme.compiled_templates import CompiledTemplates


def copied(files: ThemeFiles, theme: Theme) -> set[str]:
    """The theme's files that a build of a preview copies."""
    files.take_over(theme)
    found = Files([])
    found.add_files_from_theme(theme.get_env(), _config(theme))
    return set(found.src_uris)


def _config(theme: Theme) -> MkDocsConfig:
    config = MkDocsConfig()
    config.theme, config.site_dir, config.use_directory_urls = theme, "site", True
    return config


def test_files_that_come_and_go_are_seen_and_others_are_listed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[str] = []
    whole = FileSystemLoader.list_templates

    def counted(loader: FileSystemLoader) -> list[str]:
        walks.append("walk")
        return whole(loader)

    monkeypatch.setattr(FileSystemLoader, "list_templates", counted)
    (tmp_path / "css").mkdir()
    (tmp_path / "css/a.css").write_text("a")
    (tmp_path / "main.html").write_text("")
    files = ThemeFiles(CompiledTemplates())

    def made() -> Theme:
        return Theme(name=None, custom_dir=str(tmp_path))

    assert copied(files, made()) == {"css/a.css"}
    (tmp_path / "css/a.css").write_text("changed")
    assert copied(files, made()) == {"css/a.css"}
    assert walks == ["walk"]
    (tmp_path / "css/b.css").write_text("b")
    _later(tmp_path / "css")
    assert copied(files, made()) == {"css/a.css", "css/b.css"}
    (tmp_path / "css/new").mkdir()
    (tmp_path / "css/new/c.css").write_text("c")
    (tmp_path / "css/a.css").unlink()
    _later(tmp_path / "css")
    assert copied(files, made()) == {"css/b.css", "css/new/c.css"}


def _later(folder: Path) -> None:
    """A folder's time as it is in life, where no two changes are of one moment."""
    now = folder.stat().st_mtime_ns
    os.utime(folder, ns=(now, now + 1_000_000))


def test_a_loader_that_another_plugin_chose_is_asked_each_time(tmp_path: Path) -> None:
    theme = Theme(name=None, custom_dir=str(tmp_path))
    loader = ChoiceLoader([FileSystemLoader(str(tmp_path))])
    theme.get_env = lambda: Environment(loader=loader, autoescape=True)  # type: ignore[method-assign]
    files = ThemeFiles(CompiledTemplates())
    files.take_over(theme)
    for names in (["a.css"], ["a.css", "b.css"]):
        (tmp_path / names[-1]).write_text("")
        found = Files([])
        found.add_files_from_theme(theme.get_env(), _config(theme))
        assert sorted(found.src_uris) == names
