"""Asking only the block rules that a line's first sign allows changes nothing of what is read."""

from collections.abc import MutableMapping
from itertools import product
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

from adr_gen.markdown.block_rules import SIGNS, RulesBySign
from adr_gen.markdown.parser import parser

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


def plain(markdown: MarkdownIt, text: str) -> list[MutableMapping[str, Any]]:
    """The tokens that the library's own order of rules gives."""
    by_sign = markdown.block.ruler
    markdown.block.ruler = Ruler()
    markdown.block.ruler.__rules__ = by_sign.__rules__
    try:
        return tokens(markdown, text)
    finally:
        markdown.block.ruler = by_sign


def tokens(markdown: MarkdownIt, text: str) -> list[MutableMapping[str, Any]]:
    return [token.as_dict() for token in markdown.parse(text)]


@pytest.mark.parametrize("formulas", [False, True])
@pytest.mark.parametrize("form", ["{}\n{}\n", "{}\n\n{}\n", "> {}\n{}", "- {}\n{}\n  {}", "- > {}\n\n  {}"])
def test_every_two_lines_are_read_as_with_all_rules(form: str, formulas: bool) -> None:
    markdown = parser(formulas)
    texts = [form.format(*pair, pair[0]) for pair in product(LINES, repeat=2)]
    assert [text for text in texts if tokens(markdown, text) != plain(markdown, text)] == []


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_each_named_rule_is_one_of_the_parser(name: str) -> None:
    assert name in parser().block.ruler.get_active_rules()


def test_a_rule_of_another_name_is_asked_about_every_line() -> None:
    asked: list[str] = []

    def recording_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        asked.append(state.getLines(line, line + 1, 0, False))
        return False

    markdown = MarkdownIt()
    markdown.block.ruler.before("paragraph", "ours", recording_rule)
    markdown.block.ruler = RulesBySign(markdown.block.ruler)
    markdown.parse("words\n\n$ more\n")
    assert asked == ["words", "$ more"]
