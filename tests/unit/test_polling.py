"""A preview looks for saved files as often as is cheap."""

from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from adr_gen.plugin.preview import polling
from adr_gen.plugin.preview.polling import AdaptivePolling, poll_sooner


@pytest.mark.parametrize(
    ("takes", "waits"),
    [([0.0, 0.0], [0.1, 0.1, 0.1]), ([0.001, 0.01, 0.02], [0.1, 0.1, 0.2, 0.4]), ([0.1, 0.0], [0.1, 0.5, 0.1])],
    ids=["a few files", "more and more", "ten thousand, then few"],
)
def test_looks_take_a_twentieth_of_the_time_and_are_half_a_second_apart_at_most(
    monkeypatch: pytest.MonkeyPatch, takes: list[float], waits: list[float]
) -> None:
    now, waited, left = [0.0], [], [*takes, 0.0]
    monkeypatch.setattr(polling, "thread_time", lambda: now[0])

    def look(wait: float) -> None:
        waited.append(round(wait, 3))
        now[0] += left.pop(0)

    poll = AdaptivePolling(look)
    for _ in waits:
        poll(0.5)
    assert waited == waits


def test_who_asks_for_sooner_looks_gets_them() -> None:
    waited: list[float] = []
    AdaptivePolling(waited.append)(0.05)
    assert waited == [0.05]


def test_a_server_that_looks_sooner_still_sees_a_saved_file(tmp_path: Path) -> None:
    saved, observer = Event(), PollingObserver(timeout=600)
    (tmp_path / "a.md").write_text("A")
    handler = FileSystemEventHandler()
    handler.on_modified = lambda event: saved.set()  # type: ignore[method-assign]
    observer.schedule(handler, str(tmp_path))
    poll_sooner(SimpleNamespace(observer=observer))
    observer.start()
    try:
        assert not saved.wait(0.5)
        (tmp_path / "a.md").write_text("Another")
        assert saved.wait(60), "it was told to look every ten minutes"
    finally:
        observer.stop()
        observer.join()
