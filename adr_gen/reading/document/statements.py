"""A document as statements: what is said, in which container, under which headings and labels, for which option."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ...markdown import Block, Document, fold
from .. import roles
from ..plain_text import COMMENT, LABELLED, label, plain
from .block_quotes import holds_own_words
from .emphasis_headings import LEVEL as EMPHASIS
from .emphasis_headings import stands_out, with_headings

OPEN = {"revisit", "blockers", "plan", "consequences", "history", "drivers", "confirmation"}
"""The roles of sections that speak of conditions, blockers, plans or costs, not of the verdict."""
_DASHED = re.compile(r"(?:\*\*|__)([^*_:\n]{2,30}?)\s+[—–-]\s+([^*_]+)(?:\*\*|__)(.*)", re.S)
_NO_ROLES = frozenset[str]()
DEEPEST = 12
"""Lists inside lists that are read."""


class HeadingPath(tuple[Block, ...]):
    """The headings above some statements, from the outermost to the nearest, with what they announce."""

    roles: frozenset[str] = frozenset()
    """The roles of all."""
    nearest: frozenset[str] = frozenset()
    """The roles of the nearest one."""
    below_title: frozenset[str] = frozenset()
    """The roles of all but titles."""
    are_titles = True
    """Whether all are titles, so that what stands under them opens the document."""
    of_option = False
    """Whether one of them, no title, opens the options or names one."""

    def below(self, heading: Block) -> "HeadingPath":
        """The headings above what stands below one more."""
        made, is_title = HeadingPath((*self, heading)), heading.level == 1
        made.nearest = roles.of(heading.text)
        made.roles = self.roles | made.nearest
        made.below_title = self.below_title if is_title else self.below_title | made.nearest
        made.are_titles = self.are_titles and is_title
        made.of_option = self.of_option or (not is_title and is_option(heading.text))
        return made


@dataclass(slots=False, eq=False)
class Statement:
    """A heading, paragraph, list or table with what stands around it; nobody changes one."""

    block: Block
    headings: HeadingPath
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

    line: int = field(init=False)
    """1-based line on which it begins."""
    top: bool = field(init=False)
    """Whether it stands outside of lists."""
    section: Block | None = field(init=False)
    """The nearest heading above it."""
    first: bool = field(init=False)
    """Whether it stands right below its heading."""
    label_roles: frozenset[str] = field(init=False)
    """What its label announces."""

    def __post_init__(self) -> None:
        # every reader asks for these of every statement
        self.line, self.top = self.block.line, not self.items
        self.section = self.headings[-1] if self.headings else None
        self.first = self.before is not None and self.before is self.section
        self.label_roles = roles.of(self.label[0]) if self.label else _NO_ROLES

    @property
    def of_option(self) -> bool:
        """Whether it speaks of one option, part or open question, not of the decision."""
        return self.headings.of_option or (bool(self.labels) and any(map(is_option, self.labels)))

    @cached_property
    def aside(self) -> bool:
        """Whether it speaks of a question beside the decision: an open one, a next step, a follow-up."""
        before = self.before.text if self.before is not None and self.before.kind == "paragraph" else ""
        name = label(before) if before[:1] in ("*", "_") else None
        names = (*self.labels, name[0] if name and not name[1] else "")
        return "aside" in self.headings.below_title or any(roles.has(name, "aside") for name in names)

    @cached_property
    def option(self) -> str | None:
        """The option it speaks of, None outside of options."""
        for depth, heading in enumerate(self.headings):
            if heading.level > 1 and is_option(heading.text):
                below = self.headings[depth + 1 :]
                item = self.items[0].children[0].text if self.items and self.items[0].children else ""
                labelled = label(item)
                return fold(below[0].text) if below else labelled[0] if labelled and labelled[0] else fold(heading.text)
        return None

    @property
    def section_is_open(self) -> bool:
        """Whether it stands under a heading that speaks of conditions, blockers or plans, not of the verdict."""
        return not self.headings.roles.isdisjoint(OPEN)

    @property
    def is_history(self) -> bool:
        """Whether it tells the history of a document, whose conditions were those of earlier versions."""
        return "history" in self.headings.nearest and self.headings[-1].level > 1

    def below(self, *some: str) -> bool:
        """Whether the nearest heading above it has one of some roles."""
        return not self.headings.nearest.isdisjoint(some)

    def labelled(self, *some: str) -> bool:
        """Whether its label has one of some roles."""
        return not self.label_roles.isdisjoint(some)

    def under(self, role: str) -> bool:
        """Whether any heading above it has a role."""
        return role in self.headings.roles


def is_option(heading: str) -> bool:
    """Whether a heading or label opens the options, or names one of them."""
    # what is longer is a sentence, not a name
    name = plain(heading)[:120]
    own = roles.of(name)
    return "option" in own or "options" in (roles.of(name.split(" (")[0]) if " (" in name else own)


def statements(document: Document) -> list[Statement]:
    """What a document says, in order, also inside lists; code, comments, quotes, footnotes and examples say nothing.

    A block quote right below the title whose lines have labels is the head of the document, one that calls itself an
    update is the author's own, and so are an alert that begins with a bold label of the verdict, of blockers or conditions,
    and a decision with its label: none of them is a quote.
    """
    parts: list[Statement] = []
    headings = top = HeadingPath()
    above: list[HeadingPath] = []
    blocks = with_headings([block for block in _titled(document.blocks) if not is_struck(block)])
    before: Block | None = None
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if headings and headings[-1].level == EMPHASIS and headings[-1] is not before and _ends(headings, block):
            above.pop()
            headings = above[-1] if above else top
        if block.kind == "heading":
            above = [one for one in above if one[-1].level < block.level]
            headings = above[-1] if above else top
            parts.append(Statement(block, headings, before, after))
            headings = headings.below(block)
            above.append(headings)
        elif block.kind == "quote" and holds_own_words(block, before, headings.are_titles):
            for part in block.children:
                _within(parts, Statement(part, headings, before, after))
        else:
            _within(parts, Statement(block, headings, before, after))
        # a quote or comment below a heading takes nothing from what stands first there
        before = block if block.kind not in ("quote", "html") else before
    return [part for part in parts if "example" not in part.headings.below_title]


def _ends(emphasis: HeadingPath, block: Block) -> bool:
    """Whether a block behind the first one ends what stands below emphasis: words that stand out again, or a label in bold.

    An option has labels of its own: "**Option B**", then "**Verdict:** too slow".
    """
    labelled = block.kind == "paragraph" and block.text.startswith(("**", "__")) and label(block.text) is not None
    return stands_out(block) or (labelled and not emphasis.of_option)


def _titled(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks with their one heading of the highest level, if it comes first, as the title that it is."""
    levels = [block.level for block in blocks if block.kind == "heading"]
    if not levels or levels[0] == 1 or levels.count(min(levels)) > 1 or min(levels) != levels[0]:
        return blocks
    first = next(block for block in blocks if block.kind == "heading")
    if roles.of(first.text) or roles.of(first.text.partition(":")[0]):
        return blocks
    return [replace(block, level=1) if block is first else block for block in blocks]


def is_struck(block: Block) -> bool:
    """Whether a paragraph is struck out as a whole: its author took it back."""
    text = block.text if block.kind == "paragraph" else ""
    return text.startswith("~~") and text.endswith("~~") and text.count("~~") == 2


def _within(parts: list[Statement], whole: Statement) -> None:
    block = whole.block
    if block.kind not in ("paragraph", "table", "list"):
        return
    for number, part in enumerate(_parts(block) if block.kind == "paragraph" else (block,)):
        own = _label(part.text) if part.kind == "paragraph" else None
        before = None if number else whole.before
        parts.append(Statement(part, whole.headings, before, whole.after, whole.items, whole.labels, own, whole.step))
    # this goes down by recursion
    if block.kind != "list" or len(whole.items) > DEEPEST:
        return
    announced = label(whole.before.text) if whole.before is not None and whole.before.kind == "paragraph" else None
    names = (*whole.labels, announced[0] if announced and not announced[1] else "")
    for item in block.children:
        for number, child in enumerate(item.children):
            above = item.children[number - 1] if number else None
            below = item.children[number + 1] if number + 1 < len(item.children) else None
            _within(
                parts, Statement(child, whole.headings, above, below, (*whole.items, item), names, None, block.ordered)
            )


def _label(text: str) -> tuple[str, str] | None:
    """The label of a paragraph and what stands behind it, also of bold words such as "**TL;DR — not worth it.** …"."""
    bold = _DASHED.match(text) if text[:1] in "*_" else None
    if bold is None or not roles.of(bold[1]):
        return label(text)
    return plain(bold[1]), bold[3].strip() if roles.is_day(bold[2]) else f"{bold[2]}{bold[3]}"


def _parts(block: Block) -> list[Block]:
    """A paragraph without comments as one block for each line that begins with a label."""
    if "<!--" in block.text:
        # line ends stay, so that the lines of what follows are right
        block = replace(block, text=COMMENT.sub(lambda m: "\n" * m[0].count("\n"), block.text))
    if "\n" not in block.text:
        return [block]
    lines = block.text.split("\n")
    labelled = bool(LABELLED.match(lines[0]))
    starts = [n for n, text in enumerate(lines) if n == 0 or ((labelled or text[:1] in "*_") and LABELLED.match(text))]
    ends = [*starts[1:], len(lines)]
    return [
        Block("paragraph", block.line + s, block.line + e - 1, "\n".join(lines[s:e]))
        for s, e in zip(starts, ends, strict=True)
    ]


def text_of(item: Block) -> str:
    """The first paragraph of an item, white space folded."""
    first = next((c for c in item.children if c.kind in ("paragraph", "heading")), None)
    return fold(first.text) if first else ""
