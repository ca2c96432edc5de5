"""Fixtures: a browser, a server on loopback, a project."""

import gc
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.helpers import tree
from tests.support.loopback import Quiet, running

if TYPE_CHECKING:  # only some tests look at pages
    from playwright.sync_api import Browser, Playwright

# Helpers that assert: a failure there says as much as one in a test.
HELPERS = {f"tests.support.{path.stem}" for path in Path(__file__).parent.glob("support/*.py")}
pytest.register_assert_rewrite(*HELPERS.difference(sys.modules))

# How long an example takes is not what a test is about; CI looks at the same examples every time.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=25)  # `make quick`
settings.register_profile("thorough", deadline=None, max_examples=2_000)  # `make fuzz`
settings.load_profile("project")

# Chromium takes the last list of features alone, so the first line repeats Playwright's. Those of the second line
# start a process for each window, for what nobody sees in a test: half of the time of the tests in a browser.
OFF = (
    "AimEnabled,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,LensOverlay,MediaRouter,OptimizationHints,PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning,"
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIToolbar,WebUIReloadButton,WebUILocationBar,InitialWebUI,PreloadTopChromeWebUI,SpareRendererForSitePerProcess"
)
QUIET = [
    "--headless=new",
    f"--disable-features={OFF}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# What a shell runs in the background ignores Ctrl-C, and with it all that the tests start and then end.
if threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)

# What is written is put on the disk before it counts, which many tests would wait for: a file system in memory does not.
MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes that have to be free there; a container's may be small."""
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, as a third of the time is waiting: for processes, servers and browsers."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Keep the garbage collector from looking through thousands of collected tests again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_sessionfinish() -> None:
    """Collect once what is left; the end of the process looks through all the rest several times more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The system's Chromium or Chrome; without one the test is skipped, and fails if CI is set."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            launched = launch(playwright)
        except Error as error:
            reason = f"no browser: install chromium or google-chrome ({error.message.splitlines()[0]})"
            pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
        yield launched
        launched.close()


def launch(playwright: "Playwright") -> "Browser":
    """Start the browser on the PATH, else Chrome where macOS and Windows install it."""
    if path := shutil.which("chromium") or shutil.which("google-chrome"):
        return playwright.chromium.launch(executable_path=path, args=QUIET)
    return playwright.chromium.launch(channel="chrome", args=QUIET)


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """`serve(folder, prefix="/")` serves the folder on loopback below the prefix and returns its address."""
    with ExitStack() as stack:
        yield lambda folder, prefix="/": stack.enter_context(served(folder, prefix))


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve the folder on loopback below the prefix, as long as the address is in use."""
    prefix = f"/{prefix.strip('/')}/".replace("//", "/")
    server = Quiet(("127.0.0.1", 0), _handler(folder, prefix))
    with running(server):
        yield f"http://127.0.0.1:{server.server_port}{prefix}"


def _handler(folder: Path, prefix: str) -> Callable[..., SimpleHTTPRequestHandler]:
    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

        def send_head(self) -> IO[bytes] | None:  # type: ignore[override]
            if self.path.startswith(prefix):
                return super().send_head()
            self.send_error(404)
            return None

        def translate_path(self, path: str) -> str:
            return super().translate_path("/" + path.removeprefix(prefix))

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Path]:
    """`project(text)` makes a project from a text tree (see `tree`) and returns its root."""
    return lambda text: tree(tmp_path / "project", text)
