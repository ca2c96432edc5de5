"""Many files at once: the same pure function for every item, in as many processes as the machine has cores."""

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 150
"""Items from which on starting processes pays."""
OWN = 10
"""Items that a process does itself before it forks: by then most is made of what is made once and used for all."""


def parallel_map(function: Callable[[Item], Result], *groups: Iterable[Item]) -> Iterator[Result]:
    """`map(function, items)` for the items of all groups, in several processes when there are many, which start at once.

    Results come in the items' order, those of a small group as soon as each is there. `function` has to be importable
    by name and, like items and results, to be picklable; each process gets it once. The first items are this process's
    own where others are forked, which begin with what these import and make.
    """
    lists = [some for group in groups if (some := list(group))]
    ordered = [*chain.from_iterable(lists)]
    if len(ordered) < ENOUGH or _cores() < 2:
        return map(function, ordered)
    method = _start_method()
    first = [function(lists[0].pop(0)) for _ in lists[0][:OWN] if method == "fork"]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(_cores(), get_context(method), initializer=_begin, initargs=(function,))
    # few to a chunk: one large file must not leave the other cores without work at the end
    results = [pool.map(_call, some, chunksize=max(1, min(20, len(some) // (4 * _cores())))) for some in lists]
    return chain(first, _drained(pool, chain.from_iterable(results), function, ordered[len(first) :]))


def parallel_map_forked(function: Callable[[Item], Result], *groups: Iterable[Item]) -> Iterator[Result]:
    """`parallel_map` for a `function` that holds more than can be sent: in several processes only where these have all that there is."""
    return parallel_map(function, *groups) if _start_method() == "fork" else map(function, chain.from_iterable(groups))


def _drained(
    pool: "Executor", results: Iterator[Result], function: Callable[[Item], Result], items: list[Item]
) -> Iterator[Result]:
    """The results as they come; alone from where the processes break off."""
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with pool:
            for result in results:
                done += 1
                yield result
    except BrokenProcessPool:  # no processes to be had here
        yield from map(function, items[done:])


_FUNCTION: Callable[[Any], Any]
"""What this process was started for."""


def _begin(function: Callable[[Any], Any]) -> None:
    """Begin a process."""
    # handed over once: a function may hold the addresses of all pages, which would be sent with every few items
    global _FUNCTION
    _FUNCTION = function
    tune_gc()


def _call(item: Any) -> Any:
    return _FUNCTION(item)


def tune_gc() -> None:
    """Let the garbage collector look less often: parsing makes many objects and hardly any cycles."""
    # at Python's own pace the collector walks thousands of parsed files again and again, and finds nothing
    gc.set_threshold(100_000, 50, 1000)


def _start_method() -> str:
    """Forking saves the imports; it is safe on Linux while no other thread runs."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def can_be_sent(value: object) -> bool:
    """Whether other processes can be given a value: forked ones have all that there is."""
    if _start_method() == "fork":
        return True
    try:
        pickle.dumps(value)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
