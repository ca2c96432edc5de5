"""What a preview makes when somebody asks its server for it: a saved file costs the pages that are looked at."""

import posixpath
from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any

Start = Callable[..., Any]
"""What an application of WSGI begins its answer with."""
App = Callable[[dict[str, Any], Start], Iterable[bytes]]
Make = Callable[[], object]
"""Writes what was asked for into the site's folder."""


class OnDemand:
    """The pages and files of a preview that are still to be made, by their paths in the site; a folder's ends with a slash."""

    def __init__(self, *, fit: bool) -> None:
        self.fit = fit
        """Whether what is made later comes out as if it were made at once."""
        self.on = False
        """Whether the server asks: it does not before the first build, nor in any other command."""
        self._waiting: dict[str, Make] = {}
        self._turn = RLock()
        self._building = False

    def attach(self, server: Any) -> None:
        """Have the server ask, unless this is a preview that is not fit for it."""
        self.on = self.fit
        if self.on:
            server.set_app(self._asking(server.get_app(), server.mount_path))

    def begin(self) -> None:
        """Begin a build: nobody is served meanwhile, and what was still to be made is no more."""
        self.end()
        self._turn.acquire()
        self._building = True
        self._waiting.clear()

    def end(self) -> None:
        """End the build, whether it came to something or not."""
        if self._building:
            self._building = False
            self._turn.release()

    def put(self, path: str, make: Make) -> None:
        """Make something once it is asked for."""
        self._waiting[path] = make

    def _asking(self, app: App, mount: str) -> App:
        def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(mount)
            while True:
                status: list[Any] = []
                # the server waits here for the end of a build
                body = app(environ, lambda *args, began=status: began.extend(args))
                if not status[0].startswith("404") or not self._made(path):
                    start(*status)
                    return body

        return answer

    def _made(self, path: str) -> bool:
        """Whether what a path leads to was still to be made, and is now."""
        place = posixpath.normpath(f"/{path}index.html" if path.endswith("/") else f"/{path}").lstrip("/")
        with self._turn:
            for name in (place, f"{place}/index.html", f"{place.partition('/')[0]}/"):
                if make := self._waiting.get(name):
                    make()
                    del self._waiting[name]
                    return True
        return False
