"""Revisiting: what the conditions of a decision say, whether they hold on a day, and who waits for what."""

from ..checks import parse_day
from ..model import STATES, State
from .states import States

__all__ = ["STATES", "State", "States", "parse_day"]
