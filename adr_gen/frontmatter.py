"""Front matter in YAML or TOML, read with scalars as text, line numbers, and nothing executed."""

import re
from dataclasses import dataclass, field

from . import untyped_toml, untyped_yaml
from .untyped_yaml import Node, Value

OPEN = re.compile(r"---[ \t]*\n")
CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
TOML = re.compile(r"\+\+\+[ \t]*\n")
TOML_CLOSE = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.M)
KEY = re.compile(r"\s*[\w-]+[ \t]*:(?:\s|$)")
TOML_KEY = re.compile(r"\s*(?:\[+[\w.-]+\]|[\w.-]+[ \t]*=)")
OWNERS = ("owner", "owners")
"""The keys of those who answer for a decision."""
DECISION_MAKERS = ("decision-makers", "decision_makers", "deciders", *OWNERS, "authors", "author")
"""The keys of those who decided, or else answer for it, the first that is set."""


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
        return _split_toml(text) if text.startswith("+++") else (FrontMatter(), 0)
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


def end(text: str) -> int:
    """The offset behind front matter that may be damaged, 0 where none is opened and closed."""
    mark = CLOSE if text.startswith("---") else TOML_CLOSE if text.startswith("+++") else None
    closing = mark.search(text, 4) if mark else None
    return closing.end() if closing else 0


def _split_toml(text: str) -> tuple[FrontMatter, int]:
    """The same, of a text that begins like front matter in TOML, as Hugo and Zola have it."""
    opening = TOML.match(text)
    if not opening or not TOML_KEY.match(text, opening.end()):
        return FrontMatter(), 0
    closing = TOML_CLOSE.search(text, opening.end())
    if not closing:
        raise FrontMatterError(1, "front matter opened with '+++' is never closed; add a line '+++' after it")
    try:
        values, lines = untyped_toml.load(text[opening.end() : closing.start()])
    except untyped_toml.UntypedTomlError as error:
        raise FrontMatterError(error.line + 2, f"front matter {error}") from None
    return FrontMatter(values, {key: line + 2 for key, line in lines.items()}), closing.end()


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
