"""Who is named: several people in one entry, and one person under two names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_WHOLE = r"(?P<whole>\([^()]*\)|（[^（）]*）|(?<![^\s,;])[^\s,;]*@[^\s,;]+|https?://[^\s,;]+)"
"""What is no place to part names at: what stands in brackets, a handle such as `@tools/web`, an address."""
_COMMA = re.compile(rf"{_WHOLE}|\s*[,;、，；]\s*(?:and\s|&\s)?|\s+/\s+|(?<=\w\w)/(?=\w\w)")
_AND = re.compile(rf"{_WHOLE}|\s+(?:and|&)\s+")
_GROUP = re.compile(r"\s[a-z]\w*$")
"""The end of what is no name: a common noun, as in "Trust and Safety team"."""
_BARE = re.compile(r"(?P<name>[^()（）]*[^()（）\s])\s*[(（][^()（）]*[)）]$")
"""A name and, in brackets, where somebody works."""

_HANDLE = re.compile(r"@[\w.-]+")


@dataclass(frozen=True, slots=True)
class People:
    """The people of a log."""

    whole: dict[str, str] = field(default_factory=dict)
    """`NAME (…)` or `@NAME` by the folded NAME, where the log has one such name alone."""

    @classmethod
    def of(cls, entries: Iterable[Iterable[str]]) -> "People":
        """The people that a log names."""
        found: dict[str, set[str]] = {}
        for name in {name for names in entries for name in separate(names)}:
            if match := _BARE.match(name):
                found.setdefault(match["name"].casefold(), set()).add(name)
            elif _HANDLE.fullmatch(name):
                found.setdefault(name[1:].casefold(), set()).add(name)
        return cls({bare: names.pop() for bare, names in found.items() if len(names) == 1})

    def called(self, names: Iterable[str]) -> tuple[str, ...]:
        """The people in some entries, each once and by the one name that the log has for them."""
        return tuple(dict.fromkeys(map(self.one, separate(names))))

    def one(self, name: str) -> str:
        """The name that the log has for one person."""
        return self.whole.get(name.casefold(), name)


def separate(names: Iterable[str]) -> tuple[str, ...]:
    """The people in some entries: a comma, a slash, "and" or "&" stands between two of them."""
    return tuple(dict.fromkeys(part for name in names for part in _parts(" ".join(name.split()))))


def _parts(name: str) -> list[str]:
    parts = [end for one in _cut(_COMMA, name) for end in ([one] if _GROUP.search(one) else _cut(_AND, one))]
    return parts or [name]


def _cut(between: re.Pattern[str], name: str) -> list[str]:
    cuts = [match.span() for match in between.finditer(name) if not match["whole"]]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(name)]
    return [part for start, end in zip(starts, ends, strict=True) if (part := name[start:end].strip())]
