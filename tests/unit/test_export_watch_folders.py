"""Which folders an export watches: those that the settings name now, also where one was made anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from adr_gen.commands.export.watch import _Changes, _follow, _places
from adr_gen.project import load
from tests.support.helpers import put


@pytest.fixture
def observer() -> Iterator[BaseObserver]:
    made = Observer()
    made.start()
    yield made
    made.stop()
    made.join()


def living(observer: BaseObserver) -> set[str]:
    return {Path(emitter.watch.path).name for emitter in observer.emitters if emitter.is_alive()}


def test_a_folder_that_was_removed_and_made_again_is_watched_again(tmp_path: Path, observer: BaseObserver) -> None:
    changed, page = Event(), put(tmp_path, "adr/0001-x.md", "# X\n")
    handler = _Changes(changed, tmp_path, tmp_path / "out")
    root, records = (tmp_path, False), (tmp_path / "adr", True)
    _follow(observer, handler, {root, records})
    shutil.rmtree(tmp_path / "adr")
    _follow(observer, handler, {root})
    assert living(observer) == {tmp_path.name}
    put(tmp_path, "adr/0001-x.md", "# X\n")
    _follow(observer, handler, {root, records})
    assert living(observer) == {tmp_path.name, "adr"}
    changed.clear()
    page.write_text("# Y\n", encoding="utf-8")
    assert changed.wait(20)


def test_no_folder_is_watched_twice(tmp_path: Path) -> None:
    put(tmp_path, "adr-gen.toml", 'research = ["notes", "docs/research"]\n')
    for folder in ("docs/research", "docs/decisions", "notes"):
        put(tmp_path, f"{folder}/1-x.md", "# X\n")
    assert set(_places(load(tmp_path))) == {(tmp_path, False), (tmp_path / "docs", True), (tmp_path / "notes", True)}
