"""The files of a folder."""

from pathlib import Path


def files(folder: Path) -> list[str]:
    """All files below a folder but the theme's own, sorted."""
    paths = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(p for p in paths if not p.startswith(("assets/images", "assets/javascripts", "assets/stylesheets")))
