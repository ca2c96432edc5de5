"""Notices: what somebody is told once when a decision should be looked at again, and what was told already."""

from .plan import Known, Step, plan
from .words import Place

__all__ = ["Known", "Place", "Step", "plan"]
