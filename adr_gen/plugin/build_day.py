"""The day that a build judges the log for."""

import os
import time
from datetime import UTC, date, datetime

from mkdocs.exceptions import PluginError

from ..revisit import parse_day


def as_of() -> date:
    """The day to judge for: ADR_GEN_AS_OF, else SOURCE_DATE_EPOCH, else today."""
    named = os.environ.get("ADR_GEN_AS_OF")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    day = parse_day(named) if named else _epoch_day(epoch) if epoch else date.fromtimestamp(time.time())
    if day is None:
        raise PluginError(f"ADR_GEN_AS_OF={named or epoch}: not a calendar day; write it as YYYY-MM-DD")
    return day


def _epoch_day(text: str) -> date | None:
    try:
        return datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
