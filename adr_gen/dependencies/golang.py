"""Go: go.mod, whose versions are those that are built with."""

import re
from collections.abc import Iterator

from .ecosystem import Declared, Ecosystem, Locked, by_name

REQUIRED = re.compile(
    r"\s*(?:require\s+)?(?P<name>[\w.~/-]+\.[\w.~/-]+)\s+(?P<version>v[\w.+-]+)\s*(?P<comment>//.*)?\Z"
)


def canonical(name: str) -> str:
    """The module's path without the major version at its end: every one of them is the same library."""
    return re.sub(r"/v\d+\Z", "", name)


def go_mod(text: str) -> Iterator[Declared]:
    """The modules that `go.mod` requires and that are not marked as indirect."""
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        inside = (inside or re.match(r"\s*require\s*\(", line) is not None) and not re.match(r"\s*\)", line)
        match = REQUIRED.match(line) if inside or line.lstrip().startswith("require ") else None
        if match and "indirect" not in (match["comment"] or ""):
            yield Declared(match["name"], match["version"], number)


def versions(text: str) -> Locked:
    """The versions that `go.mod` requires, which are those that are built with."""
    return by_name((declared.name, declared.range) for declared in go_mod(text))


ECOSYSTEM = Ecosystem("go", {"go.mod": go_mod}, {"go.mod": versions}, canonical)
