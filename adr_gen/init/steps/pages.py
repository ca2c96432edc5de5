"""Pages of the site that are the user's own from the first day: a home page, and the tags."""

from collections.abc import Iterator

from ..survey import Survey
from .mkdocs_settings import log_page, needs_tags_page, own_log_pages
from .setup_step import SetupStep, left
from .site_name import site_name

HOME = """\
---
title: Home
---

# Decision log of {name}

Why things are as they are: [the decision log]({index}). What waits for what: [the board](revisit.md).

<!-- adr-gen:summary -->

## To look at again

<!-- adr-gen:due -->

## Newest decisions

<!-- adr-gen:latest 10 -->
"""
TAGS = """\
# Tags

Decisions by the tags of their research files.

<!-- material/tags -->
"""


def pages(survey: Survey) -> Iterator[SetupStep]:
    """A home page, and a page of tags for a site that gets them."""
    docs = survey.engine.docs.strip("/")
    homes = [path for name in ("index.md", "README.md") if (path := f"{docs}/{name}") in survey.paths]
    if homes and (survey.ours or {}).get(homes[0]) is None:
        yield SetupStep(homes[0], "is the home page")
    else:
        yield SetupStep(
            f"{docs}/index.md",
            "a home page with the newest decisions and what is due",
            HOME.format(name=site_name(survey), index=log_page(survey)),
        )
    if needs_tags_page(survey) or (survey.ours or {}).get(f"{docs}/tags.md"):
        yield SetupStep(f"{docs}/tags.md", "decisions by their tags", TAGS)
    for own in own_log_pages(survey)[:1]:
        why = "stands at the log's address, /decisions/, and is shown there instead of it; rename it to see the log"
        yield left(f"{docs}/{own}", why)
