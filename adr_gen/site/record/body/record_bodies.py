"""The published body of every record file, each read and rendered once, on its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from html import escape

from .... import records
from ....errors import Problem
from ....markdown import Block, fold
from ....model import Conditions
from ....parallel import parallel_map
from ....reading.header.title import bare
from ....records import Record, RecordFile
from ....untyped_yaml import Value
from ... import search_index
from ...components import badges
from ...memo import Memo
from ...page import Page, in_search, record_page
from ...urls import Urls
from ..lead import lead
from ..section_placement import TITLES, SectionPlacement, sections
from .body_html import body, plain
from .html.notation import PLAIN, Notation
from .html.sanitise import Resolve
from .raw_blocks import pack, seal, unpack
from .site_markdown import Converter, Outline, SiteMarkdown


@dataclass(frozen=True, slots=True)
class Body:
    """What one record file gives the site."""

    record: Record
    page: Page
    """The record's page, without its text."""
    packed: bytes
    """The page's text, with marks for what waits for the whole log; all of them wait for the last one."""
    media: dict[str, str]
    """Project path and docs path of the images that are published with it."""
    problems: tuple[Problem, ...]
    packed_outline: bytes | None
    """The page's outline, where the site's Markdown is known to make it."""
    searched: bool
    """Whether search finds the page."""
    lead: str | None = None
    """What it says right after its verdict."""
    says_status: bool = False
    """Whether its verdict says its status by itself."""
    links: dict[str, str | None] = field(default_factory=dict)
    """The local addresses of its links, and what became of them."""
    images: dict[str, str | None] = field(default_factory=dict)
    """The same of its images."""

    @property
    def text(self) -> str:
        """The page's text, with marks for what waits for the whole log."""
        return unpack(self.packed)

    @property
    def words(self) -> str:
        """The different words of the page, also those that wait for the whole log."""
        return search_index.words(f"{self.text} {' '.join(map(escape, _standing(self.record)))}")

    @property
    def outline(self) -> Outline | None:
        """The page's outline, if it is known."""
        return Outline.unpacked(self.packed_outline) if self.packed_outline else None


def bodies(
    texts: Iterable[tuple[str, str]],
    decisions: str,
    urls: Urls,
    numbers: dict[str, int],
    dialect: str = "github",
    cache: Memo[Body] | None = None,
    notation: Notation = PLAIN,
    engine: SiteMarkdown | None = None,
    conditions: Callable[[str], Conditions | None] = lambda path: None,
) -> Iterator[Body]:
    """The body of each record file, given as path and text; `numbers` are those that the names do not tell.

    `conditions` tells those of a record by its path where they need not be read. Bodies that are in the `cache` are not
    rendered again.
    """
    make = _Maker(decisions, urls, numbers, dialect, notation, engine)
    if cache is None:
        return parallel_map(make, [(path, text, conditions(path)) for path, text in texts])
    # all that a body is made from beside its text; what its links lead to is compared one by one
    settings, ordered = repr((urls.repo_url, urls.below, decisions, numbers, dialect, notation)), list(texts)
    keys = {path: (text, f"{urls.pages[path]} {settings}") for path, text in ordered}
    known = {path: _cached(path, key, urls, cache) for path, key in keys.items()}
    fresh = parallel_map(make, [(path, text, conditions(path)) for path, text in ordered if known[path] is None])
    return _mixed(keys, known, fresh, cache)


def _mixed(
    keys: dict[str, tuple[str, str]], known: dict[str, Body | None], fresh: Iterator[Body], cache: Memo[Body]
) -> Iterator[Body]:
    for path, key in keys.items():
        yield known[path] or cache.put(path, key, next(fresh))


def _cached(path: str, key: tuple[str, str], urls: Urls, cache: Memo[Body]) -> Body | None:
    """The body of a record file if rendering it again would give the same, wherever its links lead by now."""
    body, page = cache.get(path, key), urls.pages[path]
    still = body is not None and all(
        (
            *(urls.link(path, page, target) == address for target, address in body.links.items()),
            *(urls.image(path, page, {}, target) == address for target, address in body.images.items()),
        )
    )
    return body if still else None


@dataclass(frozen=True)
class _Maker:
    """Makes bodies, one after the other."""

    decisions: str
    urls: Urls
    numbers: dict[str, int]
    dialect: str
    notation: Notation
    engine: SiteMarkdown | None

    def __call__(self, item: tuple[str, str, Conditions | None]) -> Body:
        path, text, conditions = item
        file = records.read(path, text, self.decisions, html=True, conditions=conditions)
        page = self.urls.pages[path]
        record = replace(file.record, url=page, number=self.numbers.get(path, file.record.number))
        settings = file.document.front.values
        placed = sections(file.document, record)
        rest = "\n\n".join(f"## {TITLES[mark]}\n\n{mark}" for mark in placed.missing)
        if self.dialect == "mkdocs" and not file.generated:
            made = record_page(record, f"{_as_written(file, placed)}\n\n{rest}", settings, markdown=True)
            return self._packed(file, record, made, settings, {})
        media: dict[str, str] = {}
        links: dict[str, str | None] = {}
        images: dict[str, str | None] = {}
        link = _noted(partial(self.urls.link, path, page), links)
        image = _noted(partial(self.urls.image, path, page, media), images)
        skip = _shown_elsewhere(file) | placed.repeated
        whole = body(file.document, link, image, skip, self.notation, placed.below, placed.doubled)
        text_of_body = "\n\n".join(filter(None, [whole, rest]))
        made = record_page(record, text_of_body, settings, markdown=False)
        return self._packed(file, record, made, settings, media, links, images)

    def _packed(
        self,
        file: RecordFile,
        record: Record,
        made: Page,
        settings: Mapping[str, Value],
        media: dict[str, str],
        links: dict[str, str | None] | None = None,
        images: dict[str, str | None] | None = None,
    ) -> Body:
        text = made.text
        page, first = replace(made, text=""), lead(file.document, record)
        outline = self._converter.outline(_marked(text)).packed() if self._converter and not made.markdown else None
        # told here, as nothing is read any more once the whole log is known: each process that reads makes the rules anew
        told = first, badges.says_status(record)
        led = links or {}, images or {}
        return Body(record, page, pack(text), media, file.problems, outline, in_search(settings), *told, *led)

    @cached_property
    def _converter(self) -> Converter | None:
        return Converter(self.engine) if self.engine else None


def _marked(text: str) -> str:
    """What a page's outline is made from, once all that waits for the whole log stands in it."""
    # the links to the neighbours come last, and like all that waits they are one raw block
    below = text.partition("\n---\n")[2].strip()
    return seal(f"{below}\n\n<p></p>\n")[0]


def _noted(resolve: Resolve, answers: dict[str, str | None]) -> Resolve:
    """The same, with every answer put down."""

    def asked(target: str) -> str | None:
        answers[target] = answer = resolve(target)
        return answer

    return asked


def _standing(record: Record) -> Iterator[str]:
    """The words that the page gets once the whole log is known."""
    yield from (trigger.sentence for trigger in record.conditions.triggers)
    yield from (blocker.text for blocker in record.blockers)
    yield record.verdict_text or ""


def _as_written(file: RecordFile, placed: SectionPlacement) -> str:
    """The body as written, without the heading that the page shows anyway, and with our marks below their headings."""
    document = file.document
    title = next((document.blocks[n] for n in _shown_elsewhere(file) if document.blocks[n].kind == "heading"), None)
    marks = {document.blocks[n].end: mark for n, mark in placed.below.items()}
    lines = []
    for number, line in enumerate(document.lines, start=1):
        if number >= document.body_line and not (title and title.line <= number <= title.end):
            lines += [line, "", marks[number], ""] if number in marks else [line]
    return "\n".join(lines)


def _shown_elsewhere(file: RecordFile) -> frozenset[int]:
    """Blocks that the page's heading and card already show: the title, and a generated record's bullets."""
    skip: set[int] = set()
    for number, block in enumerate(file.document.blocks):
        if block.kind == "heading" and block.level == 1 and not skip and _is_title(file, block):
            skip.add(number)
        elif block.kind == "heading":
            break
        # the list of status and date, which the card shows
        elif block.kind == "list" and file.generated:
            skip.add(number)
            break
    return frozenset(skip)


def _is_title(file: RecordFile, heading: Block) -> bool:
    """Whether a heading says the title of the page, perhaps behind a number; one in the front matter may have other words."""
    words = fold(heading.text)
    return file.generated or plain(file.record.title) in (plain(words), plain(bare(words)), bare(plain(words)))
