"""Pages of the site that are the user's own from the first day: a home page, and the tags."""

from collections.abc import Iterator

from .look import Look
from .site import log_page
from .site_name import site_name
from .step import Step, left

HOME = """\
# {name}

Why things are as they are: [the decision log]({index}). What waits for what: [the board](revisit.md).
"""
TAGS = """\
# Tags

Decisions by the tags of their research files.

<!-- material/tags -->
"""


def pages(look: Look) -> Iterator[Step]:
    """A home page and, for a site that begins here, a page of tags."""
    docs = look.engine.docs.strip("/")
    homes = [path for name in ("index.md", "README.md") if (path := f"{docs}/{name}") in look.paths]
    if homes and (look.ours or {}).get(homes[0]) is None:
        yield Step(homes[0], "is the home page")
    else:
        yield Step(
            f"{docs}/index.md",
            "a home page that leads to the log",
            HOME.format(name=site_name(look), index=log_page(look)),
        )
    if not look.site or (look.ours or {}).get(f"{docs}/tags.md"):
        yield Step(f"{docs}/tags.md", "decisions by their tags", TAGS)
    if own := next(
        (f"{docs}/decisions/{name}" for name in ("index.md", "README.md") if f"{docs}/decisions/{name}" in look.paths),
        "",
    ):
        yield left(
            own, "stands at the log's address, /decisions/, and is shown there instead of it; rename it to see the log"
        )
