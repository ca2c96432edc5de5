"""Notices: what somebody is told once when a decision should be looked at again, and what was told already."""

from .issue_text import Place
from .plan import Issue, Step, plan

__all__ = ["Issue", "Place", "Step", "plan"]
