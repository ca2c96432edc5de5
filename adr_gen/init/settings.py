"""The settings of adr-gen: a table in `pyproject.toml` if there is one, else a file of their own."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date

from .step import Step, left
from .survey import Survey, covered

OWN = "adr-gen.toml"
SHARED = "pyproject.toml"


def settings(survey: Survey) -> Iterator[Step]:
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


def _settings(survey: Survey) -> Iterator[Step]:
    if survey.configured:
        yield Step(survey.configured, "has settings already")
        missing = [path for path in survey.found_research if not covered(path, survey.research)]
        if missing:
            yield left(
                survey.configured, f"research seems to lie in {', '.join(missing)} too; add it to `research` if so"
            )
        return
    keys: dict[str, object] = {
        "research": list(survey.research),
        "decisions": survey.decisions,
        "watch-from": survey.today,
    }
    lines = "".join(f"{key} = {_toml(value)}\n" for key, value in keys.items())
    docs = f"{survey.engine.docs.strip('./')}/"
    pages = bool(survey.site) and any(folder.startswith(docs) for folder in survey.found_research)
    instead = " (their records are published in their place)" if pages else ""
    what = (
        f"research: {', '.join(survey.research)}{instead}; records: {survey.decisions}; watched from {survey.today} on"
    )
    before = survey.text(SHARED)
    if before is not None and (text := _with_table(before, keys, lines)):
        yield Step(SHARED, what, text, before)
    else:
        yield Step(OWN, what, lines)


def _toml(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _with_table(before: str, keys: dict[str, object], lines: str) -> str:
    """The text with the table at its end; empty if that would say anything else too."""
    end = "\r\n" if "\r\n" in before else "\n"
    body = before.rstrip("\r\n")
    text = f"{body}{end * 2 if body else ''}[tool.adr-gen]{end}{lines.replace(chr(10), end)}"
    try:
        old, new = tomllib.loads(before), tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""
    tools = {**old.get("tool", {}), "adr-gen": keys} if isinstance(old.get("tool", {}), dict) else None
    return text if new == {**old, "tool": tools} else ""
