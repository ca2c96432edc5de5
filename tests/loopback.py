"""HTTP servers on loopback, answering in a thread of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer
from threading import Thread


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
