"""The digest of a record file, by which a person's edit shows."""

import re

from .. import sources

DIGEST = re.compile(r"^digest: *(\S*)[ \t]*\r?\n", re.M)


def record_digest(text: str) -> str:
    """Digest of a record file without its own digest line."""
    return sources.digest(DIGEST.sub("", text, count=1))
