"""Checks that would fit the words of a condition: for a person to choose from, never added by themselves."""

import re
from collections.abc import Callable, Iterator

from ... import checks
from ..candidates.condition_candidates import from_its_clause
from ..conditions.written_condition import trigger
from ..dates import ISO
from ..patterns.language_matchers import find_slot
from .hints import PLACEHOLDERS, hint

MOST = 5
"""Checks that are offered for one condition."""
_CODE = re.compile(r"`([^`\n]{1,80})`")
_FILE = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*\.[A-Za-z]\w{0,7}")
_NAME = re.compile(r"@?[A-Za-z][\w.-]*(?:/[\w.-]+)?")
_PACKAGE = re.compile(r"(?<![\w/.@-])([A-Za-z][\w.-]{1,40}?)\s+(?:version\s+)?v?(\d+(?:\.\d+)*)(?![\w.]*\d)", re.I)


def offers(text: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The tokens that a condition's words would bear, from its "if" on, the likeliest first; none that holds a word to fill in.

    A name is offered as a package only where the words call it one, or the project's manifests have it (`known`).
    """
    given = checks.tokens(text)
    offered = (token for token in _offered(from_its_clause(text), known) if token not in given and _legal(token))
    return tuple(dict.fromkeys(offered))[:MOST]


def with_check(text: str, token: str) -> str:
    """A condition with a check behind its words."""
    return f"{text.removesuffix('.')} (`{token}`)"


def _offered(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    named = bool(find_slot("package-word", text))
    hinted = hint(trigger(text, text))
    if hinted and not any(word in hinted for word in PLACEHOLDERS):
        yield hinted
    yield from (day[0] for day in ISO.finditer(text))
    for code in _CODE.findall(text):
        if _FILE.fullmatch(code):
            yield f"file:{code} exists"
        elif _NAME.fullmatch(code) and (named or known(code)):
            yield f"dep:{code.lower()}"
    for name, version in _PACKAGE.findall(text):
        if named or known(name):
            yield f"pypi:{name.lower()} >= {version}"
            yield f"dep:{name.lower()} >= {version}"


def _legal(token: str) -> bool:
    try:
        return bool(checks.parse(token))
    except checks.TokenError:
        return False
