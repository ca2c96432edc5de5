"""Many checks that ask the network, a few at a time."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from threading import Thread

from ..checks import Check, World, observe
from ..decision import Observation

AT_ONCE = 4
NAME = "adr-gen look"
"""Of the threads."""


def look(checks: Iterable[Check], world: World) -> Iterator[tuple[Check, Observation]]:
    """What each check finds, every check once and in the order given, as soon as it is known."""
    found = [(check, Future[Observation]()) for check in dict.fromkeys(checks)]
    todo = deque(found)
    for _ in range(min(AT_ONCE, len(found))):
        Thread(target=_work, args=(todo, world), name=NAME, daemon=True).start()
    try:
        for check, result in found:
            yield check, result.result()
    finally:
        todo.clear()  # whoever stops listening early leaves no work behind


def _work(todo: "deque[tuple[Check, Future[Observation]]]", world: World) -> None:
    while todo:
        try:
            check, result = todo.popleft()
        except IndexError:  # another one took the last
            return
        try:
            result.set_result(observe(check, world))
        except BaseException as error:
            result.set_exception(error)
