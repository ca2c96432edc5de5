"""What the installed theme can do, of which the oldest that is allowed cannot do all."""

from importlib.metadata import version

TAG_LISTS = tuple(map(int, version("mkdocs-material").split(".")[:2])) >= (9, 6)
"""Whether its tags plugin fills `<!-- material/tags -->` and writes tags.json."""
