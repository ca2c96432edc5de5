"""`adr-gen check --fix`: puts the check that a condition's words bear into its sentence, asked one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import click

from .. import files, records
from ..checks import TokenError, parse
from ..lint.condition_rules import OfferToken
from ..lint.lint_context import LintContext
from ..log import build
from ..markdown import DocumentError
from ..markdown import parse as parse_document
from ..model import Trigger
from ..project import Project
from ..reading import read
from ..reading.hints.hints import PLACEHOLDERS
from ..records import letter
from .terminal import count
from .terminal.prompt import Choice, Prompt, Quit, quit_on_signals

CHOICES = {
    "y": Choice("yes", "put it into the sentence"),
    "n": Choice("no", "leave the sentence as it is"),
    "e": Choice("edit", "write another check"),
}


@dataclass(frozen=True, slots=True)
class UncheckedCondition:
    """A condition without a check, in the file that its author writes."""

    path: str
    number: int
    trigger: Trigger
    token: str


def fix(project: Project) -> int:
    """Ask for each offer and write what is answered with yes; returns the exit code."""
    prompt, changed, asked = Prompt(), set[str](), 0
    code = 0
    try:
        with quit_on_signals(), prompt:
            for place in _places(project):
                asked += 1
                token = _asked(prompt, place)
                if token and _write(project, place, token):
                    changed.add(place.path)
                    prompt.say(f"    {place.path}: `{token}` is in the sentence")
                elif token:
                    prompt.say(f"    {place.path}: not written, it would be read in another way; add it by hand")
    except Quit as left:
        code = left.code
    click.echo(_summary(project, asked, changed))
    return code


def _summary(project: Project, asked: int, changed: set[str]) -> str:
    if not asked:
        return "nothing to add: no condition's words hold a check that it lacks"
    research = any(not project.among_records(path) for path in changed)
    then = "; run `adr-gen generate`" if research else ""
    return f"{count(asked, 'condition')} asked about, {count(len(changed), 'file')} changed{then}"


def _places(project: Project) -> Iterator[UncheckedCondition]:
    """The conditions of watched records to which a check is offered; each file is read when its turn comes."""
    record_files, _ = project.records()
    log = build((file.record for file in record_files), project.reviews[0])
    offer = LintContext(project, tuple(record_files), log, project.reviews[0]).offer
    for record in log.records:
        path = record.source or record.path
        if record.watched and any(map(offer, record.conditions.triggers)):
            yield from _of(project, path, offer)


def _of(project: Project, path: str, offer: OfferToken) -> Iterator[UncheckedCondition]:
    for number, trigger in enumerate(_triggers(project, path, _text(project, path))):
        if token := offer(trigger):
            yield UncheckedCondition(path, number, trigger, token)


def _text(project: Project, path: str) -> str:
    try:
        return files.read(project.root, path, project.settings.max_size)
    except files.Unreadable:
        return ""


def _triggers(project: Project, path: str, text: str) -> tuple[Trigger, ...]:
    """The conditions in a file's text, as generate or the log reads them."""
    if project.among_records(path):
        return records.read(path, text, project.decisions).record.conditions.triggers
    try:
        return read(parse_document(text)).conditions.triggers
    except DocumentError:
        return ()


def _asked(prompt: Prompt, place: UncheckedCondition) -> str:
    """The check that a person wants in the sentence; empty for none. Raises Quit."""
    prompt.say()
    prompt.say(click.style(f"{place.path} ({letter(place.number)})", bold=True))
    prompt.wrapped(place.trigger.sentence)
    prompt.wrapped(f"a program could judge it: `{place.token}`")
    open_ends = [name for name in PLACEHOLDERS if name in place.token]
    key = prompt.choose({k: c for k, c in CHOICES.items() if k != "y" or not open_ends}, "n")
    if key == "e":
        return _edited(prompt, place.token)
    return place.token if key == "y" else ""


def _edited(prompt: Prompt, token: str) -> str:
    """A check that is understood, as a person writes it; empty for none. Raises Quit."""
    while True:
        reply = prompt.ask("check, or - for none", token).strip("`")
        if reply == "-":
            return ""
        try:
            if not any(name in reply for name in PLACEHOLDERS):
                return str(parse(reply)) and reply
            prompt.say(f"    fill in what stands in capitals: {reply}")
        except TokenError as error:
            prompt.say(f"    {error}")


def _write(project: Project, place: UncheckedCondition, token: str) -> bool:
    """Put a check behind the condition's words; not where it would be read as anything else."""
    with files.lock(project.root):
        text = _text(project, place.path)
        sentence = r"\s+".join(map(re.escape, place.trigger.text.split()))
        there = list(re.finditer(sentence, text))
        # a sentence that stands twice would get its check at a place that nobody looked at
        if len(there) != 1:
            return False
        at = there[0].end()
        after = f"{text[:at]} (`{token}`){text[at:]}"
        if not _same(_triggers(project, place.path, text), _triggers(project, place.path, after), place, token):
            return False
        return files.write(project.root, place.path, after)


def _same(before: tuple[Trigger, ...], after: tuple[Trigger, ...], place: UncheckedCondition, token: str) -> bool:
    """Whether one condition has the check now, and all others are as they were."""
    at = place.number
    return (
        len(before) == len(after)
        and after[at].check == (token,)
        and after[at].text.startswith(place.trigger.text)
        and _others(before, at) == _others(after, at)
    )


def _others(triggers: tuple[Trigger, ...], at: int) -> list[Trigger]:
    """All conditions but one, without the sentences that they stand in: some may share that one's."""
    return [replace(one, sentence="") for one in triggers[:at] + triggers[at + 1 :]]
