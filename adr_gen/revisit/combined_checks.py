"""The checks of one trigger and how they combine: "and" or "or" between tokens, "not before" as a floor under the rest."""

import re
from dataclasses import dataclass

from ..checks import Check, NotBefore, TokenError, parse
from ..model import Trigger
from ..reading.patterns.pattern import finder


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the tokens of a trigger."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Condition:
    """The machine-readable part of a trigger."""

    checks: tuple[Check, ...] = ()
    together: bool = False
    """Whether all checks must hold; else any is enough."""
    floors: tuple[NotBefore, ...] = ()
    """Days before which nothing counts."""
    faults: tuple[Fault, ...] = ()

    @property
    def has_tokens(self) -> bool:
        """Whether a program has anything to judge, understood or not."""
        return bool(self.checks or self.floors or self.faults)

    @property
    def settles(self) -> bool:
        """Whether a program judges all that is said."""
        return self.has_tokens and not self.asks

    @property
    def asks(self) -> bool:
        """Whether somebody has to look from the floors' day on: what stands above them are words alone."""
        return bool(self.floors and not self.checks)


_WITHOUT_TOKENS = Condition()


def condition(trigger: Trigger) -> Condition:
    """What the tokens of a trigger say: parsed when it is first asked for, and kept with the trigger."""
    if not trigger.check:
        return _WITHOUT_TOKENS
    try:
        return trigger.parsed  # type: ignore[no-any-return]
    except AttributeError:
        parsed = _condition(trigger)
        object.__setattr__(trigger, "parsed", parsed)  # states, lint, board and notify ask the same trigger
        return parsed


def _condition(trigger: Trigger) -> Condition:
    checks: dict[Check, None] = {}
    faults: list[Fault] = []
    for token in trigger.check:
        try:
            checks[parse(token)] = None
        except TokenError as error:
            faults.append(
                Fault("ADR403", f"{error}; if no check is meant, put two backticks on each side: ``{token}``")
            )
    floors = tuple(check for check in checks if isinstance(check, NotBefore))
    above = tuple(check for check in checks if check not in floors)
    # "and not before …" joins a floor, which holds beside any logic
    both, either = _between(trigger.sentence, tuple(t for t in trigger.check if not t.startswith(NotBefore.prefixes)))
    if both and either:
        faults.append(Fault("ADR404", f"'{both}' and '{either}' between checks can be read in two ways; "
                                      "use one of them, or write two list items"))  # fmt: skip
    if above or faults or _has_words(trigger):
        return Condition(above, bool(both), floors, tuple(faults))
    return Condition(floors, len(floors) > 1)


def _has_words(trigger: Trigger) -> bool:
    """Whether the condition says more than its tokens."""
    text = trigger.text
    for token in trigger.check:
        text = text.replace(token, "")
    return bool(re.search(r"\w", text))


def _between(sentence: str, tokens: tuple[str, ...]) -> tuple[str, str]:
    """The words for "and" and for "or" that stand between neighbouring tokens, empty where there is none."""
    places = [sentence.find(token) for token in tokens]
    ends = [at + len(token) for at, token in zip(places, tokens, strict=True)]
    gaps = [sentence[end:start] for end, start in zip(ends, places[1:], strict=False) if -1 < end <= start]
    both, either = finder("and"), finder("or")
    found_both = next((m[0] for gap in gaps if (m := both.search(gap))), "")
    found_either = next((m[0] for gap in gaps if (m := either.search(gap))), "")
    return found_both, found_either
