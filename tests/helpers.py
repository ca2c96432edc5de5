"""What many tests need: a project made from text, and the command as a user runs it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Whoever runs the tests may have set these; a test that wants one names it.
AMBIENT = re.compile(
    r"CI|GITHUB_.*|NO_COLOR|FORCE_COLOR|CLICOLOR.*|PY_COLORS|COLUMNS|LINES|PYTHONUTF8|PYTHONIOENCODING"
    r"|ADR_GEN_.*|SOURCE_DATE_EPOCH"
)
MARK = re.compile(r"( *)=== (\S.*)")


def tree(root: Path, text: str) -> Path:
    """Write the files of `text` below `root` and return it: `=== PATH` begins a file, `=== PATH/` makes a folder.

    The indent of the first mark is taken off every line; the last file ends with one line end.
    """
    lines = text.lstrip("\n").rstrip().split("\n")
    first = MARK.fullmatch(lines[0])
    if not first:
        raise ValueError(f"a tree begins with '=== PATH', not with {lines[0]!r}")
    files: dict[str, list[str]] = {}
    for line in (line.removeprefix(first[1]) for line in lines):
        if mark := MARK.fullmatch(line):
            content = files.setdefault(mark[2], [])
        else:
            content.append(line + "\n")
    root.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        _write(root / path, "".join(content), folder=path.endswith("/"))
    return root


def _write(path: Path, text: str, *, folder: bool) -> None:
    if folder:
        path.mkdir(parents=True, exist_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def environment(**extra: str) -> dict[str, str]:
    """Return this process's environment without what would change the output, and with `extra`."""
    return {name: value for name, value in os.environ.items() if not AMBIENT.fullmatch(name)} | extra


def unprivileged() -> list[str]:
    """What to put before a command so that permission bits stop it; skips the test where nothing can."""
    if os.name == "nt":
        pytest.skip("no permission bits on Windows")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv"):
        return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    pytest.skip("root, and no setpriv to drop its privileges")


def run(root: Path, *args: str | Path, before: tuple[str, ...] = (), **env: str) -> subprocess.CompletedProcess[str]:
    """Run `adr-gen ARGS` in `root`, without a terminal, with `env` added to the environment, behind `before`."""
    return subprocess.run(
        [*before, sys.executable, "-m", "adr_gen", *args],
        cwd=root,
        env=environment(**env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
