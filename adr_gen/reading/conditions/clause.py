"""One part of a sentence: where its condition begins, and whether it is a clause of its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...checks import tokens as checks
from .. import lexicon
from ..lexicon import UNARTICLED, pairs
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole
from .condition_kinds import classify

Languages = tuple[str, ...]
_JOINER = "^ joins"
_WORDS = re.compile(r"\s+|(?<=\w)['’](?=\w{3})")
"""What divides words, an article such as l' from its noun too."""
_BEHIND_IF = re.compile(r"[*_]{0,2}[,:，]?[*_]{0,2}\s+|(?<=[\u3040-\u9fff])[,:，]?")
_LONG = 14
"""Words of a clause within which its verb stands; it stands far behind where a long subject begins it."""
_LEADS = "if|inverted"
_AT_INTERVALS = ("^ regular CLOSE", "^ regular $")
""""Once a year" says how often."""
_PLURAL = re.compile(r"[^sui]s\Z")
"""Ends a noun of several; "status" and "access" are one thing."""
_THIRD = re.compile(r"[a-z]{2,}[^\Wsu\d]s")
"""The form of a verb behind he, she or it."""
_REMARK = re.compile(r"\s[—–-]\s")
"""Stands before a remark, whose verb is not that of the clause."""


def lead(text: str) -> int:
    """Where the condition begins behind the "if" of a text; 0 if there is none."""
    low = lowered(text[:80])
    match = matcher_for(f"^ {_LEADS}").match(low) if low[:1].isalpha() else None
    if not match or leading("not-if", low) or any(matcher_for(row).match(low) for row in _AT_INTERVALS):
        return 0
    end = len(low[: match.end()].rstrip(" ,，、:*_\"“'(-–"))
    behind = _BEHIND_IF.match(text, end)
    return behind.end() if behind and behind.end() < len(text) else 0


def unjoined(part: str, languages: Languages) -> str:
    """A part without the joining words and commas at its ends."""
    part = part.strip().lstrip(",; —–-")
    match = (
        matcher_for(_JOINER, languages).match(lowered(part))
        if part[:1].isalnum() and not leading("joins-of", part, languages)
        else None
    )
    part = part[match.end() :].lstrip(" ,:*") if match and part[: match.end()][-1:] in " ,:*" else part
    trailing = re.search(r"[,;、]\s*(\w+)?[\s,;—–-]*\Z", part)
    if trailing and (not trailing[1] or matcher_for("^ and|or $", languages).match(trailing[1].lower())):
        part = part[: trailing.start()]
    return part.rstrip(" ,;—–-").strip()


def without_correlative(first: str, joint: str) -> str:
    """The first of several conditions without the "either" or "both" that announces the word between them.

    Before its noun it says of how many: "either house fails", "both sites agree".
    """
    word, _, rest = first.partition(" ")
    announced = pairs("correlative").get(word.lower())
    if not announced or (announced, joint) == ("and", "or") or leading("joins-of", first):
        return first
    if leading("one-of-it|the-or-our|pronouns", rest):
        return rest
    two = (noun for noun, verb in pairwise(rest.split()[:3]) if is_verb(verb) or whole("plural-verb", verb))
    return first if (noun := next(two, "")).islower() and bool(_PLURAL.search(noun)) == (announced == "and") else rest


def is_act(part: str, languages: Languages) -> bool:
    """Whether a part says what we do, its "we" stated or understood from the first part."""
    return bool(leading("pronouns", part)) or not is_clause(part, languages)


def has_finite_verb(part: str) -> bool:
    """Whether a part holds a finite verb."""
    return any(is_verb(word) for word in part.split()[1:-1])


def has_main_verb(part: str) -> bool:
    """Whether a part holds a finite verb before a word such as "that" begins a clause which only tells of its noun."""
    return any(map(is_verb, _main_words(part.split())[1:]))


def _main_words(words: list[str]) -> list[str]:
    """The words up to one such as "that" which begins a clause that only tells of the noun before it."""
    end = next((n for n, word in enumerate(words) if n and leading("relative|that-which", word)), len(words))
    return words[:end]


def is_verb(word: str) -> bool:
    """Whether a word is a finite verb."""
    return bool(matcher_for("^ finite $").match(lowered(word.strip("*_,.()"))))


def is_clause(part: str, languages: Languages) -> bool:
    """Whether a part reads as a sentence of its own, a subject and then a verb, or begins with a check."""
    part = _REMARK.split(unjoined(part, languages))[0]
    if begins_with_check(part) or lead(part) or leading("pronouns", part):
        return True
    if not part.isascii() and " " not in part.strip():  # a language without blanks
        return len(part) > 3 and bool(find_slot("finite", part))
    if len(part.split()) <= 5 and classify(part) in ("elapsed", "date"):
        return True
    words = _main_words(_WORDS.split(part))
    # where nouns have no articles, as those of several have none, two words are a subject and its verb
    several = words[0].islower() and _PLURAL.search(words[0])
    least = 2 if languages[0] in UNARTICLED or several else 3
    known = any(
        is_verb(word) or (_PLURAL.search(before) and whole("plural-verb", word))
        for before, word in pairwise(words[:_LONG])
    )
    return len(words) >= least and (known or _has_verb_by_form(words[:9]) or _ends_with_verb(words, languages[0]))


def _ends_with_verb(words: list[str], language: str) -> bool:
    """Whether a clause has a subject first and a verb by its form last, in a language where verbs stand last and nouns are capitals.

    "die den Mittwoch belegt" only tells of a noun. A participle, which may belong to "wird" behind the next part, begins with "ge" as a rule.
    """
    ends, last = lexicon.words("verb-last-end", language), words[-1].strip(".,;:*_")
    if (
        len(words) < 3
        or leading("article-of|pronouns", words[1])
        or not ends
        or not last.islower()
        or not last.endswith(ends)
    ):
        return False
    subject = not words[0].islower() or leading("article-of|one-of-it|pronouns|above|number", " ".join(words[:3]))
    return bool(subject) and not (last.startswith("ge") and len(last) > 6)


def _has_verb_by_form(words: list[str]) -> bool:
    """Whether a word that no list knows is a verb by its place: "a partner insists on it", "the vendor triples its price"."""
    for number, (word, behind) in enumerate(pairwise(words)):
        if number == 0 or not _THIRD.fullmatch(word):
            continue
        first, before = words[0], words[number - 1]
        # behind "a" and a noun no plural stands; behind "the" or a name it does, but no article follows it
        if number > 1 and whole("one-of-it", first):
            return True
        if whole("one-of-it|the-or-our|number", behind) and (
            number == 1 or whole("the-or-our", first) or before[:1].isupper()
        ):
            return True
    return False


def begins_with_check(part: str) -> bool:
    """Whether a part begins with a check, whose verb is often left out."""
    return part[:1] == "`" and any(part[1:].lstrip().startswith(token) for token in checks(part)[:1])


def are_clauses(parts: Sequence[str], languages: Languages) -> bool:
    """Whether each part is a clause of its own, or has a check of its own."""
    return all(is_clause(part, languages) for part in parts) or all(map(checks, parts))


def stands_alone(first: str, second: str, languages: Languages) -> bool:
    """Whether both sides of ", or" are sentences: after a comma a second one with its own verb makes the first one too."""
    return is_clause(second, languages) and len(first.split()) >= 3


def are_grouped(joined: list[str], gaps: list[tuple[str, str]]) -> bool:
    """Whether commas, or an "if" said again, stand before each "or" and before no "and": "A and B, or C".

    `gaps`: what stands between two neighbours, and what behind it.
    """
    apart = [bool(re.search(r"[,;，；]", gap)) or lead(rest) > 0 for gap, rest in gaps]
    return all(one == (word != "and") for one, word in zip(apart, joined, strict=True))


def joins(between: str, languages: Languages) -> str:
    """The word that joins two conditions: and, or, or none."""
    return "or" if find_slot("or", between, languages) else "and" if find_slot("and", between, languages) else ""


def may_be_two(part: str, languages: Languages) -> bool:
    """Whether what "or" joins in a part may be clauses: "rent falls or sales double"."""
    found = find_slot("or", part, languages)
    sides = (part[: found.start()], part[found.end() :]) if found else ("", "")
    return all(any(is_verb(word) or whole("plural-verb", word) for word in side.split()[1:]) for side in sides)
