"""The title of a document, and the heading that says it."""

import re
from functools import cache

from ...frontmatter import FrontMatter
from ...markdown import Block, Document, fold
from .. import lexicon, roles
from ..patterns.language_matchers import leading, whole
from ..sentences.verdict_verbs import alone
from ..verdict.verdict_labels import heading_words


def title_of(document: Document) -> tuple[str | None, int | None]:
    """The title without prefix and record number, and the line of the heading that says it."""
    front = document.front.text(title_key(document.front) or "title")
    headings = [b for b in document.blocks if b.kind == "heading" and b.text.strip()]
    heading = next((b for b in headings if b.level == 1), None) or opening(document)
    text = front or (fold(heading.text) if heading else "")
    if not text:
        return None, None
    same = heading is not None and (not front or bare(fold(heading.text)) == bare(front))
    return bare(text), heading.line if heading is not None and same else None


def title_key(front: FrontMatter) -> str | None:
    """The key of the front matter that holds the title, in any language that is read."""
    return next((key for key in front.values if whole("title-key", key) and front.text(key)), None)


def opening(document: Document) -> Block | None:
    """The heading that a document begins with, the title where no heading of the first level is."""
    first = next(iter(document.blocks), None)
    if first is None or first.kind != "heading" or roles.of(first.text) or _verdict_alone(first.text):
        return None
    return None if any(b.kind == "heading" and b.level == 1 for b in document.blocks) else first


def _verdict_alone(text: str) -> bool:
    """Whether a heading is nothing but a verdict behind its label: "Decision: defer"."""
    split = heading_words(text)
    return split is not None and alone(split[1]) is not None


@cache
def _number() -> re.Pattern[str]:
    """Finds a record's number or id with the sign behind it."""
    ids = "|".join(re.escape(word) for word in lexicon.words("ids"))
    return re.compile(
        rf"(?:(?:{ids})(?:[-\s#][A-Za-z]{{1,20}})?[-\s#]*\d{{1,6}}|\d{{1,6}}|#\d{{1,6}})\s*(?:[.:)：]|\s[—–-]|—|–)\s+",
        re.I,
    )


def bare(text: str) -> str:
    """A title without "Research:" and without a record's number or id."""
    match = _number().match(text)
    stripped = text[match.end() :] if match else text
    prefix = leading("title-prefix", stripped)
    colon = re.match(r"\s*[:：]\s*", stripped[len(stripped[: prefix.end()].rstrip()) :]) if prefix else None
    stripped = stripped[len(stripped[: prefix.end()].rstrip()) + colon.end() :] if prefix and colon else stripped
    return stripped.strip() or text
