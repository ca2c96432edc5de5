"""What reading costs for each KB of a document, beside parsing it: `python -m tests.bench.read`."""

from collections.abc import Iterable
from pathlib import Path
from time import process_time

from adr_gen import reading
from adr_gen.markdown import parse
from tests.support import sample

COUNT = 1000
"""Research files of the sample."""
CORPORA = [Path("tests/cases/corpus"), Path("../shared/corpus"), Path("../shared/corpus-read")]
"""Real documents; folders beside this project may be missing."""


def show() -> None:
    """Measure and print both, of the sample in one pass and of real documents in a first and a second one.

    In a first pass the patterns are made that the documents' words ask for.
    """
    real = [file.read_text("utf-8") for folder in CORPORA for file in sorted(folder.glob("*.md"))]
    made = [text.decode() for _, text in sample.research(COUNT)]
    print("\nReading, processor time\n")
    print(f"{'':32}{'KB':>8}{'parse':>8}{'read':>8}  ms/KB{'read / parse':>14}")
    for name, texts in (("real documents", real), ("the same again", real), (f"{COUNT:,} research files", made)):
        size, parsing, read = _costs(texts)
        print(f"{name:32}{size:8.0f}{parsing / size:8.2f}{read / size:8.2f}       {read / parsing:14.2f}")


def _costs(texts: Iterable[str]) -> tuple[float, float, float]:
    """KB of some documents, and the milliseconds of parsing and reading them."""
    size = parsing = read = 0.0
    for text in texts:
        start = process_time()
        document = parse(text)
        parsed = process_time()
        reading.read(document)
        size += len(text.encode()) / 1024
        parsing += 1000 * (parsed - start)
        read += 1000 * (process_time() - parsed)
    return size, parsing, read


if __name__ == "__main__":
    show()
