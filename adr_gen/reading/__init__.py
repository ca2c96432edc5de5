"""Reading: what a document decides, what stands in the way, and when to look again.

Explicit words win over prose; what was read and what was passed over is in `Reading.notes`.
"""

from .reader import decided_status, line_status, read
from .result_types import Finding, MovedList, Note, Reading

__all__ = ["Finding", "MovedList", "Note", "Reading", "decided_status", "line_status", "read"]
