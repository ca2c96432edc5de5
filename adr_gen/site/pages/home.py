"""The home page of a site that has none of its own."""

from ..context import SiteContext
from ..page import Page, front
from ..record.body import heading
from . import fragments, log_page

PATH = "index.md"
DUE = "due"
"""The anchor of the list of what is to be looked at again."""
DESCRIPTION = "What was decided, why, and when to look at it again."


def head(site: SiteContext) -> Page:
    """The page's front matter."""
    return Page(PATH, front("Home", (), search=False, hide=("toc",), description=DESCRIPTION), site.name)


def home(site: SiteContext) -> Page:
    """How many decisions there are, what is due, and the newest; an empty log says what to do."""
    here = site.address(PATH)
    parts = [heading(site.name, 1)]
    if site.log.records:
        parts += [
            fragments.summary(site, here, DUE),
            "## To look at again",
            fragments.due(site, here, DUE),
            "## Newest decisions",
            fragments.latest(site, here),
            f"<p>{site.link(log_page.PATH, here, 'All decisions')}</p>",
        ]
    else:
        parts.append(log_page.empty(site))
    return head(site).with_body(parts)
