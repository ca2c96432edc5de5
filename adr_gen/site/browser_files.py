"""Files that the package carries for readers' browsers."""

import re
from importlib.resources import files

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.M | re.S)
_ASIDE = re.compile(r"[ \t]+// .*$", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)
_AROUND = re.compile(r"\s*([{};,>~+])\s*|(?<=:) +")
"""White space of a style sheet that says nothing; none of its texts may hold one of these signs, and no `calc` may add."""
_CONST = re.compile(r"\bconst(?= )")
"""Says more than `let` only to us."""
_TEXT = r"""("(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)"""
_BESIDE = re.compile(
    rf"{_TEXT}|[ ]?(=>|[=!]==|[<>]=?|&&|\|\||\?\?=?|[=?:,;{{}}()*]|\+=)[ ]?|[ ]([-+*/<>%])[ ]|(?<=[;,{{])\n|\n(?=[}}\])?:.&|])"
)
"""White space of a script that says nothing: beside a sign, after one that ends no statement by a guess, and before one that begins none."""


def browser_file(path: str) -> str:
    """The file at a path below `site/`; styles and scripts without the comments and indents that are for us.

    None of them may have a text over several lines, of which indents would be a part, one that has `//` between blanks, or
    one in backticks inside another one; and no pattern may have a blank beside a sign.
    """
    text = (files(__package__) / path).read_text(encoding="utf-8")
    if path.endswith(".css"):
        return _AROUND.sub(r"\1", _COMMENT.sub("", text)).replace(";}", "}")
    if path.endswith(".js"):
        short = _BESIDE.sub(r"\1\2\3", _INDENT.sub("", _ASIDE.sub("", _COMMENT.sub("", text))))
        return _CONST.sub("let", short).replace(";}", "}")
    return text
