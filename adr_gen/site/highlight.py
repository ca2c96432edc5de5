"""Code blocks in the markup that Material's colours and copy button work on."""

import re
from functools import cache
from html import escape
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

LARGEST = 20_000
"""Characters of one code block that are coloured; longer ones are published plain."""

_LANGUAGE = re.compile(r"[\w#+.-]+")
_FORMATTER = HtmlFormatter(nowrap=True)


def block(code: str, info: str) -> str:
    """A code block as HTML, its text exact; `info` is what follows the opening fence."""
    found = _LANGUAGE.match(info.strip().removeprefix("{").lstrip(" ."))
    language = found[0].lower() if found else "text"
    lexer = _lexer(language) if len(code) <= LARGEST else None
    coloured = highlight(code, lexer, _FORMATTER) if lexer else escape(code, quote=False)
    return f'<div class="language-{language} highlight"><pre><span></span><code>{coloured}</code></pre></div>'


@cache
def _lexer(language: str) -> Any:
    """The lexer of a language that Pygments knows and that colours anything, else None."""
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False) if language != "text" else None
    except ClassNotFound:
        return None
