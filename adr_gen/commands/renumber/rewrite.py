"""A text in which the references to a record that moves to another number are changed, and nothing else."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import PurePosixPath

from ... import frontmatter, links
from ...frontmatter import FrontMatter
from ...markdown import DocumentError, normal, parse
from ...records.lookup import number_in

RELATIONS = ("supersedes", "superseded_by", "superseded-by", "revisits", "relates", "relates_to", "relates-to")
"""Front-matter keys whose values are references."""
_RELATION = re.compile(r"(?i)\W*(?:supersedes|revisits|relates|amends|(?:status\W+)?superseded by)\b")
_STATUS = re.compile(r"(?i)status:\W*superseded by\b")
# four blanks would make it code
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s<>]+)", re.M)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """One record on its way to another number."""

    path: str
    target: str
    old: int
    new: int
    source: str | None
    """The research file of the moved record."""
    others: frozenset[str]
    """The records that keep the old number, and their research files."""

    @property
    def name(self) -> str:
        """The record's file name so far."""
        return PurePosixPath(self.path).name

    @property
    def own(self) -> tuple[str, str | None]:
        """The files in which the moved record speaks itself."""
        return self.path, self.source

    def mend(self, match: re.Match[str]) -> str:
        """What replaces a match: its first group, and for its second, the old number, the new one as wide."""
        digits = match[2]
        return f"{match[1]}{self.new:0{len(digits)}}" if digits.startswith("0") else f"{match[1]}{self.new}"


def mended(path: str, text: str, move: Renumbering, tied: bool, unique: bool) -> str:
    """The Markdown file at `path` with its references changed.

    `tied`: bare numbers in it mean the moved record; `unique`: no other file has the moved record's name.
    """
    # most files of a repository do not have the number at all, and parsing is the dear part
    if not re.search(rf"(?<!\d)0*{move.old}(?!\d)", text):
        return text
    front, end = _front(text)
    if path == move.path:
        text = _numbered(text, front, move)
    code = links.in_code(text)
    text = links.rewrite(text, lambda target: _target(path, target, move, tied), code)
    text = with_new_name(text, move, unique, code)
    own = bool(move.others) and path in move.own
    referring = _referring(text, front, end)
    if tied and not own:
        text = _per_line(text, rf"(?<![\w./-])()(0*{move.old})(?![\w./-])", move, _within_front(referring, end))
        text = _per_line(text, rf"(?<![\w:])(adr:)(0*{move.old})(?![\w-])", move, lambda line: not code(line))
    return _worded(path, text, move, tied, referring if own else (), code)


def with_new_name(text: str, move: Renumbering, unique: bool, code: Callable[[int], bool] = lambda line: False) -> str:
    """`text` with the moved record's file name changed wherever it is written out, outside code blocks."""
    if move.name not in text:
        return text
    pattern = re.compile(rf"(?<![\w.%/:-])([\w.%/:-]*/)?{re.escape(move.name)}(?![\w-])")

    def change(match: re.Match[str]) -> str:
        folder = re.sub(r"^(?:\.{1,2}/)+", "", match[1] or "")
        exact = f"/{move.path}".endswith(f"/{folder}{move.name}") and (unique or folder)
        return f"{match[1] or ''}{PurePosixPath(move.target).name}" if exact else match[0]

    lines = text.split("\n")
    return "\n".join(line if code(n) else pattern.sub(change, line) for n, line in enumerate(lines))


def reviewed(text: str, move: Renumbering, unique: bool) -> str:
    """A review of the moved record with the record that it names changed."""
    return with_new_name(re.sub(rf"(?m)^(record:\s*[\"']?(?:ADR-)?)(0*{move.old})\b", move.mend, text), move, unique)


def anchors(before: str, after: str) -> dict[str, str]:
    """The anchors that changed because a heading names the new number."""
    try:
        old, new = (links.heading_slugs(b for b in parse(t).blocks if b.kind == "heading") for t in (before, after))
    except DocumentError:
        return {}
    return {a: b for a, b in zip(old, new, strict=False) if a != b}


def with_moved_anchors(path: str, text: str, moved: dict[str, dict[str, str]]) -> str:
    """`text` with the anchors of its links changed; `moved` has the changed anchors of each file."""

    def change(target: str) -> str | None:
        place, rest = links.split(target)
        project = _project(path, place) if place else path
        new = moved.get(project or "", {}).get(rest.removeprefix("#"))
        return f"{target[: len(target) - len(rest)]}#{new}" if new else None

    return links.rewrite(text, change, links.in_code(text))


def _front(text: str) -> tuple[FrontMatter, int]:
    """The front matter, and the number of its lines."""
    plain = normal(text)
    try:
        front, offset = frontmatter.split(plain)
    except frontmatter.FrontMatterError:
        return FrontMatter(), 0
    return front, plain.count("\n", 0, offset)


def _numbered(text: str, front: FrontMatter, move: Renumbering) -> str:
    """The moved record with the number in its front matter and at the start of its first heading changed."""
    lines = text.split("\n")
    if at := front.lines.get("number"):
        lines[at - 1] = re.sub(rf"([:=]\s*[\"']?)(0*{move.old})\b", move.mend, lines[at - 1])
    if at := _title(text):
        title = rf"^(\ufeff?\s*(?:#\s+)?)(0*{move.old})(?=[.:)]\s|\s+[-–—]\s)"
        lines[at - 1] = re.sub(title, move.mend, lines[at - 1])
    return "\n".join(lines)


def _title(text: str) -> int:
    """The line of the first heading of the first level; 0 if there is none."""
    try:
        blocks = parse(text).blocks
    except DocumentError:
        return 0
    return next((block.line for block in blocks if block.kind == "heading" and block.level == 1), 0)


def _referring(text: str, front: FrontMatter, end: int) -> set[int]:
    """The lines, counted from 0, that say which records this one supersedes, revisits or relates to."""
    starts = sorted(front.lines.values())
    lines = enumerate(text.split("\n"))
    numbers = {n for n, line in lines if (_RELATION if n >= end else _STATUS).match(line)}
    for key in RELATIONS:
        if start := front.lines.get(key):
            stop = next((s for s in starts if s > start), end)
            numbers.update(range(start - 1, stop - 1))
    return numbers


def _within_front(lines: set[int], end: int) -> Callable[[int], bool]:
    return lambda line: line in lines and line < end


def _per_line(text: str, pattern: str, move: Renumbering, chosen: Callable[[int], bool]) -> str:
    lines = text.split("\n")
    return "\n".join(re.sub(pattern, move.mend, line) if chosen(n) else line for n, line in enumerate(lines))


def _project(path: str, place: str) -> str | None:
    folder = str(PurePosixPath(path).parent)
    return links.join("" if folder == "." else folder, place)


def _target(path: str, target: str, move: Renumbering, tied: bool) -> str | None:
    """The link target in the file at `path` if it leads to the moved record, with the new file name."""
    place, rest = links.split(target)
    if place.startswith("/") and tied and number_in(place) == move.old:  # an address of the site: `/adr/23`
        number = PurePosixPath(place).name
        return f"{re.sub(rf'{number}/?$', '', place)}{move.new:0{len(number)}}{'/' * place.endswith('/')}{rest}"
    if not place or _project(path, place) != move.path:
        return None
    folder = target[: len(target) - len(rest)].rpartition("/")
    return f"{folder[0]}{folder[1]}{links.relative(PurePosixPath(move.target).name, '')}{rest}"


def _worded(
    path: str, text: str, move: Renumbering, tied: bool, fixed: Container[int], code: Callable[[int], bool]
) -> str:
    """`text` with `ADR-0007` changed: in the words of links to the moved record, and if `tied` wherever no link stands.

    Lines in `fixed` change only in such links.
    """
    token = re.compile(rf"(?<![\w/.:-])((?i:ADR)(?:[-_ ]|\s?\#)?)(0*{move.old})(?![\w]|[-.]\w)")
    leading = re.compile(rf"(\[\s*)(0*{move.old})(?=[.:)]\s|\s+[-–—]\s)")
    slug, new_slug = f"[{move.name.removesuffix('.md')}]", f"[{PurePosixPath(move.target).stem}]"
    # links and addresses are matched first, so that a number inside them is no token
    piece = re.compile(rf"\[[^\[\]]*\]\(\s*<?([^\s()<>]+)[^)\n]*\)|\w+://\S+|{token.pattern}")
    shade = links.shaded(text, code)
    foreign = _foreign(path, shade, move)
    edits: list[tuple[int, int, str]] = []
    for match in piece.finditer(shade):
        start, end = match.span()
        label = text[start:end]
        if match[1]:
            if links.is_local(match[1]) and _project(path, links.split(match[1])[0]) == move.target:
                label = new_slug + label[len(slug) :] if label.startswith(slug) else token.sub(move.mend, label)
                edits.append((start, end, leading.sub(move.mend, label, count=1)))
        elif (
            match[3] and tied and text.count("\n", 0, start) not in fixed and shade[start - 1 : end + 1] not in foreign
        ):
            edits.append((start, end, token.sub(move.mend, label)))
    # from the end, so that the places before stay right
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def _foreign(path: str, text: str, move: Renumbering) -> set[str]:
    """Labels of link definitions, with their brackets, that lead elsewhere."""
    pairs = [(match[1], match[2]) for match in _DEFINITION.finditer(text)]
    return {
        f"[{label}]"
        for label, target in pairs
        if not (links.is_local(target) and _project(path, links.split(target)[0]) == move.target)
    }
