"""Checks of the repository: a file exists, how many there are, what one contains, how long one is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import ClassVar, Self

from ...counts import count
from ...model import Kind, Observation
from ..base import Bound, Check, Location, Scanner, World, line_of, observation

TESTS = ("exists", "count", "contains", "lines")


@dataclass(frozen=True, slots=True)
class Files(Check):
    """`file:src/**/*.sql count >= 20`, `file:PATH exists`, `file:PATH contains WORDS`, `file:PATH lines > 800`."""

    pattern: str
    """A path or a glob as git's ignore files have them, from the project's root."""
    test: str
    bound: Bound | None = None
    search_text: str = ""
    kind: ClassVar[Kind] = "repo"
    prefixes: ClassVar[tuple[str, ...]] = ("file:",)
    examples: ClassVar[tuple[str, ...]] = (
        "file:src/**/*.sql count >= 20",
        "file:docs/api.md exists",
        "file:pyproject.toml contains redis",
        "file:src/app.py lines > 800",
    )

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A path or glob, then one of the tests."""
        text.take("file:", "file:")
        start = text.at
        tests = "|".join(TESTS)
        pattern = text.take(rf"\S.*?(?=\s+(?:{tests})(?:\s|$))", f"a path or glob, then {', '.join(TESTS)}")
        if pattern.startswith("/") or ".." in pattern.split("/"):
            raise text.error("a path inside the project, from its root", start)
        test = text.take(tests, f"one of {', '.join(TESTS)}")
        if test in ("count", "lines"):
            return cls(pattern, test, Bound.parse(text))
        return cls(pattern, test, search_text=text.rest("the words to look for") if test == "contains" else "")

    def __str__(self) -> str:
        return f"file:{self.pattern} {self.test} {self.bound or self.search_text}".rstrip()

    @property
    def subject(self) -> str:
        """The files."""
        return f"file:{self.pattern}"

    def reads(self, paths: Sequence[str]) -> bool:
        """Whether one of the files matches."""
        return bool(_matching(self.pattern, tuple(paths)))

    def locations(self, world: World) -> Iterator[Location]:
        """The files that match; of those that contain the words, their lines."""
        for path in _matching(self.pattern, tuple(world.files())):
            if self.test in ("exists", "count"):
                yield Location(path)
            elif self.test == "lines":
                yield Location(path, max(len((world.text(path) or "").splitlines()), 1))
            elif self.search_text in (text := world.text(path) or ""):
                yield Location(path, line_of(text, re.escape(self.search_text)))

    def observe(self, world: World, decided: date | None) -> Observation:
        """What the repository holds today."""
        paths = _matching(self.pattern, tuple(world.files()))
        if self.test == "exists":
            return observation(bool(paths), world, f"{paths[0]} exists" if paths else f"there is no {self.pattern}")
        if self.test == "count":
            assert self.bound is not None
            return observation(self.bound.holds(len(paths)), world, f"{_files(len(paths))} {self.pattern}")
        if not paths:
            return observation("waiting", world, f"there is no {self.pattern}")
        texts = ((path, world.text(path)) for path in paths)
        if self.test == "contains":
            holder = next((path for path, text in texts if text is not None and self.search_text in text), None)
            evidence = f"{holder} contains it" if holder else f"{_files(len(paths))} {self.pattern}, none contains it"
            return observation(holder is not None, world, evidence)
        assert self.bound is not None
        lengths = [(len(text.splitlines()), path) for path, text in texts if text is not None]
        holding = [pair for pair in lengths if self.bound.holds(pair[0])]
        lines, path = max(holding or lengths or [(0, self.pattern)])
        return observation(bool(holding), world, f"{path} has {count(lines, 'line')}")


def _files(number: int) -> str:
    return f"{count(number, 'file')} {'matches' if number == 1 else 'match'}"


# many conditions watch the same files, and each match goes over all paths
@lru_cache(256)
def _matching(pattern: str, paths: Sequence[str]) -> list[str]:
    from pathspec import GitIgnoreSpec

    fixed = re.split(r"[*?\[\\]", pattern, maxsplit=1)[0]
    near = [path for path in paths if path.startswith(fixed.rstrip("/ "))]  # matching each path takes far longer
    # the slash in front ties the pattern to the project's root, as in an ignore file
    return sorted(GitIgnoreSpec.from_lines([f"/{pattern}"]).match_files(near))
