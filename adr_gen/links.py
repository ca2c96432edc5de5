"""Links of a Markdown source: where they stand, and the same text with them pointing elsewhere."""

import posixpath
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote, unquote

from . import markdown
from .linear_inline import covered
from .markdown import Block, Document

_INLINE = re.compile(r"(?<=\]\()(\s*)(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)")
_DEFINITION = re.compile(r"(\[(?:\\.|[^\[\]\\])+\]:[ \t]*(?:\n[ \t>]*)?)(<[^<>\n]*>|[^\s<]\S*)")
_HTML = re.compile(r"""(<[a-zA-Z][^<>]*?\s(?:src|href)\s*=\s*)("[^"\n]*"|'[^'\n]*')""")
_IN_WORDS = frozenset(["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"])
_REFERENCE = re.compile(r"\[([^\[\]]{1,200})\](?:\[([^\[\]]{0,200})\])?(?![\[(:])")
_SCHEME = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


def is_local(target: str) -> bool:
    """Whether a link target is a path or an anchor, no address with a scheme or host."""
    return bool(target) and not _SCHEME.match(target)


def split(target: str) -> tuple[str, str]:
    """A local target's path, percent-decoded, and what follows it (`?query#anchor`), as written."""
    match = re.match(r"([^?#]*)(.*)$", target, re.S)
    assert match
    return unquote(match[1]), match[2]


def join(folder: str, path: str) -> str | None:
    """The project path that `path` means in a file of `folder`; None when it leaves the project.

    A backslash is no separator of Markdown's; Windows would take it for one and follow it anywhere.
    """
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    normal = posixpath.normpath(joined)
    return None if normal.startswith("..") or "\0" in normal or "\\" in normal else normal


def relative(path: str, folder: str) -> str:
    """A project path as a link target in a file of `folder`."""
    return quote(posixpath.relpath(path, folder or "."), safe="/!$&'()*+,;=:@~-._")


def code_lines(document: Document) -> set[int]:
    """1-based lines of the document that are code blocks, at any depth."""
    lines: set[int] = set()
    stack = list(document.blocks)
    while stack:
        block = stack.pop()
        if block.kind == "code":
            lines.update(range(block.line, block.end + 1))
        stack.extend(block.children)
    return lines


def in_code(text: str) -> Callable[[int], bool]:
    """Whether a line of the text, counted from 0, is in a code block."""
    try:
        lines = code_lines(markdown.parse(text))
    except markdown.DocumentError:
        lines = set()
    return lambda line: line + 1 in lines


def rewrite(raw: str, change: Callable[[str], str | None], code: Callable[[int], bool]) -> str:
    """`raw` with every local link target replaced by `change(target)` where that is not None.

    `code(n)` tells whether the n-th line of `raw` (from 0) is inside a code block; code spans are left alone too.
    """
    if "](" not in raw and "]:" not in raw and "=" not in raw:
        return raw
    edits: list[tuple[int, int, str]] = []
    shade = shaded(raw, code)
    spans = (*_real(raw, _spans(_INLINE, shade)), *_spans(_HTML, shade), *_defined(raw, _definitions(raw)))
    for start, end in spans:
        target, wrap = raw[start:end], ""
        if target[0] in "<\"'":
            wrap, target = target[0], target[1:-1]
        if not is_local(target) or (new := change(target)) is None or new == target:
            continue
        edits.append((start, end, f"{wrap}{new}{'>' if wrap == '<' else wrap}"))
    return _edited(raw, sorted(edits))


def _edited(raw: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """`raw` with other words in some places, which come in their order; of two that overlap the first."""
    parts, done = list[str](), 0
    for start, end, new in edits:
        if start >= done:
            parts += [raw[done:start], new]
            done = end
    return "".join([*parts, raw[done:]])


def _spans(pattern: re.Pattern[str], shade: str) -> list[tuple[int, int]]:
    """Where the targets that a pattern finds stand in a text without its code."""
    return [match.span(2) for match in pattern.finditer(shade)]


def _in_text(shade: str) -> list[tuple[int, int]]:
    """Where the targets of links, images and HTML attributes stand in a text without its code."""
    return [*_spans(_INLINE, shade), *_spans(_HTML, shade)]


def _real(raw: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of `spans` that the parser takes for targets of links or images: words and brackets may only look like them."""
    raw_targets = [(span, raw[slice(*span)].strip("<>")) for span in spans]
    # parsing is the dear part, and most paragraphs link to other sites only
    if not any(is_local(target) for _, target in raw_targets):
        return []
    try:
        # an empty line in front: a piece that begins with `---` is no front matter
        blocks = list(markdown.parse_body(f"\n{raw}").blocks)
    except markdown.DocumentError:
        return spans
    parsed: set[str] = set()
    while blocks:
        block = blocks.pop()
        blocks.extend(block.children)
        texts = (
            (block.text, *(cell for row in block.rows for cell in row)) if block.kind not in ("code", "html") else ()
        )
        parsed.update(*(markdown.targets(text) for text in texts if "](" in text))
    return [span for span, target in raw_targets if markdown.target(target) in parsed]


def _definitions(raw: str) -> Iterable[int]:
    """The lines of `raw` (from 0) on which link reference definitions begin.

    The parser tells: footnotes, and words in brackets before a colon, only look like definitions.
    """
    if not _DEFINITION.search(raw):
        return ()
    try:
        document = markdown.parse_body(raw)
    except markdown.DocumentError:
        return ()
    return [line - 1 for line in document.definitions]


def _defined(raw: str, lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where the targets of the definitions on `lines` (from 0) of `raw` stand."""
    starts = [0, *(matches.end() for matches in re.finditer("\n", raw))]
    matches = (_DEFINITION.search(raw, starts[line]) for line in lines)
    return (one.span(2) for one in matches if one)


def shaded(raw: str, code: Callable[[int], bool]) -> str:
    """`raw` with code blanked out, every character at its place."""
    lines = [re.sub(r"\S", "\0", line) if code(n) else line for n, line in enumerate(raw.split("\n"))]
    text = "\n".join(lines)
    return covered(text, lambda span: re.sub(r"[^\n]", "\0", span)) if "`" in text else text


def local_targets(document: Document) -> Iterator[tuple[int, str]]:
    """Line and target of each local link, image and definition in the document's source, in their order."""
    code = code_lines(document)
    lines = document.lines
    pairs = [target for block in document.blocks for target in _targets(lines, block, code)]
    definitions = _defined(document.text, (line - 1 for line in document.definitions))
    pairs += _placed(document.text, definitions, 1)
    return ((line, target) for line, target in sorted(pairs) if is_local(target))


def _targets(lines: list[str], block: Block, code: set[int]) -> Iterator[tuple[int, str]]:
    raw = "\n".join(lines[block.line - 1 : block.end])
    return _placed(raw, _in_text(shaded(raw, lambda n: block.line + n in code)), block.line)


def _placed(raw: str, spans: Iterable[tuple[int, int]], line: int) -> Iterator[tuple[int, str]]:
    """The lines and the words of targets in a text that begins on `line`."""
    ends = [match.start() for match in re.finditer("\n", raw)]
    return ((line + bisect_left(ends, start), raw[start:end].strip("<>\"'")) for start, end in spans)


def inlined(text: str, document: Document) -> str:
    """A piece of a document with the links of its definitions, `[text][label]` and `[label]`, written inline."""
    if not document.references or "[" not in text:
        return text
    from markdown_it.common.utils import normalizeReference

    def inline(match: re.Match[str]) -> str:
        definition = document.references.get(normalizeReference(match[2] or match[1]))
        return f"[{match[1]}]({definition['href']})" if definition else match[0]

    return _REFERENCE.sub(inline, text)


def slug(heading: str) -> str:
    """GitHub's anchor for the words of a heading, before repeated ones are numbered."""
    # by category: `\w` of Python leaves out marks that GitHub keeps in Indic and Arabic words
    letters = (c for c in heading.strip().lower() if c in "- " or unicodedata.category(c) in _IN_WORDS)
    return "".join(letters).replace(" ", "-")


def slugs(headings: Iterable[str]) -> list[str]:
    """GitHub's anchors for the words of all headings of a file, in order."""
    seen: Counter[str] = Counter()
    anchors = []
    for heading in headings:
        base = slug(heading)
        anchors.append(f"{base}-{seen[base]}" if seen[base] else base)
        seen[base] += 1
    return anchors


def heading_slugs(headings: Iterable[Block]) -> list[str]:
    """GitHub's anchors for heading blocks, in order."""
    return slugs(markdown.plain_text(markdown.inline(block.text)) for block in headings)
