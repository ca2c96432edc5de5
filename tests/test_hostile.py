"""Whatever a project holds, every command ends with 0, 1 or 2, and says why."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adr_gen.cli import cli
from tests.hostile import COMMANDS, HOSTILE, hostile

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names, pipes and links that Windows does not have")


def call(root: Path, args: list[str]) -> Result:
    """One command in this process, from the project's folder."""
    here = Path.cwd()
    os.chdir(root)
    try:
        return CliRunner(catch_exceptions=False).invoke(cli, args)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("name", HOSTILE)
def test_every_command_ends_well(name: str, tmp_path: Path) -> None:
    root = hostile(tmp_path / "project", name)
    assert call(root, ["generate"]).exit_code == 0
    outside = sorted(tmp_path.rglob("*"))
    HOSTILE[name](root)
    for args in COMMANDS:
        done = call(root, args)
        assert done.exit_code in (0, 1, 2), args
        told = done.output.splitlines()
        assert not [line for line in told if line.lstrip().startswith("::") and "github" not in args], args
    assert outside
