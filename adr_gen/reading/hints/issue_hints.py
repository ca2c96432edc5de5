"""Hints at issues: named with their repository, by a number alone, or once in the sentence around the condition."""

import re

from ..patterns.language_matchers import find_slot
from .check_token_regexes import form

HERE = "OWNER/REPO"
"""Stands for the repository of an issue that is named by its number alone."""
_NAMED = re.compile(r"(?<![\w/.-])([\w-]+/[\w.-]+)#(\d+)")


def issue(text: str, sentence: str) -> str | None:
    """The token for the issue whose end a condition waits for."""
    if find_slot("not-closed", text):
        return None
    if match := _NAMED.search(text):
        return f"issue:{match[1]}#{match[2]} closed"
    if number := _numbered(text):
        return f"issue:{HERE}#{number} closed"
    return upstream_fix(text, sentence)


def upstream_fix(text: str, sentence: str) -> str | None:
    """The token for "after the upstream fix", of the only issue that the sentence names."""
    named = set(_NAMED.findall(sentence))
    if len(named) != 1 or not form(r"(?:<hint-on>\s+)*<upstream-fix>\W*\Z").match(text):
        return None
    repository, number = named.pop()
    return f"issue:{repository}#{number} closed"


def _numbered(text: str) -> str | None:
    """The number of an issue that is closed or merged, where nothing else is said."""
    number = r"(?:<issue-noun>\s+)?#(?P<number>\d+)"
    forms = (
        rf"\A(?:<articles>\s+)*{number}\s+<issue-ends>\W*\Z",
        rf"\A(?:<articles>\s+)*(?:\w+\s+)?<ends-issue>\s+{number}\W*\Z",
    )
    match_of_any = next((match for one in forms if (match := form(one).search(text))), None)
    return match_of_any["number"] if match_of_any else None
