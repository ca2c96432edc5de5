"""The direct dependencies of a project: what its manifests declare, and the versions that its lock files tell."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import translate
from functools import cache, cached_property
from typing import Any, Literal

from . import dotnet, golang, java, javascript, python, ruby, rust
from .ecosystem import Declared, Ecosystem, Locked

ECOSYSTEMS: dict[str, Ecosystem] = {
    ecosystem.name: ecosystem
    for ecosystem in (
        python.ECOSYSTEM, javascript.ECOSYSTEM, rust.ECOSYSTEM, golang.ECOSYSTEM, java.ECOSYSTEM, dotnet.ECOSYSTEM,
        ruby.ECOSYSTEM,
    )
}  # fmt: skip
"""By the names that the registries of `checks` have."""
ASIDE = re.compile(r"(?:^|/)(?:node_modules|bower_components|vendor|site-packages|\.venv)/")
"""Folders that hold the packages of others, with their manifests."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """A package that a manifest names."""

    ecosystem: str
    declared: Declared
    path: str
    """Of the manifest."""

    @property
    def name(self) -> str:
        """The name in the form that compares equal."""
        return canonical(self.ecosystem, self.declared.name)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that may name dependencies which nobody knows."""

    ecosystem: str
    path: str
    why: str
    """What stands behind its path."""


@dataclass(frozen=True)
class Dependencies:
    """The direct dependencies of a project."""

    direct: tuple[Dependency, ...] = ()
    manifests: tuple[str, ...] = ()
    """Paths of those that were read."""
    unread: tuple[Unread, ...] = ()
    """Those that could not be, and files of a kind that is not read."""
    locks: Callable[[str, str], tuple[tuple[str, Locked], ...]] = field(
        default=lambda ecosystem, folder: (), repr=False
    )
    """The lock files of an ecosystem in a folder, with their paths."""

    def named(self, name: str, ecosystem: str = "") -> list[Dependency]:
        """The dependencies of a name, in one ecosystem or in any."""
        within = (ecosystem,) if ecosystem else ECOSYSTEMS
        return [dependency for one in within for dependency in self._index.get((one, canonical(one, name)), ())]

    @cached_property
    def _index(self) -> dict[tuple[str, str], list[Dependency]]:
        index: dict[tuple[str, str], list[Dependency]] = {}
        for dependency in self.direct:
            index.setdefault((dependency.ecosystem, dependency.name), []).append(dependency)
        return index

    def versions(self, dependency: Dependency) -> tuple[str, ...]:
        """The versions that the nearest lock file has of a dependency; empty if none tells."""
        return self.locked(dependency)[1]

    def locked(self, dependency: Dependency) -> tuple[str, tuple[str, ...]]:
        """The nearest lock file that tells of a dependency, and its versions there; both empty if none does."""
        folder = _folder(dependency.path)
        # a workspace has one lock file at its top
        for above in _upwards(folder):
            below = folder[len(above) :].strip("/")
            for path, lock in self.locks(dependency.ecosystem, above):
                if versions := tuple(dict.fromkeys(lock(dependency.declared, below))):
                    return path, versions
        return "", ()


def canonical(ecosystem: str, name: str) -> str:
    """The form of a package's name in which equal ones compare equal."""
    return ECOSYSTEMS[ecosystem].canonical(name)


def read(files: Iterable[str], text: Callable[[str], str | None]) -> Dependencies:
    """What the manifests among `files` declare; `text` reads one, and lock files only when a version is asked for."""
    paths = [path for path in files if not ASIDE.search(path)]
    dependencies: list[Dependency] = []
    manifests: list[str] = []
    unread: list[Unread] = []
    for path in paths:
        for ecosystem, parse in _parsers("manifests", path):
            try:
                declared = tuple(parse(_text(text, path)))
            except Exception:  # whatever a file that nobody thought of makes of a parser, the others are read
                unread.append(Unread(ecosystem, path, "cannot be read"))
                continue
            manifests.append(path)
            dependencies += [Dependency(ecosystem, one, path) for one in declared]
    unread += _programs(paths, {(one.ecosystem, _folder(one.path)) for one in dependencies})
    return Dependencies(tuple(dependencies), tuple(manifests), tuple(unread), _locks(paths, text))


def tells(path: str) -> bool:
    """Whether a file is a manifest or lock file that counts, or may be one."""
    name = path.rpartition("/")[2]
    return any(_names(kind).match(name) for kind in ("manifests", "locks", "unread")) and not ASIDE.search(path)


def _programs(paths: Iterable[str], named: set[tuple[str, str]]) -> Iterator[Unread]:
    """The files that are not read; one beside a manifest that names something is taken to say the same."""
    for path in paths:
        name = path.rpartition("/")[2]
        for ecosystem in ECOSYSTEMS.values() if _names("unread").match(name) else ():
            own = any(re.match(translate(pattern), name) for pattern in ecosystem.unread)
            if own and (ecosystem.name, _folder(path)) not in named:
                yield Unread(ecosystem.name, path, "is not read")


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _locks(paths: list[str], text: Callable[[str], str | None]) -> Callable[[str, str], tuple[tuple[str, Locked], ...]]:
    # looked for when a check first asks for a locked version: most only ask what is declared
    @cache
    def places() -> dict[tuple[str, str], list[tuple[str, Any]]]:
        parsers: dict[tuple[str, str], list[tuple[str, Any]]] = {}
        for path in paths:
            for ecosystem, parse in _parsers("locks", path):
                parsers.setdefault((ecosystem, _folder(path)), []).append((path, parse))
        return parsers

    @cache
    def locks(ecosystem: str, folder: str) -> tuple[tuple[str, Locked], ...]:
        return tuple((path, _lock(text, path, parse)) for path, parse in places().get((ecosystem, folder), ()))

    return locks


def _lock(text: Callable[[str], str | None], path: str, parse: Callable[[str], Locked]) -> Locked:
    """What a lock file tells; nothing where it is not as it should be."""
    try:
        lock = parse(_text(text, path))
    except Exception:  # as above
        return lambda declared, folder: ()

    def look(declared: Declared, folder: str) -> Iterable[str]:
        try:
            return tuple(lock(declared, folder))
        except Exception:  # as above
            return ()

    return look


def _parsers(kind: Literal["manifests", "locks"], path: str) -> Iterator[tuple[str, Any]]:
    """The ecosystems that know a file by its name, with how they read it."""
    name = path.rpartition("/")[2]
    if not _names(kind).match(name):
        return
    for ecosystem in ECOSYSTEMS.values():
        for pattern, parse in getattr(ecosystem, kind).items():
            if re.match(translate(pattern), name):
                yield ecosystem.name, parse
                break


@cache
def _names(kind: str) -> re.Pattern[str]:
    """What any manifest or lock file is called: most files of a project are neither."""
    patterns = (pattern for ecosystem in ECOSYSTEMS.values() for pattern in getattr(ecosystem, kind))
    return re.compile("|".join(map(translate, patterns)))


def _text(text: Callable[[str], str | None], path: str) -> str:
    content = text(path)
    if content is None:
        raise ValueError("cannot be read")
    return content.removeprefix("\ufeff")  # editors on Windows write one into project files


def _upwards(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = _folder(folder)
    yield ""
