"""How soon the server of a preview sees that a file was saved."""

from collections.abc import Callable
from time import thread_time
from typing import Any

SOONEST = 0.1
"""Seconds between two looks at files, at least."""
SHARE = 20
"""How many times as long as a look takes nobody looks: it is at most one second in twenty."""


class AdaptivePolling:
    """Looks at watched files again as soon as its share of the processor's time allows, and never later than it was told to."""

    def __init__(self, look: Callable[[float], None]) -> None:
        self._look = look
        self._took = 0.0

    def __call__(self, timeout: float) -> None:
        """Wait for at most `timeout` seconds, then look."""
        start = thread_time()
        self._look(min(timeout, max(SOONEST, SHARE * self._took)))
        self._took = thread_time() - start


def poll_sooner(server: Any) -> None:
    """Have the server look often at the few files of most projects: MkDocs looks twice a second, however long that takes.

    It polls, as the events of the system do not tell of files on network and container drives, and offers no setting for
    how often; `on_serve` is where a server may be changed.
    """
    for emitter in server.observer.emitters:
        emitter.queue_events = AdaptivePolling(emitter.queue_events)
