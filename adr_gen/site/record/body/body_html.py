"""The published body of a record: raw HTML blocks under Markdown headings, for any engine that is Python-Markdown.

What stands between two headings is one line of HTML in one `div`, so no rule about lines, indents or blank lines
applies to it, and what an extension or a plugin could act on in there is written as entities.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from .... import links, markdown
from ....markdown import Block, Document
from ...feeds.character_filter import fit
from . import headings
from .html import renderer, sanitise
from .html.notation import PLAIN, Notation
from .html.sanitise import Resolve
from .text_direction import directed

_SHIELDED = {
    "\n": "&#10;",
    "\t": "&#9;",
    "{": "&#123;",
    "`": "&#96;",
    # plugins for wiki links act on raw HTML too
    "[[": "&#91;&#91;",
    "](": "&#93;(",
    "<br>": "<br />",
}
MOST_LINES = 10_000
"""Lines that are remembered: the pages of a log repeat its titles many times."""
_EMOJI = re.compile(r":(?=[\w+-]+:)")


def body(
    document: Document,
    link: Resolve,
    image: Resolve,
    skip: frozenset[int] = frozenset(),
    notation: Notation = PLAIN,
    below: Mapping[int, str] | None = None,
    hidden: frozenset[int] = frozenset(),
) -> str:
    """The body of `document` without the top-level blocks in `skip`, safe, same words, no extension acts on it.

    `below` are raw blocks of ours, each by the block that it stands below; at the end, if that does not stand by itself.
    `hidden` blocks of these are on the page, and nobody sees them.
    `link` and `image` are asked what a relative address becomes on the page; None: it leads nowhere.
    """
    as_html = renderer.Renderer(link, image, notation=notation)
    tokens = markdown.tokens(document, formulas=notation.formulas)
    blocks = list(_blocks(tokens))
    inside = _inside(blocks)
    shown = frozenset(_shown(document, len(blocks), skip))
    lines = {n for n, block in enumerate(blocks) if n in shown and n not in inside and _is_line(block)}
    made = headings.PublishedHeadings(tokens, [blocks[n][0] for n in sorted(lines)], as_html)
    ours = dict(below or {})
    parts: list[str] = []
    chunk: list[str] = []
    for n, block in enumerate(blocks):
        if n in lines:
            parts += [_raw_block(chunk), made.line(block[0]), ours.pop(n, "")]
            chunk = []
        elif n not in shown:
            # links of others lead to a heading that the page says elsewhere, too
            chunk.append(made.anchor(block[0]))
            if n in ours and n not in inside:
                parts += [_raw_block(chunk), ours.pop(n)]
                chunk = []
        else:
            chunk.append(directed(as_html.render(block)))
            if n in ours and n not in inside:
                unseen = f"<div hidden>{_raw_block([chunk.pop()])}</div>" if n in hidden else ""
                parts += [_raw_block(chunk), unseen, ours.pop(n)]
                chunk = []
    return "\n\n".join(filter(None, [*parts, _raw_block(chunk), *ours.values()]))


def _shown(document: Document, count: int, skip: frozenset[int]) -> Iterator[int]:
    """The blocks of tokens that are published; all footnotes have moved to the end of these, in one block."""
    places = [n for n, block in enumerate(document.blocks) if block.kind != "footnote"]
    return (n for n in range(count) if n >= len(places) or places[n] not in skip)


def _blocks(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each top-level block."""
    start = depth = 0
    for n, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : n + 1]
            start = n + 1


def _inside(blocks: list[list[Token]]) -> set[int]:
    """The blocks that an author's raw HTML encloses, as in `<details>`, Markdown, `</details>`."""
    numbers: set[int] = set()
    opened: list[tuple[str, int]] = []
    for n, block in enumerate(blocks):
        if block[0].type != "html_block":
            continue
        for closes, name in sanitise.containers(block[0].content):
            if not closes:
                opened.append((name, n))
            elif name in (names := [name for name, _ in opened]):
                at = len(names) - 1 - names[::-1].index(name)
                numbers.update(range(opened[at][1] + 1, n))
                del opened[at:]
    return numbers


def _is_line(block: list[Token]) -> bool:
    return block[0].type == "heading_open" and len(block[1].content) <= headings.LONGEST


def _raw_block(chunk: list[str]) -> str:
    cleaned = sanitise.clean("".join(chunk)).strip()
    return f'<div class="adr-body">{_shielded(cleaned)}</div>' if cleaned else ""


def _shielded(text: str) -> str:
    for sign, entity in _SHIELDED.items():
        text = text.replace(sign, entity)
    return _EMOJI.sub("&#58;", text)


def slugs(document: Document) -> dict[str, int]:
    """GitHub's anchor of every heading of `document`, and its line in the file."""
    blocks = list(_headings(document.blocks))
    names = links.slugs(plain(block.text, document.references) for block in blocks)
    return {name: block.line for name, block in zip(names, blocks, strict=True)}


def _headings(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "heading":
            yield block
        yield from _headings(block.children)


def heading(text: str, level: int, references: dict[str, Any] | None = None) -> str:
    """A heading line for `text`, one line of Markdown; its links are left out."""
    return headings.line(inline_html(text, links=False, references=references), level)


def inline_html(
    text: str,
    *,
    links: bool = True,
    link: Resolve = sanitise.nowhere,
    image: Resolve = sanitise.nowhere,
    references: dict[str, Any] | None = None,
) -> str:
    """A line of Markdown as safe HTML for derived pages; `links=False` leaves out what would lead elsewhere."""
    if not references and link is image is sanitise.nowhere:
        return _line(text, links)
    return _rendered(text, links, link, image, references)


@lru_cache(MOST_LINES)
def _line(text: str, links: bool) -> str:
    return _rendered(text, links, sanitise.nowhere, sanitise.nowhere, None)


def _rendered(text: str, links: bool, link: Resolve, image: Resolve, references: dict[str, Any] | None) -> str:
    rendered = renderer.Renderer(link, image, links=links).render(markdown.inline(text, references))
    return _shielded(sanitise.clean_inline(rendered) if links else sanitise.clean_words(rendered)).strip()


def plain(text: str, references: dict[str, Any] | None = None) -> str:
    """The words of a line of Markdown without any markup: for titles, feeds and other programs."""
    return _shown_text(text, references) if references else _plain(text)


@lru_cache(MOST_LINES)
def _plain(text: str) -> str:
    return _shown_text(text, None)


def _shown_text(text: str, references: dict[str, Any] | None) -> str:
    return fit(renderer.plain(markdown.inline(text, references))).strip()
