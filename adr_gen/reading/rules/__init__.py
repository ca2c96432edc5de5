"""The rules of reading as data: what announces what, what says a verdict, a condition or a blocker, and of which kind."""

import tomllib
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The rows of one file, by the names under which they stand."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
