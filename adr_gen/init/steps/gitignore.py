"""What git is not to keep: the built site."""

import re
from collections.abc import Iterator

from ..survey import Survey
from .requirements import with_line
from .setup_step import SetupStep


def gitignore(survey: Survey) -> Iterator[SetupStep]:
    """The folder that the site is built into, and where it is exported to."""
    site = survey.engine.text("site_dir").strip("/") or "site"
    before = survey.text(".gitignore")
    text = before or ""
    folders = (site, *(["build/docs"] if survey.zensical else []))
    for folder in folders:
        if not re.search(rf"(?m)^/?{re.escape(folder)}/?\s*$", text):
            text = with_line(text, f"{folder}/")
    what = f"leaves {' and '.join(f'{folder}/' for folder in folders)} out"
    yield SetupStep(".gitignore", what, text if text != (before or "") else None, before)
