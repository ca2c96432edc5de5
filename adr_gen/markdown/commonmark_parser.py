"""The one CommonMark parser."""

from functools import cache
from typing import TYPE_CHECKING

from .document import DEEPEST

if TYPE_CHECKING:  # the parser is loaded with the first text: many runs parse none
    from markdown_it import MarkdownIt


@cache
def parser(formulas: bool = False) -> "MarkdownIt":
    """The configured parser; everything that parses Markdown uses this one, with dollars as `formulas` only to show them."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    from .. import linear_inline
    from .rules_by_sign import RulesBySign, one_of_block, one_of_inline

    # linkify would also make `file.md` a link; GitHub links only what begins like an address
    options = {"html": True, "linkify": False, "tasklists": True, "alerts": True, "maxNesting": DEEPEST}
    markdown = MarkdownIt("gfm-like", options)
    markdown.core.ruler.at("inline", linear_inline.parse_all)
    # inline footnotes `^[…]` are no part of GitHub's Markdown
    markdown.use(footnote_plugin, inline=False).use(linear_inline.autolinks)
    if formulas:
        from mdit_py_plugins.dollarmath import dollarmath_plugin

        markdown.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    markdown.block.ruler = RulesBySign(markdown.block.ruler, one_of_block)
    markdown.inline.ruler = RulesBySign(markdown.inline.ruler, one_of_inline)
    # the library's own stops at each `w`, dash and more, to ask all rules, of which none begins there
    markdown.inline.terminator_re = linear_inline.STOP
    return markdown
