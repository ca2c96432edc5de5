"""Words of a document in an issue or pull request of a forge, where some of them would do something."""

import re
from html import unescape

from ..errors import visible

_GAP = "\u200b"
"""A space without width: it shows nowhere, in code spans neither, and what it parts is no mention any more."""
# as many digits as CommonMark reads in a reference; with more it is text
_HIDDEN = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,40});|\\[:/]|(?<=\w)\\[.-](?=\w)")
"""Signs in other words, which a forge reads before it looks for mentions."""
# an underscore before a word may be emphasis, which is gone where a forge looks
_ACTS = re.compile(
    r"""(?P<url>(?:https?://|(?<![A-Za-z0-9])www\.)[\w-]+(?:\.[\w-]+)+[^\s<`)\]"'*]*)|(?P<mention>@)(?=\\?[\w-])|(?P<tag><)(?=[A-Za-z/!?])"""
    r"|(?P<issue>#|(?<![A-Za-z0-9])GH-)(?=\d)|(?P<entity>&)(?=#?\w+;)",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"(?:https?://)?(?:www\.)?github\.com(?::\d+)?/(?=[\w-]+/[\w.-]+/(?:issues|pull|discussions|commit)/)", re.I
)


def without_mentions(text: str) -> str:
    """Words on one line that mention nobody, begin no HTML, turn no text around, and leave no trace in threads that they name."""
    plain = _HIDDEN.sub(lambda match: unescape(match[0].removeprefix("\\")), text)
    return _ACTS.sub(_defused, visible(" ".join(plain.split())))


def _defused(match: re.Match[str]) -> str:
    if match["url"]:  # this host of GitHub's leads to the same page, and tells nobody
        return _THREAD.sub("https://redirect.github.com/", match["url"]).replace("@", "%40")
    return f"{match[0]}{_GAP}"
