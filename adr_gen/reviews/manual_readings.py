"""Readings: numbers that somebody writes into `readings.yml`, for conditions that no program can look up."""

from math import isfinite

from ..checks.base import Measured
from ..errors import Problem
from .yaml_fields import Fields

KEYS = ("name", "value", "date", "by")


def read(path: str, text: str) -> tuple[list[tuple[str, Measured]], list[Problem]]:
    """The readings in a file, in the order of their days, and what is wrong with the others."""
    fields = Fields(path, text, "ADR402")
    readings: list[tuple[str, Measured]] = []
    for number, item in enumerate(fields.items((), fields.value)):
        before = len(fields.problems)
        entry = fields.mapping((number,), item, KEYS)
        name = fields.text((number, "name"), entry, needed=True)
        value = fields.number((number, "value"), entry)
        day = fields.day((number, "date"), entry, needed=True)
        by = fields.text((number, "by"), entry)
        if not isfinite(value):
            fields.wrong((number, "value"), "`value` is no finite number; write digits, such as 380 or 0.5")
        if len(fields.problems) == before:
            readings.append((name, Measured(value, day, by)))
    return sorted(readings, key=lambda pair: pair[1].date), fields.problems


def last(readings: list[tuple[str, Measured]], as_of: str) -> dict[str, Measured]:
    """The last number of each name up to and including an ISO day."""
    return {name: measured for name, measured in readings if measured.date <= as_of}
