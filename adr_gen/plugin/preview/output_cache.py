"""The records' pages of a preview's last build, spared when MkDocs empties the site's folder, and not written again.

Making thousands of files takes longer than making their words, and longest where as many were deleted just before.
"""

import logging
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from mkdocs.structure.files import File

from ...records.record_names import PAGES

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


def put_back(site: Path, wanted: Iterable[str]) -> None:
    """Put back the files that this build has too, by their paths in the site, and delete all others."""
    pages, aside = site / PAGES, site / ASIDE
    try:
        aside.rename(pages)
    except OSError:  # nothing was put aside, or another plugin has made the folder
        rmtree(aside, ignore_errors=True)
        return
    spared = {site / path for path in wanted}
    # what lies in a folder comes before it, so that the folder is empty by then
    for place in sorted(pages.rglob("*"), reverse=True):
        if place.is_dir():
            with suppress(OSError):  # not empty
                place.rmdir()
        elif place not in spared:
            place.unlink()


def unchanged(file: File, output: str) -> bool:
    """Whether a page is on disk as it would be written now, by whomever."""
    try:
        # as MkDocs writes pages
        return Path(file.abs_dest_path).read_bytes() == output.encode(errors="xmlcharrefreplace")
    except OSError:
        return False


class SkippedPages(logging.Filter):
    """Pages that are handed to MkDocs empty, so that it does not write them: it need not say so of each."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: set[str] = set()
        # MkDocs warns of an empty page, and `--strict` would count that
        logging.getLogger("mkdocs.commands.build").addFilter(self)

    def empty_page(self, file: File) -> str:
        """The words of such a page."""
        self.messages.add(f"Page skipped: '{file.src_uri}'. Generated empty output.")
        return ""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether MkDocs' message is about something else."""
        return record.getMessage() not in self.messages
