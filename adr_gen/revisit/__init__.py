"""Revisiting: what the conditions of a decision say, whether they hold on a day, and who waits for what."""

from ..checks import parse_day
from ..model import STATES, State
from .first_look_days import first_looks
from .states import States

__all__ = ["STATES", "State", "States", "first_looks", "parse_day"]
