"""What a file says, as agents are shown it."""

from typing import Any

from .tool_results import Blocking, Candidate, Explanation, ReadCondition, Remark

MOST = 40
"""Remarks that are shown; those that say something of the decision come first in a file's own order."""


def of(explained: dict[str, Any]) -> Explanation:
    """The explanation of a file as `adr-gen explain --json` gives it, in fewer words."""
    remarks = [_remark(note) for note in explained["notes"]]
    remarks += [Remark(one["line"], "problem", f"{one['code']} {one['message']}") for one in explained["problems"]]
    remarks.sort(key=lambda remark: remark.line)
    return Explanation(
        path=explained["path"],
        title=explained["title"],
        status=explained["status"],
        qualifier=explained["qualifier"],
        date=explained["date"],
        verdict=explained["verdict"],
        blockers=[Blocking(**blocker) for blocker in explained["blockers"]],
        logic=explained["logic"],
        conditions=[
            ReadCondition(trigger["id"], trigger["text"], trigger["kind"], trigger["check"])
            for trigger in explained["triggers"]
        ],
        candidates=[Candidate(**candidate) for candidate in explained["candidates"]],
        remarks=remarks[:MOST],
        truncated=len(remarks) > MOST,
    )


def _remark(note: dict[str, Any]) -> Remark:
    """What a line says by one rule."""
    if note["taken"]:
        return Remark(note["line"], "read", f"{note['field']} by {note['rule']}: {note['text']}")
    return Remark(note["line"], "passed over", f"no {note['field']}, {note['why']}: {note['text']}")
