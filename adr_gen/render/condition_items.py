"""Conditions in a record's list, and the sentences that stand below it."""

from collections.abc import Sequence

from ..model import Trigger
from ..records import letter, sentences, unscoped


def trigger_item(trigger: Trigger) -> str:
    """A trigger from prose as an item of its own."""
    return f"*{trigger.item}:* {trigger.whole}" if trigger.item else unscoped(trigger.whole)


def sentences_below(triggers: Sequence[Trigger], items: Sequence[str]) -> list[str]:
    """The paragraphs below the list of conditions, given its items: their sentences, lettered where it would not show whose they are."""
    texts, own = [t.text for t in triggers], [t.sentence for t in triggers]
    marked: set[int] = set()
    for _ in range(3):  # none is lettered, or those that need it, or, as that moves the others, all
        lettered = {
            n: f"({_letters(own, n)}) {own[n]}" if n in marked else own[n]
            for n in range(len(own))
            if n in marked or own[n] != items[n]
        }
        below = list(dict.fromkeys(lettered.values()))
        wrong = {n for n, sentence in enumerate(sentences(texts, items, below)) if sentence != own[n]}
        if not wrong:
            break
        marked = wrong if not marked else set(range(len(own)))
    return below


def _letters(own: Sequence[str], number: int) -> str:
    """The letters of all conditions that have the sentence of this one."""
    return ", ".join(letter(n) for n, sentence in enumerate(own) if sentence == own[number])
