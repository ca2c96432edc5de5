"""The checks of one trigger and how they combine: "and" or "or" between tokens, "not before" as a floor under them."""

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


_WITHOUT_TOKENS = Condition()


def condition(trigger: Trigger) -> Condition:
    """What the tokens of a trigger say: parsed when it is first asked for, and kept with the trigger."""
    if not trigger.check:
        return _WITHOUT_TOKENS
    try:
        return trigger.parsed  # type: ignore[no-any-return]
    except AttributeError:
        parsed = _condition(trigger.sentence, trigger.check)
        object.__setattr__(trigger, "parsed", parsed)  # states, lint, board and notify ask the same trigger
        return parsed


def _condition(sentence: str, tokens: tuple[str, ...]) -> Condition:
    checks: dict[Check, None] = {}
    floors: list[NotBefore] = []
    faults: list[Fault] = []
    for token in tokens:
        try:
            check = parse(token)
        except TokenError as error:
            faults.append(
                Fault("ADR403", f"{error}; if no check is meant, put two backticks on each side: ``{token}``")
            )
            continue
        if isinstance(check, NotBefore) and len(tokens) > 1:
            floors.append(check)
        else:
            checks[check] = None
    # "and not before …" joins a floor, which holds beside any logic
    both, either = _between(sentence, tuple(t for t in tokens if not t.startswith(NotBefore.prefixes)))
    if both and either:
        faults.append(Fault("ADR404", f"'{both}' and '{either}' between checks can be read in two ways; "
                                      "use one of them, or write two list items"))  # fmt: skip
    return Condition(tuple(checks), bool(both), tuple(floors), tuple(faults))


def _between(sentence: str, tokens: tuple[str, ...]) -> tuple[str, str]:
    """The words for "and" and for "or" that stand between neighbouring tokens, empty where there is none."""
    places = [sentence.find(token) for token in tokens]
    ends = [at + len(token) for at, token in zip(places, tokens, strict=True)]
    gaps = [sentence[end:start] for end, start in zip(ends, places[1:], strict=False) if -1 < end <= start]
    both, either = finder("and"), finder("or")
    found_both = next((m[0] for gap in gaps if (m := both.search(gap))), "")
    found_either = next((m[0] for gap in gaps if (m := either.search(gap))), "")
    return found_both, found_either
