"""JSON as the frozen values that it was written from, checked as closely as what people write."""

import re
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Read = Callable[[Any], Any]
_SURROGATE = re.compile("[\ud800-\udfff]")


class MistypedJson(ValueError):
    """JSON that is not a value of the type."""


def read(kind: type[Value], data: Any) -> Value:
    """The value of a type (dataclasses, tuples, dictionaries, unions, literals, text, whole numbers); raises MistypedJson."""
    reader: Callable[[Any], Value] = _reader(kind)  # type: ignore[arg-type]  # typing's forms are hashable
    return reader(data)


@cache
def _reader(kind: Any) -> Read:
    """Reads one type; made once, because thousands of values follow."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda data: data if isinstance(data, str) and data in parts else _unfit(kind)
    if origin in (Union, UnionType):
        return _either([_reader(part) for part in parts], kind)
    if origin is tuple:
        return _tuple(parts)
    if origin is dict:
        return _dictionary(_reader(parts[1]))
    if is_dataclass(kind):
        return _record(kind)
    # not isinstance: a bool is an int, and a surrogate cannot be written as UTF-8
    return lambda data: data if type(data) is kind and not (kind is str and _SURROGATE.search(data)) else _unfit(kind)


def _either(readers: list[Read], kind: Any) -> Read:
    def read(data: Any) -> Any:
        for reader in readers:
            try:
                return reader(data)
            except MistypedJson:
                continue
        return _unfit(kind)

    return read


def _tuple(parts: tuple[Any, ...]) -> Read:
    readers = [_reader(part) for part in parts if part is not ...]

    def read(data: Any) -> Any:
        if not isinstance(data, list | tuple) or (... not in parts and len(data) != len(parts)):
            return _unfit(tuple)
        # `tuple[X, ...]` has one reader for however many items
        chosen = readers * len(data) if ... in parts else readers
        return tuple(reader(item) for reader, item in zip(chosen, data, strict=True))

    return read


def _dictionary(reader: Read) -> Read:
    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            return _unfit(dict)
        return {_reader(str)(key): reader(value) for key, value in data.items()}

    return read


def _record(kind: Any) -> Read:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def read(data: Any) -> Any:
        if not isinstance(data, dict) or not needed <= data.keys() <= readers.keys():
            return _unfit(kind)
        return kind(**{name: readers[name](value) for name, value in data.items()})

    return read


def _unfit(kind: Any) -> Any:
    raise MistypedJson(f"no {getattr(kind, '__name__', kind)}")
