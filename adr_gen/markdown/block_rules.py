"""The parser's block rules by the sign that a line begins with: it asks each of them about each line, and most have nothing to say."""

from typing import TYPE_CHECKING

from markdown_it.ruler import Rule, Ruler

if TYPE_CHECKING:
    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.rules_block import StateBlock

SIGNS = {
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


class RulesBySign(Ruler["RuleFuncBlockType"]):
    """The rules of a ruler; each chain of them is one rule, which asks those that may apply, in their order."""

    def __init__(self, ruler: "Ruler[RuleFuncBlockType]") -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        self._chains: dict[str, list[RuleFuncBlockType]] = {}

    def getRules(self, chainName: str = "") -> "list[RuleFuncBlockType]":
        """The rule that stands for a chain."""
        if chainName not in self._chains:
            rules = [one for one in self.__rules__ if one.enabled and (not chainName or chainName in one.alt)]
            self._chains[chainName] = [_one_of(rules)]
        return self._chains[chainName]


def _one_of(rules: "list[Rule[RuleFuncBlockType]]") -> "RuleFuncBlockType":
    """The first of the rules that applies to a line."""
    always = [rule.fn for rule in rules if rule.name not in SIGNS]
    signs = {sign for name in SIGNS for sign in SIGNS[name]}
    by_sign = {sign: [one.fn for one in rules if sign in SIGNS.get(one.name, sign)] for sign in signs}

    def first(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
        at = state.bMarks[line] + state.tShift[line]
        # a loop: most lines are asked for each of their enclosing lists and quotes
        for rule in by_sign.get(state.src[at : at + 1], always):  # noqa: SIM110
            if rule(state, line, end, silent):
                return True
        return False

    return first
