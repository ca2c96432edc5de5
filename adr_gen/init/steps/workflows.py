"""What a forge runs: GitHub's workflows or GitLab's pipeline.

The site is published, the conditions are looked at, and a change is told what it makes true.
"""

import re
from collections.abc import Iterator
from importlib.resources import files

from ...files import STATE
from ..insertion.yaml import InsertionError, Yaml
from ..survey import Survey
from . import requirements
from .setup_step import SetupStep, left
from .zensical import CONFIG, EXPORT

COMMANDS = re.compile(r"\b(mkdocs|properdocs|zensical)\s+(build|gh-deploy)\b|\bmike\s+deploy\b")
"""What builds a site of the kind that is set up."""
BUILDS = re.compile(rf"{COMMANDS.pattern}|actions/(deploy-pages|upload-pages-artifact)@")
RESULTS = f"""\
uses: actions/cache/restore@v6 # what the workflow revisit found last
with:
  path: {STATE}
  key: adr-gen-"""
PAGES = ".github/workflows/pages.yml"
PIPELINE = ".gitlab-ci.yml"
PART = ".gitlab/adr-gen.yml"
OF_REQUESTS = re.compile(r"merge_request_event|merge_requests\b|Merge-?Request", re.IGNORECASE)
"""What a pipeline says that runs for merge requests."""


def workflows(survey: Survey) -> Iterator[SetupStep]:
    """Those of the forge that the repository uses."""
    if survey.below:
        part = survey.below.rstrip("/")
        yield left(
            part, f"is a part of a repository, whose top the workflows belong to: write them there, to run in {part}"
        )
    elif survey.gitlab:
        yield from _gitlab(survey)
    else:
        yield from _github(survey)


def _github(survey: Survey) -> Iterator[SetupStep]:
    revisit, changes = (f".github/workflows/{name}.yml" for name in ("revisit", "decisions"))
    texts = {path: survey.text(path) or "" for path in survey.workflows}
    whole = _filled(survey, "pages.yml")
    published = (path for path, text in texts.items() if BUILDS.search(text) and path not in (survey.ours or {}))
    other = next(published, "")
    if other and texts[other] != whole:
        yield _builds_already(survey, other, texts[other])
    else:
        yield SetupStep(PAGES, "publishes the site on GitHub Pages", whole)
    watching = next((path for path, text in texts.items() if "adr-gen revisit" in text and path != revisit), "")
    if watching:
        yield SetupStep(watching, "looks at the conditions already")
    else:
        yield SetupStep(
            revisit, "looks at the conditions twice a week and tells in issues", _filled(survey, "revisit.yml")
        )
    telling = next((path for path, text in texts.items() if "adr-gen pr" in text and path != changes), "")
    if telling:
        yield SetupStep(telling, "tells pull requests what they make true already")
    else:
        yield SetupStep(changes, "tells a pull request what it makes true", _filled(survey, "decisions.yml"))


def _builds_already(survey: Survey, path: str, text: str) -> SetupStep:
    """A workflow of the user's own that publishes the site: it gets what the checks found, if it installs adr-gen."""
    if "adr-gen" not in text and requirements.file_of(survey) not in text:
        needed = f"let it install adr-gen too (`pip install -r {requirements.file_of(survey)}`)"
        also = "" if COMMANDS.search(text) else f", and run `{build(survey)}`: a repository has one site"
        return left(path, f"publishes a site already: {needed}{also}")
    if STATE in text:
        return SetupStep(path, "publishes the site already")
    try:
        workflow = Yaml(text)
        workflow.add_before(*_builder(workflow), RESULTS)
    except InsertionError as error:
        return left(path, f"{error}; add a step that restores the cache of {STATE}, as the workflow revisit does")
    return SetupStep(
        path, "publishes the site already; a step before that fetches what the checks found", workflow.file_text(), text
    )


def _builder(workflow: Yaml) -> tuple[tuple[str, ...], int]:
    """Where the step is that builds the site. Raises InsertionError where there is none."""
    jobs = workflow.value("jobs")
    for name, job in (jobs if isinstance(jobs, dict) else {}).items():
        steps = job.get("steps") if isinstance(job, dict) else None
        for index, step in enumerate(steps if isinstance(steps, list) else ()):
            if isinstance(step, dict) and COMMANDS.search(str(step.get("run", ""))):
                return ("jobs", name, "steps"), index
    raise InsertionError("publishes the site already, and no step of it builds one")


def _gitlab(survey: Survey) -> Iterator[SetupStep]:
    before = survey.text(PIPELINE)
    try:
        pipeline = Yaml(before or "")
        has_pages = pipeline.pair("pages") is not None or (BUILDS.search(before or "") is not None)
        known = {"STAGE": _stage(pipeline), "CHANGES": _changes(before or "")}
        text = "".join(
            _filled(survey, name, **known) for name in ("gitlab.yml", *([] if has_pages else ["gitlab-pages.yml"]))
        )
        yield SetupStep(PART, "checks the log and changes" + ("" if has_pages else ", and publishes the site"), text)
        if PART not in (before or ""):
            _include(pipeline)
            yield SetupStep(PIPELINE, f"includes {PART}", pipeline.file_text(), before)
        else:
            yield SetupStep(PIPELINE, f"includes {PART} already")
    except InsertionError as error:
        yield left(PIPELINE, f"{error}; add `include: [{{local: {PART}}}]` by hand")
        return
    if has_pages:
        yield left(PIPELINE, "publishes a site already: let its job install adr-gen too")
    yield left(PIPELINE, "add a schedule under Build › Pipeline schedules, twice a week")


def _stage(pipeline: Yaml) -> str:
    stages = pipeline.value("stages")
    return str(stages[-1]) if isinstance(stages, list) and stages else "deploy"


def _changes(pipeline: str) -> str:
    """When a job for changes runs: one for merge requests, where there was none, would let GitLab judge by it alone."""
    if OF_REQUESTS.search(pipeline):
        return '$CI_PIPELINE_SOURCE == "merge_request_event"'
    return "$CI_COMMIT_BRANCH && $CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH"


def _include(pipeline: Yaml) -> None:
    value = pipeline.value("include")
    if value is None and pipeline.pair("include") is None:
        pipeline.add_key("include", f"include:\n  - local: {PART}\n")
    elif isinstance(value, list):
        pipeline.add_item("include", f"local: {PART}")
    else:
        raise InsertionError("has an include that is no list")


def build(survey: Survey) -> str:
    """The command that builds the site."""
    if survey.zensical:
        return f"{EXPORT} && zensical build -f {CONFIG}"
    return f"{'properdocs' if survey.site.startswith('properdocs') else 'mkdocs'} build --strict"


def _filled(survey: Survey, name: str, **more: str) -> str:
    """A file of this package with what is known of the repository filled in, for the words in capitals."""
    text = files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
    known = {
        # git allows names that YAML reads as something else: `#1`, `!x`, `&x`
        "BRANCH": survey.branch if re.fullmatch(r"[\w./-]+", survey.branch) else f'"{survey.branch}"',
        "REQUIREMENTS": requirements.file_of(survey),
        "BUILD": build(survey),
        "SITE": survey.engine.text("site_dir").strip("/") or "site",
        **more,
    }
    return re.sub(rf"\b({'|'.join(known)})\b", lambda match: known[match[0]], text)
