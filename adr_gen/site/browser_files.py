"""Files that the package carries for readers' browsers."""

import re
from importlib.resources import files

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.M | re.S)
_ASIDE = re.compile(r"[ \t]+// .*$", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)
_AROUND = re.compile(r"\s*([{};,])\s*|(?<=:) +")
"""White space of a style sheet that says nothing; none of its texts may hold one of these signs."""


def browser_file(path: str) -> str:
    """The file at a path below `site/`; styles and scripts without the comments and indents that are for us.

    None of them may have a text over several lines, of which indents would be a part, or one that has `//` between blanks.
    """
    text = (files(__package__) / path).read_text(encoding="utf-8")
    if path.endswith(".css"):
        return _AROUND.sub(r"\1", _COMMENT.sub("", text)).replace(";}", "}")
    return _INDENT.sub("", _ASIDE.sub("", _COMMENT.sub("", text))) if path.endswith(".js") else text
