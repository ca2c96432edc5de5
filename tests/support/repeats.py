"""Documents that repeat one thing: what takes time that is not in proportion shows when they double."""

import json

_WORDS = (
    "` `` ``` ~ ~~ * ** *** _ __ a*_ *a_ **a a** [ ] [] [a] [a][ [a][b] ![ ![]( []( [a]( [a](< [a](b <a <a_ <!-- --> <! <? </ & &amp &#x \\ ( ) (a) (( "
    "a: :a :: :a: http: (http:// (http://< https://a. www. (www.a w (mailto: (mailto:a xmpp: (a@ a@b. @a a.b@c.d | |_a \\| $ { {{ [^a] [^a]: [^ ^[ -_a > >_ "
    "1._a # #_a ## === --- (a)_ ; ;_ , a,_b_or_ . a._ A._ e.g._ → if_ if_a,_ revisit_if_ revisit_when_a;_ adopt_ we_ decided_ not_ a_ the_a_is_or_ v1.1. "
    "1.1. 2026- 2026-01-01_ `a`_ `2027-01-01`_ `pypi:a>1`_ after_6_months_ issue: supersedes_ superseded_by_ ADR-1_ 0001- until_ unless_ and_ or_ **a:**_ a:_b_ "
    "A:_ <b> </b> <div> <details> <img_src= é 日 。 ： [x]_ [a]:_ [a]:b_ *_* * +1 100% user_№_asks **Verdict**:_REJECT **Decision**:_Option_B https://github.com/a/b/issues/№_closes ![a](data:a)_ [a](b.md)_"
)  # fmt: skip
_SPACES = [
    "_",
    "__",
    "a ",
    "if a ",
    "[a]: b ",
    "revisit when a; ",
    "the a is or ",
    "approved: ",
    "no: ",
    "* ",
    "> ",
    "- ",
    "\t",
    "\x0b",
    "\u2028",
    "\ufeff",
]
UNITS = tuple(dict.fromkeys(unit.replace("_", " ") for unit in [*_WORDS.split(), *_SPACES]))
"""Things to repeat; each repetition has its own number in the place of №."""
SHAPES = {
    "a line": ("# T\n\n{}\n", ""),
    "a label": ("# T\n\n**Revisit if:** {}\n", ""),
    "a verdict": ("# T\n\n## Recommendation\n\n{}\n", ""),
    "a status": ("# T\n\n## Status\n\n{}\n", ""),
    "a heading": ("# T\n\n## {}\n", ""),
    "a title": ("# {}\n\nADOPT\n", ""),
    "a condition": ("# T\n\n## Revisit when\n\n- {}\n- b\n", ""),
    "HTML": ("# T\n\n<div>\n{}\n", ""),
    "lines": ("# T\n\n{}", "{}\n"),
    "paragraphs": ("# T\n\n## Notes\n\n{}", "{}\n\n"),
    "items": ("# T\n\n{}", "- {}\n"),
    "conditions": ("# T\n\n## Revisit when\n\n{}", "- when {}\n"),
    "blockers": ("# T\n\n## Blockers\n\n{}", "- {}\n"),
    "verdicts": ("# T\n\n## Recommendation: ADOPT\n\n{}", "{}\n\n"),
    "steps of a change log": ("# T\n\nStatus: Accepted\n\n## Changelog\n\n{}", "- {}\n"),
    "statuses": ("# T\n\n## Status\n\n{}", "accepted {}\n\n"),
    "sections": ("# T\n\n{}", "## {}\n\n"),
    "cells": ("# T\n\n| a | b |\n|---|---|\n{}", "| {} | x |\n"),
    "front matter": ("---\ndecision: adopt\nrevisit_when:\n{}---\n\n# T\n", "  - {}\n"),
}
"""What stands around a thing that is repeated, and around each of its repetitions."""


def document(shape: str, unit: str, size: int) -> str:
    """A document of about `size` characters."""
    around, each = SHAPES[shape]
    unit = json.dumps(f"when {unit}", ensure_ascii=True) if shape == "front matter" else unit
    one = (each or "{}").replace("{}", unit)
    each_time = (one.replace("№", str(number)) for number in range(size // max(1, len(one))))
    return around.replace("{}", "".join(each_time))
