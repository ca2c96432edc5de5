"""YAML with scalars as written, line numbers, and nothing executed."""

import re
from typing import Any, TypeAlias

Node: TypeAlias = Any
"""A node of the YAML parser, which is loaded with the first text; its stubs leave `id` out."""
Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What YAML can say here: text as written, lists and mappings; no numbers, dates or booleans."""
KeyPath = tuple[str | int, ...]
"""Keys and indices from the top to a value."""

LARGEST = 64 * 1024
"""Characters of the longest YAML that is read."""
DEEPEST = 32
"""Levels inside each other that are read."""
NULLS = ("~", "null", "Null", "NULL")
"""YAML's words for nothing, when they stand without quotes."""


class UntypedYamlError(Exception):
    """YAML that cannot be read; `line` is 0-based, `str()` goes on after "the YAML …"."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class NotYaml(UntypedYamlError):
    """Text that the YAML parser refuses."""


def load(source: str) -> tuple[Value, dict[KeyPath, int]]:
    """What `source` says, and the 0-based line of every value; empty text is an empty mapping. Raises UntypedYamlError."""
    node = compose(source)
    lines: dict[KeyPath, int] = {}
    return ({} if node is None else _value(node, (), set(), lines)), lines


def compose(source: str) -> Node | None:
    """The node tree of `source`, None for empty text; raises UntypedYamlError."""
    import yaml

    if len(source) > LARGEST:
        raise UntypedYamlError(0, f"of {len(source)} characters; at most {LARGEST} are allowed")
    try:
        # the C loader takes a tenth of the time; a PyYAML without libyaml lacks it
        node: Node = yaml.compose(source, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except RecursionError:
        raise _too_deep(0) from None
    except yaml.YAMLError as error:
        if "maximum nesting depth" in str(error):
            raise _too_deep(0) from None
        marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
        # at the end of the stream the problem is where the value was opened
        mark = marks[0] if marks[0] and "end of stream" in str(error) else marks[1]
        merge = _MERGE_MARK.search(source)
        line = source.count("\n", 0, merge.start()) if merge else _last_words(source, mark.line if mark else 0)
        raise NotYaml(line, _explain(error, source, line)) from None
    return node


_MERGE_MARK = re.compile(r"^[ \t]*(?:<{7}|>{7})(?: |$)", re.M)
"""A line of git's at an end of two versions."""


def value(node: Node) -> tuple[Value, dict[KeyPath, int]]:
    """The plain value of a node and the 0-based line of each part; aliases, tags and duplicate keys are refused."""
    lines: dict[KeyPath, int] = {}
    return _value(node, (), set(), lines), lines


def _too_deep(line: int) -> UntypedYamlError:
    return UntypedYamlError(line, f"nests deeper than {DEEPEST} levels; keep it flat")


def _last_words(source: str, line: int) -> int:
    """The line itself, or the last one above it on which anything stands: what is missing there is seen only behind it."""
    lines = source.split("\n")[: line + 1]
    return next((number for number in reversed(range(len(lines))) if lines[number].strip()), line)


def _explain(error: Exception, source: str, line: int) -> str:
    """The YAML error in words, with the usual cause where it shows."""
    lines = source.split("\n")
    rest = lines[line].strip() if line < len(lines) else ""
    if _MERGE_MARK.match(rest):
        return f"has a merge conflict, with {rest[:80]!r}; keep one version, and remove the other and the marks"
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    if "mapping values are not allowed" in problem:
        return f"is not YAML: a colon in {rest[:80]!r}; put the value in quotes"
    return f"is not YAML: {problem} at {rest[:80]!r}; quote the value or mend the line"


def _value(node: Node, place: KeyPath, seen: set[int], lines: dict[KeyPath, int]) -> Value:
    line = node.start_mark.line
    lines.setdefault(place, line)
    # what goes down from here does so by recursion
    if len(place) > DEEPEST:
        raise _too_deep(line)
    # an alias is the same node once more; nested ones grow beyond any memory ("billion laughs")
    if id(node) in seen:
        raise UntypedYamlError(line, "uses a YAML alias (*name); write the value out")
    seen.add(id(node))
    if node.tag.startswith("!") or "python/" in node.tag:
        raise UntypedYamlError(line, f"uses the YAML tag {node.tag!r}; only plain values are allowed")
    if node.id == "mapping":
        return _mapping(node, place, seen, lines)
    if node.id == "sequence":
        return [_value(item, (*place, number), seen, lines) for number, item in enumerate(node.value)]
    nothing = node.id == "scalar" and node.style is None and node.value in NULLS
    return "" if nothing else str(node.value).replace("\0", "\ufffd")  # as Markdown does; a file with one is no text


def _mapping(node: Node, place: KeyPath, seen: set[int], lines: dict[KeyPath, int]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for key, item in node.value:
        line = key.start_mark.line
        if key.id != "scalar":
            raise UntypedYamlError(line, "has a key that is not text; use 'key: value' lines")
        if key.value in values:
            raise UntypedYamlError(line, f"has the key {key.value!r} twice; keep one")
        inner = (*place, str(key.value))
        lines[inner] = line
        values[str(key.value)] = _value(item, inner, seen, lines)
    return values
