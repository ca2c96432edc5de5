"""The list of pages and files that are made from the whole log."""

import json
from collections.abc import Iterator
from importlib.resources import files as package_files

from .. import log as logs
from . import board, log_page
from .page import Page
from .site import Site

DAYS = "assets/adr-gen-days.js"
ASSETS = {
    "assets/adr-gen.css": "adr-gen.css",
    DAYS: "adr-gen-days.js",
    "decisions.schema.json": "decisions.schema.json",
}
"""Site path of each file that the package carries, and its name there."""
DERIVED = (log_page.PATH, board.PATH, "decisions.json", *ASSETS)
"""What is made from the whole log."""


def pages(site: Site) -> Iterator[Page]:
    """The pages and files that are made from the whole log."""
    yield log_page.log_page(site)
    yield board.board(site)
    yield Page("decisions.json", _json(site))
    for path, name in ASSETS.items():
        yield Page(path, _asset(name))


def _json(site: Site) -> str:
    """`decisions.json`: all records for other programs."""
    records = [logs.as_json(record, site.states) for record in site.log.records]
    return json.dumps({"$schema": "decisions.schema.json", "records": records}, indent=1, ensure_ascii=False) + "\n"


def _asset(name: str) -> str:
    return (package_files(__package__) / "assets" / name).read_text(encoding="utf-8")
