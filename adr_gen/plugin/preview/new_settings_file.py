"""A file of settings that appears while a site is served."""

from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler

SETTINGS = ("adr-gen.toml", "pyproject.toml")


class ComingSettings(FileSystemEventHandler):
    """Asks the server for a build when a file of settings appears; once it is there it is watched like any other.

    The server could watch the whole folder, but then it would build for ever where somebody writes its log into that.
    """

    def __init__(self, server: Any) -> None:
        self._server = server

    def on_created(self, event: FileSystemEvent) -> None:
        """A file is made, or saved as another and renamed."""
        self._ask(event.src_path)

    def on_moved(self, event: FileSystemEvent) -> None:
        """As above."""
        self._ask(event.dest_path)

    def _ask(self, path: bytes | str) -> None:
        condition = getattr(self._server, "_rebuild_cond", None)  # there is no public way to ask
        if condition is None or Path(str(path)).name not in SETTINGS:
            return
        with condition:
            self._server._want_rebuild = True
            condition.notify_all()


def await_settings(server: Any, root: Path) -> None:
    """Have the server notice settings that are yet to come to a project."""
    server.observer.schedule(ComingSettings(server), str(root), recursive=False)
