"""The log in Nygard's form: plain records without front matter, as adr-tools writes them."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from .. import links
from ..log import Log, build
from ..markdown import Block
from ..records import NAME, Record, RecordFile
from ..render import text


def nygard(record_files: list[RecordFile]) -> Iterator[tuple[str, str]]:
    """File name and text of each record as `# N. Title`, date, status, context, decision, consequences."""
    log = build(file.record for file in record_files)
    names = {record.path: _name(record) for record in log.records}
    for file in record_files:
        record = log.by_path[file.record.path]
        qualifier = f" ({record.qualifier})" if record.qualifier else ""
        status = [(record.status or "unknown").capitalize() + qualifier]
        for words, numbers in (("Supercedes", record.supersedes), ("Superceded by", record.superseded_by)):
            status += [f"{words} {_reference(log, n)}" for n in numbers if n in log.by_number]
        context, decision, consequences = _three(file, names)
        parts = [
            text.title(f"{record.number}. {record.title}"),
            f"Date: {record.date}" if record.date else "",
            "## Status",
            *status,
            "## Context",
            context,
            "## Decision",
            decision or record.verdict or "",
            "## Consequences",
            consequences,
        ]
        yield names[record.path], "\n\n".join(part for part in parts if part.strip()) + "\n"


def _reference(log: Log, number: int) -> str:
    other = log.by_number[number]
    return f"[{number}. {text.harmless(other.title)}]({_name(other)})"


def _name(record: Record) -> str:
    """The record's file name with its number in front, in four digits or more, as these tools want it."""
    rest = NAME.sub("", PurePosixPath(record.path).stem).lstrip("-_ .")
    return f"{record.number:04}-{rest or 'record'}.md"


_DECISION = re.compile(r"(?i)^(decision|decision outcome|verdict|recommendation|conclusion)\b")
_CONTEXT = re.compile(r"(?i)^(context|problem|background|decision drivers|considered options|goal|question|options)\b")
_FACT = re.compile(
    r"[\s*_]*(?:[\w -]{3,20}:|(?:supersede|supercede|revisits|relates|amend)\w*\b|(?:accepted|proposed|rejected|deprecated)\b)",
    re.I,
)
_NO_TITLE = re.compile(r"(?i)^(context|context and problem statement|decision|decision outcome|consequences)$")


def _three(file: RecordFile, names: dict[str, str]) -> tuple[str, str, str]:
    """A record's body in Nygard's three sections, each block in one of them, headings one level down.

    `names` are the new file names of all records, by path; links follow them.
    """
    parts: tuple[list[str], list[str], list[str]] = ([], [], [])
    document, chosen, skipped = file.document, 0, True
    blocks, code, folder = document.blocks, links.code_lines(document), str(PurePosixPath(file.record.path).parent)

    def change(target: str) -> str | None:
        place, rest = links.split(target)
        name = names.get(links.join(folder, place) or "") if place else None
        return name + rest if name else None

    lines = links.rewrite(document.text, change, lambda n: n + 1 in code).split("\n")
    for number, block in enumerate(blocks):
        following = blocks[number + 1].line - 1 if number + 1 < len(blocks) else len(document.lines)
        raw = "\n".join(lines[block.line - 1 : following]).strip("\n")
        if block.kind == "heading" and block.level <= 2:
            skipped = block.level == 1 or block.text.strip().lower() == "status"
            chosen = 1 if _DECISION.match(block.text) else 0 if _CONTEXT.match(block.text) else 2
        if block.kind == "heading":
            raw = "" if skipped or _NO_TITLE.match(block.text) else f"#{'#' * min(block.level, 5)} {block.text}"
        if raw and not (skipped and _header(block)):
            parts[0 if skipped else chosen].append(raw)
    return "\n\n".join(parts[0]), "\n\n".join(parts[1]), "\n\n".join(parts[2])


def _header(block: Block) -> bool:
    """Whether a block says status, date and relations, which Nygard's form says in its own way."""
    lines = (
        [i.children[0].text for i in block.children if i.children] if block.kind == "list" else block.text.split("\n")
    )
    return block.kind in ("list", "paragraph") and all(_FACT.match(line) for line in lines)
