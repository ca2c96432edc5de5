"""Texts of people that leave a record: a copy is kept before anything is written in their place."""

from hashlib import sha256
from pathlib import Path, PurePosixPath

from .. import files

REPLACED = f"{files.STATE}/replaced"
"""Where they lie."""


def back_up(root: Path, path: str, text: str) -> str:
    """Keep the text of a record in a file of its own; returns its path. Raises OSError."""
    name = PurePosixPath(path)
    aside = f"{REPLACED}/{name.stem}-{sha256(text.encode()).hexdigest()[:8]}{name.suffix}"
    files.write(root, aside, text)
    return aside
