"""Exporting again whenever a file of the project changes, until a person ends it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from ...errors import UsageError, os_error_text, visible
from ...project import Project
from ...site_settings import FILES
from .. import terminal
from .run import Export

QUIET = 0.1
"""Seconds without a change after which a burst of them is over: an editor writes a file in several steps."""
MOST = 5
"""Changed files that are named."""
SETTINGS = re.compile(rf"(adr-gen|pyproject|zensical)\.toml|{'|'.join(map(re.escape, FILES))}")
CHANGES = ("created", "modified", "deleted", "moved")
"""Events that change a file; that one was opened, for example by us, is none."""


class _Changes(FileSystemEventHandler):
    """Notes that something has changed below a folder, or among the settings beside it."""

    def __init__(self, changed: Event, root: Path, aside: Path) -> None:
        self.changed, self.root, self.aside = changed, root, aside

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake whoever waits, if the event is about a file of the project."""
        inside = event.is_directory and event.event_type == "modified"  # said again of the file in it
        paths = (event.src_path, event.dest_path)
        if event.event_type in CHANGES and not inside and any(map(self._counts, paths)):
            self.changed.set()

    def _counts(self, path: bytes | str) -> bool:
        # file names are any bytes: what is no UTF-8 comes as it does from the folder itself
        place = Path(path if isinstance(path, str) else path.decode("utf-8", "surrogateescape"))
        if not path or place.is_relative_to(self.aside):
            return False
        if place.parent == self.root and place.suffix not in ("", ".md"):
            return bool(SETTINGS.fullmatch(place.name))
        return not any(part.startswith(".") for part in place.relative_to(self.root).parts[:1])


def watch(load: Callable[[], Project], export: Callable[[Project], Export], folder: Path) -> int:
    """Export, and again after each change; returns the exit code once a person ends it.

    What is broken meanwhile is said, and stays as it was until it is mended.
    """
    changed, observer = Event(), Observer()
    observer.start()
    first = True
    try:
        while True:
            changed.clear()
            try:
                project = load()
                _follow(observer, _Changes(changed, project.root, folder), set(_places(project)))
                _say(export(project), first=first)
                first = False
            except UsageError as error:
                if first:
                    raise
                click.secho(f"adr-gen: {visible(str(error))}", err=True, fg="red")
            except OSError as error:
                click.secho(f"adr-gen: {visible(os_error_text(error))}", err=True, fg="red")
            _wait(changed)
    except KeyboardInterrupt:
        return 0
    finally:
        observer.stop()
        observer.join()


def _follow(observer: BaseObserver, handler: _Changes, places: set[tuple[Path, bool]]) -> None:
    """Watch just these folders."""
    # a folder that was removed and made again, as by a change of branch, is another one: the watch of the old one ended
    living = {emitter.watch for emitter in observer.emitters if emitter.is_alive()}
    wanted = {ObservedWatch(str(place), recursive=below) for place, below in places}
    for watch in {emitter.watch for emitter in observer.emitters} - (living & wanted):
        observer.unschedule(watch)
    for watch in wanted - living:
        observer.schedule(handler, watch.path, recursive=watch.is_recursive)


def _places(project: Project) -> Iterator[tuple[Path, bool]]:
    """Folders to watch, and whether with all below: whole projects hold the packages of others."""
    settings = project.settings
    research = (
        entry.strip("/").partition("*")[0].rpartition("/")[0] if "*" in entry else entry for entry in settings.research
    )
    named = (project.site_settings.docs, project.decisions, settings.site_templates, *research)
    yield project.root, False
    folders = {
        place: place.resolve() for path in filter(None, named) if (place := project.root / path.strip("/")).is_dir()
    }
    # of two watches on one folder some systems end both when it is moved
    yield from (
        (place, True) for place, own in folders.items() if not any(other in own.parents for other in folders.values())
    )


def _wait(changed: Event) -> None:
    while not changed.wait(0.5):  # without a time Windows would not hear Ctrl-C
        pass
    while changed.is_set():
        changed.clear()
        changed.wait(QUIET)


def _say(export: Export, *, first: bool) -> None:
    terminal.problems(export.problems)
    if first:
        click.echo("\n".join(export.lines))
        click.echo("watching; Ctrl-C ends it", err=True)
        return
    for path in export.changed[:MOST]:
        click.echo(terminal.safe(path))
    if len(export.changed) > MOST:
        click.echo(f"… and {len(export.changed) - MOST} more")
