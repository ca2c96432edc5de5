"""Notices: what somebody is told once when a decision should be looked at again, and what was told already."""

from .issue_text import RecordLinks
from .notice_step import NoticeIssue, NoticeStep
from .plan import plan

__all__ = ["NoticeIssue", "NoticeStep", "RecordLinks", "plan"]
