"""What is changed in every finished page of the site, whoever wrote it."""

import re

from .feeds.alternates import alternates

_SOURCE = ' data-md-component="source"'
_ASKING = re.compile(rf"(<a [^<>]*){_SOURCE}")
"""By this Material finds the link to the repository, to ask its forge from the reader's browser for stars and releases."""


def finished(output: str, page: str | None, *, asks_forge: bool) -> str:
    """A page as it is written: its head names the feeds, and it asks no other host unless the site wants that.

    `page` is its address; None for one that is shown at any address, where no relative link would hold.
    """
    if page is not None:
        output = output.replace("</head>", f"{alternates(page)}</head>", 1)
    return output if asks_forge or _SOURCE not in output else _ASKING.sub(r"\1", output)
