"""Sentences, labels and the words of a text without its marks."""

import re
from functools import cache, lru_cache
from itertools import accumulate

from ..linear_inline import covered
from ..markdown import Block, fold
from . import lexicon

LONGEST = 20_000
"""Characters of one paragraph that are read; nobody writes longer ones."""
SENTENCE = 2_000
"""Characters of the longest sentence that is taken apart."""
LONGEST_VERDICT = 6_000
"""Characters of a paragraph in which a verdict is looked for."""
LONGEST_CODE = 400
"""Characters of a code span in prose; what is longer stands between marks that were forgotten."""
_SPLIT = re.compile(
    r"(?:[.!?](?:[\"'”’)\]*_]{0,3})|[。！？])(?=\s+[^\s a-z]|\s+`|\s*\Z)|\n(?=\s*[-*•] )|[。！？](?=[^\s」』）)])"
)
_EMPHASIS = re.compile(r"(?<!\*)\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?!\*)")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ABBREVIATED = re.compile(r"(?<!\w)(\w[\w.]*)\.\Z")
_BOLD = re.compile(r"(\*\*|__|\*|_)(?=\S)((?:(?!\1)[^\n]){1,160}?)(?<=\S)\1(\s{0,2}[:：]|\s{1,3}[—–-](?=\s)|)[ \t]*")
_PLAIN = re.compile(r":?([^\W\d_](?:[^\n:：.!?`|]|(?<=\d)\.(?=\s?\w)){0,70}?)\s?(?::|：)(?=\s|\*|\Z|(?<=：))[ \t]*")
_NUMBERING = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[a-zA-Z][.)]|§\s?[\d.]+|Q\d{0,2}[:：])\s+")
_ANSWER = re.compile(r"[*_]{0,2}A\d{0,2}[:.：][*_]{0,2}\s+")
"""Begins the answer to a question of questions and answers."""
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
LABELLED = re.compile(
    r"(?:\*\*|__)[^*_\n]{1,80}?(?:[:：](?:\*\*|__)|(?:\*\*|__)\s?[:：])|:?[A-Z][\w '’/-]{1,40}:\s|[^\W\d_][\w /-]{0,20}："
)
"""Begins a line that says something under a name of its own."""


def uncoded(text: str) -> str:
    """`text` with code spans replaced by the letter x, of the same length."""
    return covered(text, lambda span: "x" * len(span), LONGEST_CODE) if "`" in text else text


def masked(text: str) -> str:
    """`text` with code spans and entities replaced by the letter x and emphasis marks by blanks, of the same length."""
    text = uncoded(text)
    if "&" in text:  # the semicolon of "R&amp;D" ends no clause
        text = _ENTITY.sub(lambda m: "x" * len(m[0]), text)
    return _EMPHASIS.sub(lambda m: " " * len(m[0]), text) if "*" in text else text


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in lexicon.words("months") for name in names.split("/"))


def _is_month(behind: str) -> bool:
    """Whether the name of a month stands behind a number."""
    word = re.match(r"\s+([^\W\d_]+)", behind)
    return word is not None and word[1].lower() in _months()


def uncommented(text: str) -> str:
    """`text` without HTML comments, white space folded."""
    return fold(COMMENT.sub("", text))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon.words("abbreviations"))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, white space folded."""
    text = text[:LONGEST]
    parts, start = [], 0
    hidden = covered(text, lambda span: f"`{'x' * (len(span) - 1)}", LONGEST_CODE) if "`" in text else text
    for mark in _SPLIT.finditer(hidden):
        end = mark.end()
        last = _ABBREVIATED.search(hidden, max(start, end - 12), end) if hidden[end - 1] == "." else None
        # "e.g.", initials and the day of "1. März" end no sentence
        if last and (
            last[1].lower() in _abbreviations()
            or (len(last[1]) == 1 and last[1].isupper())
            or (last[1].isdigit() and len(last[1]) < 3 and _is_month(hidden[end : end + 20]))
        ):
            continue
        parts.append(fold(text[start:end]))
        start = end
    if start < len(text):
        parts.append(fold(text[start:]))
    return [s for s in parts if s]


# each reader asks for the same headings and labels, of status, verdict, conditions and blockers
@lru_cache(4096)
def plain(text: str) -> str:
    """Words of a label or heading: no marks, numbering, emphasis or signs around them, white space folded."""
    # a label of more characters is a paragraph in bold
    text = _trimmed(fold(text.replace("**", "").replace("__", "").replace("`", ""))[:400])
    numbered = _NUMBERING.match(text)
    return _trimmed(text[numbered.end() :]) if numbered else text


def _trimmed(text: str) -> str:
    """`text` without the signs around it; a closing bracket or per cent sign stays."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in "_)%）"):
        end -= 1
    return text[start:end]


# as above
@lru_cache(2048)
def label(text: str) -> tuple[str, str] | None:
    """The label that `text` begins with and what follows it: `**Label:** rest`, `**Label: rest**` or `Label: rest`."""
    text = text.lstrip()
    if bold := text[:1] in ("*", "_") and _BOLD.match(text):
        inner, rest = bold[2], text[bold.end() :]
        if bold[3].strip() or inner.rstrip().endswith((":", "：")):
            return plain(inner), rest.strip()
        name, colon, value = inner.partition(": ")
        if not colon:
            name, colon, value = inner.partition("：")
        if colon and inner.endswith("?") and _NUMBERING.match(inner):
            return plain(inner), _ANSWER.sub("", rest.strip(), count=1)
        if colon and len(name) < 60:
            return plain(name), value.strip() + (" " + rest.strip() if rest.strip(" .") else "")
        return plain(inner), rest.strip()
    start = text[:80]
    match = _PLAIN.match(text) if ":" in start or "：" in start else None
    if match and len(match[1].split()) <= 9:
        return plain(match[1]), text[match.end() :].strip()
    return None


def line_of(block: Block, text: str) -> int:
    """The line of a block on which words of it begin; its first line if they are not in it."""
    if "\n" not in block.text:
        return block.line
    whole = " ".join(block.text.split())
    at = whole.find(" ".join(text.split()[:4]))
    before = whole.count(" ", 0, at) if at > 0 else 0
    counts = accumulate(len(line.split()) for line in block.text.split("\n"))
    return (
        block.line + next((number for number, count in enumerate(counts) if count > before), 0)
        if at > 0
        else block.line
    )


def is_blank(text: str) -> bool:
    """Whether a text is a template's blank, such as `<name the trigger>`."""
    if "<" not in text:
        return False
    bare = text.strip(" .*_")
    return bare.startswith("<") and bare.endswith(">") and " " in bare and bare.count("<") == 1


def clipped(text: str, most: int) -> str:
    """The beginning of a text for a message, up to the end of a word."""
    if len(text) <= most:
        return text
    return (text[:most].rpartition(" ")[0] or text[:most]) + " …"
