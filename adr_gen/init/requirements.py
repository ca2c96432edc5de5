"""What the site is built with, for the machines that build it."""

import re
from collections.abc import Iterator

from .look import Look
from .step import Step

OWN = "requirements-docs.txt"
FILES = re.compile(
    r"(?i)(docs?/)?(requirements/)?((docs?[-_.])?requirements([-_.](docs?|site|mkdocs))?|docs?)\.(txt|in)\Z"
)
ENGINE = re.compile(r"(?im)^\s*(mkdocs|properdocs|zensical)\b")
LINE = "adr-gen"


def file_of(look: Look) -> str:
    """The file of requirements that the site's engine stands in; else one of our own."""
    named = [path for path in look.paths if FILES.match(path)]
    return next((path for path in named if ENGINE.search(look.text(path) or "")), OWN)


def requirements(look: Look) -> Iterator[Step]:
    """One line in the file that the site's engine stands in, or a file of that line."""
    path = file_of(look)
    before = look.text(path)
    lines = [LINE, *(["zensical"] if look.zensical and before is None else [])]
    if before is None:
        yield Step(path, "what the site is built with", "".join(f"{line}\n" for line in lines))
    elif re.search(r"(?im)^\s*adr-gen\b", before):
        yield Step(path, "names adr-gen already")
    else:
        yield Step(path, "adr-gen", with_line(before, LINE), before)


def with_line(before: str, line: str) -> str:
    """A text with one more line at its end."""
    end = "\r\n" if "\r\n" in before else "\n"
    return f"{before}{'' if before.endswith(end) or not before else end}{line}{end}"
