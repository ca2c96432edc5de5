"""The reviews and readings in a project's records' folder."""

from collections.abc import Mapping
from pathlib import Path

from .. import files
from ..checks.base import Measured
from ..errors import Problem
from . import READINGS, REVIEWS, manual_readings, review_file
from .reviews import Reviews
from .stored_review import Review


def read_reviews(
    root: Path, decisions: str, max_size: int, numbers: Mapping[str, int]
) -> tuple[Reviews, list[Problem]]:
    """All reviews of the records with these numbers, and what is wrong with the damaged ones."""
    reviews: list[Review] = []
    problems: list[Problem] = []
    places = (root / decisions / REVIEWS).glob("*.y*ml")
    for path in sorted(place.relative_to(root).as_posix() for place in places):
        try:
            review, wrong = review_file.read(path, files.read(root, path, max_size))
        except files.Unreadable as error:
            review, wrong = None, [error.problem(path)]
        reviews += [review] if review else []
        problems += wrong
    return Reviews.among(reviews, numbers), problems


def read_readings(root: Path, decisions: str, max_size: int) -> tuple[list[tuple[str, Measured]], list[Problem]]:
    """All numbers that people wrote down, and what is wrong with the others."""
    path = f"{decisions}/{READINGS}"
    if not (root / path).exists():
        return [], []
    try:
        return manual_readings.read(path, files.read(root, path, max_size))
    except files.Unreadable as error:
        return [], [error.problem(path)]
