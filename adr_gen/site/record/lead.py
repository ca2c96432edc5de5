"""What a record says right after its verdict: most often why."""

import re
from collections.abc import Iterator

from ...markdown import Document, fold
from ...reading import roles
from ...records import Record
from . import turning_update
from .body.body_html import plain
from .section_placement import own_heading
from .turning_update import OUTCOME

LEAST, MOST = 25, 220
"""Characters: what is shorter is no sentence; a first sentence that is longer stays whole."""
_LABEL = re.compile(r"[^\s:.]+:\s+")
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s+[^\Wa-z])|[。！？]|$)\s*")
"""A sentence; an abbreviation goes on with a small letter."""


def lead(document: Document, record: Record) -> str | None:
    """The first sentences beside the verdict in the section that states it, as plain text; None without any."""
    for paragraph in _saying(document, record):
        text = _beside(plain(paragraph), record.verdict_text or "").strip("* ")
        if roles.of(text):  # a label: what follows is something else
            return None
        if len(text) >= LEAST and not text.endswith((":", "：")):
            return _begin(text)
    return None


def _saying(document: Document, record: Record) -> Iterator[str]:
    """The paragraphs of the section that states the verdict, or of the update that turned it."""
    at = turning_update.place(document, record)
    if at is None:
        yield from _outcome(document, own_heading(document, record, OUTCOME))
        return
    own = document.blocks[at]
    below = [fold(own.text)] if own.kind == "paragraph" else _outcome(document, at)
    for text in below:
        words = plain(text).removeprefix(record.update or "").lstrip(":：–— ")
        said = [_bare(sentence) for sentence in _SENTENCE.findall((record.verdict_text or "").strip("* "))]
        yield "".join(one for one in _SENTENCE.findall(words) if _bare(one) not in said)


def _outcome(document: Document, own: int | None) -> Iterator[str]:
    """The paragraphs below the record's `own` heading, else the first that announces a verdict, and those of its parts that do too."""
    top = 0 if own is None else document.blocks[own].level
    for block in document.blocks if own is None else document.blocks[own + 1 :]:
        if block.kind == "heading":
            if top and block.level <= top:
                return
            announced = block.level > 1 and roles.section(block.text)[0] == "outcome"
            if top and not announced:
                return
            top = top or announced * block.level
        elif top and block.kind == "paragraph":
            yield fold(block.text)


def _beside(text: str, verdict: str) -> str:
    """The text without the verdict, the sentences of it and the labels that it begins with."""
    verdict = verdict.strip("* ")
    said = {_bare(part) for sentence in _SENTENCE.findall(verdict) for part in (sentence, _LABEL.sub("", sentence, 1))}
    rest = _without_verdict(text, verdict)
    # of "Rejected. Nobody asked." each sentence may be a paragraph of its own
    while (first := _SENTENCE.match(rest)) and _bare(first[0]) in said:
        rest = _unlabelled(rest[first.end() :])
    return rest


def _bare(sentence: str) -> str:
    return sentence.strip().strip("*. ")


def _without_verdict(text: str, verdict: str) -> str:
    for stated in (text.lstrip("*"), _unlabelled(text)):
        if verdict and stated.startswith(verdict):
            rest = stated.removeprefix(verdict).lstrip("*.;。 ")
            # what goes on otherwise is the end of the verdict's own sentence
            return _unlabelled(rest if rest[:1].isalnum() and not rest[:1].islower() else _SENTENCE.sub("", rest, 1))
    return _unlabelled(text)


def _unlabelled(text: str) -> str:
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _begin(text: str) -> str:
    """As many whole sentences as fit, at least one."""
    begin = ""
    for sentence in _SENTENCE.findall(text):
        if begin and len(begin + sentence.strip()) > MOST:
            break
        begin += sentence
    return begin.strip()
