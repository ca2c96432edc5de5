"""The home page of a site that has none of its own."""

from ..fragments import log_fragments
from ..page import Page, front
from ..record.body.body_html import heading
from ..site_context import SiteContext
from . import log_page

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
            log_fragments.summary(site, here, DUE),
            "## To look at again",
            log_fragments.due(site, here, DUE),
            "## Newest decisions",
            log_fragments.latest(site, here),
            f"<p>{site.link(log_page.PATH, here, 'All decisions')}</p>",
        ]
    else:
        parts.append(log_page.empty(site))
    return head(site).with_body(parts)
