"""What Material's search box finds of the log.

The head of each record goes into the theme's own file: title, verdict, status, tags and each trigger with its anchor;
and the name of each page that is made from the whole log: what it lists is found in the records.
The words of a record's whole page go into pieces of an index, of which a browser loads what a query needs. The worker in
`assets/search.js` stands before the theme's and finds the records with both; without it the theme's finds the heads.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise, zip_longest
from pathlib import PurePosixPath
from textwrap import shorten
from typing import Any

from ..log import Log
from ..model import RECORD_STATES
from ..record_search import ALONE, bare
from ..records import Record
from . import stop_words
from .browser_files import browser_file
from .components import badges
from .page import Page, title
from .record.body.body_html import inline_html, plain
from .record.body.text_direction import isolated
from .record.condition_markup import anchor

INDEX = "search/search_index.json"
"""The theme's own index."""
WORKER = "assets/javascripts/workers/adr-gen.js"
"""Beside the theme's worker, which loads its languages by relative addresses."""
PIECE = 32_000
"""Characters after which a piece of the index ends."""
TWO_LINES = 180
"""Characters of a verdict and its reason in a result, beside number and date."""
LEAST = 60
"""Characters of a reason that says something."""
_STOCK = re.compile(r'("search": *"[^"]*/workers/)(search\.\w+\.min\.js)"')
_CONFIG = '<script id="__config"'
_INLINE = re.compile(r"</?(?:a|b|code|del|em|i|mark|span|strong|sub|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(rf"\d+(?:\.\d+)+|(?=([{ALONE}]{{1,2}}))[{ALONE}]|[^\W_{ALONE}]+")
"""In scripts without spaces between words each two signs that follow one another are a word, and so is the last one."""


def fits(template: str) -> bool:
    """Whether the theme's base template names its search worker in the way that `with_worker` knows."""
    return _CONFIG in template and bool(re.search(r"/workers/search\.\w+\.min\.js\"", template))


def with_worker(html: str) -> str:
    """A finished page whose search asks our worker; as it was if it names none of the theme's."""
    before, config, after = html.rpartition(_CONFIG)
    # from the last config on: a record may show this very text in a code block
    return before + config + _STOCK.sub(rf'\1{WORKER.rpartition("/")[2]}?\2"', after, count=1)


def words(html: str) -> str:
    """The different words of a page, in order, by spaces; `assets/search.js` cuts a query and leaves accents out in the same way."""
    parts = set(unescape(_TAG.sub(" ", _INLINE.sub("", html))).lower().split())
    # most are one word already, and the others are looked into once
    whole = {part for part in parts if part.isascii() and part.isalnum()}
    return " ".join(sorted(whole.union(one[1] or one[0] for one in _WORD.finditer(bare(" ".join(parts - whole))))))


def worker() -> str:
    """The text of the worker."""
    return browser_file("assets/search.js")


@dataclass(frozen=True)
class Search:
    """The index of one log."""

    records: tuple[Record, ...]
    pages: Mapping[str, str]
    """The `words` of each record's page, by the path of its file."""
    owners: list[str]
    """The people who have records on the board."""
    entries: list[dict[str, Any]]
    """The head of each record, as the theme's index has it, and what nobody has decided."""
    pieces: list[dict[str, str]]
    """The pieces of an index of all records."""
    languages: frozenset[str]
    """Those that the heads of records are written in, as far as they are told by their small words."""

    @classmethod
    def of(
        cls,
        records: tuple[Record, ...],
        pages: Mapping[str, str],
        states: Mapping[str, Sequence[dict[str, str]]],
        around: Mapping[str, tuple[str, str]],
        log: Log,
        undecided: Iterable[dict[str, Any]] = (),
    ) -> "Search":
        """The index of some records of a log.

        `states` are those of each watched record, by the path of its file, then of each of its conditions: today's, and
        from each coming day on the next; `around` is what stands before the verdict of each and right after it;
        `undecided` are entries of research that nobody has decided.
        """
        owners = {name for record in records if record.path in states for name in record.asked}
        entries = [
            entry
            for place, record in enumerate(records)
            for entry in _entries(place, record, states.get(record.path, ()), around[record.path], log)
        ]
        heads = (
            " ".join((one.title, one.verdict or "", *(t.sentence for t in one.conditions.triggers))) for one in records
        )
        languages = frozenset(filter(None, map(stop_words.language, heads)))
        entries += undecided
        return cls(records, pages, sorted(owners), entries, _pieces(dict(enumerate(records)), pages), languages)

    def heads(self, overviews: Mapping[str, Page]) -> Iterator[dict[str, Any]]:
        """The entries of the theme's index for the `overviews`, by address, and for each record's head."""
        yield from (_overview(at, page, self.owners) for at, page in overviews.items())
        yield from self.entries

    def files(self, index: str) -> Iterator[tuple[str, str]]:
        """Site path and text of the pieces for the records whose heads are in the theme's index, and of this, which names them."""
        stock = json.loads(index)
        left = {entry["location"] for entry in stock["docs"]}
        kept = {place: record for place, record in enumerate(self.records) if record.url in left}
        pieces = self.pieces if len(kept) == len(self.records) else _pieces(kept, self.pages)
        for number, piece in enumerate(pieces):
            yield f"search/records/{number}.json", f"{{{','.join(piece.values())}}}"
        config = stock["config"]
        config["records"] = [next(iter(piece)) for piece in pieces]
        config["asking"] = stop_words.of({*config["lang"], *self.languages})
        config["chips"] = {state: badges.state(state) for state in RECORD_STATES}
        config["phrases"] = stop_words.PHRASES
        yield INDEX, json.dumps(stock, ensure_ascii=False, separators=(",", ":"))


def _pieces(records: Mapping[int, Record], pages: Mapping[str, str]) -> list[dict[str, str]]:
    """In the order of words, each word with itself and the places of the records that have it, as a pair of JSON."""
    pieces: list[dict[str, str]] = []
    size = PIECE
    for word, places in sorted(_holders(records, pages).items()):
        if size >= PIECE:
            pieces.append({})
            size = 0
        # gaps are smaller numbers than places, which is a good part of a piece's bytes
        gaps = (now - before for before, now in pairwise([0, *places]))
        pieces[-1][word] = f'"{word}":[{",".join(map(str, gaps))}]'
        size += len(pieces[-1][word])
    return pieces


def _holders(records: Mapping[int, Record], pages: Mapping[str, str]) -> dict[str, list[int]]:
    """The places in the log of the records that have a word on their page."""
    places_of: dict[str, list[int]] = defaultdict(list)
    for place, record in records.items():
        values = (
            record.id,
            record.status,
            record.qualifier or "",
            *record.tags,
            *record.decision_makers,
            *record.owners,
            re.sub(r"\d", " ", PurePosixPath(record.source or "").stem),  # by which its author knows it
        )
        facts = words(" ".join(map(str, values)))
        for word in {*pages[record.path].split(), *facts.split()}:
            places_of[word].append(place)
    return places_of


def _overview(address: str, page: Page, owners: list[str]) -> dict[str, Any]:
    """A page that is made from the whole log in the theme's index: its name; what it is asked with and shows is for our worker."""
    entry = {"location": address, "title": escape(page.title), "text": ""}
    asked = {
        "asked": page.asked.split(),
        "when": page.when.split(),
        "shows": escape(page.description),
        "owners": owners,
    }
    return entry | (asked if page.asked else {})


def _entries(
    place: int, record: Record, states: Sequence[dict[str, str]], around: tuple[str, str], log: Log
) -> Iterator[dict[str, Any]]:
    """One record in the theme's index: its page, then its triggers."""
    people = ", ".join(escape(name, quote=False) for name in (*record.decision_makers, *record.owners))
    facts = filter(None, (record.id, record.date and escape(record.date), _outcome(record, *around), people))
    tags = [badges.status(record) + badges.heirs(log, record), *(escape(tag, quote=False) for tag in record.tags)]
    head = {
        "location": record.url,
        "title": isolated(_plain(title(record))),
        "text": f"<p>{' · '.join(facts)}</p>",
        "tags": tags,
    }
    own, *met = states or [{}]
    shared = record.conditions.shared_sentences
    yield head | {"record": place} | ({"states": own} if own else {}) | _joined(record) | _titles(record, log)
    for (name, trigger), since in zip_longest(record.conditions.lettered, met):
        # several conditions of one sentence would each say all of them
        own_words = trigger.text if trigger.sentence in shared else trigger.sentence
        text = f"<p>{isolated(_line(own_words))}</p>"
        yield {
            "location": f"{record.url}#{anchor(name)}",
            "title": f"Revisit when ({name})",
            "text": text,
            "record": place,
        } | ({"states": since} if since else {})


def _titles(record: Record, log: Log) -> dict[str, str]:
    """The title of what holds today; apart from the tags, as who looks for the new decision is not to find the old one by them."""
    last = log.today(record)
    if last is record:
        return {}
    heirs = record.superseded_by or record.reaffirmed_by
    named = [log.by_number[number] for number in heirs if number in log.by_number] if last.number in heirs else [last]
    words = " and ".join(isolated(_plain(title(one))) for one in named)
    return {"heirs": f' <span class="adr-qualifier">{words}</span>'}


def _joined(record: Record) -> dict[str, str]:
    """What stands between the conditions of a record where a result says them; nothing for one that has none to wait for."""
    kinds = {trigger.kind for trigger in record.conditions.triggers}
    if not record.watched or kinds <= {"never"}:
        return {}
    return {"joined": " and " if record.conditions.logic == "all" else "; "}


def _outcome(record: Record, before: str, lead: str) -> str:
    """What was decided and, as far as two lines have room for it, why."""
    verdict = plain(record.verdict or "")
    why = shorten(lead, room, placeholder=" …") if (room := TWO_LINES - len(verdict)) > LEAST else ""
    stated = f"<b>{before}{isolated(_line(record.verdict))}</b>" if record.verdict else ""  # the eye looks for it first
    return isolated(" ".join(filter(None, (stated, escape(why, quote=False)))))


def _line(text: str) -> str:
    return _plain(inline_html(text, links=False))


def _plain(html: str) -> str:
    """HTML whose signs stand for themselves where they can, so that they are found."""
    return re.sub(r"&#\d+;", lambda match: escape(unescape(match[0]), quote=False), html)
