"""How every stage grows when a document that repeats one thing doubles, and what the worst file of full size costs."""

from time import process_time

from adr_gen.markdown import DocumentError
from tests.support.pipeline import stages
from tests.support.repeats import SHAPES, UNITS, document

HALF = 10_000
"""Characters of the smaller document."""
FULL = 990_000
"""Characters of a file of nearly the largest size that is read."""
STEEP = 3.0
"""Times that a stage may take for twice as much: 2 is linear, 4 quadratic."""
NOTABLE = 0.1
"""Seconds from which on growth is told from noise."""
ALLOWED = 5.0
"""Seconds of CPU time that a stage may take for any one file."""


def costs(text: str) -> dict[str, float]:
    """The CPU seconds of each stage; none after the one that refuses the text."""
    seconds: dict[str, float] = {}
    try:
        for name, call in stages(text):
            start = process_time()
            call()
            seconds[name] = process_time() - start
    except DocumentError:
        pass
    return seconds


def show() -> bool:
    """Measure and print; tells whether all is within its bounds."""
    print("\nStages that grow faster than their documents, of all that repeat one thing\n")
    steep = [line for shape in SHAPES for unit in UNITS for line in _steep(shape, unit)]
    print("\n".join(steep) or f"none of {len(SHAPES) * len(UNITS)}")
    print(f"\nThe slowest stage for a file of {FULL:,} characters\n")
    slow = 0.0
    for shape in SHAPES:
        worst = max((seconds, unit, name) for unit in UNITS[::7] for name, seconds in _all(shape, unit).items())
        slow = max(slow, worst[0])
        print(f"{shape:16}{worst[0]:8.2f} s  {worst[2]} of {worst[1]!r}")
    return not steep and slow <= ALLOWED


def _all(shape: str, unit: str) -> dict[str, float]:
    return costs(document(shape, unit, FULL)) or {"parse": 0.0}


def _steep(shape: str, unit: str) -> list[str]:
    half, whole = (costs(document(shape, unit, size)) for size in (HALF, 2 * HALF))
    steep = []
    for name, seconds in whole.items():
        if seconds > NOTABLE and seconds > STEEP * half.get(name, seconds):
            steep.append(f"{shape:16}{unit!r:22}{name:14}{half[name]:8.2f} s{seconds:8.2f} s")
    return steep


if __name__ == "__main__":
    raise SystemExit(not show())
