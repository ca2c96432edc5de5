"""A record's words in the three sections of Nygard's form, and the lines that relate it to others."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath

from ... import links
from ...markdown import Block, fold
from ...reading.patterns.language_matchers import either
from ...reading.status.status_line import status_word
from ...reading.status.supersession import begins_supersession
from ...records import RecordFile
from ...site.urls import MEDIA, Urls

_DECISION = re.compile(r"(?i)^(decision|decision outcome|verdict|recommendation|conclusion)\b")
_CONTEXT = re.compile(r"(?i)^(context|problem|background|decision drivers|considered options|goal|question|options)\b")
_NO_TITLE = re.compile(r"(?i)^(context|context and problem statement|decision|decision outcome|consequences)$")
_STATED = re.compile(r"(?i)\W*(?:status|date|qualifier)\W*:|\W*\d{4}-\d{2}-\d{2}\W*$")
_TARGET = re.compile(r"\[[^\]]*\]\(\s*<?([^\s()<>]+)")
_NOWHERE = re.compile(r"\[([^\]]*)\]\(\)")
_SHORT = 8
"""A status line of more words says more than the status."""


@dataclass(slots=True)
class NygardSections:
    """What goes where; each piece is Markdown, and every block of the record is in one of them."""

    relations: list[tuple[str, list[str]]] = field(default_factory=list)
    """Lines that relate the record to others, each with the paths of the records that it links to."""
    context: list[str] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    consequences: list[str] = field(default_factory=list)


def three(file: RecordFile, places: Urls, media: dict[str, str]) -> NygardSections:
    """The sections of a record, headings one level down, links and images leading where `places` has them.

    Images go beside the records and are added to `media`. What says only status, date or qualifier is left out.
    """
    path, document, sections = file.record.path, file.document, NygardSections()
    header, status, chosen = True, False, sections.context

    def change(target: str) -> str | None:
        image = PurePosixPath(links.split(target)[0]).suffix[1:].lower() in MEDIA
        return places.image(path, "", media, target) if image else places.link(path, "", target)

    def moved(raw: str) -> str:
        return links.rewrite(raw, change, links.in_code(raw))

    blocks = document.blocks
    for number, block in enumerate(blocks):
        following = blocks[number + 1].line - 1 if number + 1 < len(blocks) else len(document.lines)
        raw = "\n".join(document.lines[block.line - 1 : following]).strip("\n")
        if block.kind == "heading":
            # the sections of the form are of the second level; what is deeper belongs to one
            if block.level <= 2:
                status = block.text.strip().lower() == "status"
                header = block.level == 1 or status
                chosen = _section(sections, block.text)
            # HTML has six levels
            raw = "" if header or _NO_TITLE.match(block.text) else f"#{'#' * min(block.level, 5)} {block.text}"
        elif header and block.kind in ("paragraph", "list"):
            rest, related = _parted(block, raw, status)
            sections.relations += [(moved(line), _records(line, path, places)) for line in related]
            raw, chosen = rest, sections.context
        if raw:
            chosen.append(moved(raw))
    return sections


def _section(sections: NygardSections, heading: str) -> list[str]:
    if _DECISION.match(heading):
        return sections.decision
    return sections.context if _CONTEXT.match(heading) else sections.consequences


def _parted(block: Block, raw: str, status: bool) -> tuple[str, list[str]]:
    """What a block above the sections says beyond status and date, and the lines in it that relate the record."""
    if block.kind == "list":
        first = block.children[0].line if block.children else block.line
        starts = [item.line - first for item in block.children] + [raw.count("\n") + 1]
        lines = raw.split("\n")
        pieces = ["\n".join(lines[a:b]) for a, b in pairwise(starts)]
    else:
        pieces = raw.split("\n")
    rest, related = [], []
    for piece in pieces:
        line = fold(re.sub(r"^\s*[*+-]\s+", "", piece)) if block.kind == "list" else piece.strip()
        line = _NOWHERE.sub(r"\1", line)
        if _relates(line, status):
            related.append(line)
        elif not (_STATED.match(line) or (status and _is_status(line))):
            rest.append(piece)
    return "\n".join(rest).strip("\n"), related


def _is_status(line: str) -> bool:
    return len(line.split()) <= _SHORT and status_word(line) is not None


def _relates(line: str, status: bool) -> bool:
    """Whether a line says how the record relates to others; below `Status` any line that ends in a link does."""
    if not (_TARGET.search(line) or re.search(r"\bADR[-_ ]?\d", line)):
        return False
    relation = rf"{either('revisits', 'relates')}"
    return begins_supersession(line) or bool(
        re.match(relation, line, re.I) or (status and re.match(r"[\w ,-]{3,40} \[.*\)$", line))
    )


def _records(line: str, path: str, places: Urls) -> list[str]:
    """The records that a line links to."""
    folder = str(PurePosixPath(path).parent)
    targets = (links.split(target)[0] for target in _TARGET.findall(line))
    paths = (links.join("" if folder == "." else folder, place) for place in targets if place)
    return [record for record in paths if record in places.pages]
