"""What many tests need: a project made from text, and the commands as a user runs them."""

import logging
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from click import Command
from click.testing import CliRunner
from jinja2 import Environment

from adr_gen.site.theme.compiled_templates import CompiledTemplates

# Whoever runs the tests may have set these; a test that wants one names it.
AMBIENT = re.compile(
    r"CI|GITHUB_.*|NO_COLOR|FORCE_COLOR|CLICOLOR.*|PY_COLORS|COLUMNS|LINES|PYTHONUTF8|PYTHONIOENCODING|PYTHONUNBUFFERED"
    r"|PYTHONDONTWRITEBYTECODE|ADR_GEN_.*|SOURCE_DATE_EPOCH"
)
THEMES = CompiledTemplates()
MARK = re.compile(r"( *)=== (\S.*)")
SETTINGS = (
    "user.name=t",
    "user.email=t@localhost",
    "commit.gpgsign=false",
    "core.autocrlf=false",
    # what is thrown away needs no waiting for the disk, no tidying up behind each commit, no log and no samples of hooks
    "core.fsync=none",
    "core.logAllRefUpdates=false",
    "maintenance.auto=false",
    "init.templateDir=",
)
GIT = ["git", *(word for setting in SETTINGS for word in ("-c", setting))]


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
        if path.endswith("/"):
            (root / path).mkdir(parents=True, exist_ok=True)
        else:
            put(root, path, "".join(content))
    return root


def put(root: Path, path: str, text: str) -> Path:
    """Write the file `path` below `root`, its folders too, and return it."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    return place


def load_yaml(path: Path) -> Any:
    """What a file of YAML holds."""
    # libyaml, where it is there, takes a tenth of the time
    return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def environment(**extra: str) -> dict[str, str]:
    """Return this process's environment without what would change the output, and with `extra`."""
    return {name: value for name, value in os.environ.items() if not AMBIENT.fullmatch(name)} | extra


def run(root: Path, *args: str | Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Run `adr-gen ARGS` in `root` inside this process, without a terminal, with `env` added to the environment."""
    from adr_gen.cli import cli

    return _invoke(cli, "adr-gen", root, args, env, stdin)


def run_process(
    root: Path, *args: str | Path, before: tuple[str, ...] = (), **env: str
) -> subprocess.CompletedProcess[str]:
    """Run `adr-gen ARGS` in `root` as a process of its own, behind `before`: where the process is the subject."""
    return run_module(root, "adr_gen", *args, before=before, **env)


def build(root: Path, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` as a user runs it, inside this process."""
    return mkdocs(root, "build", "--strict", *options, **{"ADR_GEN_AS_OF": "2026-06-01"} | env)


def mkdocs(root: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs ARGS` in `root` inside this process: one of its own takes a second to begin."""
    from mkdocs.__main__ import cli

    with warnings.catch_warnings(), _mkdocs_logging(), _theme_compiled_once():
        warnings.simplefilter("ignore")  # as Python does where nobody develops
        return _invoke(cli, "mkdocs", root, args, {"NO_MKDOCS_2_WARNING": "1"} | env)


@contextmanager
def _mkdocs_logging() -> Iterator[None]:
    """What MkDocs adds to its loggers, for the life of its process as it thinks, goes away."""
    loggers = [logging.getLogger(name) for name in ("mkdocs", "mkdocs.commands.build")]
    before = [(logger.handlers[:], logger.filters[:]) for logger in loggers]
    yield
    for logger, (handlers, filters) in zip(loggers, before, strict=True):
        logger.handlers, logger.filters = handlers, filters


@contextmanager
def _theme_compiled_once() -> Iterator[None]:
    """The theme's templates are compiled once a process: that takes half of the time of a small site."""
    from mkdocs.theme import Theme

    make = Theme.get_env

    def get_env(theme: Theme) -> Environment:
        env = make(theme)
        env.bytecode_cache = THEMES
        return env

    with patch.object(Theme, "get_env", get_env):
        yield


def _invoke(
    command: Command, name: str, root: Path, args: Sequence[str | Path], env: Mapping[str, str], stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    clean = {name: None for name in os.environ if AMBIENT.fullmatch(name)} | dict(env)
    words = [str(arg) for arg in args]
    with chdir(root):
        done = CliRunner().invoke(command, words, input=stdin, env=clean, prog_name=name)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)


def run_module(
    root: Path, module: str, *args: str | Path, before: tuple[str, ...] = (), **env: str
) -> subprocess.CompletedProcess[str]:
    """Run `python -m MODULE ARGS` in `root` as a process of its own, behind `before`."""
    return subprocess.run(
        [*before, sys.executable, "-m", module, *args],
        cwd=root,
        env=environment(**{"NO_MKDOCS_2_WARNING": "1"} | env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def git(root: Path, *args: str) -> None:
    """Run `git ARGS` in `root`, whatever the settings of whoever runs the tests."""
    subprocess.run([*GIT, *args], cwd=root, env=environment(GIT_CONFIG_NOSYSTEM="1"), check=True, capture_output=True)
