"""How every stage grows when a document that repeats one thing doubles, and what the worst file of full size costs."""

import gc
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from time import process_time

from adr_gen.markdown import DocumentError
from tests.support.pipeline import stages
from tests.support.repeats import SHAPES, UNITS, document

HALF = 5_000
"""Characters of the smaller document."""
FULL = 990_000
"""Characters of a file of nearly the largest size that is read."""
SHARE = 3
"""Of so many units one is doubled in each shape, in the next shape another one: all of them take very long."""
DEAREST = 2
"""Units of each shape that are measured at full size: each takes seconds."""
STEEP = 3.0
"""Times that a stage may take for twice as much: 2 is linear, 4 quadratic."""
NOTABLE = 0.05
"""Seconds from which on growth is told from noise."""
ALLOWED = 5.0
"""Seconds of CPU time that a stage may take for any one file."""


def costs(text: str) -> dict[str, float]:
    """The CPU seconds of each stage; none after the one that refuses the text."""
    seconds: dict[str, float] = {}
    # a collection in the middle of a stage takes longer than the stage
    gc.disable()
    try:
        for name, call in stages(text):
            start = process_time()
            call()
            seconds[name] = process_time() - start
    except DocumentError:
        pass
    finally:
        gc.enable()
    return seconds


def show() -> bool:
    """Measure and print; tells whether all is within its bounds. Each shape is one process's: what counts is CPU time."""
    some = {shape: UNITS[number % SHARE :: SHARE] for number, shape in enumerate(SHAPES)}
    with ProcessPoolExecutor() as pool:
        shapes = dict(zip(some, pool.map(_shape, some, some.values()), strict=True))
    print("\nStages that grow faster than their documents, of all that repeat one thing\n")
    steep = [line for lines, _ in shapes.values() for line in lines]
    print("\n".join(steep) or f"none of {sum(map(len, some.values()))}")
    print(f"\nThe slowest stage for a file of {FULL:,} characters that repeats what cost most above\n")
    for shape, (_, (seconds, unit, name)) in shapes.items():
        print(f"{shape:24}{seconds:8.2f} s  {name} of {unit!r}")
    return not steep and max(seconds for _, (seconds, *_) in shapes.values()) <= ALLOWED


def _shape(shape: str, units: tuple[str, ...]) -> tuple[list[str], tuple[float, str, str]]:
    """What grows too fast in one shape, and the slowest stage at full size."""
    short = {unit: costs(document(shape, unit, 2 * HALF)) for unit in units}
    steep = [line for unit in units for line in _steep(shape, unit, short[unit])]
    slowest = max(((seconds, unit, name) for unit, name, seconds in _full(shape, short)), default=(0.0, "", "nothing"))
    return steep, slowest


def _steep(shape: str, unit: str, whole: dict[str, float]) -> list[str]:
    notable = {name: seconds for name, seconds in whole.items() if seconds > NOTABLE}
    # most are too quick to tell anything; what is not is measured again, with its patterns made
    half, again = (costs(document(shape, unit, size)) if notable else {} for size in (HALF, 2 * HALF))
    notable = {name: min(seconds, again.get(name, seconds)) for name, seconds in notable.items()}
    return [
        f"{shape:24}{unit!r:22}{name:14}{half[name]:8.2f} s{seconds:8.2f} s"
        for name, seconds in notable.items()
        if name in half and seconds > STEEP * half[name]
    ]


def _full(shape: str, units: dict[str, dict[str, float]]) -> Iterator[tuple[str, str, float]]:
    """The stages of the dearest units at full size, of those that are not refused there."""
    dearest = sorted(units, key=lambda unit: max(units[unit].values(), default=0.0), reverse=True)
    measured = ((unit, costs(document(shape, unit, FULL))) for unit in dearest)
    for unit, stages_of_unit in islice((pair for pair in measured if pair[1]), DEAREST):
        yield from ((unit, name, seconds) for name, seconds in stages_of_unit.items())
