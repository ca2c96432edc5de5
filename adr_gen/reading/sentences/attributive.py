"""A verb of a verdict that only describes the noun behind it: "却下されたメールは戻る", "被拒绝的邮件会退回"."""

import re

from ..patterns.language_matchers import leading, matcher_for, may_stand

_VERBS = "reject|reject-label|reject-bare|defer|defer-label|defer-bare|accept|accept-label|accept-bare"
_NOUN = re.compile(r"[\u30a0-\u30ff\u4e00-\u9fffA-Za-z]+")
_LABEL = re.compile(r"\s*[:：]")


def describes_a_noun(text: str) -> bool:
    """Whether the verb that leads a text says which thing the sentence is about, not what is decided."""
    if not may_stand("verb-to-noun") or not (verb := leading(_VERBS, text)):
        return False
    # the verb may hold its own ending, as "拒否した" does
    ends = (m for m in matcher_for("verb-to-noun").finditer(text) if m.start() <= verb.end() <= m.end())
    nouns = (noun for end in ends if (noun := _NOUN.match(text, end.end())))
    return any(not (leading("of-the-verdict", noun[0]) or _LABEL.match(text, noun.end())) for noun in nouns)
