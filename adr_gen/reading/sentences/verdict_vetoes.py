"""What speaks against a verdict that a rule matched: each predicate says why, or nothing."""

import re

from ..lexicon import spoken
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for
from .kept_things import ends_something
from .rule_match import Match

_CODE = re.compile(r"(?:[A-Z]\d{0,2}|\d{1,2})(?!\w)")
"""The letter or number of one of several."""


def lower_case(match: Match) -> str | None:
    """What is recommended is no name, with an article before it or without."""
    rest = match.part("rest")
    article = leading("article-before", rest)
    rest = rest[article.end() :].lstrip() if article else rest
    return None if rest[:1].isupper() else "no name"


def _telling(subject: str) -> list[str]:
    """The beginnings of the words that tell what a subject is: long ones and abbreviations."""
    return [word[:6].lower() for word in re.findall(r"\w{4,}|\b[A-Z][A-Z\d]+\b", subject)]


def _begins_in(word: str, title: str) -> bool:
    """Whether a word of a title begins so."""
    return re.search(rf"(?<!\w){re.escape(word)}", title.lower()) is not None


def other_matter(match: Match) -> str | None:
    """The subject is not what the document is about: "the proposal", or words of its title."""
    subject = match.part("subject")
    if matcher_for("^ matter-of-it $").match(lowered(subject)):
        return None
    telling = _telling(subject)
    ours = bool(telling) and all(_begins_in(word, match.title) for word in telling)
    return None if ours else "speaks of another matter"


def no_act(match: Match) -> str | None:
    """What is refused is nothing that a proposal could be: "We do not store mails"."""
    rest = match.part("rest")
    ours = any(_begins_in(word, match.title) for word in _telling(rest.partition(",")[0]))
    # "we do not use the second core" tells how something works, unless the title speaks of that
    known = leading("adopt-strictly|acts-on-it", rest) or (ours and leading("use-it", rest))
    return None if known else "refuses no proposal"


def unrelated(match: Match) -> str | None:
    """The subject shares no word with the title, or the title asks which of several."""
    ours = any(_begins_in(word, match.title) for word in _telling(match.part("subject")))
    ours = ours and not find_slot("versus", match.title)
    return None if ours else "speaks of another matter"


def nothing_done(match: Match) -> str | None:
    """ "Nothing was chosen" chooses nothing."""
    return "says that nothing is" if leading("nothing-done|none-of|no-determiner", match.sentence.hidden) else None


def nobody(match: Match) -> str | None:
    """What nobody does is not done."""
    return "says that nobody does" if leading("none-of", match.sentence.hidden) else None


def the_matter(match: Match) -> str | None:
    """A verb that no list knows may do anything to the proposal: "Kill the project"."""
    low = match.sentence.low
    kills = matcher_for("^ WORD matter-of _1? matter-noun").match(low) or matcher_for(
        "^ matter-of matter-noun be|can-wait"
    ).match(low)
    return "no known verb" if kills else None


def reported(match: Match) -> str | None:
    """What stands behind a colon are the words of whom the sentence names before it."""
    return "words of others" if re.search(r"[:：]", match.part("subject")) else None


def conditional_start(match: Match) -> str | None:
    """A sentence that begins with "if" or a person decides nothing."""
    return "a condition" if leading("if|pronouns", match.sentence.hidden.lstrip()) else None


def hypothetical(match: Match) -> str | None:
    """What people would do if something were different."""
    return "a condition" if matcher_for("if|versus|bound").search(match.sentence.low) else None


def others_start(match: Match) -> str | None:
    """A sentence that begins with "if", or with others than those who decide."""
    return "a condition" if leading("if|others|for-some", match.sentence.hidden.lstrip()) else None


def vague_inside(match: Match) -> str | None:
    """What is done may be part of a study."""
    return "part of a study" if matcher_for("study").search(match.sentence.low) else None


def negated_inside(match: Match) -> str | None:
    """Something is denied."""
    return "denies something" if matcher_for("negation|none-of").search(match.sentence.low) else None


def negated_so_far(match: Match) -> str | None:
    """Something is denied up to the end of what matched, not in the reasons behind it or in what is laid down."""
    end = match.hit.start("rest") if "rest" in match.hit.re.groupindex else match.hit.end()
    clause = match.sentence.low[:end].rpartition(", ")[
        2
    ]  # "Measured against our list, Harbour is the best" denies nothing
    return "denies something" if matcher_for("negation|none-of").search(clause) else None


def subject_denied(match: Match) -> str | None:
    """What is denied of a subject is not so: "The queue is not ruled out"."""
    return "denies it" if matcher_for("negation|none-of").search(lowered(match.part("subject"))) else None


def one_of_several(match: Match) -> str | None:
    """What has only a letter or number for a name is one of several: "V2 is not worth its code"."""
    option = leading("option-name", match.sentence.text)
    one = _CODE.match(match.sentence.text, option.end() if option else 0)
    several = one is not None and one[0] not in match.title.split()
    return "speaks of one of several" if several else None


def end_of_it(match: Match) -> str | None:
    """What stays below a title that proposes to end it: "The staging host lives" about "Drop the staging host"."""
    subject = match.sentence.text[: match.hit.end()]
    return "keeps what the title ends" if ends_something(match.title, subject) else None


def a_noun(match: Match) -> str | None:
    """A verb that begins a sentence orders something only with an article: "Run a trial", not "Read replicas help"."""
    begins = len(match.sentence.low[: match.hit.end()].split()) == 1
    return "no order" if begins and not leading("article-of", match.sentence.text[match.hit.end() :].lstrip()) else None


def told_before(match: Match) -> str | None:
    """What was done is no rule: "A pilot was run in March"."""
    return "tells what happened" if matcher_for("was-had").search(match.sentence.low[: match.hit.end()]) else None


def for_some(match: Match) -> str | None:
    """It is the best for others, or in some cases: "Harbour is the right tool for other teams"."""
    return "speaks of some" if matcher_for("^ _2 for-some").match(match.sentence.low[match.hit.end() :]) else None


def in_a_clause(match: Match) -> str | None:
    """What is done only in a clause that says when or if: "Pause until the budget is approved"."""
    return "a condition" if matcher_for("if|until").search(lowered(match.part("subject"))) else None


def lower_start(match: Match) -> str | None:
    """An order begins with a capital."""
    return None if match.sentence.text[:1].isupper() else "no order"


def of_another_language(match: Match) -> str | None:
    """A verb that no list knows is an order in English alone: "Consideramos la cola" has its subject in its ending."""
    return None if spoken()[0] == "en" else "no order of its language"


def negated_before(match: Match) -> str | None:
    """A negation stands before the verb."""
    return "says the opposite" if matcher_for("not-inside").search(match.sentence.low) else None


def in_part(match: Match) -> str | None:
    """One wins on one count, another on the next: "Fern wins on speed, Oak on memory"."""
    rest = match.sentence.low[match.hit.end() :]
    return "speaks of one side of it" if matcher_for("^ about ... , _2 about").match(rest) else None
