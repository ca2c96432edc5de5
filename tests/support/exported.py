"""The pages of a log as `adr-gen export` writes them, and the words on one."""

import re
from pathlib import Path

from tests.support.helpers import run, tree


def exported(folder: Path, log: str, day: str) -> Path:
    """The pages of the project that `log` holds as a text tree, as of a day; the project is beside them."""
    root = tree(folder / "project", log)
    done = run(root, "export", "--as-of", day, folder / "out")
    assert done.returncode == 0, done.stderr
    return folder / "out"


def words(page: Path) -> str:
    """The words of a page without its markup, one blank between them and none inside brackets or before colons."""
    text = " ".join(re.sub(r"<[^>]*>", " ", page.read_text(encoding="utf-8")).split())
    return re.sub(r" (?=[):])|(?<=\() ", "", text)
