"""The log page that several tests look at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.helpers import build, tree
from tests.support.log_rows import DECIDED_ROWS
from tests.support.log_table import CONFIG


@pytest.fixture(scope="module")
def log_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("log") / "project", CONFIG + DECIDED_ROWS)
    done = build(root)
    assert (done.returncode, done.stdout) == (0, "")
    return root / "site"


@pytest.fixture
def log_page(log_site: Path, serve: Callable[..., str], browser: Browser) -> Iterator[Page]:
    """The log page of the site, below a sub-path."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.goto(serve(log_site, "/team/log/") + "decisions/")
    yield tab
    tab.close()
