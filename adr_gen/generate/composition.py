"""A record's words, composed before it is known which number it gets and where its links lead."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from ..markdown import Document
from ..reading import Reading
from ..records import Record
from ..render import record_text as render
from ..render.record_text import RecordContent
from ..sources import Source


@dataclass(frozen=True, slots=True)
class Composition:
    """What a research file says of its record; each local link stands as a mark that no text holds by chance."""

    content: RecordContent
    mark: str
    """The digest of the research file."""
    targets: tuple[str, ...]
    """The link targets as the author wrote them, by the number in their marks."""

    def linked(self, change: Callable[[str], str | None]) -> RecordContent:
        """The words with every link target changed, or as it was where the change is None."""
        if not self.targets:
            return self.content
        new = [change(target) or target for target in self.targets]
        return self.content.mapped(lambda text: self._filled(text, new))

    def _filled(self, text: str, new: list[str]) -> str:
        """A text with the new targets in the places of their marks."""
        first, *marked = text.split(f"{self.mark}-")
        numbered = (part.partition("-") for part in marked)
        return first + "".join(f"{new[int(number)]}{rest}" for number, _, rest in numbered)

    def placed(
        self, change: Callable[[str], str | None], names: dict[int, str], template: str | None, **place: Any
    ) -> tuple[Record, str]:
        """The record as it will be read back, and its file's text, sealed; `place` holds the fields that its place in the log gives it."""
        content = self.linked(change)
        record, text = render.finish(replace(content, record=replace(content.record, **place)), names, template)
        return record, render.seal(text, self.mark)


def compose(source: Source, document: Document, reading: Reading) -> Composition:
    """The words of the record of a research file that decides something."""
    verdict = reading.verdict
    assert verdict is not None
    record = Record(
        number=0,
        title=reading.title or PurePosixPath(source.path).stem,
        status=verdict.status,
        qualifier=verdict.qualifier,
        date=reading.date,
        verdict=verdict.line or verdict.status.capitalize(),
        update=reading.update,
        source=source.path,
        tags=reading.tags,
        decision_makers=reading.decision_makers,
        owners=reading.owners,
    )
    mark, targets = source.digest, dict[str, int]()
    content = render.content(
        document, reading, record, lambda target: f"{mark}-{targets.setdefault(target, len(targets))}-"
    )
    return Composition(content, mark, tuple(targets))
