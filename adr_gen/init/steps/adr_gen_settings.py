"""The settings of adr-gen: a table in `pyproject.toml` if there is one, else a file of their own."""

from collections.abc import Iterator

from ...generate.facts import draft
from ...project import Project
from ..insertion.toml import line, with_key, with_table
from ..survey import Survey, covered
from .setup_step import SetupStep, left

OWN = "adr-gen.toml"
SHARED = "pyproject.toml"
TABLE = "adr-gen"
WATCH = "watch-from"


def settings(survey: Survey) -> Iterator[SetupStep]:
    """Where research and records lie, and where else something seems to be decided."""
    step, *others = _settings(survey)
    yield from (step, *others)
    if survey.published:
        pages = ", ".join(survey.published)
        yield left(
            step.path,
            f"not taken: {pages}, in the site's navigation, and research is not published; to have it recorded, add it to `research` and take it out of nav",
        )
    if survey.passed_over:
        seen = ", ".join(f"{folder} ({count})" for folder, count in survey.passed_over.items())
        yield left(step.path, f"also seen, not taken: {seen}; add to `research` what is decided there")


def _settings(survey: Survey) -> Iterator[SetupStep]:
    if survey.configured:
        yield (
            _watched(survey)
            if _unwatched(Project(survey.home), survey)
            else SetupStep(survey.configured, "has settings already")
        )
        missing = [path for path in survey.found_research if not covered(path, survey.research)]
        if missing:
            yield left(
                survey.configured, f"research seems to lie in {', '.join(missing)} too; add it to `research` if so"
            )
        return
    keys: dict[str, object] = {
        "research": list(survey.research),
        "decisions": survey.decisions,
        WATCH: survey.today,
    }
    docs = f"{survey.engine.docs.strip('./')}/"
    pages = bool(survey.site) and any(folder.startswith(docs) for folder in survey.found_research)
    instead = " (their records are published in their place)" if pages else ""
    what = (
        f"research: {', '.join(survey.research)}{instead}; records: {survey.decisions}; watched from {survey.today} on"
    )
    before = survey.text(SHARED)
    if before is not None and (text := with_table(before, TABLE, keys)):
        yield SetupStep(SHARED, what, text, before)
    else:
        yield SetupStep(OWN, what, "".join(f"{line(key, value)}\n" for key, value in keys.items()))


def _watched(survey: Survey) -> SetupStep:
    """The day on which watching begins, in settings that are there."""
    before = survey.text(survey.configured) or ""
    path = ("tool", TABLE) if survey.configured == SHARED else ()
    if text := with_key(before, path, WATCH, survey.today):
        what = f"watched from {survey.today} on: the first looks at older decisions are spread"
        return SetupStep(survey.configured, what, text, before)
    return left(survey.configured, f"add `{line(WATCH, survey.today)}`, so that old decisions are not all due at once")


def _unwatched(project: Project, survey: Survey) -> bool:
    """Whether something was decided before today, and nobody has been asked about it yet."""
    if project.settings.watch_from or project.reviews[0].all:
        return False
    today = survey.today.isoformat()
    if any(record.date and record.date < today for record in project.log()[0].records):
        return True
    facts = (draft(source).facts for source in project.read_research(project.research())[0])
    return any(one.status and not one.left_out and (one.date or today) < today for one in facts)
