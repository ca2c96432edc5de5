"""Verdicts by construction: every phrase in every place; `python -m tests.scores.grid` counts, `-v` names each miss.

A set of documents that people wrote says how good reading is; the grid says where a phrase is known in one place and not in
another, which no set is large enough to show.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN
from tests.support.helpers import load_yaml


class Cell(NamedTuple):
    """One phrase in one place."""

    place: str
    phrase: str
    expected: str
    text: str

    @property
    def status(self) -> str:
        """What is read there."""
        verdict = reading.read(parse(self.text)).verdict
        return verdict.status if verdict else "undecided"


def grid() -> dict[str, Any]:
    """The phrases and places."""
    data: dict[str, Any] = load_yaml(GOLDEN / "grid.yml")
    return data


def cells(kind: str, every: int = 1) -> Iterator[Cell]:
    """The cells of `places` or `traps`; of each phrase one in so many places, another start for each phrase."""
    data = grid()
    phrases = [(phrase, status) for status, some in data["phrases"].items() for phrase in some]
    for number, (phrase, status) in enumerate(phrases):
        for place, entry in list(data[kind].items())[number % every :: every]:
            frame, text = next(iter(entry.items()))
            body = data[frame].replace("{place}", text.rstrip("\n")) if frame in data else text
            yield Cell(place, phrase, "undecided" if kind == "traps" else status, body.replace("{p}", phrase))


def main() -> None:
    """Print the counts of the whole grid, and on demand each miss."""
    parser = argparse.ArgumentParser(prog="python -m tests.scores.grid", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("-v", action="store_true", help="name each miss")
    shown = parser.parse_args().v
    for kind in ("places", "traps"):
        read = [(cell, cell.status) for cell in cells(kind)]
        missed = [(cell, status) for cell, status in read if status != cell.expected]
        wrong = [status for _, status in missed if status != "undecided"]
        print(f"{kind}: {len(read) - len(missed)} of {len(read)}, {len(wrong)} wrong")
        print(*(f"  {place}: {n}" for place, n in Counter(cell.place for cell, _ in missed).most_common()), sep="\n")
        if shown:
            print(*(f"  {cell.place}: {cell.phrase!r}: {status}" for cell, status in missed), sep="\n")


if __name__ == "__main__":
    main()
