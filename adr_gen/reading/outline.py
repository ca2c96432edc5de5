"""A document as the places where something can be said: paragraphs, items and tables with their headings and labels."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from string import ascii_uppercase

from ..markdown import Block, Document, fold
from ..spans import covered
from . import words

LONGEST = 20_000
"""Characters of one paragraph that are read; nobody writes longer ones."""
SENTENCE = 2_000
"""Characters of the longest sentence that is taken apart."""


_SPLIT = re.compile(r"(?:[.!?](?:[\"'”’)\]*_]{0,3})|[。！？])(?=\s+[^\s a-z]|\s+`|\s*\Z)|\n(?=\s*[-*•] )|。")
LONGEST_CODE = 400
"""Characters of a code span in prose; what is longer stands between marks that were forgotten."""


_EMPHASIS = re.compile(r"(?<!\*)\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?!\*)")


def uncoded(text: str) -> str:
    """`text` with code spans replaced by the letter x, of the same length."""
    return covered(text, lambda span: "x" * len(span), LONGEST_CODE) if "`" in text else text


def masked(text: str) -> str:
    """`text` with code spans replaced by the letter x and emphasis marks by blanks, of the same length."""
    text = uncoded(text)
    return _EMPHASIS.sub(lambda m: " " * len(m[0]), text) if "*" in text else text


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, white space folded."""
    text = text[:LONGEST]
    found, start = [], 0
    hidden = uncoded(text)
    for mark in _SPLIT.finditer(hidden):
        near = max(start, mark.end() - 8), mark.end()
        if hidden.endswith(_abbreviated(), *near) and _abbreviation().search(hidden, *near):
            continue
        found.append(fold(text[start : mark.end()]))
        start = mark.end()
    found.append(fold(text[start:]))
    return [s for s in found if s]


_BOLD = re.compile(r"(\*\*|__|\*|_)(?=\S)((?:(?!\1)[^\n]){1,160}?)(?<=\S)\1(\s{0,2}[:：]|\s{1,3}[—–-](?=\s)|)[ \t]*")
_PLAIN = re.compile(r"([^\W\d_][^\n:：.!?`|]{0,70}?)\s?(?::|：)(?=\s|\*|\Z)[ \t]*")
_NUMBERING = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[a-zA-Z][.)]|§\s?[\d.]+)\s+")


@lru_cache(4096)
def plain(text: str) -> str:
    """Words of a label or heading: no marks, numbering, emphasis or signs around them, white space folded."""
    text = fold(text.replace("**", "").replace("__", "").replace("`", ""))
    if len(text) >= 400:
        return _trimmed(text[:400])
    text = _trimmed(text)
    numbered = _NUMBERING.match(text)
    return _trimmed(text[numbered.end() :]) if numbered else text


def _trimmed(text: str) -> str:
    """`text` without the signs around it; a closing bracket or per cent sign stays."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in "_)%"):
        end -= 1
    return text[start:end]


@lru_cache(2048)
def label(text: str) -> tuple[str, str] | None:
    """The label that `text` begins with and what follows it: `**Label:** rest`, `**Label: rest**` or `Label: rest`."""
    text = text.lstrip()
    if bold := text[:1] in ("*", "_") and _BOLD.match(text):
        inner, rest = bold[2], text[bold.end() :]
        if bold[3].strip() or inner.rstrip().endswith((":", "：")):
            return plain(inner), rest.strip()
        name, colon, value = inner.partition(": ")
        if colon and len(name) < 60:
            return plain(name), value.strip() + (" " + rest.strip() if rest.strip(" .") else "")
        return plain(inner), rest.strip()
    start = text[:80]
    found = _PLAIN.match(text) if ":" in start or "：" in start else None
    if found and len(found[1].split()) <= 9:
        return plain(found[1]), text[found.end() :].strip()
    return None


def line_of(block: Block, text: str) -> int:
    """The line of a block on which words of it begin; its first line if they are not in it."""
    if "\n" not in block.text:
        return block.line
    first = re.search(r"\s+".join(map(re.escape, text.split()[:4])) or r"\Z", block.text)
    return block.line + (block.text.count("\n", 0, first.start()) if first else 0)


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.alternation('text.abbreviations')}|[A-Z])\.\Z")


@cache
def _abbreviated() -> tuple[str, ...]:
    """What a text with an abbreviation at its end ends with."""
    letters = {entry[-2:].lstrip("?. ") for entry in words.entries("text.abbreviations")}
    return tuple(f"{end}." for end in (*letters, *ascii_uppercase))


@dataclass(slots=True, eq=False)
class Place:
    """A paragraph, table or list with the headings above it; nobody changes one, but freezing thousands takes time."""

    block: Block
    headings: tuple[Block, ...]
    """From the outermost to the nearest."""
    before: Block | None = None
    """The block just before it among its siblings."""
    after: Block | None = None
    """The block just after it among its siblings."""
    items: tuple[Block, ...] = ()
    """The list items it stands in, from the outermost."""
    labels: tuple[str, ...] = ()
    """Labels that announce the lists it stands in, from the outermost."""
    label: tuple[str, str] | None = None
    """Label and rest of a paragraph."""
    step: bool = False
    """Whether it stands in a numbered list, as the steps of a procedure do."""

    @property
    def top(self) -> bool:
        """Whether it stands outside of lists."""
        return not self.items

    @property
    def inside_option(self) -> bool:
        """Whether it speaks of one option, not of the decision."""
        return any(h.level > 1 and is_option(h.text) for h in self.headings) or any(
            is_option(name) for name in self.labels
        )

    @property
    def aside(self) -> bool:
        """Whether it speaks of a question beside the decision: an open one, a next step, a follow-up."""
        before = self.before.text if self.before is not None and self.before.kind == "paragraph" else ""
        name = label(before) if before[:1] in ("*", "_") else None
        names = (*self.labels, *(h.text for h in self.headings if h.level > 1), name[0] if name and not name[1] else "")
        return any(map(is_aside, names))

    @property
    def option(self) -> str | None:
        """The option it speaks of, None outside of options."""
        for depth, heading in enumerate(self.headings):
            if heading.level > 1 and is_option(heading.text):
                below = self.headings[depth + 1 :]
                if below:
                    return fold(below[0].text)
                item = self.items[0].children[0].text if self.items and self.items[0].children else ""
                found = label(item)
                return found[0] if found and found[0] else fold(heading.text)
        return None


def is_blank(text: str) -> bool:
    """Whether a text is a template's blank, such as `<name the trigger>`."""
    bare = text.strip(" .*_")
    return bare.startswith("<") and bare.endswith(">") and " " in bare and bare.count("<") == 1


@lru_cache(4096)
def is_option(heading: str) -> bool:
    """Whether a heading or label opens the options, or names one of them."""
    name = plain(heading).lower()
    return words.section_labels().get(name.split(" (")[0]) == "options" or bool(
        words.whole("verdict.options").match(name[:120])
    )


@lru_cache(4096)
def is_aside(heading: str) -> bool:
    """Whether a heading or label opens what is beside the decision."""
    return bool(words.whole("verdict.asides").match(plain(heading)[:120]))


def places(document: Document) -> list[Place]:
    """Headings, paragraphs, lists, tables in order, also inside lists; code, comments, quotes and footnotes say nothing."""
    found: list[Place] = []
    headings: list[Block] = []
    blocks = document.blocks
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.kind == "heading":
            headings = [h for h in headings if h.level < block.level]
            found.append(Place(block, tuple(headings), before, after))
            headings.append(block)
        else:
            _within(found, block, tuple(headings), before, after, (), ())
    return found


_LINE = re.compile(r"(?:\*\*|__)[^*_\n]{1,80}?(?:[:：](?:\*\*|__)|(?:\*\*|__)\s?[:：])|[A-Z][\w /-]{1,40}:\s")


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)


def _parts(block: Block) -> list[Block]:
    """A paragraph without comments as one block for each line that begins with a label; other blocks as they are."""
    if "\n" not in block.text and "<!--" not in block.text:
        return [block]
    if block.kind == "paragraph" and "<!--" in block.text:
        block = replace(block, text=_COMMENT.sub(lambda m: "\n" * m[0].count("\n"), block.text))
    lines = block.text.split("\n") if block.kind == "paragraph" else []
    if len(lines) < 2:
        return [block]
    labelled = bool(_LINE.match(lines[0]))
    starts = [n for n, text in enumerate(lines) if n == 0 or ((labelled or text[:1] in "*_") and _LINE.match(text))]
    if len(starts) == 1:
        return [block]
    ends = [*starts[1:], len(lines)]
    return [
        Block("paragraph", block.line + s, block.line + e - 1, "\n".join(lines[s:e]))
        for s, e in zip(starts, ends, strict=True)
    ]


def _within(
    found: list[Place],
    block: Block,
    headings: tuple[Block, ...],
    before: Block | None,
    after: Block | None,
    items: tuple[Block, ...],
    labels: tuple[str, ...],
    step: bool = False,
) -> None:
    if block.kind not in ("paragraph", "table", "list"):
        return
    for number, part in enumerate(_parts(block)):
        own = label(part.text) if part.kind == "paragraph" else None
        found.append(Place(part, headings, None if number else before, after, items, labels, own, step))
    if block.kind != "list" or len(items) > 12:
        return
    announced = label(before.text) if before is not None and before.kind == "paragraph" else None
    names = (*labels, announced[0] if announced and not announced[1] else "")
    for item in block.children:
        for number, child in enumerate(item.children):
            above = item.children[number - 1] if number else None
            below = item.children[number + 1] if number + 1 < len(item.children) else None
            _within(found, child, headings, above, below, (*items, item), names, block.ordered)
