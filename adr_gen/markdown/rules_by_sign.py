"""The parser's rules by the sign that they begin with: it asks each of them at each place, and most have nothing to say."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from markdown_it.ruler import Rule, Ruler

from ..linear_inline import STOP

if TYPE_CHECKING:
    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.parser_inline import RuleFuncInlineType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

Apply = TypeVar("Apply")
BLOCK = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
"""What a line begins with, behind its indent, that a rule applies to; the rules that are not named here are asked about every line."""
INLINE = {
    "newline": "\n",
    "math_inline": "$",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
    "gfm_autolink_www": "w",
    "linkify": ":",
    "gfm_autolink_protocol": ":",
    "gfm_autolink_email": "@",
}
"""The signs at which a rule for inline content applies; the rules that are not named here are asked everywhere."""


class RulesBySign(Ruler[Apply]):
    """The rules of a ruler; each chain of them is one rule, which asks those that may apply, in their order."""

    def __init__(self, ruler: Ruler[Apply], one_of: Callable[[list[Rule[Apply]]], Apply]) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        self._one_of = one_of
        self._chains: dict[str, list[Apply]] = {}

    def getRules(self, chainName: str = "") -> list[Apply]:
        """The rule that stands for a chain."""
        if chainName not in self._chains:
            rules = [one for one in self.__rules__ if one.enabled and (not chainName or chainName in one.alt)]
            self._chains[chainName] = [self._one_of(rules)]
        return self._chains[chainName]


def one_of_block(rules: "list[Rule[RuleFuncBlockType]]") -> "RuleFuncBlockType":
    """The first of the rules that applies to a line."""
    by_sign, always = _by_sign(rules, BLOCK)

    def first(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
        at = state.bMarks[line] + state.tShift[line]
        # a loop: most lines are asked for each of their enclosing lists and quotes
        for rule in by_sign.get(state.src[at : at + 1], always):  # noqa: SIM110
            if rule(state, line, end, silent):
                return True
        return False

    return first


def one_of_inline(rules: "list[Rule[RuleFuncInlineType]]") -> "RuleFuncInlineType":
    """The first of the rules that applies to the inline content at a place."""
    by_sign, always = _by_sign(rules, INLINE)
    text = next(rule.fn for rule in rules if rule.name == "text")
    for sign in filter(STOP.match, by_sign):  # plain text ends there, so it does not begin there either
        by_sign[sign].remove(text)

    def first(state: "StateInline", silent: bool) -> bool:
        for rule in by_sign.get(state.src[state.pos], always):  # noqa: SIM110 - it is asked at each sign
            if rule(state, silent):
                return True
        return False

    return first


def _by_sign(rules: list[Rule[Apply]], named: Mapping[str, str]) -> tuple[dict[str, list[Apply]], list[Apply]]:
    """The rules to ask at each sign that any of them is `named` with, and those to ask at the others."""
    signs = {sign for name in named for sign in named[name]}
    by_sign = {sign: [one.fn for one in rules if sign in named.get(one.name, sign)] for sign in signs}
    return by_sign, [rule.fn for rule in rules if rule.name not in named]
