"""Asking only the rules that a sign allows changes nothing of what is read."""

from collections.abc import Iterable
from copy import copy
from functools import cache
from itertools import product

import pytest
from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from adr_gen.markdown.commonmark_parser import parser
from adr_gen.markdown.rules_by_sign import BLOCK, INLINE, RulesBySign, one_of_block, one_of_inline

LINES = (
    "words",
    "# a heading",
    "#no heading",
    "> a quote",
    "- an item",
    "+ another",
    "* * *",
    "***",
    "10) ten",
    "1234567890. too many digits",
    "٣. no digit of lists",
    "```",
    "~~~",
    "<b>",
    "<!-- a comment -->",
    "[a]: b",
    "[^a]: a note",
    "| a | b |\n|---|---|",
    "---",
    "===",
    "    code",
    "   > indented",
    "$$\nx\n$$",
    "",
)

PIECES = (
    "words",
    "a\\*b",
    "`code`",
    "``",
    "*a*",
    "__b__",
    "~~c~~",
    "[d](e)",
    "[f]",
    "![g](h)",
    "!",
    "[^i]",
    "<https://j.org>",
    "<k l='m'>",
    "<",
    "&amp;",
    "&",
    "www.n.org",
    "wwv.o",
    "https://p.org/q",
    "mailto:r@s.org",
    "t@u.org",
    "@",
    "://",
    "$v$",
    "$$w$$",
    "]",
    "\\\n",
    "  \n",
    "\n",
)


@cache
def parsers(formulas: bool) -> tuple[MarkdownIt, MarkdownIt]:
    """The parser, and the same one with the library's own order of rules."""
    ours, plain = parser(formulas), copy(parser(formulas))
    plain.block, plain.inline = copy(ours.block), copy(ours.inline)
    plain.block.ruler, plain.inline.ruler = Ruler(), Ruler()
    plain.block.ruler.__rules__, plain.inline.ruler.__rules__ = ours.block.ruler.__rules__, ours.inline.ruler.__rules__
    return ours, plain


def read_otherwise(texts: Iterable[str], formulas: bool) -> list[str]:
    """The texts of which the library's own order of rules gives other tokens."""
    ours, plain = parsers(formulas)
    return [text for text in texts if ours.parse(text) != plain.parse(text)]


@pytest.mark.parametrize("formulas", [False, True])
@pytest.mark.parametrize("form", ["{}\n{}\n", "{}\n\n{}\n", "> {}\n{}", "- {}\n{}\n  {}", "- > {}\n\n  {}"])
def test_every_two_lines_are_read_as_with_all_rules(form: str, formulas: bool) -> None:
    assert read_otherwise((form.format(*pair, pair[0]) for pair in product(LINES, repeat=2)), formulas) == []


@pytest.mark.parametrize("formulas", [False, True])
@pytest.mark.parametrize("form", ["{}{}", "{} {}", "*{}{}*", "[{}{}](x)", "~~a{} {}~~ {}", "![{}]({}) `{}`"])
def test_every_two_pieces_of_a_line_are_read_as_with_all_rules(form: str, formulas: bool) -> None:
    texts = (f"x{form.format(*pair, pair[0])}\n\n[^i]: note\n\n[f]: y" for pair in product(PIECES, repeat=2))
    assert read_otherwise(texts, formulas) == []


@pytest.mark.parametrize("name", sorted(BLOCK))
def test_each_named_rule_is_one_of_the_parser(name: str) -> None:
    assert name in parser().block.ruler.get_active_rules()


@pytest.mark.parametrize("name", sorted(INLINE))
def test_each_named_rule_for_inline_content_is_one_of_the_parser(name: str) -> None:
    assert name in parser(formulas=True).inline.ruler.get_active_rules()


def test_a_rule_of_another_name_is_asked_about_every_line() -> None:
    asked: list[str] = []

    def recording_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        asked.append(state.getLines(line, line + 1, 0, False))
        return False

    markdown = MarkdownIt()
    markdown.block.ruler.before("paragraph", "ours", recording_rule)
    markdown.block.ruler = RulesBySign(markdown.block.ruler, one_of_block)
    markdown.parse("words\n\n$ more\n")
    assert asked == ["words", "$ more"]


def test_a_rule_of_another_name_is_asked_at_each_sign() -> None:
    asked: list[str] = []

    def recording_rule(state: StateInline, silent: bool) -> bool:
        asked.append(state.src[state.pos :])
        return False

    markdown = MarkdownIt()
    markdown.inline.ruler.before("text", "ours", recording_rule)
    markdown.inline.ruler = RulesBySign(markdown.inline.ruler, one_of_inline)
    markdown.parse("words *and* more")
    assert asked == ["words *and* more", "*and* more", "and* more", "* more", " more"]
