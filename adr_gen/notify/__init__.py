"""Notices: what somebody is told once when a decision should be looked at again, and what was told already."""

from .issue_text import Place
from .plan import plan
from .step import Issue, Step

__all__ = ["Issue", "Place", "Step", "plan"]
