"""What is found in a repository before anything is planned."""

from .survey import Survey, covered, part

__all__ = ["Survey", "covered", "part"]
