"""What people see in a terminal, and what they type there."""

from ...counts import count
from .output import COLOURS, as_json, console, problems, progress, safe, table

__all__ = ["COLOURS", "as_json", "console", "count", "problems", "progress", "safe", "table"]
