"""A project on disk: what the doors read and write through."""

from .project import Project, load, rules

__all__ = ["Project", "load", "rules"]
