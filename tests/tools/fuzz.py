"""The fuzzer: changed documents through every stage, `python -m tests.tools.fuzz --count 50000`; nothing may break.

Of each document: no traceback, no word less in its record and on its page, a record that reads back as it was written,
nothing on the page that runs or loads; of each project of a hundred: a second generate changes nothing."""

import argparse
import random
import re
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import partial
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from adr_gen import records
from adr_gen.generate.run import carry_out, prepare
from adr_gen.markdown import ConflictError, DocumentError, parse, parse_body
from adr_gen.project import load
from adr_gen.reading import line_status
from adr_gen.records import Record, letter
from adr_gen.site.record.body.html.allowed_html import INLINE, SILENT
from tests import GOLDEN, SHARED
from tests.support import pipeline
from tests.support.active_html import ShownPage, words_of
from tests.support.mutations import mutated
from tests.unit.test_nothing_lost import lost

FOLDERS = (*(SHARED / name for name in ("corpus", "corpus-read", "seed")), GOLDEN)
LONGEST = 2_500
"""Characters of a document before it is changed."""
PROJECT = 100
"""Documents of one project."""
SHOWN = 20
"""Documents of each kind of fault that are printed."""
CARD = "Status Date Qualifier Review by Supersedes Superseded by Revisits Relates to Any of All of"
"""What a record says in words of its own, which its page puts in others."""


def documents() -> list[str]:
    """What the fuzzer starts from."""
    texts = (path.read_text(encoding="utf-8") for folder in FOLDERS for path in sorted(folder.rglob("*.md")))
    return [text for text in texts if text.strip()]


def wrong(text: str) -> Iterator[str]:
    """What one document breaks, each in a line."""
    try:
        record = pipeline.write(text)
    except ConflictError:  # nothing of it is published
        return
    except DocumentError:
        yield from _by_hand(text)
        return
    gone = (some for some in lost(record.document, record.reading, record.text) if words_of(some.partition(" ")[2]))
    yield from (f"lost in the record: {some[:80]!r}" for some in gone)
    back = records.read(pipeline.PATH, record.text, pipeline.DECISIONS)
    yield from (f"a problem in the record: {problem.message[:80]}" for problem in back.problems)
    for field in fields(Record):
        was, now = getattr(record.record, field.name), getattr(back.record, field.name)
        if was != now:
            yield f"read back {field.name}: {now!r:.150} for {was!r:.150}"
    pipeline.check(back)
    yield from _page(record.text, pipeline.published(record.text), back.record)
    yield from _by_hand(text)


def _by_hand(text: str) -> Iterator[str]:
    """What breaks where the document itself is a record."""
    record = records.read(pipeline.PATH, text, pipeline.DECISIONS).record
    yield from _page(text, pipeline.published(text), record)


def _page(text: str, page: str, record: Record | None) -> Iterator[str]:
    shown = ShownPage(_CONTROL.sub("", re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.S)))
    yield from (f"runs: {some}" for some in shown.runs)
    parsed, title = _rest(text)
    title += " " + re.sub(r"[*_`~]+", "", unescape(title))  # a record's title has its tags as entities
    stated = re.sub(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|\w)", " ", repr(record))
    # a check that touches a word is one with it where a page has no marks
    stated += " ".join(re.sub(r"[*_`~]+", "", word) for word in re.findall(r"\S*\w[*_`~]+\w\S*", stated))
    # letters of conditions go by their places, whatever letters their author gave them
    stated += " ".join(map(letter, range(26))) if record and record.conditions.triggers else ""
    elsewhere = words_of(f"{title} {stated} {CARD}" if record else title)
    source_words = re.sub(r"\w*\0[\w\0]*", " ", _CONTROL.sub("", "".join(_said(_MARKDOWN.parse(f"{parsed}\n")))))
    if record and (label := _VERDICT.search(text)):
        # the card says it, in letters of its own, or "Decided then" where another record has replaced this one
        elsewhere += words_of(label[1]) - words_of("" if record.status == "superseded" else "Verdict")
    if record:  # a heading that says no more than the card, with nothing below it, is left to that
        elsewhere += words_of(
            " ".join(
                " ".join(found)
                for found in _headings(text)
                if line_status(re.sub(r"[*_`]+", "", found[1])) or words_of(found[1]) == words_of(record.verdict or "")
            )
        )
    missing = words_of(source_words) - shown.words - elsewhere
    if missing:
        yield f"not on the page: {' '.join(sorted(missing))[:80]}"


def _headings(text: str) -> Iterator[tuple[str, str]]:
    """The headings that may state the verdict: what each is called, and what it says."""
    for form in (parse, parse_body):
        try:
            blocks = form(text).blocks
        except DocumentError:
            continue
        for block in blocks:
            name, sign, said = block.text.partition(":")
            if sign and block.kind == "heading" and block.level > 1:
                yield name, said


def _rest(text: str) -> tuple[str, str]:
    """What stands below the front matter, and the title in it."""
    for form in (parse, parse_body):
        try:
            document = form(text)
        except DocumentError:
            continue
        title = next((b.text for b in document.blocks if b.kind == "heading" and b.level == 1), "")
        return "\n".join(document.lines[document.body_line - 1 :]), title
    return "", ""


_MARKDOWN = (
    MarkdownIt("gfm-like", {"linkify": False, "html": True, "tasklists": True, "alerts": True})
    .use(footnote_plugin, inline=False)
    .use(gfm_autolink_plugin)
)
_HTML = re.compile(
    r"(?s)<!--.*?(?:-->|\Z)|<(?:script|style)\b.*|</?([a-zA-Z][\w-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*|(?!/\w)[^<>]*)(?:>|\Z)|<[?!].*"
)


def _said(tokens: Iterable[Token]) -> Iterator[str]:
    """The words of a body as a standard parser has them, what HTML says among them."""
    for token in tokens:
        if token.type in ("inline", "image"):
            yield from ("" if token.type == "inline" else " ", *_said(token.children or ()), " ")
        elif token.type in ("html_block", "html_inline"):
            divider = " " if token.type == "html_block" else "\0"
            yield unescape(_HTML.sub(partial(_divided, divider=divider), token.content))
        else:
            yield token.content if token.type in _TEXTS else " " * (token.block or token.type.endswith("break"))


_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1b\x7f]")
"""What a page may leave out of a word; the other controls are blanks."""
_VERDICT = re.compile(r"(?i)(?:\*\*|__)(verdict)(?::|\*\*:|__:)")
"""A label that a page leaves to its card."""
_TEXTS = ("text", "text_special", "code_inline", "fence", "code_block")


def _divided(tag: re.Match[str], divider: str) -> str:
    """What a tag or comment leaves between words: of one that is shown, left out or closes nothing, it may be anything."""
    known = tag[0].startswith("<!") or (tag[1] or "").lower() in (INLINE | SILENT) - {"br"}
    return "" if known else "\0" if tag[0].startswith("</") else divider


def unstable(texts: dict[str, str]) -> Iterator[str]:
    """What generate changes in a project when it runs again."""
    with tempfile.TemporaryDirectory(prefix="adr-gen-fuzz-") as folder:
        root = Path(folder)
        (root / "docs" / "research").mkdir(parents=True)
        for name, text in texts.items():
            (root / "docs" / "research" / name).write_bytes(text.encode("utf-8", "replace"))
        carry_out(load(root), prepare(load(root)))
        for memory in (True, False):
            if not memory:
                (root / ".adr-gen" / "generate.json").unlink(missing_ok=True)
            for step in prepare(load(root)).plan.steps:
                if step.text is not None:
                    yield f"generate again {step.action} ({'with' if memory else 'without'} memory): {step.source}"
        _, problems = load(root).records()
        yield from (f"a record with a problem: {problem.code} {problem.message[:80]}" for problem in problems)


def main() -> None:
    """Run, and print each kind of fault once with the document that shows it."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=50_000, help="documents (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other documents (default: %(default)s)")
    parser.add_argument("--start", type=int, default=0, help="number of the first document (default: %(default)s)")
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"), help="folder for documents that break something")
    given = parser.parse_args()
    start, counts, seen = documents(), Counter[str](), 0
    batch: dict[str, str] = {}
    for number in range(given.start, given.start + given.count):
        text = mutated(random.Random(f"{given.seed}-{number}"), start, LONGEST)
        try:
            faults = list(wrong(text))
        except Exception:
            faults = ["traceback: " + " | ".join(traceback.format_exc().strip().split("\n")[-3:])]
        for fault in faults:
            kind = re.sub(r"['\"].*|: .*", "", fault) if "traceback" not in fault else fault[:120]
            counts[kind] += 1
            if counts[kind] <= SHOWN:
                given.keep.mkdir(exist_ok=True)
                (given.keep / f"{given.seed}-{number}.md").write_bytes(text.encode("utf-8", "surrogatepass"))
                print(f"{given.seed}-{number}: {fault}", flush=True)
        batch[f"{number:06}.md"] = text
        if len(batch) == PROJECT:
            for fault in unstable(batch):
                counts["project"] += 1
                print(f"{given.seed}-{number}: {fault}", flush=True)
            batch, seen = {}, seen + PROJECT
            if seen % 1000 == 0:
                print(f"{seen} documents, {sum(counts.values())} faults", file=sys.stderr, flush=True)
    for kind, times in sorted(counts.items()):
        print(f"{times:6} {kind}")
    print(f"{given.count} documents from {len(start)}, seed {given.seed}: {sum(counts.values())} faults")
    sys.exit(bool(counts))


if __name__ == "__main__":
    main()
