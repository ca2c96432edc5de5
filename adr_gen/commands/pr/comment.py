"""The comment on a pull request: one, updated in place, gone when nothing comes true, and told once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...change import Change, NewlyMet, RejectedOption
from ...notify import RecordLinks
from ...notify.issue_marker import Marker, read
from ...reviews.stored_review import fingerprint
from ..github.client import GitHub
from .formats import markdown

OURS = -1
"""Stands in the marker of such a comment where an issue's has the number of its record."""
MAY_WRITE = ("OWNER", "MEMBER", "COLLABORATOR")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that an earlier run wrote."""

    id: int
    body: str
    marker: Marker

    @property
    def edited(self) -> bool:
        """Whether a person changed its text since."""
        return self.marker.text != fingerprint(self.body.partition("\n")[2])


def publish(github: GitHub, number: int, change: Change, place: RecordLinks) -> str:
    """Bring the comment up to date, and say in words what was done; may raise GitHubError.

    What a person made of a comment stays as it is, and what it tells is not told again.
    """
    ours = list(_ours(github.comments(number)))
    seen = {key for comment in ours if comment.edited for key in comment.marker.seen}
    mine = [comment for comment in ours if not comment.edited]
    news = _without(change, seen)
    if not (news.flips or news.hints):
        # deleted, not emptied: an empty comment would still call for attention
        for comment in mine:
            github.uncomment(comment.id)
        return f"comment on #{number} removed" if mine else f"nothing to tell on #{number}"
    keys = (*map(key, news.flips), *map(key, news.hints))
    body = Marker(OURS, keys).above(markdown(news, place))
    for comment in mine[1:]:  # of a run at the same time
        github.uncomment(comment.id)
    if not mine:
        github.comment(number, body)
        return f"commented on #{number}"
    if mine[0].body.replace("\r\n", "\n").strip() == body.strip():
        return f"#{number} says so already"
    github.reword(mine[0].id, body)
    return f"comment on #{number} updated"


def key(one: NewlyMet | RejectedOption) -> str:
    """Names what is told: a condition of a record, or an option."""
    subject = one.trigger.text if isinstance(one, NewlyMet) else f"{one.option} {one.dependency.name}"
    return f"{one.record.number}:{fingerprint(subject)}"


def _without(change: Change, seen: set[str]) -> Change:
    return replace(
        change,
        flips=tuple(flip for flip in change.flips if key(flip) not in seen),
        hints=tuple(hint for hint in change.hints if key(hint) not in seen),
    )


def _ours(comments: Iterator[dict[str, Any]]) -> Iterator[Comment]:
    """The comments that carry our marker, of programs and of people who may write to the repository."""
    for one in comments:
        body, number = one.get("body"), one.get("id")
        marker = read(body) if isinstance(body, str) else None
        if marker and marker.record == OURS and isinstance(body, str) and type(number) is int and _trusted(one):
            yield Comment(number, body, marker)


def _trusted(comment: dict[str, Any]) -> bool:
    """Whether its author may write to the repository: anybody can copy a marker."""
    user = comment.get("user")
    program = isinstance(user, dict) and user.get("type") == "Bot"
    return program or comment.get("author_association", "OWNER") in MAY_WRITE
