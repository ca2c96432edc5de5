"""Pages of ours that another plugin moved below a folder, as one for languages does: their links to what stayed."""

import re
from collections.abc import Iterable
from functools import partial
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from mkdocs.structure.files import File

from ..site.urls import relative

_LINK = re.compile(r'(?<=\s)((?:xlink:|data-adr-)?href|src)="([^"#][^"]*)"')
_HOST = "http://site.invalid/"


def led_back(html: str, made_for: str, address: str, files: Iterable[File]) -> str | None:
    """A page that was made for one address and is shown at another, below a folder; None if that is the same.

    A link stays where its page is published below that folder too; else it leads back to where its target is.
    """
    if address == made_for or not address.endswith(made_for):
        return None
    published = {file.url for file in files}
    return _LINK.sub(partial(_link, made_for=made_for, address=address, published=published), html)


def _link(link: re.Match[str], *, made_for: str, address: str, published: set[str]) -> str:
    name, quoted = link.groups()
    target = unescape(quoted)
    whole = urljoin(_HOST + made_for, target)
    there = urlsplit(whole)
    place = there.path.removeprefix("/")
    if not whole.startswith(_HOST) or target.startswith("/") or address.removesuffix(made_for) + place in published:
        return link[0]
    return f'{name}="{escape(whole.replace(_HOST + place, relative(place, address), 1))}"'
