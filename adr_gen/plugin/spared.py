"""The records' pages of a preview's last build, spared when MkDocs empties the site's folder.

Writing over a file costs less than making it anew: some file systems look at all that was lately deleted first.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from ..records.names import PAGES

ASIDE = f".{PAGES}"
"""Hidden, as MkDocs empties the site's folder of everything else."""


def put_aside(site: Path) -> None:
    """Save the pages from being deleted; without any, or where that fails, they are made anew."""
    pages, aside = site / PAGES, site / ASIDE
    if pages.is_dir():
        rmtree(aside, ignore_errors=True)
        try:
            pages.rename(aside)
        except OSError:  # on Windows, somebody reads one of them
            return


def put_back(site: Path, written: Iterable[str]) -> None:
    """Put back the files that will be `written` over, by their paths in the site, and delete all others."""
    pages, aside = site / PAGES, site / ASIDE
    try:
        aside.rename(pages)
    except OSError:  # nothing was put aside, or another plugin has made the folder
        rmtree(aside, ignore_errors=True)
        return
    spared = {site / path for path in written}
    for place in sorted(pages.rglob("*"), reverse=True):
        if place.is_dir():
            with suppress(OSError):  # not empty
                place.rmdir()
        elif place not in spared:
            place.unlink()
