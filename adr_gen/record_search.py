"""Records that speak of something: of packages, of paths, or in the words of a question; each with the places where."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from unicodedata import normalize

from .checks.kinds.dependency import Depends
from .checks.kinds.file import Files
from .markdown import DocumentError, parse
from .reading.document.options import options
from .reading.lexicon import words as lexicon
from .records import Record
from .revisit.combined_checks import combined

ALONE = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts without spaces between words."""
_ACCENT = re.compile(r"[\u0300-\u036f]")
_TERM = re.compile(rf"[{ALONE}]+|[^\W_{ALONE}]+(?:[.+#-]+[^\W_{ALONE}]+|[+#]+)*")

NAMED = 12.0
"""Points for a package that is an option or is waited for, and for a path that is: nothing says more."""
WEIGHTS = {"title": 4.0, "tags": 3.0, "options": 3.0, "verdict": 2.0, "conditions": 2.0, "blockers": 2.0, "text": 1.0}
"""Points for a word of a question, by the place where it stands."""
TOPICS = {"title", "tags", "options"}
"""The places that say what a record is about."""
LEAST = 0.5
"""What the words of a record need of the points of the best one's: of what a question says many words stand anywhere."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about."""

    question: str = ""
    paths: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    """Their names alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that speaks of the subject."""

    record: Record
    points: float
    reasons: tuple[str, ...]
    """Why it matches, the strongest first."""


def find(records: Iterable[Record], texts: Mapping[str, str], subject: Subject) -> list[Mention]:
    """The records that speak of a subject, the best first; `texts` are those of their files, by their paths."""
    pages = [_Page(record, texts.get(record.path, "")) for record in records]
    wanted = dict(_terms(subject.question))
    holders = {term: {page for page in pages if pattern.search(page.bare)} for term, pattern in wanted.items()}
    # the rarer a word is in the log, the more it says (inverse document frequency)
    weights = {term: math.log(1 + len(pages) / len(some)) for term, some in holders.items() if some}
    about = {page: {t: wanted[t] for t in weights if page in holders[t]} for page in pages}
    spoken = {page: _worded(page, terms, weights, len(wanted)) for page, terms in about.items()}
    least = LEAST * max((sum(points for points, _ in reasons) for reasons in spoken.values()), default=0)
    hits = []
    for page, worded in spoken.items():
        named = list(_named(page, subject))
        reasons = named + [reason for reason in worded if named or sum(points for points, _ in worded) > least]
        if reasons:
            ordered = sorted(reasons, key=lambda reason: -reason[0])
            why = tuple(dict.fromkeys(reason for _, reason in ordered))
            hits.append(Mention(page.record, sum(points for points, _ in reasons), why))
    return sorted(hits, key=lambda mention: (-mention.points, mention.record.number))


def considered(records: Iterable[tuple[Record, str]], names: Iterable[str]) -> Iterator[tuple[Record, str, str]]:
    """Titles and options of records that are one of some names, each with this name; a record comes with its file's text."""
    known = {plain_name(name): name for name in names}
    mentioned = re.compile("|".join(re.escape(name).replace(r"\-", r"[-_.\s]?") for name in known), re.I)
    for record, text in records if known else ():
        if mentioned.search(text):  # the options of most records need not be read
            by_plain_name = {plain_name(option): option for option in reversed([record.title, *_options(text)])}
            yield from ((record, option, known[name]) for name, option in by_plain_name.items() if name in known)


def _options(text: str) -> list[str]:
    try:
        return list(options(parse(text)))
    except DocumentError:
        return []


def plain_name(name: str) -> str:
    """The form in which the names of packages and of options compare equal."""
    return re.sub(r"[-_.\s]+", "-", name.strip().casefold())


def bare(text: str) -> str:
    """The text without accents, which readers leave out."""
    return text if text.isascii() else normalize("NFC", _ACCENT.sub("", normalize("NFD", text)))


@dataclass(frozen=True, eq=False)
class _Page:
    """A record with the text of its file."""

    record: Record
    text: str
    bare: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "bare", bare(self.text.lower()))

    def places(self) -> Iterator[tuple[str, str]]:
        """The places where words count, those that weigh most first."""
        record = self.record
        yield "title", record.title
        yield "tags", " ".join(record.tags)
        yield "options", "\n".join(_options(self.text))
        yield "verdict", record.verdict or ""
        yield "conditions", "\n".join(trigger.text for trigger in record.conditions.triggers)
        yield "blockers", "\n".join(blocker.text for blocker in record.blockers)
        yield "text", self.text


def _terms(question: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The words of a question that say something, and what they look like elsewhere: with another ending too."""
    for word in dict.fromkeys(_TERM.findall(bare(question))):
        term = word.lower()
        if re.match(f"[{ALONE}]", term):
            # pairs of signs, as there are no blanks that would show where a word ends
            for pair in dict.fromkeys(term[at : at + 2] for at in range(max(len(term) - 1, 1))):
                yield pair, re.compile(re.escape(pair))
        elif term not in _common() and (len(term) > 2 or word != term or not term.isalpha()) and len(term) > 1:
            stem = term[:-1] if len(term) > 4 and term.endswith("s") else term
            # plurals and such; short words with any ending would be other words
            ending = r"\w{0,2}" if len(stem) > 3 else ""
            yield term, re.compile(rf"(?<!\w){re.escape(stem)}{ending}(?!\w)")


@cache
def _common() -> frozenset[str]:
    return frozenset(bare(word) for slot in ("common", "common-words") for word in lexicon(slot))


def _named(page: _Page, subject: Subject) -> Iterator[tuple[float, str]]:
    """Why a record speaks of the packages and paths."""
    for _, option, name in considered([(page.record, page.text)], subject.packages):
        yield NAMED, f"“{option}” is the package {name}"
    for letter, trigger in page.record.conditions.lettered:
        checks = combined(trigger).checks
        for name in subject.packages:
            if any(isinstance(c, Depends) and plain_name(c.name) == plain_name(name) for c in checks):
                yield NAMED, f"condition ({letter}) is about the package {name}"
        for path in subject.paths:
            if any(isinstance(c, Files) and c.reads((path,)) for c in checks):
                yield NAMED, f"condition ({letter}) is about {path}"
    for name in subject.packages:
        if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", page.text, re.I):
            yield WEIGHTS["options"], f"its text names {name}"
    for path in subject.paths:
        named = (part for part in _upwards(path) if _path(part).search(page.text))
        yield from ((WEIGHTS["options"], f"its text names {part}") for part in islice(named, 1))


def _path(part: str) -> re.Pattern[str]:
    """A path or folder in a text; not what lies in the folder."""
    return re.compile(rf"(?<![\w/.-]){re.escape(part)}(?!-|/?\w)")


def _upwards(path: str) -> Iterator[str]:
    """A path and the folders that it lies in, but for those at the top: they stand in any text."""
    parts = path.strip("/").split("/")
    yield parts[0] if len(parts) == 1 else "/".join(parts)
    yield from ("/".join(parts[:count]) for count in range(len(parts) - 1, 1, -1))


def _worded(
    page: _Page, terms: Mapping[str, re.Pattern[str]], weights: Mapping[str, float], asked: int
) -> list[tuple[float, str]]:
    """Where the words of the question stand in a record, each in its best place.

    A record is about what its title, tags and options say; of words elsewhere it takes more than half of the question's.
    """
    phrases: dict[str, str] = {}
    for place, text in page.places():
        if len(phrases) == len(terms):
            break  # to know the options the whole record is parsed
        folded = bare(text.lower())
        for term, pattern in terms.items():
            if term not in phrases and pattern.search(folded):
                phrases[term] = place
    if not (TOPICS & set(phrases.values()) or 2 * len(phrases) > asked):
        return []
    return [(weights[term] * WEIGHTS[place], f"“{term}” in its {place}") for term, place in phrases.items()]
