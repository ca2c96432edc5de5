"""What a heading, a label or a sentence before a list says: that conditions follow, or how to build something later."""

from ...markdown import Block
from .. import roles
from ..document.statements import Statement, text_of
from ..patterns.language_matchers import find_slot, finder, lowered, matcher_for
from ..plain_text import label, plain, sentences
from ..sentences.condition_logic import spoken
from .condition_splitting import lettered
from .label_hints import may_announce

COLON = (":", "：")
_BRIEF = 10
"""Words of a text that only says that any or all of what is listed have to hold."""
_LEADS = ("if|if-keep|until|require _8 $", "in-these-cases")
"""Ends a sentence about looking again that a list goes on: "if …", "in these cases"."""
_NAMED = ("if _2 any-of _3 any-verb? $", "^ _2 these-things|one-of-them _3 which-would cause-us|overturn|again ...")
""""if any of these hold", "any of these would make us look again"."""


def is_label(name: str) -> bool:
    """Whether a heading or label announces conditions, and nothing else."""
    return roles.has(name, "revisit")


def is_plan(name: str) -> bool:
    """Whether a heading or label announces conditions or, as often, how to build it later."""
    return roles.has(name, "plan")


def announces(sentence: str) -> bool:
    """Whether a sentence such as "Revisit this when any of:" announces a list of conditions."""
    low = lowered(sentence.rstrip(" :：")) + " "
    if matcher_for("reactive").search(low) and any(matcher_for(row).search(low) for row in _LEADS):
        return True
    return any(matcher_for(row).search(low) for row in _NAMED)


def announces_several(sentence: str) -> bool:
    """Whether a sentence such as "It is reopened when both hold." announces the conditions of the list behind it."""
    return spoken(sentence) is not None and announces(sentence.rstrip(" ."))


def held_until(name: str) -> str | None:
    """The condition in a label such as "Deferred until the pilot ends", behind which stands what is deferred."""
    # what is longer is a sentence, not a label
    name = plain(name)[:160]
    match = matcher_for("^ held ,? until").match(lowered(name))
    return name[match.end() :] or None if match else None


def announced(place: Statement) -> tuple[str, str] | None:
    """The label or heading that announces a list, and the container that this is."""
    before = place.before
    if before is None:
        return None
    if before.kind == "heading":
        return before.text, "heading-list"
    if before.kind == "list" and before.children:
        last = text_of(before.children[-1])
        return (last, "label-list") if last.endswith(COLON) else None
    return _by_paragraph(place, before) if before.kind == "paragraph" else None


def _by_paragraph(place: Statement, before: Block) -> tuple[str, str] | None:
    own = label(before.text)
    if own and own[1] and is_plan(own[0]):
        return (own[1], "label-list") if announces(own[1]) else (own[0], "label-list")
    if own and (not own[1] or is_lead_in(own[1])) and (roles.of(own[0]) & {"revisit", "plan"}):
        return own[0], "label-list"
    if place.section is not None and place.top and place.below("revisit"):
        return place.section.text, "heading-list"
    if own and not own[1] and may_announce(own[0]):
        return own[0], "label-list"
    if _is_left_open(before.text) and is_label(before.text):
        return before.text, "label-list"
    opens = before.text.rstrip().endswith((*COLON, "?", "？")) or _is_left_open(before.text)
    end = sentences(before.text)[-1:] if opens else []
    return (end[0], "label-list") if end and (is_label(end[0]) or announces(end[0])) else None


def is_aside(text: str) -> bool:
    """Whether a text is nothing but a remark in brackets, behind a label that announces a list."""
    return text.startswith("(") and text.rstrip(" :：.").endswith(")") and text.count("(") == 1


def is_lead_in(text: str) -> bool:
    """Whether what stands behind a label only says how the conditions of the list behind it combine: "all of these hold:"."""
    brief = text.rstrip().endswith(COLON) and len(text.split()) <= _BRIEF and len(sentences(text)) == 1
    only = brief and (spoken(text) or find_slot("these-things", text)) and not finder("and", "or").search(text)
    return is_aside(text) or bool(only)


def leads_in(place: Statement) -> bool:
    """Whether a paragraph is only the beginning of what the list behind it says."""
    text = place.block.text.rstrip()
    if text.endswith(COLON):
        return True
    listed = place.after is not None and place.after.kind == "list"
    return listed and (text.endswith(",") or _is_left_open(text) or any(map(announces_several, sentences(text))))


def goes_on(place: Statement) -> bool:
    """Whether a paragraph holds the conditions, counted by letters, that the one before it announces."""
    before = place.before
    if before is None or before.kind != "paragraph" or not lettered(place.block.text):
        return False
    last = sentences(before.text)[-1]
    # "We open the question again" and below it "(a) when …"
    if matcher_for("^ LETTER if|until").match(lowered(place.block.text)) and matcher_for("again").search(lowered(last)):
        return True
    return announces(last) and (before.text.endswith(COLON) or _is_left_open(before.text))


def _is_left_open(text: str) -> bool:
    """Whether a text ends with the word that its conditions go on behind: "Look again when"."""
    return bool(matcher_for("if|if-keep|until $").search(lowered(text.rstrip(",… "))))
