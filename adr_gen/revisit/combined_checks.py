"""The checks of one trigger and how they combine: "and" or "or" between tokens, "not before" as a floor under the rest."""

import re
from dataclasses import dataclass
from datetime import date

from ..checks import Calendar, Check, NotBefore, TokenError, parse
from ..model import Trigger
from ..reading.conditions.bare_day import bare_day
from ..reading.conditions.check_logic import combination, denied, says_more
from ..reading.conditions.named_days import named_days


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the tokens of a trigger."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class CombinedChecks:
    """The machine-readable part of a trigger."""

    checks: tuple[Check, ...] = ()
    together: bool = False
    """Whether all checks must hold; else any is enough."""
    floors: tuple[Calendar, ...] = ()
    """Days before which nothing counts."""
    faults: tuple[Fault, ...] = ()
    more: bool = False
    """Whether words that no check judges have to be true, too."""

    @property
    def has_tokens(self) -> bool:
        """Whether a program has anything to judge, understood or not; a day in words is, too."""
        return bool(self.checks or self.floors or self.faults)

    @property
    def by_calendar(self) -> bool:
        """Whether nothing but days is checked, so that nobody has to look anything up."""
        return all(isinstance(check, Calendar) for check in self.checks)

    @property
    def settles(self) -> bool:
        """Whether a program judges all that is said."""
        return self.has_tokens and not self.asks

    @property
    def asks(self) -> bool:
        """Whether somebody has to look once the checks hold, or from the floors' day on where words alone stand above them."""
        return self.more or bool(self.floors and not self.checks)


_WAY_OUT = "write 'and' or 'or' there, or two list items"
_WITHOUT_TOKENS = CombinedChecks()


def combined(trigger: Trigger) -> CombinedChecks:
    """What the tokens of a trigger say: parsed when it is first asked for, and kept with the trigger."""
    if not trigger.check:  # words that are a day, or a time after the decision, are asked about then
        point = _point(trigger)
        return CombinedChecks(floors=(point,)) if point else _WITHOUT_TOKENS
    try:
        return trigger.parsed  # type: ignore[no-any-return]
    except AttributeError:
        parsed = _condition(trigger)
        object.__setattr__(trigger, "parsed", parsed)  # states, lint, board and notify ask the same trigger
        return parsed


def awaited(trigger: Trigger, decided: date | None) -> CombinedChecks:
    """What the tokens of a trigger say; without any, that somebody looks on the first day after the decision that its words name."""
    parsed = combined(trigger)
    if parsed.has_tokens or trigger.kind == "never":
        return parsed
    day = next((day for day in named_days(trigger.text) if decided is None or day > decided.isoformat()), None)
    return CombinedChecks(floors=(NotBefore(day),)) if day else parsed


def _point(trigger: Trigger) -> Calendar | None:
    """The point in time that the words of a condition are, without a check: "on 3 May 2027", "every two years"."""
    if trigger.kind == "never":
        return None
    if day := bare_day(trigger.text):
        return NotBefore(day)
    if trigger.kind != "elapsed":
        return None
    from ..reading.hints.hints import hint  # few conditions are such, and it takes time

    token = hint(trigger)
    check = parse(token) if token else None
    return check if isinstance(check, Calendar) else None


def _condition(trigger: Trigger) -> CombinedChecks:
    checks: dict[Check, None] = {}
    faults: list[Fault] = []
    for token in trigger.check:
        try:
            checks[parse(token)] = None
        except TokenError as error:
            faults.append(Fault("ADR403", f"{error}; if no check is meant, write ``{token}``"))
    floors = tuple(check for check in checks if isinstance(check, NotBefore))
    above = tuple(check for check in checks if check not in floors)
    # "and not before …" joins a floor, which holds beside any logic
    tokens = tuple(token for token in trigger.check if not token.startswith(NotBefore.prefixes))
    stated = combination(trigger.sentence, tokens)
    if stated.unclear:
        faults.append(Fault("ADR404", _in_two_ways(stated.unclear)))
    if word := denied(trigger.text, tokens):
        faults.append(Fault("ADR404", f"'{word}' beside a check denies it, which no check can; say it in words alone"))
    more = bool(above) and says_more(trigger.text, trigger.sentence)
    if above or faults or _has_words(trigger):
        return CombinedChecks(above, stated.logic == "all", floors, tuple(faults), more)
    return CombinedChecks(floors, len(floors) > 1)


def _in_two_ways(words: tuple[str, ...]) -> str:
    """What is wrong with words between checks, and the way out."""
    said = " and ".join(f"'{word[:40]}'" for word in words)
    can = "can be read in two ways; use one of them, or write two list items"
    return f"{said} between checks {can if len(words) > 1 else 'may mean that both have to hold, or any; ' + _WAY_OUT}"


def _has_words(trigger: Trigger) -> bool:
    """Whether the condition says more than its tokens."""
    text = trigger.text
    for token in trigger.check:
        text = text.replace(token, "")
    return bool(re.search(r"\w", text))
