"""Words that name a number which two records share, where nothing tells which of them is meant."""

import re
from collections.abc import Container, Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath

from ... import links
from ...records.record_names import number_of
from .rewrite import Renumbering

_ADDRESS = re.compile(r"\]\([^()\n]*\)|\w+://\S+")


def shared_mentions(texts: Mapping[str, str], move: Renumbering, known: Container[str]) -> Iterator[tuple[str, str]]:
    """Each file that says such a number in words or in a check, with the place of the first one and what it means from now on.

    `known`: files of which it is known which record they mean.
    """
    if not move.others:
        return
    name = re.compile(rf"(?<![\w/.:-])(?:(?i:ADR)[-_ ]?#?|adr:)0*{move.old}(?![\w]|[-.]\w)")
    stays = next((path for path in sorted(move.others) if number_of(path) == move.old), min(move.others))
    others = {PurePosixPath(path).name for path in move.others}
    for path, text in texts.items():
        clear = path in known or path in move.others or any(one in text for one in others)
        if clear or not path.endswith(".md") or not name.search(text):
            continue
        code = links.in_code(text)
        lines = enumerate(_ADDRESS.sub("", line) for line in text.split("\n"))
        said = ((n + 1, found[0]) for n, line in lines if (found := name.search(line)) and not code(n))
        for line, words in islice(said, 1):
            way = f"write {move.new} there if {move.target} is meant"
            yield path, f"{line}: '{words}' goes on to mean {stays}; {way}"
