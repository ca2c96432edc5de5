"""What the site is built with, for the machines that build it."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution

from ..survey import Survey
from .setup_step import SetupStep, left

OWN = "requirements-docs.txt"
FILES = re.compile(
    r"(?i)(docs?/)?(requirements/)?((docs?[-_.])?requirements([-_.](docs?|site|mkdocs))?|docs?)\.(txt|in)\Z"
)
ENGINE = re.compile(r"(?im)^\s*(mkdocs|properdocs|zensical)\b")
LINE = "adr-gen"
OF_MATERIAL = (
    "search",
    "tags",
    "blog",
    "group",
    "info",
    "meta",
    "offline",
    "optimize",
    "privacy",
    "projects",
    "social",
    "typeset",
)
"""Plugins that come with MkDocs and Material."""
ADDRESS = (
    "the forge installs adr-gen from this file, and the package index does not have it yet: write "
    "`adr-gen @ git+https://…` there, with the address of its repository"
)


def file_of(survey: Survey) -> str:
    """The file of requirements that the site's engine stands in; else one of our own."""
    named = [path for path in survey.paths if FILES.match(path)]
    return next((path for path in named if ENGINE.search(survey.text(path) or "")), OWN)


def requirements(survey: Survey) -> Iterator[SetupStep]:
    """One line in the file that the site's engine stands in, or a file of that line; and where a workflow gets that from."""
    step = _requirements(survey)
    yield step
    after = step.text or survey.text(step.path) or ""
    if step.path == OWN and (missing := _missing(survey, after)):
        yield left(OWN, f"add the package that {', '.join(missing)} comes from: the site is built with that plugin too")
    if re.search(r"(?m)^adr-gen[ \t]*\r?$", after) and not _from_index():
        yield left(step.path, ADDRESS)


def _requirements(survey: Survey) -> SetupStep:
    path = file_of(survey)
    before = survey.text(path)
    lines = [LINE, *(["zensical"] if survey.zensical and before is None else [])]
    if before is None:
        return SetupStep(path, "what the site is built with", "".join(f"{line}\n" for line in lines))
    if re.search(r"(?im)^\s*adr-gen\b", before):
        return SetupStep(path, "names adr-gen already")
    return SetupStep(path, "adr-gen", with_line(before, LINE), before)


def _missing(survey: Survey, text: str) -> list[str]:
    """Plugins of the site that come neither with MkDocs and Material nor with a package of this name."""
    return [
        name for name in survey.plugins if not (name in OF_MATERIAL or name.startswith("material/") or name in text)
    ]


def _from_index() -> bool:
    """Whether this adr-gen came from a package index: what came from a clone or an address notes that beside itself."""
    try:
        # PEP 610
        return distribution(LINE).read_text("direct_url.json") is None
    except PackageNotFoundError:
        return False


def with_line(before: str, line: str) -> str:
    """A text with one more line at its end."""
    end = "\r\n" if "\r\n" in before else "\n"
    return f"{before}{'' if before.endswith(end) or not before else end}{line}{end}"
