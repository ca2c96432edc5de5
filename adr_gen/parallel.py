"""Many files at once: the same pure function for every item, in as many processes as the machine has cores."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 150
"""Items from which on starting processes pays."""


def each(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """`map(function, items)`, in several processes when there are many items; results come in the items' order.

    `function` has to be importable by name and, like items and results, to be picklable.
    """
    ordered = list(items)
    done = 0
    if len(ordered) >= ENOUGH and _cores() > 1:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        try:
            with ProcessPoolExecutor(_cores(), get_context("spawn"), initializer=calm) as pool:
                for result in pool.map(function, ordered, chunksize=max(1, min(50, len(ordered) // (4 * _cores())))):
                    done += 1
                    yield result
        except BrokenProcessPool:  # no processes to be had here: go on alone
            pass
    yield from map(function, islice(ordered, done, None))


def calm() -> None:
    """Let the garbage collector look less often: parsing makes many objects and hardly any cycles."""
    gc.set_threshold(50_000, 20, 100)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
