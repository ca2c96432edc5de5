"""A question that is open again: a new research file that carries the old decision and what has changed since.

Whatever comes from documents and people stands in block quotes, from which no verdict and no condition is read.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import PurePosixPath

from .. import files, links
from ..errors import UsageError, visible
from ..frontmatter import split
from ..log import Log
from ..markdown import fold, normal
from ..monitor import open_again
from ..project import Project
from ..records import Record, holder, padded
from ..render.joined_blocks import lettered, task
from ..render.section_prompts import comment
from ..revisit import States
from . import authoring
from .review.session import ReviewSession

CHANGED = "What has changed"


def reopen(session: ReviewSession, log: Log) -> str:
    """Write the research file that asks the question of a record again, and say so in the session's review.

    Returns the file's path; raises UsageError when there is one already, or when either cannot be written: then
    neither is. What a run that was killed has left half done is completed.
    """
    project, record = session.project, session.record
    with files.lock(project.root):
        asked = open_again(project, log).get(record.path)
        if asked and not _half_done(project, record, asked):
            raise UsageError(f"{record.id} is open again already, in {asked}; decide it there")
        path = asked or _ask(session)
        before = session.review
        session.reopen(path)
        try:
            session.save()
        except UsageError:
            # a file that an earlier run left half done stays: somebody may have written into it
            if not asked:
                files.remove(project.root, path)
            session.review, session.research = before, ""
            raise
    return path


def _half_done(project: Project, record: Record, asked: str) -> bool:
    """Whether a research file was written by this command, and no review says so yet: that one comes second."""
    text = files.read(project.root, asked, project.settings.max_size)
    created = split(normal(text))[0].text("created")
    reviews = replace(project).reviews[0].of(holder(record))  # as they are now: another run may have come first
    reopened = any(review.outcome == "reopened" and review.date >= created for review in reviews)
    return f"\n## {CHANGED}\n" in text and not reopened


def _ask(session: ReviewSession) -> str:
    """Write the research file; returns its path."""
    project, record = session.project, session.record
    path = _place(project, record, session.review.date)
    # an answer with the same word reaffirms; only the author knows whether it is another choice
    front = (
        f"revisits: {record.number}\n# supersedes: {record.number} ({_OTHER_CHOICE})\n{_flow_list('tags', record.tags)}"
    )
    # who decided is asked; whoever decides in their place writes so
    front += _flow_list("decision-makers", record.decision_makers) if record.decision_makers else ""
    front += _flow_list("owner", record.owners) if record.owners else ""
    opening = "\n".join(_opening(record, session.after, str(PurePosixPath(path).parent)))
    authoring.write(project, path, authoring.skeleton(record.title, session.review.date, front, opening))
    return path


_OTHER_CHOICE = "without the # if the answer is another choice, also with the same verdict"
"""When to replace the old record by a key of the front matter."""


def _flow_list(key: str, values: Sequence[str]) -> str:
    return f"{key}: {json.dumps(values, ensure_ascii=False)}\n"


def _place(project: Project, record: Record, day: str) -> str:
    """The path of the new file, by the record's title: it is the same question; with a count if there is such a file."""
    path = first = authoring.place(project, record.title, day)
    for number in count(2):
        if not authoring.occupied(project, path):
            break
        path = f"{first.removesuffix('.md')}-{number}.md"
    return path


def _opening(record: Record, states: States, folder: str) -> Iterator[str]:
    """The sections before the findings: the question with the old decision, and what has changed."""
    link = f"[{record.id}]({links.relative(record.path, folder)})"
    yield f"## Question\n\nDoes {link} still hold? This is what it says:\n"
    yield _quote("\n\n".join(_old(record, states, folder))) + "\n"
    yield f"## {CHANGED}\n"
    changes = list(_changes(record, states, folder))
    yield "\n\n".join(changes or [comment(CHANGED)]) + "\n"


def _old(record: Record, states: States, folder: str) -> Iterator[str]:
    """The old decision: a line of facts, the verdict, what was in the way, and when to look again."""
    qualifier = f" ({record.qualifier})" if record.qualifier else ""
    facts = [f"{record.status or 'no status'}{qualifier}", record.date or ""]
    yield _paragraph(f"**{record.title}**: {', '.join(filter(None, facts))}", record, folder)
    if record.verdict:
        yield _paragraph(record.verdict, record, folder)
    if record.blockers:
        yield "In the way:"
        yield "\n".join(
            task(replace(b, text=_paragraph(b.text, record, folder))) for b in states.reviews.cleared(record)
        )
    triggers = record.conditions.triggers
    if triggers:
        yield "Look again when " + {"all": "all of:", "any": "any of:"}.get(
            record.conditions.logic or "", "this is so:"
        )
        items = (f"*{t.item}:* {t.text}" if t.item else t.text for t in triggers)
        yield "\n".join(lettered(n, [_paragraph(text, record, folder)]) for n, text in enumerate(items))
    if record.conditions.review_by:
        yield f"Review by {record.conditions.review_by}"


def _changes(record: Record, states: States, folder: str) -> Iterator[str]:
    """A list item for each condition that has come true and each blocker that is gone; what is still open is left out."""
    for letter, trigger in record.conditions.lettered:
        judged = states.judge(record, trigger)
        if judged.state == "met":
            seen = judged.observation
            provenance = [_provenance(seen.date, seen.by, seen.evidence)] if seen else []
            yield _item(f"({letter}) has come true", [trigger.text, *provenance], record, folder)
    for number, blocker in enumerate(states.reviews.cleared(record), start=1):
        if blocker.cleared:
            provenance = (
                [_provenance(*clearing, "")] if (clearing := states.reviews.cleared_by(holder(record), blocker)) else []
            )
            yield _item(f"({number}) is no longer in the way", [blocker.text, *provenance], record, folder)


def _provenance(day: str | None, by: str, evidence: str) -> str:
    """Day, person or check, and evidence in a line."""
    return ", ".join(filter(None, [day, by])) + (f": {fold(evidence)}" if evidence else "")


def _item(event: str, quoted: list[str], record: Record, folder: str) -> str:
    inner = _quote("\n\n".join(_paragraph(text, record, folder) for text in quoted))
    return f"* {event}:\n\n" + "\n".join(f"  {line}".rstrip() for line in inner.split("\n"))


def _paragraph(text: str, record: Record, folder: str) -> str:
    """Words of the record as one paragraph of a file in `folder`, links included."""
    home = str(PurePosixPath(record.path).parent)

    def change(target: str) -> str | None:
        place, rest = links.split(target)
        path = links.join(home, place) if place else record.path
        return None if path is None or place.startswith("/") else links.relative(path, folder) + rest

    return padded(links.rewrite(visible(fold(text)), change, lambda line: False))


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
