"""The keys that answer for a research file, and what they mean."""

from collections.abc import Sequence

from ..terminal.prompt import Choice
from .answer import DecisionVerb

VERDICTS: dict[str, tuple[DecisionVerb, Choice]] = {
    "a": (
        "accept",
        Choice("accept", "the answer is yes; a number behind a decision is that of the sentence that goes with it"),
    ),
    "r": ("reject", Choice("reject", "the answer is no")),
    "d": ("defer", Choice("defer", "not now; what is ticked says when to look again")),
    "p": ("propose", Choice("propose", "somebody still has to agree")),
}
KEEP = Choice("keep", "the decision stays as it was read; conditions are as ticked")
PICK = Choice(
    "pick",
    "this sentence is the verdict in one line whatever the decision, and is shown whole; again: none is",
    rare=True,
)
TICK = Choice("tick", "this is a condition to look again, or none; it is shown whole", rare=True)
CONDITIONS = Choice(
    "conditions",
    "all of them whole, each under its number; once more for the next ones, at last for another by its line",
    rare=True,
)
LINE = Choice("line", "the sentence of another line is the verdict in one line; its number is asked for", rare=True)
ENDS = {
    "n": Choice("no-decision", "the file decides nothing: `adr: false`, and it does not come again"),
    "s": Choice("skip", "leave it as it is; it comes again next time", rare=True),
}
LEAVES = {
    "e": Choice("edit", "open the file in your editor", rare=True),
    "b": Choice("back", "to the file before", rare=True),
}


def numbered(numbers: Sequence[int], choice: Choice) -> dict[str, Choice]:
    """One choice for all numbers: `2-4`."""
    return {f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}": choice} if numbers else {}
