"""Problems and records as people and other programs want to see them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from .. import __version__
from ..codes import CODES
from ..errors import Problem
from ..records.paragraph_text import for_terminal
from . import terminal

if TYPE_CHECKING:
    from rich.table import Table

ANNOTATIONS = {"error": "error", "warning": "warning", "note": "notice"}
"""How GitHub calls the levels of SARIF."""
SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def report(problems: Sequence[Problem], style: str, scope: str = "", below: str = "") -> None:
    """Print problems; `style` is text, json, github or sarif, `scope` says in words how much was looked at.

    A forge looks for the paths of annotations from the top of the repository, in which the project is in `below`.
    """
    if style == "json":
        click.echo(terminal.as_json([as_json(p) for p in problems]))
    elif style == "sarif":
        click.echo(terminal.as_json(sarif(problems, below)))
    elif style == "github":
        for problem in problems:
            click.echo(annotation(problem, below))
    else:
        terminal.problems(problems)
        click.echo(terminal.fitted(_summary(problems) + (f" in {scope}" if scope else "")))


def as_json(problem: Problem) -> dict[str, Any]:
    """One problem for other programs; `line` is 0 when the whole file is meant."""
    return {
        "path": problem.path,
        "line": problem.line,
        "code": problem.code,
        "level": "hint" if CODES[problem.code].hint else "problem",
        "message": problem.message,
    }


def _summary(problems: Sequence[Problem]) -> str:
    hints = sum(CODES[p.code].hint for p in problems)
    return f"{terminal.count(len(problems) - hints, 'problem')}, {terminal.count(hints, 'hint')}"


def annotation(problem: Problem, below: str = "") -> str:
    """The problem as a workflow command of GitHub Actions: shown at its line in a pull request."""
    return command(ANNOTATIONS[_level(problem.code)], below + problem.path, problem.line, problem.code, problem.message)


def command(level: str, path: str, line: int, title: str, message: str) -> str:
    """A workflow command of GitHub Actions; `level` is error, warning or notice, `line` 0 for the whole file."""
    place = f",line={line}" if line else ""
    return f"::{level} file={_property(path)}{place},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    # as the toolkit of GitHub Actions escapes; the percent sign first, or the others would be escaped twice
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(problems: Sequence[Problem], below: str = "") -> dict[str, Any]:
    """The problems as a SARIF 2.1.0 log, for code scanning."""
    codes = list(CODES)
    driver = {"name": "adr-gen", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    results = [_result(problem, codes.index(problem.code), below) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SARIF, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    entry = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.what},
        "fullDescription": {"text": entry.why},
        "help": {"text": entry.fix},
        "defaultConfiguration": {"level": _level(code)},
    }


def _level(code: str) -> str:
    entry = CODES[code]
    return "error" if not entry.hint else "warning" if entry.warning else "note"


def _result(problem: Problem, index: int, below: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(below + problem.path), "uriBaseId": "%SRCROOT%"}}
    if problem.line:
        place["region"] = {"startLine": problem.line}
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _level(problem.code),
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def show_record(
    data: dict[str, Any],
    reaffirms: Sequence[int] = (),
    asked: str | None = None,
    owners: Sequence[str] = (),
    *,
    anew: bool = False,
) -> None:
    """Print one record, a dictionary as `list --json` has it.

    `reaffirms`: those that it decided once more; `asked`: the research file in which its question is open again;
    `owners`: who answers for it in place of who decided; `anew`: its question got another answer since.
    """
    from rich.console import Group, RenderableType
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = [
        Text(terminal.safe(f"{data['id']}  {for_terminal(data['title'])}"), style="bold"),
        _facts(data, reaffirms, asked, owners, anew),
    ]
    boxes = {"open": "[ ]", "cleared": "[x]"}
    watched = data["revisit"]["state"] is not None
    triggers = [row for trigger in data["revisit"]["triggers"] for row in _trigger(trigger, watched)]
    over = "" if watched else " (nobody waits for this any more)"
    sections = {
        "Decision": [("", data["verdict"])] if data["verdict"] else [],
        "Blockers": [(boxes[blocker["state"]], for_terminal(blocker["text"])) for blocker in data["blockers"]],
        f"Revisit when{_logic(data['revisit'])}{over}": triggers,
    }
    for heading, rows in sections.items():
        if rows:
            parts += [Text(f"\n{heading}", style="bold"), Padding(_rows(rows), (0, 0, 0, 2))]
    terminal.show(Group(*parts))


def _facts(
    data: dict[str, Any], reaffirms: Sequence[int], asked: str | None, owners: Sequence[str], anew: bool
) -> "Table":
    """The record's short facts, one a line; empty ones are left out."""
    from ..board import look_again  # what only tells problems needs no conditions: generate starts faster

    revisit = data["revisit"]
    qualifier = f" ({data['qualifier']})" if data["qualifier"] else ""
    facts = {
        "Status": f"{data['status'] or 'none'}{qualifier}",
        "Date": data["date"],
        "Decided by": ", ".join(data["decision_makers"]),
        "Owner": ", ".join(owners),
        "Tags": ", ".join(data["tags"]),
        "Supersedes": _ids(data["supersedes"]),
        "Superseded by": _ids(data["superseded_by"]),
        "Reaffirms": _ids(reaffirms),
        "Revisits": _ids([n for n in data["revisits"] if n not in reaffirms and n not in data["supersedes"]]),
        "Answered anew by" if anew else "Reaffirmed by": _ids(data["reaffirmed_by"]),
        "Relates to": _ids(data["relates"]),
        "Open again in": asked,
        "Revisit": " · ".join(filter(None, [revisit["state"], revisit["next"] and look_again(revisit["next"])])),
        "Review by": revisit["review_by"] if revisit["state"] else None,
        "Last look": _last_look(revisit["last_look"]),
        "Record": data["path"],
        "Source": data["source"] or "written by hand",
    }
    return _rows([(name, text) for name, text in facts.items() if text])


def _last_look(look: dict[str, Any] | None) -> str:
    """When somebody looked last, who, and what came of it; empty if nobody did."""
    if look is None:
        return ""
    note = f": {' '.join(look['note'].split())}" if look["note"] else ""
    by = f" by {look['by']}" if look["by"] else ""
    return f"{look['outcome'] or 'looked at'} {look['date']}{by}{note}"


def _ids(numbers: Sequence[int]) -> str:
    return ", ".join(f"ADR-{number:04}" for number in numbers)


def _logic(revisit: dict[str, Any]) -> str:
    return {"any": ", any of", "all": ", all of"}.get(revisit["logic"], "")


def _trigger(trigger: dict[str, Any], watched: bool) -> list[tuple[str, str]]:
    """A trigger's condition, what follows from it, its state if it is `watched`, who or what judges it, and what was found."""
    follows = [("", f"→ {for_terminal(trigger['consequence'])}")] if trigger["consequence"] else []
    answered = trigger["answered"] and trigger["state"] == "waiting"
    state = f"answered, true on {trigger['answered']}" if answered else trigger["state"]
    judged = " · ".join(dict.fromkeys([state, trigger["kind"]] if watched else [trigger["kind"]]))
    found = _found(trigger["observed"]) if watched else ""
    return [
        (f"({trigger['id']})", for_terminal(trigger["text"])),
        *follows,
        ("", judged),
        *([("", found)] if found else []),
    ]


def _found(observed: dict[str, Any]) -> str:
    """What was found last of a condition, by whom and when; empty if nothing was."""
    day, by, evidence = observed["date"], observed["by"] or "somebody", observed["evidence"]
    return f"{evidence or 'looked at'} ({by}, {day})" if day else evidence or ""


def _rows(rows: list[tuple[str, str]]) -> "Table":
    """Rows of a mark and a text that wraps below itself."""
    from rich.table import Table
    from rich.text import Text

    made = Table.grid(padding=(0, 2, 0, 0))
    if any(mark for mark, _ in rows):
        made.add_column(no_wrap=True, style="dim")
    made.add_column(overflow="fold", ratio=1)
    for mark, text in rows:
        cell = Text(terminal.safe(text), style=terminal.COLOURS.get(text.split(" ")[0], ""))
        made.add_row(*([Text(mark)] if len(made.columns) > 1 else []), cell)
    return made
