"""Notices: what somebody is told once when a decision should be looked at again, and what was told already."""

from .issue_text import Place
from .plan import Known, Step, plan

__all__ = ["Known", "Place", "Step", "plan"]
