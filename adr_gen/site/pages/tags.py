"""The theme's lists of tags, with the status and the revisit state of each record in them, long ones folded."""

import re
from html import escape

from ..components import badges
from ..site_context import SiteContext
from ..urls import relative

_LISTED = 'id="tag:'
"""By this a page of the theme's tags plugin is known; its template is the theme's, so the finished page is changed."""
_LIST = re.compile(r"<ul>((?:\s*<li>(?:(?!</?(?:[ou]l|li)\b).)*</li>)+)\s*</ul>", re.S)
_LIST_ITEM = re.compile(r"<li>.*?</li>", re.S)
SHOWN = 8
"""Pages of a tag in sight; the others are folded away."""
_ITEM = re.compile(r'(<li>\s*<a href="([^"]+)">[^<]*</a>)')


def left_out_of_search(content: str) -> str:
    """The content of a page; where it lists the pages of tags, search reads none of that: it finds them by their tags."""
    return content.replace(_LISTED, f'data-search-exclude="true" {_LISTED}')


def with_statuses(site: SiteContext, output: str, page: str) -> str:
    """A finished page at an address: where it lists the pages of tags, each record says its status and state."""
    head, listed, rest = output.partition(_LISTED)
    if not listed:
        return output
    records = {escape(relative(record.url, page)): record for record in site.log.records}

    def marked(item: re.Match[str]) -> str:
        record = records.get(item[2])
        if record is None:
            return item[0]
        return f"{item[1]} {badges.status(record)}{badges.heirs(site.log, record, page)} {badges.revisit(site, record)}"

    return head + listed + folded(_ITEM.sub(marked, rest))


def folded(output: str) -> str:
    """Lists of pages; what is beyond the first ones of each is folded away."""

    def shortened(pages: re.Match[str]) -> str:
        items = _LIST_ITEM.findall(pages[1])
        if len(items) <= SHOWN:
            return pages[0]
        first, more = "".join(items[:SHOWN]), "".join(items[SHOWN:])
        summary = f"<summary>{len(items) - SHOWN:,} more</summary>"
        return f'<ul>{first}</ul><details class="adr-fold">{summary}<ul>{more}</ul></details>'

    return _LIST.sub(shortened, output)
