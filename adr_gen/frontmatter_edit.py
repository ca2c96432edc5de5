"""Front matter with some keys set, and every other byte of the file as it was."""

import json
import re
from collections.abc import Mapping

from . import untyped_yaml
from .frontmatter import CLOSE, TOML_CLOSE, FrontMatterError, split
from .untyped_yaml import Node, Value

Settable = str | list[str] | bool
"""What a key can be set to: a text, a list of texts, or true and false."""

_PLAIN = re.compile(r"[A-Za-z][\w./-]*(?: [\w./-]+)*")
"""Texts that need no quotes; every other one is written as JSON, which is YAML."""
_BESIDE = re.compile(r"[^#:]*:(?:[ \t]+[|>][\w+-]*)?([ \t]+#.*)\Z")
"""A key whose value stands on the lines below, and the comment beside it."""
_TOML_KEY = re.compile(r"(\s*[\"']?([\w-]+)[\"']?)\s*=")
_OTHERS = {"null", "y", "n", "yes", "no", "true", "false", "on", "off"}
"""Words that other programs do not read as text."""


def with_keys(text: str, keys: Mapping[str, Settable]) -> str:
    """`text` with the front-matter keys set; a byte order mark, line ends, comments and quotes stay as they are.

    Text without front matter gets one. Raises FrontMatterError for front matter that cannot be read, or in which
    the keys cannot be set without changing something else.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = _line_end(text)
    body = text[len(mark) :]
    before, start = split(_plain_ends(body))
    changed = _inside(body, keys, end) if start else _above(body, keys, end)
    wanted: dict[str, Value] = {**before.values, **{key: _read(value) for key, value in keys.items()}}
    # both texts are read and compared: what cannot be proved to be all else as it was is not written
    if not _says(_plain_ends(changed), wanted, _plain_ends(body)[start:]):
        raise FrontMatterError(1, "front matter is written in a way that cannot be added to; add the keys by hand")
    return mark + changed


def _says(text: str, wanted: Mapping[str, Value], below: str) -> bool:
    """Whether a text has these values in its front matter, and this below it."""
    try:
        front, stop = split(text)
    except FrontMatterError:
        return False
    return front.values == wanted and text[stop:].lstrip("\n") == below.lstrip("\n")


def _read(value: Settable) -> Value:
    """A value as it is read again: as it is written."""
    return _flow(value) if isinstance(value, bool) else list(value) if isinstance(value, list) else value


def _line_end(text: str) -> str:
    """The end of the first line; added lines get the same."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n")


def _above(body: str, keys: Mapping[str, Settable], end: str) -> str:
    """The body below new front matter."""
    lines = ["---", *_lines(keys, ""), "---"]
    gap = end if body.strip() and not body.startswith(("\n", "\r\n")) else ""
    return "".join(line + end for line in lines) + gap + body


def _inside(body: str, keys: Mapping[str, Settable], end: str) -> str:
    """The body with the keys set in its front matter."""
    lines: list[str] = re.findall(r"[^\n]*\n|[^\n]+$", body)
    if body.startswith("+++"):
        close = next(n for n, line in enumerate(lines) if n and TOML_CLOSE.match(line.replace("\r", "")))
        return lines[0] + _in_toml(lines[1:close], keys, end) + "".join(lines[close:])
    close = next(n for n, line in enumerate(lines) if n and CLOSE.match(line.replace("\r", "")))
    source = "".join(lines[1:close])
    node = untyped_yaml.compose(_plain_ends(source))
    if node is not None and node.flow_style:
        return lines[0] + _in_flow(source, node, keys) + "".join(lines[close:])
    return lines[0] + _in_block(lines[1:close], node, keys, end) + "".join(lines[close:])


def _in_toml(lines: list[str], keys: Mapping[str, Settable], end: str) -> str:
    """The lines of TOML with the keys set: those that stand there on one line in place, new ones before all tables."""
    added, lines = {**keys}, list(lines)
    for number, line in enumerate(lines):
        if re.match(r"\s*\[", line):
            break
        # one with a comment is not replaced: set twice it cannot be read, and nothing is written
        if "#" not in line and (match := _TOML_KEY.match(line)) and match[2] in added:
            lines[number] = f"{match[1]} = {_toml(added.pop(match[2]))}{end}"
    else:
        number = len(lines)
    while number and not lines[number - 1].strip():
        number -= 1
    lines[number:number] = [f"{key} = {_toml(value)}{end}" for key, value in added.items()]
    return "".join(lines)


def _toml(value: Settable) -> str:
    """A value as TOML: JSON is TOML too where there are no mappings, but for one control that it leaves bare."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _in_block(lines: list[str], node: Node, keys: Mapping[str, Settable], end: str) -> str:
    """The lines of a block mapping with the keys set: those that stand there in place, new ones at the end."""
    lines = list(lines)
    indent = " " * (node.value[0][0].start_mark.column if node else 0)
    there = {key.value: (key, value) for key, value in (node.value if node else [])}
    # from below, so that the lines above keep their numbers
    for key in sorted(set(keys) & set(there), key=lambda name: -there[name][0].start_mark.line):
        if not _amend(lines, *there[key], keys[key], end):
            _replace(lines, *there[key], {key: keys[key]}, indent, end)
    new = {key: value for key, value in keys.items() if key not in there}
    return "".join(lines) + "".join(line + end for line in _lines(new, indent))


def _amend(lines: list[str], key: Node, value: Node, wanted: Settable, end: str) -> bool:
    """Take out the items that a list in lines of its own has too many, and add those that it lacks below the others.

    Whether that was all to do: an order of its own, and a list of which nothing stays, are written anew.
    """
    there = value.value if value.id == "sequence" and not value.flow_style else []
    lacking, gone = list(wanted) if isinstance(wanted, list) else [], []
    for item in there:
        if lacking and item.value == lacking[0]:
            del lacking[0]
        else:
            gone.append(item)
    if len(gone) == len(there) or (gone and any(item.value in lacking for item in gone)):
        return False
    last = _last_line(lines, key, value)
    lines[last + 1 : last + 1] = [f"{' ' * value.start_mark.column}- {_flow(item)}{end}" for item in lacking]
    # from the end: places before it stay where they are
    for item in reversed(gone):
        del lines[item.start_mark.line : _last_line(lines, item, item) + 1]
    return True


def _replace(lines: list[str], key: Node, value: Node, item: Mapping[str, Settable], indent: str, end: str) -> None:
    """Put the item in the place of the lines from its key to the last line of its value; a comment beside it stays."""
    first, last = key.start_mark.line, _last_line(lines, key, value)
    beside = _BESIDE.match(lines[first].rstrip("\r\n"))
    comment = beside[1] if beside else ""
    if last == value.end_mark.line and value.start_mark.line == first:
        comment = lines[last].rstrip("\r\n")[value.end_mark.column :]
    block = list(_lines(item, indent))
    block[0] += comment.rstrip()
    lines[first : last + 1] = [line + end for line in block]


def _last_line(lines: list[str], key: Node, value: Node) -> int:
    """The last line that belongs to a value: blank lines and comments between it and the next key do not."""
    last: int = value.end_mark.line if value.end_mark.column else value.end_mark.line - 1
    last = max(min(last, len(lines) - 1), key.start_mark.line)
    block = value.id != "scalar" or value.style in ("|", ">")
    while block and last > key.start_mark.line and re.match(r"\s*(#.*)?$", lines[last]):
        last -= 1
    return last


def _in_flow(source: str, node: Node, keys: Mapping[str, Settable]) -> str:
    """A flow mapping with the keys set: those that stand there in place, new ones behind the last."""
    plain = _plain_ends(source)
    if source not in (plain, plain.replace("\n", "\r\n")):
        raise FrontMatterError(2, "front matter in braces with two kinds of line ends; add the keys by hand")
    there = {key.value: value for key, value in node.value}
    marks = {key: (value.start_mark.index, value.end_mark.index) for key, value in there.items()}
    last = max((end for _, end in marks.values()), default=node.start_mark.index + 1)
    new = [f"{key}: {_flow(value)}" for key, value in keys.items() if key not in there]
    edits = [(*marks[key], _flow(keys[key])) for key in keys if key in there]
    edits += [(last, last, ", ".join(new if not there else ["", *new]))] if new else []
    # from the end, so that the places before stay right
    for start, stop, replacement in sorted(edits, reverse=True):
        plain = plain[:start] + replacement + plain[stop:]
    return plain.replace("\n", "\r\n") if "\r\n" in source else plain


def _lines(keys: Mapping[str, Settable], indent: str) -> list[str]:
    """The keys as lines of a block mapping, without line ends."""
    lines: list[str] = []
    for key, value in keys.items():
        if not isinstance(value, list) or not value:
            lines.append(f"{indent}{key}: {_flow(value)}")
        else:
            lines += [f"{indent}{key}:", *(f"{indent}  - {_flow(item)}" for item in value)]
    return lines


def _flow(value: Settable) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    safe = _PLAIN.fullmatch(value) and value.lower() not in _OTHERS
    return value if safe else json.dumps(value, ensure_ascii=not value.isprintable())
