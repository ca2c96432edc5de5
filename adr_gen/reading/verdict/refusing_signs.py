"""Signs that refuse what the words beside them say: "Adopt ❌", "Approved: ❌", "Rejected: ❌"."""

import re

from ...model import Status
from ..status.status_line import sign_of

_CROSSED = re.compile(r"\A[^:：\n]{2,40}[:：]\s*[❌✗✘×✖]\ufe0f?[\s*_]*\Z")
"""A value that is a cross, whatever it is of."""


def refuse(status: Status, *texts: str) -> bool:
    """Whether a sign at the beginning or end of words refuses the verdict that they say."""
    signs = (sign_of(words) for text in texts for words in (text, text.rstrip("*_ \ufe0f")[-1:]))
    return _CROSSED.match(texts[0]) is not None or (status == "accepted" and "rejected" in signs)
