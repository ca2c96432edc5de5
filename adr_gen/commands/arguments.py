"""What people say on the command line: who they are, which record, and a day to come."""

import re
import subprocess
from datetime import date
from pathlib import Path

from ..checks import After, TokenError, Unavailable, parse, parse_day
from ..errors import UsageError
from ..records import number
from ..records import number_of as number_of_file

_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_SHORT = re.compile(r"^([0-9]+) ?([dwmy])$")


def person(root: Path, by: str | None) -> str:
    """Who answers: as given, else as git knows them; raises UsageError."""
    name = (by or _git_name(root)).strip()
    if not name:
        raise UsageError("who answers? say --by NAME, or tell git: `git config user.name NAME`")
    return " ".join(name.split())


def _git_name(root: Path) -> str:
    try:
        command = ["git", "-C", str(root), "config", "user.name"]
        # a name in the settings of git may be in any encoding
        return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def number_of(reference: str) -> int:
    """The number of a record written as 7, 0007, ADR-0007 or the path of its file; raises UsageError."""
    result = number(reference.upper().removeprefix("ADR-").removeprefix("ADR"))
    if result is None and reference.endswith(".md"):
        result = number_of_file(reference.replace("\\", "/"))
    if result is None:
        raise UsageError(f"{reference:.40}: not a record's number; write 7, 0007 or ADR-0007")
    return result


def when(argument: str, today: date) -> date:
    """The day that is meant by `2027-03-01`, `2027-Q2`, `3 months` or `90d`, which is after today; raises UsageError."""
    text = " ".join(argument.split())
    day = parse_day(text.upper()) or _later(text.lower(), today)
    if day is None:
        raise UsageError(f"{text!r} is no day; write 2027-03-01, 2027-Q2 or 3 months")
    if day <= today:
        raise UsageError(f"{day.isoformat()} has come already; choose a day after {today.isoformat()}")
    return day


def _later(text: str, today: date) -> date | None:
    span = _SHORT.sub(lambda short: f"{short[1]} {_UNITS[short[2]]}", text.removeprefix("in ").removeprefix("after "))
    try:
        check = parse(f"after {span}")
        return check.day(today) if isinstance(check, After) else None
    except (TokenError, Unavailable):
        return None
