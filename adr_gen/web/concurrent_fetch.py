"""Many checks that ask the network, a few at a time."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from threading import Lock, Thread
from typing import Any

from ..checks import Check, Web, World, observe
from ..model import Observation

AT_ONCE = 4
"""Checks that are asked for at the same time."""
NAME = "adr-gen look"
"""Of the threads."""


def observe_all(checks: Iterable[Check], world: World) -> Iterator[tuple[Check, Observation]]:
    """What each check finds, every check once and in the order given, as soon as it is known."""
    # many conditions wait for one release; asked together, the cache on disk would not know it yet
    world = replace(world, web=_Once(world.web)) if world.web else world
    jobs = [(check, Future[Observation]()) for check in dict.fromkeys(checks)]
    todo = deque(jobs)
    for _ in range(min(AT_ONCE, len(jobs))):
        # no pool: its threads would be joined at exit, and Ctrl-C would wait for a slow service
        Thread(target=_work, args=(todo, world), name=NAME, daemon=True).start()
    try:
        for check, result in jobs:
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
            # whoever waits for the result raises it; here it would end a thread that nobody listens to
            result.set_exception(error)


class _Once:
    """Asks for each address once, however many checks want its answer, also at the same time."""

    def __init__(self, web: Web) -> None:
        self._web, self._lock = web, Lock()
        self._answers: dict[tuple[str, str, str], Future[Any]] = {}
        self.page = web.page

    def json(self, service: str, path: str, accept: str = "") -> Any:
        """The JSON at `path` of a service; raises Unavailable with the reason."""
        key = (service, path, accept)
        with self._lock:
            first, answer = key not in self._answers, self._answers.setdefault(key, Future())
        if first:
            try:
                answer.set_result(self._web.json(*key))
            except BaseException as error:
                answer.set_exception(error)
        return answer.result()
