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
LONGEST = 2_000
"""Characters of its longest line; some of Pygments' rules take seconds for longer ones."""
MOST = 100_000
"""Characters of one page that are coloured."""

_LANGUAGE = re.compile(r"[\w#+.-]+", re.A)
_FORMATTER = HtmlFormatter(nowrap=True)
_BLANK = re.compile(r'<span class="w">(\s*)</span>')
"""White space has no colour; every tag costs time in Python-Markdown."""


class Colours:
    """Colours the code blocks of one page."""

    def __init__(self) -> None:
        self._left = MOST

    def block(self, code: str, info: str = "") -> str:
        """A code block as HTML, its text exact; `info` is what follows the opening fence."""
        match = _LANGUAGE.search(info)
        language = match[0].lower() if match else "text"
        coloured = self._coloured(code, language)
        return f'<div class="language-{language} highlight"><pre><span></span><code>{coloured}</code></pre></div>'

    def _coloured(self, code: str, language: str) -> str:
        small = len(code) <= min(LARGEST, self._left) and max(map(len, code.split("\n"))) <= LONGEST
        lexer = _lexer(language) if small else None
        if lexer is None:
            return escape(code, quote=False)
        self._left -= len(code)
        return _BLANK.sub(r"\1", highlight(code, lexer, _FORMATTER))


@cache
def _lexer(language: str) -> Any:
    """The lexer of a language that Pygments knows and that colours anything, else None."""
    try:
        # by default Pygments drops empty lines at both ends, and a code block is shown to the letter
        return get_lexer_by_name(language, stripnl=False, ensurenl=False) if language != "text" else None
    except ClassNotFound:
        return None
