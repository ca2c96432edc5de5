"""Comment markers in a page of the user's own, and what stands in their place: `<!-- adr-gen:latest 5 -->`."""

import re
import shlex
from collections.abc import Iterator

from ... import links
from ..site_context import SiteContext
from . import log_fragments

_MARKER = re.compile(r"^ {0,3}<!--\s*adr-gen:\s*(\S+)(.*?)-->\s*$")
LEGAL = "`summary`, `due`, `latest N` and `log` with any of " + ", ".join(
    f"`{name}=…`" for name in log_fragments.FIELDS
)


def marked(text: str) -> bool:
    """Whether a page may have a marker."""
    return "adr-gen:" in text


def expanded(site: SiteContext, text: str, page: str) -> tuple[str, list[tuple[int, str]]]:
    """The page at an address with the pieces in place of its markers, and what is wrong with others, by their lines.

    Search leaves the pieces out: what they list it finds itself.
    """
    code, lines, wrong = links.in_code(text), text.split("\n"), []
    for number, line in enumerate(lines):
        match = None if code(number) else _MARKER.match(line)
        if match is None:
            continue
        try:
            lines[number] = f"\n<div data-search-exclude>{_piece(site, page, match[1], shlex.split(match[2]))}</div>\n"
        except ValueError as error:
            wrong.append((number + 1, f"{line.strip()}: {error}; allowed are {LEGAL}"))
    return "\n".join(lines), wrong


def _piece(site: SiteContext, page: str, name: str, arguments: list[str]) -> str:
    """What a marker stands for; raises ValueError for one that nobody knows."""
    if name == "summary" and not arguments:
        return log_fragments.summary(site, page)
    if name == "due" and not arguments:
        return log_fragments.due(site, page)
    if name == "latest" and len(arguments) <= 1:
        return log_fragments.latest(site, page, *map(_number, arguments))
    if name == "log":
        return log_fragments.log(site, page, dict(_chosen(arguments)))
    raise ValueError(f"{' '.join([name, *arguments])!r} is not known")


def _number(word: str) -> int:
    if not word.isdecimal():
        raise ValueError(f"{word!r} is no number")
    return int(word)


def _chosen(arguments: list[str]) -> Iterator[tuple[str, str]]:
    for word in arguments:
        name, equals, value = word.partition("=")
        if name not in log_fragments.FIELDS or not equals:
            raise ValueError(f"{word!r} is not known")
        yield name, value
