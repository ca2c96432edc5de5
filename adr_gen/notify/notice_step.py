"""An issue as it is on the forge, and what is to be done with it."""

from dataclasses import dataclass
from typing import Any, Literal

from . import issue_marker
from .issue_marker import Marker


@dataclass(frozen=True, slots=True)
class NoticeIssue:
    """An issue that carries the label and a marker."""

    number: int
    open: bool
    body: str
    marker: Marker

    @classmethod
    def read_record(cls, answer: dict[str, Any]) -> "NoticeIssue | None":
        """The issue in an answer of GitHub's, if it carries a marker."""
        number, body = answer.get("number"), answer.get("body")
        parsed = issue_marker.read(body) if isinstance(body, str) else None
        if parsed is None or not isinstance(body, str) or type(number) is not int:
            return None
        return cls(number, answer.get("state") == "open", body, parsed)


@dataclass(frozen=True, slots=True)
class NoticeStep:
    """What is to be done for one record, or why nothing is."""

    record: str
    """`ADR-0007`, or what the digest is about."""
    does: Literal["open", "update", "renew", "close", "nothing"]
    why: str
    """In a few words, for people."""
    issue: int | None = None
    title: str = ""
    body: str = ""
    comment: str = ""
    """Its first line is a marker, by which it is known to have been said."""
