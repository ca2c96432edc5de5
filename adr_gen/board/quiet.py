"""Words of a document in an issue or pull request of a forge, where some of them would do something."""

import re

_GAP = "\u200b"
"""A space without width: it shows nowhere, in code spans neither, and what it parts is no mention any more."""
_ACTS = re.compile(
    r"(?P<url>https?://[\w-]+(?:\.[\w-]+)+[^\s<`]*)|(?P<mention>@)(?=[\w-])|(?P<tag><)(?=[A-Za-z/!?])"
    r"|(?P<issue>#|\bGH-)(?=\d)",
    re.IGNORECASE,
)
_THREAD = re.compile(r"https?://(?:www\.)?github\.com/(?=[\w-]+/[\w.-]+/(?:issues|pull|discussions|commit)/)", re.I)


def quiet(words: str) -> str:
    """Words on one line that mention nobody, begin no HTML, and leave no trace in the threads that they name."""
    return _ACTS.sub(_calm, " ".join(words.split()))


def _calm(found: re.Match[str]) -> str:
    if found["url"]:  # this host of GitHub's leads to the same page, and tells nobody
        return _THREAD.sub("https://redirect.github.com/", found["url"]).replace("@", "%40")
    return f"{found[0]}{_GAP}"
