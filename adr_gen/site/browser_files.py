"""Files that the package carries for readers' browsers."""

import re
from importlib.resources import files

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.M | re.S)
_INDENT = re.compile(r"^[ \t]+", re.M)


def browser_file(path: str) -> str:
    """The file at a path below `site/`; styles and scripts without the comments and indents that are for us.

    None of them may have a text over several lines, of which indents would be a part.
    """
    text = (files(__package__) / path).read_text(encoding="utf-8")
    return _INDENT.sub("", _COMMENT.sub("", text)) if path.endswith((".css", ".js")) else text
