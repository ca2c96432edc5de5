"""A project that is exported."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.export_builds import PROJECT
from tests.support.helpers import run

Project = Callable[[str], Path]


@pytest.fixture
def root(project: Project) -> Path:
    made = project(PROJECT)
    (made / "docs/research/p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run(made, "generate").returncode == 0
    return made
