"""What an agent suggests for a research file: quotes of it, checked where they stand; only a person writes it."""

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from ... import checks, typed_json
from ...errors import UsageError
from ...markdown import fold
from ...project import Project
from ...reading.candidates import trimmed_wording
from ...reading.document import quote_location
from ...reading.hints.check_suggestions import with_check
from .answer import STATUSES, DecisionVerb, ResearchAnswer, edited
from .queue import OpenResearch, load_research

Suggested = DecisionVerb | Literal["none"]
"""none: the file decides nothing, and gets no record."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the file, with the line on which they stand."""

    line: int
    """1-based."""
    text: str


@dataclass(frozen=True, slots=True)
class Revisit:
    """A condition to look again, in words of the file."""

    text: str
    line: int
    """1-based."""
    check: str | None = None
    """What a program could judge it by, such as `dep:redis`."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A decision that the file is suggested to say."""

    path: str
    decision: Suggested
    quotes: tuple[Quotation, ...] = ()
    """The first is the verdict in one line, a whole sentence; the others only speak for it."""
    revisit_when: tuple[Revisit, ...] = ()


@dataclass(frozen=True)
class Patch:
    """A suggestion with what is wrong with it, or with the change of the file that it comes to."""

    suggestion: Suggestion
    sha256: str
    """Of the file that was read."""
    diff: str
    """The change of its front matter; empty if there are problems."""
    problems: tuple[str, ...]


def patch(one: OpenResearch, suggestion: Suggestion) -> Patch:
    """What a suggestion comes to; nothing is written."""
    problems = list(_problems(one, suggestion))
    diff = ""
    try:
        diff = "" if problems else _diff(one, edited(one, _answer(one, suggestion)).text)
    except UsageError as error:
        problems.append(str(error))
    return Patch(suggestion, _digest(one), diff, tuple(problems))


def accepted(project: Project, data: bytes) -> tuple[OpenResearch, ResearchAnswer]:
    """The file and the answer of a patch as JSON, checked again; raises UsageError if it does not fit the file any more."""
    # the bytes, not a text of them: some shells redirect what a command prints as UTF-16
    try:
        given = typed_json.read(Patch, json.loads(data))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"--from: not what propose_reading returned ({error}); give its JSON as it is") from None
    # the JSON went through other hands: no path in it leads to another file
    if given.suggestion.path not in project.research():
        raise UsageError(f"--from: {given.suggestion.path!r:.200} is no research file of this project")
    one = load_research(project, given.suggestion.path)
    if _digest(one) != given.sha256:
        raise UsageError(f"{one.path}: changed since this was proposed, so nothing was written; have it proposed again")
    # checked anew, as the quotes may have been changed on the way
    if problems := list(_problems(one, given.suggestion)):
        raise UsageError(f"{one.path}: {'; '.join(problems)}")
    return one, _answer(one, given.suggestion)


def _answer(one: OpenResearch, suggestion: Suggestion) -> ResearchAnswer:
    """The answer of a suggestion without problems."""
    if suggestion.decision == "none":
        return ResearchAnswer(left_out=True)
    first = suggestion.quotes[0]
    verdict = trimmed_wording.verdict_of(one.document, first.line, first.text) or ""
    read = {trigger.text: trigger.check for trigger in one.reading.conditions.triggers}
    conditions = {fold(condition.text): condition.check for condition in suggestion.revisit_when}
    new = (with_check(text, check) if check else text for text, check in conditions.items() if text not in read)
    known = {text: check for text, check in conditions.items() if check and text in read and check not in read[text]}
    limit = trimmed_wording.qualifier_of(one.document, verdict, STATUSES[suggestion.decision])
    return ResearchAnswer(suggestion.decision, verdict=verdict, qualifier=limit, conditions=tuple(new), checks=known)


def _problems(one: OpenResearch, suggestion: Suggestion) -> Iterator[str]:
    """What is wrong with a suggestion, each with the way out."""
    if suggestion.decision == "none":
        if suggestion.quotes or suggestion.revisit_when:
            yield "decision `none` says that the file decides nothing; leave quotes and revisit_when out"
        return
    if not suggestion.quotes:
        yield "quotes: empty; give the sentence of the file that says the verdict, with its line"
    for number, quote in enumerate(suggestion.quotes):
        name = f"quotes[{number}]"
        wrong = list(_standing(one, name, quote.text, quote.line))
        if not wrong and number == 0 and trimmed_wording.verdict_of(one.document, quote.line, quote.text) is None:
            wrong = [
                f"{name}: a part of a sentence of line {quote.line}; the verdict is a whole one{_there(one, quote.line)}"
            ]
        yield from wrong
    for number, condition in enumerate(suggestion.revisit_when):
        yield from _standing(one, f"revisit_when[{number}]", condition.text, condition.line)
        if condition.check:
            yield from _understood(f"revisit_when[{number}].check", condition.check)


def _standing(one: OpenResearch, name: str, text: str, line: int) -> Iterator[str]:
    if not quote_location.stands(one.document, text, line):
        yield f"{name}: {text[:80]!r} does not stand word for word on line {line}{_there(one, line)}"


def _there(one: OpenResearch, line: int) -> str:
    """What stands on a line instead."""
    here = [quote.text for quote in quote_location.quotes(one.document) if quote.line <= line <= quote.end]
    return f"; there stands {' '.join(here)[:300]!r}" if here else ", which holds no sentence"


def _understood(name: str, token: str) -> Iterator[str]:
    try:
        checks.parse(token)
    except checks.TokenError as error:
        yield f"{name}: {error}"


def _diff(one: OpenResearch, after: str) -> str:
    """The change as a unified diff."""
    before, now = one.text.splitlines(keepends=True), after.splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, now, f"a/{one.path}", f"b/{one.path}", n=1))


def _digest(one: OpenResearch) -> str:
    return sha256(one.text.encode()).hexdigest()
