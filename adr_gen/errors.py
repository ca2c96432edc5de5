"""Problems that people can act on, and text that is safe to print."""

import re
from dataclasses import dataclass

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What a terminal acts on, what turns the direction of text around, and what is no character."""


_COMMAND = re.compile(r"[\r\n]+\s*(?=::|##\[)")
"""The end of a line before what a workflow would take for a command."""


def visible(text: str) -> str:
    """`text` with control characters, which a terminal would act on, as replacement characters; line ends stay."""
    return text if text.isprintable() else _UNSEEN.sub(lambda match: "\n" if match[0] == "\n" else "\ufffd", text)


def one_line(path: str) -> str:
    """A path as text on one line: what is none of it is written as `\\n` or `\\xe9`, as programmers do."""
    return path if path.isprintable() else _UNSEEN.sub(_escaped, path)


def _escaped(match: re.Match[str]) -> str:
    """A sign as programmers write it; a byte that is not UTF-8 comes from the file system as a surrogate."""
    code = ord(match[0])
    byte = code - 0xDC00
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else match[0].encode("unicode_escape").decode()


class UsageError(Exception):
    """Wrong usage or a broken set-up; the doors print it and exit with 2."""


def os_error_text(error: OSError) -> str:
    """What the disk refused, where, and the way out."""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}; mend that and run again"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that needs attention, at one place."""

    path: str
    """Relative to the project's root, with forward slashes."""
    line: int
    """1-based; 0 when the whole file is meant."""
    code: str
    message: str
    """What was found, what is allowed, what to do; no line of it is a command to a workflow or a terminal."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", one_line(self.path))
        object.__setattr__(self, "message", "\r\n".join(map(visible, _COMMAND.sub(" ", self.message).split("\r\n"))))

    def __str__(self) -> str:
        path = (
            f"./{self.path}" if self.path.startswith((":", " ")) else self.path
        )  # else a workflow would take it for a command
        place = f"{path}:{self.line}" if self.line else path
        return f"{place}: {self.code} {self.message}"
