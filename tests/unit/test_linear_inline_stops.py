"""Plain text ends where a rule of the parser may begin, and nowhere else."""

from random import Random

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from adr_gen import linear_inline
from adr_gen.markdown.commonmark_parser import parser

PIECES = [
    *" \n\\`*_~[]()!<>&:@$w-+=#%{}^.'\"/",
    "www.",
    "http",
    "mailto",
    "a",
    "b.c",
    "&amp;",
    "<b>",
    "[^1]",
    "![",
    "](x)",
    "$$",
]


def parsed(markdown: MarkdownIt, text: str) -> list[Token]:
    """The tokens of a line."""
    tokens: list[Token] = []
    return markdown.inline.parse(text, markdown, {}, tokens)


def test_text_is_taken_apart_as_the_library_does_that_asks_its_rules_more_often() -> None:
    chance, often, seldom = Random(1), parser.__wrapped__(True), parser(True)
    # the library's own, and the sign that its rule for bare addresses adds
    often.inline.terminator_re = MarkdownIt().use(gfm_autolink_plugin).inline.terminator_re
    assert often.inline.terminator_re != seldom.inline.terminator_re == linear_inline.STOP
    for _ in range(2000):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 20)))
        assert parsed(seldom, text) == parsed(often, text), text
