"""A hook of pre-commit, where the repository uses it."""

from collections.abc import Iterator

from ..insertion.yaml import InsertionError, Yaml
from ..survey import Survey
from .setup_step import SetupStep, left

CONFIG = ".pre-commit-config.yaml"
ENTRY = """\
repo: local
hooks:
  - id: adr-gen-generate-check
    name: records are generated
    entry: adr-gen generate --check
    language: system
    pass_filenames: false
  - id: adr-gen-check
    name: the decision log is sound
    entry: adr-gen check
    language: system
    pass_filenames: false"""


def hooks(survey: Survey) -> Iterator[SetupStep]:
    """The two checks before each commit."""
    before = survey.text(CONFIG)
    if before is None:
        return
    if "adr-gen" in before:
        yield SetupStep(CONFIG, "names adr-gen already")
        return
    try:
        config = Yaml(before)
        config.add_item("repos", ENTRY)
    except InsertionError as error:
        yield left(CONFIG, f"{error}; add the hooks `adr-gen generate --check` and `adr-gen check` by hand")
        return
    yield SetupStep(CONFIG, "two hooks: records are generated, the log is sound", config.file_text(), before)
