"""Scores of several corpora side by side: `make score`. One with a file BLIND is counted and never shown."""

import argparse
from pathlib import Path
from typing import Any

from tests.scores.score import score

ROWS = {
    "documents": ("documents", ""),
    "decided": ("decided", "of"),
    "decided, research files": ("decided, research files", "of"),
    "status": ("status", "of"),
    "wrong status": ("status", "wrong"),
    "date": ("date", "of"),
    "logic": ("logic", "of"),
    "blockers": ("blockers", "shares"),
    "conditions": ("triggers", "shares"),
    "kinds": ("kinds", "of"),
    "plans read as conditions": ("plans read as triggers", ""),
}
"""Each row with where its numbers are in a result, and how they are shown."""


def shown(result: dict[str, Any], name: str, how: str) -> str:
    """One cell: a count, a count of all, or precision and recall."""
    value = result[name]
    if how == "of":
        return f"{value['right']} of {value['of']}"
    if how == "shares":
        return f"{value['precision']:.2f} / {value['recall']:.2f}"
    return str(value[how] if how else value)


def table(corpora: list[Path]) -> str:
    """The numbers of each corpus in a column of its own; of blockers and conditions precision and recall."""
    results = [score(corpus).result() for corpus in corpora]
    rows = [["", *(corpus.name for corpus in corpora)]]
    rows += [[row, *(shown(result, *place) for result in results)] for row, place in ROWS.items()]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def main() -> None:
    """Print the table of the corpora that exist."""
    parser = argparse.ArgumentParser(prog="make score", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, nargs="+", help="folders with documents and labels.yml")
    print(table([corpus for corpus in parser.parse_args().corpora if (corpus / "labels.yml").is_file()]))


if __name__ == "__main__":
    main()
