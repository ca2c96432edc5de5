"""YAML front matter, read with scalars as written, line numbers, and nothing executed."""

import re
from dataclasses import dataclass, field

from . import untyped_yaml
from .untyped_yaml import Node, Value

OPEN = re.compile(r"---[ \t]*\n")
CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
KEY = re.compile(r"\s*[\w-]+[ \t]*:(?:\s|$)")
DECISION_MAKERS = ("decision-makers", "decision_makers", "deciders", "authors", "author")
"""The keys of those who decided."""


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
                return tuple(" ".join(v.split()) for v in value if isinstance(v, str) and v.strip())
            if isinstance(value, str) and value:
                return tuple(part for part in (" ".join(p.split()) for p in value.split(",")) if part)
        return ()

    @property
    def left_out(self) -> bool:
        """Whether `adr: false` says that the file gets no record."""
        return self.text("adr").lower() in ("false", "no")

    def kind(self, key: str) -> str:
        """What `key` holds, in words."""
        value = self.values.get(key)
        return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a text"


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
        # a thematic break may be a text's first line too; only what looks like a key was meant as front matter
        if KEY.match(text, opening.end()):
            raise FrontMatterError(1, "front matter opened with '---' is never closed; add a line '---' after it")
        return FrontMatter(), 0
    source = text[opening.end() : closing.start()]
    if not source.strip():
        return FrontMatter(), closing.end()
    try:
        front = _front(source)
    except untyped_yaml.UntypedYamlError as error:
        raise FrontMatterError(error.line + 2, f"front matter {error}") from None
    return (front, closing.end()) if front else (FrontMatter(), 0)


def _front(source: str) -> FrontMatter | None:
    """What the lines between the marks say, None if they are no front matter."""
    node = _node(source)
    if node is None or (node.id == "scalar" and not KEY.match(source)):
        return None
    if node.id != "mapping":
        kind = "a list" if node.id == "sequence" else "plain text"
        raise untyped_yaml.UntypedYamlError(0, f"is {kind}; it must be 'key: value' lines")
    values, _ = untyped_yaml.value(node)  # first: it refuses keys that are no text
    assert isinstance(values, dict)
    lines = {key.value: key.start_mark.line + 2 for key, _ in node.value}
    return FrontMatter(values, lines)


def _node(source: str) -> Node | None:
    """The YAML node tree of `source`, None for text that is no YAML and does not look like it either."""
    try:
        return untyped_yaml.compose(source)
    except untyped_yaml.NotYaml:
        if not KEY.match(source):
            return None
        raise
