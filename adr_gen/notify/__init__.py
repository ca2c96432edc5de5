"""Notices: what somebody is told once when a decision should be looked at again, and what was told already."""

from .issue_text import RecordLinks
from .plan import plan
from .step import NoticeIssue, Step

__all__ = ["NoticeIssue", "RecordLinks", "Step", "plan"]
