"""What the sections of a new research file ask, and a document without the questions that stand in it still."""

from dataclasses import replace

from ..markdown import Document, fold

PROMPTS = {
    "Question": "What has to be decided, for whom, and why now?",
    "What has changed": "What is different from then: new facts, new needs, costs that moved.",
    "Findings": "What was tried, measured or read, with sources.",
    "Options": "What could be done instead, doing nothing included.",
    "Recommendation": (
        'Begin with one of: ADOPT, REJECT, DEFER; add "(for now)" if that is all you mean, then say why in a sentence.\n'
        "     As long as this says nothing, the file is undecided and gets no record."
    ),
    "Blockers": "What stands in the way today, one list item each; remove the section if nothing does.",
    "Revisit when": "What would have to become true to look at this again, one list item each.",
}
"""The question that stands below each heading until somebody answers it."""


def comment(heading: str) -> str:
    """The question below a heading, which no page shows."""
    return f"<!-- {PROMPTS[heading]} -->"


_COMMENTS = frozenset(fold(comment(heading)) for heading in PROMPTS)


def without_prompts(document: Document) -> Document:
    """The document as people wrote it, each block on its line."""
    asked = [b for b in document.blocks if b.kind == "html" and fold(b.text) in _COMMENTS]
    if not asked:
        return document
    blank = {line for block in asked for line in range(block.line, block.end + 1)}
    text = "\n".join("" if n in blank else line for n, line in enumerate(document.lines, start=1))
    return replace(document, text=text, blocks=tuple(b for b in document.blocks if b not in asked))
