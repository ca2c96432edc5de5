"""A whole run of decide: by flags, or a person who is asked; what was decided, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from shlex import quote
from typing import Any

from ...checks import World
from ...errors import UsageError
from ...monitor import Monitor
from ...project import Project
from ...records.paragraph_text import plain
from .. import terminal
from ..terminal.lines import wrapped
from ..terminal.prompt import Prompt, Quit, quit_on_signals
from .answer import ResearchAnswer
from .answer_writing import write
from .queue import OpenResearch, QueuedResearch

ASLEEP = "no condition and no day wakes it"
"""Told of a deferral that nothing ends."""
FEW = 3
"""Files that a run may have decided for its end to show their verdicts and to name them in the next command."""


@dataclass
class DecideRun:
    """One run, and what came of it."""

    project: Project
    decided: dict[str, OpenResearch] = field(default_factory=dict)
    """The files that were written, by their paths, as they are now."""
    before: dict[str, OpenResearch] = field(default_factory=dict)
    """The same files as they were before."""

    def answer(self, one: OpenResearch, answer: ResearchAnswer) -> OpenResearch:
        """Write an answer; returns the file as it is now. Raises UsageError."""
        after = write(self.project, one, answer)
        self.before[one.path], self.decided[one.path] = one, after
        return after

    def shown(self, one: OpenResearch) -> OpenResearch:
        """A file as somebody is asked about it: without the answer of this run, which the next one replaces."""
        answered = self.decided.get(one.path)
        if answered is None or answered.text != one.text:
            return one
        why = f"you answered: {outcome(answered)}; s leaves it so"
        return replace(self.before[one.path], why=why, written=one.text)

    def depends_on(self, name: str) -> bool:
        """Whether the project's manifests name a package so."""
        dependencies = self._world.dependencies
        return bool(dependencies and dependencies().named(name))

    @cached_property
    def _world(self) -> World:
        return Monitor(self.project, lambda: self.project.log(date.min)[0], date.min).world

    def ask(self, waiting: list[QueuedResearch]) -> int:
        """Ask a person about these files, one after the other; what is answered is kept. Returns the exit code."""
        from .questions import DecideQuestions, Next
        from .read_ahead import ReadAhead
        from .screen import head

        talk, at, headed, paths = Prompt(), 0, True, [one.path for one in waiting]
        asked: dict[str, DecideQuestions] = {}
        try:
            with quit_on_signals(), talk, ReadAhead(self.project, paths) as files:
                # reading the first file takes as long as a person needs for its title
                head(talk, f"1 of {len(paths)}", waiting[0])
                while at < len(paths):
                    try:
                        one = self.shown(files.take(at))
                    except UsageError as error:  # removed or damaged meanwhile
                        talk.wrapped(str(error), fg="red")
                        at, headed = at + 1, False
                        continue
                    asked[one.path] = DecideQuestions(talk, self, one, asked.get(one.path))
                    step = asked[one.path].ask("" if headed else f"{at + 1} of {len(paths)}")
                    at, headed = max(at + {Next.ON: 1, Next.BACK: -1, Next.AGAIN: 0}[step], 0), False
        except Quit as left:
            decided = terminal.count(len(self.decided), "file") + " decided" if self.decided else "nothing was written"
            talk.say(f"\nYou stopped; {decided}.")
            return left.code
        return 0


def outcome(one: OpenResearch) -> str:
    """What a file decides now, in a few words."""
    if one.document.front.left_out:
        return "no decision here"
    verdict = one.reading.verdict
    if verdict is None:
        return "undecided"
    limit = f" ({verdict.qualifier})" if verdict.qualifier else ""
    counts = {"condition": len(one.reading.conditions.triggers), "blocker": len(one.reading.blockers)}
    more = [terminal.count(number, word) for word, number in counts.items() if number]
    return ", ".join([f"{verdict.status}{limit}", *more])


def verdict_line(one: OpenResearch) -> str:
    """Which sentence a file has as its verdict now, whole and plain; empty where it decides nothing."""
    verdict = one.reading.verdict
    if verdict is None or one.document.front.left_out:
        return ""
    return f"verdict: {plain(verdict.line)}" if verdict.line else "no verdict sentence"


def sleeps(one: OpenResearch) -> bool:
    """Whether a file defers without a word about when to look again."""
    verdict, conditions = one.reading.verdict, one.reading.conditions
    deferred = verdict is not None and verdict.status == "deferred" and not one.document.front.left_out
    return deferred and not (conditions.triggers or conditions.review_by)


def problems(one: OpenResearch) -> Iterator[str]:
    """What `adr-gen generate` will tell of a file all the same, though it is decided."""
    told = () if one.document.front.left_out else one.reading.findings
    yield from (f"line {finding.line}: {finding.code} {finding.message}" for finding in told)


def tell(run: DecideRun) -> Iterator[str]:
    """The files that were written, few of them with their verdicts, and the command that comes next."""
    few = len(run.decided) <= FEW
    for path, one in run.decided.items():
        yield f"{path}: {outcome(one)}{_turned(run.before[path], one)}"
        yield from wrapped(verdict_line(one)) if few else ()
        for condition in _more(run.before[path], one) if few else ():
            yield from wrapped(f"condition: {plain(condition)}")
        for problem in problems(one):
            yield from wrapped(problem)
        yield from wrapped(f"{ASLEEP}; `--revisit-line N` names one") if few and sleeps(one) else ()
    if run.decided:
        yield f"now run `{' '.join(['adr-gen generate', *(map(quote, run.decided) if few else ())])}`"


def _turned(before: OpenResearch, after: OpenResearch) -> str:
    """What a file decided before, if that was something else."""
    old, new = before.reading.verdict, after.reading.verdict
    return f"; it was {old.status}" if old and new and old.status != new.status else ""


def _more(before: OpenResearch, after: OpenResearch) -> Iterator[str]:
    """The conditions that a file has now and had not before."""
    known = {trigger.text for trigger in before.reading.conditions.triggers}
    return (trigger.text for trigger in after.reading.conditions.triggers if trigger.text not in known)


def as_json(one: OpenResearch) -> dict[str, Any]:
    """A file that was written, for other programs; every key is always there."""
    verdict, front = one.reading.verdict, one.document.front
    return {
        "path": one.path,
        "title": one.title,
        "status": verdict.status if verdict else None,
        "qualifier": verdict.qualifier if verdict else None,
        "verdict": (verdict.line or None) if verdict else None,
        "left_out": front.left_out,
        "blockers": [blocker.text for blocker in one.reading.blockers],
        "triggers": [trigger.text for trigger in one.reading.conditions.triggers],
    }
