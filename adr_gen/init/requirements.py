"""What the site is built with, for the machines that build it."""

import re
from collections.abc import Iterator

from .step import Step
from .survey import Survey

OWN = "requirements-docs.txt"
FILES = re.compile(
    r"(?i)(docs?/)?(requirements/)?((docs?[-_.])?requirements([-_.](docs?|site|mkdocs))?|docs?)\.(txt|in)\Z"
)
ENGINE = re.compile(r"(?im)^\s*(mkdocs|properdocs|zensical)\b")
LINE = "adr-gen"


def file_of(survey: Survey) -> str:
    """The file of requirements that the site's engine stands in; else one of our own."""
    named = [path for path in survey.paths if FILES.match(path)]
    return next((path for path in named if ENGINE.search(survey.text(path) or "")), OWN)


def requirements(survey: Survey) -> Iterator[Step]:
    """One line in the file that the site's engine stands in, or a file of that line."""
    path = file_of(survey)
    before = survey.text(path)
    lines = [LINE, *(["zensical"] if survey.zensical and before is None else [])]
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
