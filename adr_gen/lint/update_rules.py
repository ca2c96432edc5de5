"""Updates in the body of a record that may overrule it, though the words are none of those that are read as a verdict."""

from collections.abc import Iterator

from ..errors import Problem
from ..log import Log
from ..reading.verdict.overruling_updates import doubtful
from ..records import RecordFile

_DECIDED = ("accepted", "rejected", "deferred")


def doubtful_updates(files: tuple[RecordFile, ...], log: Log) -> Iterator[Problem]:
    """An update of a decision that speaks of giving it up or taking it up says which verdict holds."""
    for file in files:
        record = log.by_path.get(file.record.path)
        if record is None or record.status not in _DECIDED or record.update:
            continue
        if said := doubtful(file.document, record.title, record.status):
            message = (
                f"an update says {said[1]!r}, and the decision stays {record.status}; if that overrules it, begin the "
                "update with the verdict that holds (`Rejected: …`), or write `decision:` in the front matter"
            )
            yield Problem(record.path, said[0], "ADR916", message)
