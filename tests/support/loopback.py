"""HTTP servers on loopback, answering in a thread of their own."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer, ThreadingHTTPServer
from threading import Thread


class Quiet(ThreadingHTTPServer):
    """Says nothing about clients that went away."""

    def handle_error(self, *_: object) -> None:
        """Report what is wrong with the server itself, past a command that runs in this process and prints now."""
        if not isinstance(sys.exception(), ConnectionError):
            traceback.print_exc(file=sys.__stderr__)


@contextmanager
def running(server: HTTPServer) -> Iterator[None]:
    """Answer requests as long as the block runs.

    The listening socket has a timeout: a client that goes away between being seen and being accepted would
    otherwise hold the loop, and whoever waits for its end, until the next client comes.
    """
    server.socket.settimeout(1)
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()
