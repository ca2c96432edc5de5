"""Lines put into a YAML file of somebody's, with every other byte as it was: proved by reading both texts."""

import re
from typing import Any

from ...errors import one_line

Node = Any
"""A node of the YAML parser, whose stubs leave out what is needed."""
DEEPEST = 40
"""Levels of nesting that are looked into."""


class InsertionError(Exception):
    """A file into which nothing can be put safely; `str()` is the reason."""


class Yaml:
    """A YAML file whose top is a mapping. Raises InsertionError for any other."""

    def __init__(self, text: str) -> None:
        self.end = "\r\n" if "\r\n" in text else "\n"
        self.bom = "\ufeff" if text.startswith("\ufeff") else ""
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self.top = _compose(self.text)

    def file_text(self) -> str:
        """The text with the line ends that the file has."""
        return self.bom + self.text.replace("\n", self.end)

    def pair(self, key: str) -> tuple[Node, Node] | None:
        """The key and the value of a top-level key."""
        return next(((name, value) for name, value in self.top.value if name.value == key), None)

    def value(self, key: str) -> Any:
        """What a top-level key holds, as plain texts, lists and mappings; None if it is not there."""
        pair = self.pair(key)
        return simple(pair[1]) if pair else None

    def add_key(self, key: str, block: str) -> None:
        """Put a new top-level key with its lines at the end."""
        body = self.text.rstrip("\n")
        self._become(f"{body}\n\n{block}" if body else block, key, _compose(block).value[0][1])

    def add_item(self, key: str, item: str) -> None:
        """Put `item` (YAML of one list item, without its dash) at the end of a top-level list, or of a mapping as a key."""
        pair = self.pair(key)
        if pair is None:
            raise InsertionError(f"has no {key}")
        name, node = pair
        # an alias: its value stands where its anchor is
        if node.start_mark.index < name.end_mark.index:
            raise InsertionError(f"takes its {key} from another place of the file")
        made = _item(item)
        if node.tag.endswith(":null"):
            at, lines = name.end_mark.index + 1, f"\n{_block(item, 2)}"
            expected: Node = ("list", [made])
        elif node.id == "sequence":
            at, lines = self._place(node, item if not node.flow_style else _flow(made), _block)
            expected = ("list", [*shape(node)[1], made])
        elif node.id == "mapping" and made[0] == "text":
            at, lines = self._place(node, f"{item}: {{}}", _keyed)
            expected = ("mapping", [*shape(node)[1], (made, ("mapping", []))])
        else:
            raise InsertionError(f"has a {key} that is no list")
        text = self.text[:at] + lines + self.text[at:]
        self._become(text, key, expected)

    def add_before(self, path: tuple[str, ...], index: int, item: str) -> None:
        """Put `item` into the block list at `path`, before the item at `index` and the comments above that."""
        node = self.top
        for key in path:
            node = next(value for name, value in node.value if name.value == key)
        if node.id != "sequence" or node.flow_style:
            raise InsertionError(f"has {path[-1]} that are no list with a line for each")
        start, column = node.value[index].start_mark, node.start_mark.column
        at = start.index - start.column
        above = re.search(rf"(?m)(?:^ {{{column}}} *#.*\n)+\Z", self.text[:at])
        at = above.start() if above else at
        text = f"{self.text[:at]}{_block(item, column)}\n{self.text[at:]}"
        whole = next(value for name, value in self.top.value if name.value == path[0])
        self._become(text, path[0], _with(shape(whole), path[1:], index, _item(item)))

    def _place(self, node: Node, item: str, block: Any) -> tuple[int, str]:
        """Where an item is put behind the last one of a collection, and the characters."""
        if node.flow_style:
            if not node.value:
                return node.start_mark.index + 1, item
            return _last(_tail(node)), f", {item}"
        end = self.text.find("\n", _last(node) - (self.text[_last(node) - 1] == "\n"))
        at = len(self.text) if end < 0 else end
        at += _comments(self.text[at:], node.start_mark.column)
        return at, "\n" + block(item, node.start_mark.column).rstrip("\n")

    def _become(self, text: str, key: str, expected: Node) -> None:
        """Take the new text if it says what the old one does, and `expected` under `key`. Raises InsertionError."""
        made = expected if isinstance(expected, tuple) else shape(expected)
        before = shape(self.top)[1]
        wanted = [(k, made if k == ("text", key) else v) for k, v in before]
        wanted += [] if ("text", key) in dict_keys(before) else [(("text", key), made)]
        top = _compose(text)
        # both texts are read and compared: nothing else can have changed
        if shape(top)[1] != wanted:
            raise InsertionError(f"is written in a way in which {key} cannot be added without a look at it")
        self.text, self.top = text, top


def _comments(text: str, column: int) -> int:
    """How many characters the comments below the last item of a list at a column take."""
    # one at the margin may belong to the key below
    comment = rf"(?:\n[ \t]*)*\n {{{max(column, 1)},}}#.*"
    match = re.match(f"(?:{comment})*", text)
    return match.end() if match else 0


def _with(whole: Node, path: tuple[str, ...], index: int, item: Node) -> Node:
    """A shape with one more item in the list at a path, before an index."""
    kind, values = whole
    if not path:
        return kind, [*values[:index], item, *values[index:]]
    return kind, [(k, _with(v, path[1:], index, item) if k == ("text", path[0]) else v) for k, v in values]


def dict_keys(pairs: list[tuple[Node, Node]]) -> list[Node]:
    """The keys of a mapping's shape."""
    return [key for key, _ in pairs]


def shape(node: Node, depth: int = 0) -> Node:
    """What a node says, to be compared: kinds, tags of its own, values; nothing is constructed."""
    if depth > DEEPEST:
        raise InsertionError("nests too deep")
    if node.id == "scalar":
        # a tag such as `!ENV` is a part of what stands there
        own = () if node.tag.startswith("tag:yaml.org,2002:") else (node.tag,)
        return ("text", node.value, *own)
    if node.id == "sequence":
        return ("list", [shape(item, depth + 1) for item in node.value])
    return ("mapping", [(shape(k, depth + 1), shape(v, depth + 1)) for k, v in node.value])


def simple(node: Node) -> Any:
    """What a node says, as plain texts, lists and mappings."""
    if node.id == "scalar":
        return None if node.tag.endswith(":null") else node.value
    if node.id == "sequence":
        return [simple(item) for item in node.value]
    return {str(simple(k)): simple(v) for k, v in node.value}


def _compose(text: str) -> Node:
    import yaml

    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise InsertionError(f"cannot be read as YAML ({one_line(str(error)):.80})") from None
    if node is None:
        return yaml.MappingNode("tag:yaml.org,2002:map", [])
    if not isinstance(node, yaml.MappingNode):
        raise InsertionError("is no mapping of keys")
    return node


def _item(item: str) -> Node:
    import yaml

    return shape(yaml.compose(item, yaml.SafeLoader))


def _last(node: Node) -> int:
    """Where the last character of what a node holds ends: a block's own end is where the next thing begins."""
    if node.id == "scalar" or node.flow_style or not node.value:
        return int(node.end_mark.index)
    return _last(_tail(node))


def _tail(node: Node) -> Node:
    """The last thing in a collection."""
    return node.value[-1][1] if node.id == "mapping" else node.value[-1]


def _block(item: str, column: int) -> str:
    """An item of a block list that stands in a column."""
    first, *more = item.rstrip("\n").split("\n")
    indent = " " * column
    return "\n".join([f"{indent}- {first}", *(f"{indent}  {line}" for line in more)])


def _keyed(item: str, column: int) -> str:
    """A key of a block mapping that stands in a column."""
    return " " * column + item


def _flow(made: Node) -> str:
    """An item as it is written between brackets."""
    kind, value = made[0], made[1]
    if kind == "text":
        return str(value)
    if kind == "list":
        return f"[{', '.join(map(_flow, value))}]"
    return f"{{{', '.join(f'{_flow(k)}: {_flow(v)}' for k, v in value)}}}"
