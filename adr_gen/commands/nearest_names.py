"""Names as people type them, and what a log has that is near to what nobody found in it: tags, people, statuses."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from ..log import Log

MOST = 5


def is_called(person: str, wanted: str) -> bool:
    """Whether a name has all the words of the one that is wanted, whole and in any case."""
    return person == wanted or _words(wanted) <= _words(person)


def _words(name: str) -> frozenset[str]:
    # a name without a word, such as "@", is nobody's part
    return frozenset(re.findall(r"\w+", name.casefold())) or frozenset((name,))


def nearest(log: Log, statuses: Mapping[str, str], tags: Sequence[str], owner: str | None) -> Iterator[str]:
    """A line for each filter that no record fits, with the values that are near, else the most frequent ones.

    `statuses` has the word that was typed for each.
    """
    records = log.records
    filters = (
        ("--status", statuses, Counter(str(record.status) for record in records if record.status)),
        ("--tag", tags, Counter(tag for record in records for tag in record.tags)),
        ("--owner", [owner] if owner else [], Counter(name for record in records for name in record.asked)),
    )
    for option, wanted, known in filters:
        for value in wanted:
            if value not in known and not (option == "--owner" and any(is_called(name, value) for name in known)):
                shown = wanted[value] if isinstance(wanted, Mapping) else value
                yield f"{option} {shown}: {_near(value, known)}"


def _near(value: str, known: Counter[str]) -> str:
    folded = {name.casefold(): name for name in known}
    close = get_close_matches(value.casefold(), folded, MOST, 0.5)
    inside = [name for name in folded if value.casefold() in name and name not in close]
    if close or inside:
        return f"nearest: {', '.join(folded[name] for name in (*close, *inside)[:MOST])}"
    names = [name for name, _ in known.most_common(MOST)]
    more = f" and {len(known) - MOST} more" if len(known) > MOST else ""
    return f"there are {', '.join(names)}{more}" if names else "no record has any"
