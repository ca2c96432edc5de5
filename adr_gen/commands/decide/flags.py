"""An answer given by flags: everything is understood before anything is written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ...counts import count
from ...errors import UsageError
from ...markdown import Document, fold
from ...reading.candidates import trimmed_wording
from ...reading.document import quote_location
from .answer import DecisionVerb, ResearchAnswer
from .queue import OpenResearch

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DecideFlags:
    """What a script answers for one research file."""

    decision: DecisionVerb | None = None
    no_decision: bool = False
    qualifier: str | None = None
    line: int | None = None
    revisit_lines: tuple[int, ...] = ()
    revisit: tuple[str, ...] = ()
    not_revisit: tuple[str, ...] = ()
    blocker_lines: tuple[int, ...] = ()
    blockers: tuple[str, ...] = ()
    not_blockers: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """Whether anything is answered at all."""
        return self != DecideFlags()


def answer(one: OpenResearch, flags: DecideFlags) -> ResearchAnswer:
    """The answer that the flags give; raises UsageError for a line or text that does not stand in the file."""
    if flags.no_decision:
        if flags != DecideFlags(no_decision=True):
            raise UsageError("--no-decision says that the file decides nothing; leave the other flags out")
        return ResearchAnswer(left_out=True)
    if flags.decision is None and one.reading.verdict is None:
        raise UsageError(f"{one.path}: undecided; add --as accept, reject, defer or propose")
    texts = {"--qualifier": [flags.qualifier or ""], "--revisit": flags.revisit, "--blocker": flags.blockers}
    for flag, given in texts.items():
        for text in given:
            _checked(one, flag, text)
    lines = [at_line(one, "--revisit-line", line, trimmed_wording.condition_at) for line in flags.revisit_lines]
    blocked = [at_line(one, "--blocker-line", line, trimmed_wording.sentence_at) for line in flags.blocker_lines]
    verdict = at_line(one, "--line", flags.line, trimmed_wording.verdict_at) if flags.line is not None else ""
    conditions = dict.fromkeys([*lines, *(_as_written(one, text) for text in flags.revisit)])
    blockers = dict.fromkeys([*blocked, *map(fold, flags.blockers)])
    return ResearchAnswer(
        decision=flags.decision,
        verdict=verdict,
        qualifier=fold(flags.qualifier or ""),
        conditions=tuple(text for text in conditions if text not in _read(one)),
        unticked=tuple(_of_read(one, "--not-revisit", text, "condition", _read(one)) for text in flags.not_revisit),
        blockers=tuple(text for text in blockers if text not in _blocking(one)),
        unblocked=tuple(_of_read(one, "--not-blocker", text, "blocker", _blocking(one)) for text in flags.not_blockers),
    )


def _read(one: OpenResearch) -> set[str]:
    return {trigger.text for trigger in one.reading.conditions.triggers}


def _blocking(one: OpenResearch) -> set[str]:
    return {blocker.text for blocker in one.reading.blockers}


def _of_read(one: OpenResearch, flag: str, text: str, what: str, texts: set[str]) -> str:
    """A text that was read; raises UsageError that names those that were."""
    if fold(text) in texts:
        return fold(text)
    read = "; ".join(map(repr, sorted(texts))) or "none"
    raise UsageError(f"{flag} {text[:80]!r}: no {what} that is read from {one.path}; these are: {read}")


def _as_written(one: OpenResearch, text: str) -> str:
    """A condition as the file writes it: a check that stands in backticks there keeps them."""
    bare = fold(text)
    marked = f"`{bare}`"
    return marked if "`" not in bare and marked in fold(one.document.text) else bare


def _checked(one: OpenResearch, flag: str, text: str) -> None:
    if text and not quote_location.stands(one.document, text):
        raise UsageError(f"{flag} {text[:80]!r}: does not stand in {one.path}; quote its words, white space aside")


def at_line(one: OpenResearch, flag: str, line: int, take: Callable[[Document, int], T | None]) -> T:
    """The sentence of a line; raises UsageError that names what stands there instead."""
    candidate = take(one.document, line)
    if candidate is not None:
        return candidate
    lines = one.document.text.removesuffix("\n").split("\n")
    there = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    what = f"holds {there[:60]!r}, which is no sentence" if there else "is empty"
    what = what if 0 < line <= len(lines) else f"is not there: the file has {count(len(lines), 'line')}"
    raise UsageError(f"{flag} {line}: line {line} of {one.path} {what}; name the line of a sentence")
