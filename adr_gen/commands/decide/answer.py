"""The answer to one research file, and the front matter that it becomes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from ...errors import UsageError
from ...frontmatter import FrontMatter, FrontMatterError
from ...frontmatter_edit import Settable, with_keys
from ...markdown import fold
from ...model import Blocker, Status, Trigger
from ...reading import Reading
from ...reading.conditions import frontmatter_conditions
from ...reading.conditions.written_condition import trigger
from ...reading.hints.check_suggestions import with_check
from .queue import OpenResearch, opened

DecisionVerb = Literal["accept", "reject", "defer", "propose"]
DECISIONS: tuple[DecisionVerb, ...] = get_args(DecisionVerb)
STATUSES: dict[DecisionVerb, Status] = {
    "accept": "accepted",
    "reject": "rejected",
    "defer": "deferred",
    "propose": "proposed",
}
ENDED: tuple[Status, ...] = ("deprecated", "superseded")
"""What a file may say of itself and no key decides: to refuse it comes nearest."""


@dataclass(frozen=True, slots=True)
class ResearchAnswer:
    """What a person decides about a research file."""

    decision: DecisionVerb | None = None
    """None: as it was read."""
    left_out: bool = False
    """The file decides nothing: it gets no record."""
    verdict: str = ""
    """The verdict in one line, as it stands in the file."""
    qualifier: str = ""
    conditions: tuple[str, ...] = ()
    """Beside those that were read."""
    unticked: tuple[str, ...] = ()
    """Conditions that were read and are none, by their texts."""
    checks: Mapping[str, str] = field(default_factory=dict)
    """For conditions that were read, by their texts: what a program judges them by."""
    blockers: tuple[str, ...] = ()
    """Beside those that were read."""
    unblocked: tuple[str, ...] = ()
    """Blockers that were read and are none, by their texts."""


_REFUSALS = ("reject", "defer")


def decision_of(status: Status | None) -> DecisionVerb | None:
    """The decision that a sentence of this status goes with; None for a sentence that says none."""
    if status in ENDED:
        return "reject"
    return next((decision for decision, said in STATUSES.items() if said == status), None)


def edited(one: OpenResearch, answer: ResearchAnswer) -> OpenResearch:
    """The file with the answer in its front matter; raises UsageError where that would not say the answer.

    What was read from the prose is written down too where the front matter would outdo it.
    """
    keys = _keys(one, answer)
    _replaceable(one, keys)
    try:
        after = opened(one.path, with_keys(one.text, keys))
    except FrontMatterError as error:
        raise UsageError(f"{one.path}:{error.line}: {error}") from None
    # read once more with the answer in it: what was written has to be what is read
    if not _says(after.reading, after.document.front, one.reading, answer):
        raise UsageError(f"{one.path}: its front matter says something else beside {', '.join(keys)}; edit it by hand")
    return after


def _keys(one: OpenResearch, answer: ResearchAnswer) -> dict[str, Settable]:
    """The keys to set, under the names that the file has for them."""
    if answer.left_out:
        return {_name(one, "adr"): False}
    keys: dict[str, Settable] = {_name(one, "adr"): True} if one.document.front.left_out else {}
    texts = {"decision": answer.decision, "verdict": answer.verdict, "qualifier": answer.qualifier}
    keys |= {_name(one, key): text for key, text in texts.items() if text}
    if answer.conditions or answer.checks or answer.unticked:
        keys |= _condition_keys(one, answer)
    if answer.blockers or answer.unblocked:
        keys |= _blocker_key(one, answer)
    return keys


def _blocker_key(one: OpenResearch, answer: ResearchAnswer) -> dict[str, Settable]:
    """The key for the blockers: those that were read and stay, then those of the answer."""
    name = _name(one, "blockers", "blocked-by")
    if listed := _listed(one, name):
        staying = [text for text in listed if fold(text) not in answer.unblocked]
    else:
        staying = [_open(blocker) for blocker in one.reading.blockers if blocker.text not in answer.unblocked]
    return {name: [*staying, *answer.blockers] or frontmatter_conditions.NONE}


def _condition_keys(one: OpenResearch, answer: ResearchAnswer) -> dict[str, Settable]:
    """The keys for the conditions: those that were read and stay, then those of the answer."""
    read, front = one.reading.conditions, one.document.front
    name = next((key for key in front.values if frontmatter_conditions.is_key(key)), "revisit_when")
    if listed := _listed(one, name):
        staying = [_checked(text, answer) for text in listed if trigger(text, text).text not in answer.unticked]
    else:
        staying = [_condition_text(each, answer) for each in read.triggers if each.text not in answer.unticked]
    texts = [*staying, *answer.conditions]
    if read.logic == "all" and len(texts) > 1:
        raise UsageError(f"{one.path}: its conditions hold only together; write `{name}:` by hand")
    # a day that the text names would be outdone with its conditions
    day = (
        read.review_by
        if read.review_by
        and not any(note.field == "review_by" and note.rule == "front-matter" for note in one.reading.notes)
        else None
    )
    return {name: texts or frontmatter_conditions.NONE, **({"review_by": day} if day else {})}


def _name(one: OpenResearch, *names: str) -> str:
    """The key of the file that means the first of the names, else this name."""
    alike = (key for key in one.document.front.values if key.lower().replace("_", "-") in names)
    return next(alike, names[0])


def _listed(one: OpenResearch, name: str) -> list[str]:
    """The texts of a list in front matter, which stays as it is; empty if the key holds none."""
    value = one.document.front.values.get(name)
    texts = [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
    return texts if isinstance(value, list) and len(texts) == len(value) else []


def _condition_text(condition: Trigger, answer: ResearchAnswer) -> str:
    """A condition as front matter states it."""
    text = _checked(condition.text, answer)
    return f"{text} → {condition.consequence}" if condition.consequence else text


def _checked(text: str, answer: ResearchAnswer) -> str:
    """A condition that was read, with the check that the answer gives it."""
    return with_check(text, answer.checks[text]) if text in answer.checks else text


def _open(blocker: Blocker) -> str:
    """The words of a blocker; raises UsageError for a cleared one: a list of texts has no boxes."""
    if blocker.cleared:
        raise UsageError(f"the blocker {blocker.text[:60]!r} is cleared, which front matter cannot say; edit by hand")
    return blocker.text


def _replaceable(one: OpenResearch, keys: Iterable[str]) -> None:
    """Raises UsageError for a key that holds more than texts and was not understood: its value would be lost."""
    front, wrong = one.document.front, {finding.line for finding in one.reading.findings}
    for key in keys:
        if not isinstance(front.values.get(key, ""), str) and front.lines[key] in wrong:
            raise UsageError(f"{one.path}:{front.lines[key]}: `{key}` holds {front.kind(key)}; edit it by hand")


def _says(result: Reading, front: FrontMatter, before: Reading, answer: ResearchAnswer) -> bool:
    """Whether what is read now is what was read before and the answer."""
    if answer.left_out or front.left_out:
        return answer.left_out and front.left_out
    verdict = result.verdict
    triggers, wanted = _conditions(result, before, answer)
    return (
        (answer.decision is None or (verdict is not None and verdict.status == STATUSES[answer.decision]))
        and (not answer.verdict or (verdict is not None and verdict.line != "" and _quoted(front) == answer.verdict))
        and (not answer.qualifier or (verdict is not None and verdict.qualifier == answer.qualifier))
        and triggers[: len(wanted)] == wanted
        and (len(triggers) > len(wanted) if answer.conditions else len(triggers) == len(wanted))
        and result.conditions.review_by == before.conditions.review_by
        and _blocked(result, before, answer)
    )


def _conditions(result: Reading, before: Reading, answer: ResearchAnswer) -> tuple[list[str], list[str]]:
    """The conditions that are read now and those that are wanted.

    A refusal names some that another verdict does not, "we could take it if a customer asks": who refuses may add
    them, and who takes a refusal back loses them.
    """
    triggers = [one.text for one in result.conditions.triggers]
    wanted = [_checked(one.text, answer) for one in before.conditions.triggers if one.text not in answer.unticked]
    if answer.conditions or answer.unticked or not answer.decision:  # the front matter names them all
        return triggers, wanted
    if answer.decision in _REFUSALS:
        return [text for text in triggers if text in wanted], wanted
    refused = before.verdict is not None and before.verdict.status in ("rejected", "deferred")
    return triggers, [text for text in wanted if text in triggers] if refused else wanted


def _blocked(result: Reading, before: Reading, answer: ResearchAnswer) -> bool:
    """Whether the blockers are those that were read before and of the answer.

    The reasons of a deferral name blockers, those of another verdict do not: deferring may add some, and who takes a
    deferral back loses them.
    """
    blockers = [one.text for one in result.blockers]
    wanted = [one.text for one in before.blockers if one.text not in answer.unblocked]
    added = [*map(fold, answer.blockers)]
    if answer.decision == "defer":
        blockers = [text for text in blockers if text in {*wanted, *added}]
    elif answer.decision and before.verdict and before.verdict.status == "deferred":
        wanted = [text for text in wanted if text in blockers]
    return blockers == [*wanted, *added]


def _quoted(front: FrontMatter) -> str:
    """The verdict as front matter quotes it; what is read of it has no label."""
    return next((front.text(key) for key in front.values if key.lower() == "verdict"), "")
