"""YAML front matter, read with scalars as written, line numbers, and nothing executed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What YAML can say here: text as written, lists and mappings; no numbers, dates or booleans."""

OPEN = re.compile(r"---[ \t]*\n")
CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
KEY = re.compile(r"\s*[\w-]+[ \t]*:(?:\s|$)")
LARGEST = 64 * 1024
DEEPEST = 32
NULLS = ("~", "null", "Null", "NULL")
"""YAML's words for nothing, when they stand without quotes."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The mapping at the top of a file."""

    values: dict[str, Value] = field(default_factory=dict)
    """Top-level keys as written, in their order."""
    lines: dict[str, int] = field(default_factory=dict)
    """The 1-based line in the file of each top-level key."""

    def text(self, *keys: str) -> str:
        """The first of `keys` that holds non-empty text, white space folded; else an empty string."""
        for key in keys:
            value = self.values.get(key, "")
            if isinstance(value, str) and value:
                return " ".join(value.split())
        return ""

    def items(self, *keys: str) -> tuple[str, ...]:
        """The first of `keys` that is set, as a tuple of texts: a list's items, or one text's comma-separated parts."""
        for key in keys:
            value = self.values.get(key, "")
            if isinstance(value, list):
                return tuple(" ".join(v.split()) for v in value if isinstance(v, str) and v)
            if isinstance(value, str) and value:
                return tuple(part for part in (" ".join(p.split()) for p in value.split(",")) if part)
        return ()


class FrontMatterError(Exception):
    """Front matter that cannot be read; `line` is 1-based in the file, `str()` says what was found and allowed."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def split(text: str) -> tuple[FrontMatter, int]:
    """The front matter of `text` (line ends `\\n`, no BOM) and the offset at which the body starts.

    Text that starts with a thematic break instead of YAML has no front matter. Raises `FrontMatterError`.
    """
    opening = OPEN.match(text)
    if not opening:
        return FrontMatter(), 0
    closing = CLOSE.search(text, opening.end())
    if not closing:
        if KEY.match(text, opening.end()):
            raise FrontMatterError(1, "front matter opened with '---' is never closed; add a line '---' after it")
        return FrontMatter(), 0
    source = text[opening.end() : closing.start()]
    if not source.strip():
        return FrontMatter(), closing.end()
    node = _compose(source)
    if node is None or (isinstance(node, yaml.ScalarNode) and not KEY.match(source)):
        return FrontMatter(), 0
    if not isinstance(node, yaml.MappingNode):
        kind = "a list" if isinstance(node, yaml.SequenceNode) else "plain text"
        raise FrontMatterError(2, f"front matter is {kind}; it must be 'key: value' lines")
    lines = {key.value: key.start_mark.line + 2 for key, _ in node.value}
    values = _value(node, set(), 0)
    assert isinstance(values, dict)
    return FrontMatter(values, lines), closing.end()


def _compose(source: str) -> yaml.Node | None:
    """The YAML node tree of `source`, None for text that is no YAML and does not look like it either."""
    if len(source) > LARGEST:
        raise FrontMatterError(1, f"front matter of {len(source)} characters; at most {LARGEST} are allowed")
    if max(_depths(source)) > DEEPEST:
        raise FrontMatterError(2, f"front matter nests deeper than {DEEPEST} levels; keep it flat")
    try:
        node: yaml.Node | None = yaml.compose(source, _Loader)
    except yaml.YAMLError as error:
        if not KEY.match(source):
            return None
        marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
        mark = marks[0] if marks[0] and "end of stream" in str(error) else marks[1]
        line = mark.line if mark else 0
        raise FrontMatterError(line + 2, _explain(error, source, line)) from None
    return node


def _depths(source: str) -> Iterator[int]:
    """An upper bound of the nesting each line opens: flow brackets still open, and `- ` or `? ` in a row."""
    depth = 0
    yield depth
    for line in source.split("\n"):
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        indent = len(line) - len(line.lstrip(" -?"))
        yield max(depth, indent // 2)


def _explain(error: yaml.YAMLError, source: str, line: int) -> str:
    """The YAML error in words, with the usual cause where it shows."""
    lines = source.split("\n")
    found = lines[line].strip() if line < len(lines) else ""
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    if "mapping values are not allowed" in problem:
        return f"front matter is not YAML: a colon in {found[:80]!r}; put the value in quotes"
    return f"front matter is not YAML: {problem} at {found[:80]!r}; quote the value or mend the line"


def _value(node: yaml.Node, seen: set[int], depth: int) -> Value:
    """The plain value of a YAML node; aliases, tags and duplicate keys are refused."""
    line = node.start_mark.line + 2
    if id(node) in seen:
        raise FrontMatterError(line, "front matter uses a YAML alias (*name); write the value out")
    seen.add(id(node))
    if node.tag.startswith("!") or "python/" in node.tag:
        raise FrontMatterError(line, f"front matter uses the YAML tag {node.tag!r}; only plain values are allowed")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, seen, depth)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, seen, depth + 1) for item in node.value]
    nothing = isinstance(node, yaml.ScalarNode) and node.style is None and node.value in NULLS
    return "" if nothing else str(node.value)


def _mapping(node: yaml.MappingNode, seen: set[int], depth: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode):
            raise FrontMatterError(line, "front matter has a key that is not text; use 'key: value' lines")
        if key.value in values:
            raise FrontMatterError(line, f"front matter has the key {key.value!r} twice; keep one")
        values[str(key.value)] = _value(value, seen, depth + 1)
    return values
