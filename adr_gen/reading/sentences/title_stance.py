"""What a document proposes, by its title: "drop it" accepts what the title proposes to drop."""

import re

from ..patterns.language_matchers import find_slot, finder, leading, lowered, matcher_for, whole
from . import accepted_thing
from .kept_things import ends_something, is_beside, keeps_another, kept_by, what_we_do
from .run_time import waits_at_run_time
from .title_change import Change, change_of, chosen_over, named_first
from .title_words import WORD, in_title, refuses, speaks_of, things
from .verdict_verbs import Judged, clean, judge

_WORDS = re.compile(r"[\w'-]+")
_SENTENCE = re.compile(r"[.!?;:](?:\s|\Z)|\n")
_WHOLE = re.compile(r"[.!?;](?:\s|\Z)|\n")


def on_proposal(judged: Judged, text: str, title: str) -> Judged | None:
    """The verdict on the proposal: who refuses or defers in the title's own verb accepts it, who keeps what there is refuses it.

    None for a rule about something that the title does not speak of ("We reject requests above the limit"), for who
    accepts the contrary ("We confirm the rejection"), and where "not" stands behind the verb: "Wir verwerfen es nicht".
    """
    first = _WHOLE.split(clean(text))[0]
    if _of_a_draft(first, title) or _all_but_it(first, title) or find_slot("no-choice-but|past-praise", first):
        return None
    if accepted_thing.is_handed_in(first, title) or (judged[0] == "deferred" and waits_at_run_time(first)):
        return None
    change = change_of(title) if judged[0] in ("accepted", "rejected") else None
    if change and named_first(first, change) == "left" and kept_by(first) is None:
        return _of_what_goes(judged, first, change)
    if judged[0] == "accepted":
        return _acceptance(judged, first, text, title)
    return _refusal(judged, first, text, title) if judged[0] in ("rejected", "deferred") else judged


def _of_what_goes(judged: Judged, first: str, change: Change) -> Judged | None:
    """What a verdict on the thing that a title proposes to turn from says of the proposal."""
    if judged[0] == "accepted":  # "Oak loses, Fern wins" has two subjects
        return None if "," in first and speaks_of(first, change[1]) else ("rejected", judged[1])
    return ("accepted", None) if find_slot("and-taken", first) and speaks_of(first, change[1]) else None


def _acceptance(judged: Judged, first: str, text: str, title: str) -> Judged | None:
    """What an acceptance, by its `first` sentence, says of the proposal."""
    if (rest := accepted_thing.past_the_price(first, title)) is not None:
        beyond = judge(rest)
        return on_proposal(beyond, rest, title) if beyond else None
    if find_slot("in-no-case", first.split(",")[0]) or find_slot("taken-not-to", first):
        return "rejected", judged[1]
    if accepted_thing.against(first, title):
        return None
    if nothing := matcher_for("accept|accept-label|adopt-verb no-determiner").search(lowered(first)):
        return ("rejected", judged[1]) if _begins_with_it(first[nothing.end() :], title) else None
    if _keeps_in_place(first, title):
        return "rejected", judged[1]
    if chosen_over(first, title):
        return None
    return judged if (kept := kept_by(first)) is None else _of_what_is_kept(judged, kept, title)


def _of_what_is_kept(judged: Judged, kept: str, title: str) -> Judged | None:
    """What keeping something says of the proposal: that it is refused, or nothing where the title may propose another thing."""
    if ends_something(title, kept) or keeps_another(kept, title):
        return "rejected", judged[1]
    return None if is_beside(kept, title) else judged


def _refusal(judged: Judged, first: str, text: str, title: str) -> Judged | None:
    """What a refusal or deferral says of the proposal."""
    if find_slot("contrary", first[2:]) and not whole("contrary", what_we_do(text)):
        return None
    if judged[0] == "deferred" and matcher_for("for-good").search(lowered(first)) and not find_slot("negation", first):
        judged = ("rejected", None)
    clause = _SENTENCE.split(clean(text))[0]
    verb = next((m for m in WORD.finditer(clause) if refuses(m[0])), None)
    refused = verb is not None or find_slot("refuse-verb", clause)
    no = find_slot("negation", clause)
    if no and verb is None and _only_ends(title) and speaks_of(clause[no.end() :], title):
        return "accepted", judged[1]  # "We do not send them" about "Stop sending them"
    if _of_one_of_two(clause, title):
        return None
    we = leading("we", clause)
    act = clause[we.end() :] if we else clause
    if (no := leading("negation", act)) and (kept := kept_by(act[no.end() :])) is not None:
        if ends_something(title, kept):
            return "accepted", judged[1]
        return judged if speaks_of(kept, title) or find_slot("the-matter", kept) else None  # "Do not keep cron"
    denied = refused and leading("we", clause) and find_slot("not-behind", clause.split(",")[0])
    if denied or _of_something_else(clause, title) or _of_a_delay(clause, title):
        return None
    if judged[0] == "rejected" and (favour := find_slot("in-favour", clause)):
        return _in_favour(judged, clause[: favour.start()], clause[favour.end() :], title)
    if judged[0] == "rejected" and (taken := find_slot("and-taken", clause)):
        favoured = _in_favour(judged, clause[: taken.start()], clause[taken.end() :], title)
        if favoured is None:
            return None
        judged = favoured
    return _in_its_own_verb(judged, clause, verb, title) if verb and in_title(verb[0], title) else judged


def _only_ends(title: str) -> bool:
    """Whether a title proposes to end something and nothing in its place."""
    denied = leading("plain-no|none-lead|negation", title)  # "No plugins" says what was refused
    return ends_something(title, "") and not denied and find_slot("replaces-it", title) is None


def _of_one_of_two(clause: str, title: str) -> bool:
    """Whether one of those is refused that a title sets against each other: "We reject cron" about "Queue or cron"."""
    sides = finder("versus").split(title.rpartition(": ")[2])
    named = [speaks_of(clause, side) for side in sides]
    both = all(named) and find_slot("accept|accept-label|done-accept", clause)  # "Cron rejected, queue accepted"
    return len(sides) > 1 and any(named) and (both is not None or not all(named))


def _of_a_delay(clause: str, title: str) -> bool:
    """Whether a delay or a refusal is refused, of which the title does not speak: "We refuse to wait any longer"."""
    end = matcher_for("because-of|relative|and").search(lowered(clause))
    turned = find_slot("turned-away", clause[: end.start()] if end else clause)
    away = find_slot("turning-away", turned[0]) if turned else None
    return away is not None and not in_title(away[0].split()[-1].strip(" *_.,"), title)


def _in_its_own_verb(judged: Judged, clause: str, verb: re.Match[str], title: str) -> Judged | None:
    """Who refuses in the title's own verb does what the title proposes: "We drop it" about "Drop the cache"."""
    # a word in capitals is the name of a status: "REJECT"; alone, "Stop." may be that or the title's own verb
    if verb[0].isupper():
        return judged
    if clause.strip(" *_") == verb[0]:
        return None
    before = clause[: verb.start()]
    passive = matcher_for("be|copula fillers* $").search(lowered(before)) and speaks_of(before, title)
    behind = clause[verb.end() :]
    done = passive or re.match(r"\s+\w", behind) or (leading("we", clause) and not re.search(r"\w", behind))
    return (
        judged if leading("negation", clause) or find_slot("negation", before) or not done else ("accepted", judged[1])
    )


def _in_favour(judged: Judged, refused: str, chosen: str, title: str) -> Judged | None:
    """What "Reject Oak in favour of Fern" says: accepted about Fern, rejected about Oak, nothing where the title names both or none."""
    of_refused, of_chosen = speaks_of(refused, title), speaks_of(chosen, title)
    if not things(refused) or find_slot("the-matter", refused) or (of_refused and not of_chosen):
        return judged
    return ("accepted", judged[1]) if of_chosen and not of_refused else None


def _begins_with_it(text: str, title: str) -> bool:
    """Whether the first words of a text are something that the title speaks of."""
    return speaks_of(" ".join(text.split()[:2]), title)


def _all_but_it(first: str, title: str) -> bool:
    """Whether a sentence is about all but what the title speaks of: "Reject everything except the queue"."""
    spared = find_slot("all-but", first)
    return spared is not None and _begins_with_it(first[spared.end() :], title)


def _keeps_in_place(first: str, title: str) -> bool:
    """Whether a verdict is for what there is in place of what the title speaks of: "We keep cron instead of adopting the queue"."""
    place = find_slot("in-place", first)
    if place is None:
        return False
    kept, left = first[: place.start()], first[place.end() :]
    if not kept.strip():
        begins = find_slot("we", left)
        kept, left = (left[begins.start() :], left[: begins.start()]) if begins else ("", left)
    return kept_by(kept) is not None and speaks_of(left, title) and not speaks_of(kept, title)


def _of_a_draft(first: str, title: str) -> bool:
    """Whether a draft is accepted or refused, or something for discussion, of which the title does not speak."""
    draft = find_slot("a-draft", first)
    return draft is not None and draft[0].strip().lower() not in title.lower()


def _of_something_else(clause: str, title: str) -> bool:
    """Whether things without an article or a name are refused, which the title does not know: "Reject requests above 1 MB"."""
    words = _WORDS.findall(clause)[:3]
    negated = leading("negation|plain-no", clause)
    verb = next((place for place, word in enumerate(words[:2]) if refuses(word) and not (negated and place == 0)), 2)
    return accepted_thing.is_unknown_plural(words[verb + 1] if verb + 1 < len(words) else "", title)
