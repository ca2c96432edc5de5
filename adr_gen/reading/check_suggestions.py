"""Checks that would fit the words of a condition: for a person to choose from, never added by themselves."""

import re
from collections.abc import Iterator

from .. import checks
from .condition import trigger
from .days import ISO
from .hints import PLACEHOLDERS, hint

MOST = 5
_CODE = re.compile(r"`([^`\n]{1,80})`")
_FILE = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*\.[A-Za-z]\w{0,7}")
_NAME = re.compile(r"@?[A-Za-z][\w.-]*(?:/[\w.-]+)?")
_PACKAGE = re.compile(r"(?<![\w/.@-])([A-Za-z][\w.-]{1,40}?)\s+(?:version\s+)?v?(\d+(?:\.\d+)*)(?![\w.]*\d)", re.I)


def offers(text: str) -> tuple[str, ...]:
    """The tokens that a condition's words would bear, the likeliest first; none that holds a word to fill in."""
    given = checks.tokens(text)
    return tuple(dict.fromkeys(token for token in _offered(text) if token not in given and _legal(token)))[:MOST]


def with_check(text: str, token: str) -> str:
    """A condition with a check behind its words."""
    return f"{text.removesuffix('.')} (`{token}`)"


def _offered(text: str) -> Iterator[str]:
    known = hint(trigger(text, text))
    if known and not any(word in known for word in PLACEHOLDERS):
        yield known
    yield from (day[0] for day in ISO.finditer(text))
    for code in _CODE.findall(text):
        if _FILE.fullmatch(code):
            yield f"file:{code} exists"
        elif _NAME.fullmatch(code):
            yield f"dep:{code.lower()}"
    for name, version in _PACKAGE.findall(text):
        yield f"pypi:{name.lower()} >= {version}"
        yield f"dep:{name.lower()} >= {version}"


def _legal(token: str) -> bool:
    try:
        return bool(checks.parse(token))
    except checks.TokenError:
        return False
