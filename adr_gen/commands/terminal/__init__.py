"""What people see in a terminal, and what they type there."""

from ...counts import count
from .output import COLOURS, as_json, fitted, problems, progress, safe, show, table

__all__ = ["COLOURS", "as_json", "count", "fitted", "problems", "progress", "safe", "show", "table"]
