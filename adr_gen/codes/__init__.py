"""The codes that name problems: what each stands for, why it matters and how it is mended."""

from .code import Code
from .hint_codes import HINTS
from .problem_codes import PROBLEMS

__all__ = ["CODES", "Code"]

CODES = PROBLEMS | HINTS
"""Every code that adr-gen prints."""
