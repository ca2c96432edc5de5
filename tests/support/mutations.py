"""Changes to a document that nobody asked for: what a fuzzer does to real texts."""

import random
from collections.abc import Callable

BLOCKS = (
    "# ", "## ", "### ", "- ", "* ", "+ ", "1. ", "2) ", "> ", ">", "    ", "\t", "```", "~~~", "---", "===", "***", "|", "| a | b |",
    "|---|---|", "- [ ] ", "- [x] ", "<!--", "-->", "<div>", "</div>", "<details>", "<summary>", "<pre>", "<script>", "[a]: b", "[^1]: ", "[^1]",
    "> [!NOTE]", "(a) ", "(b) ", "* (a) ", "<!-- as written -->", "Any of:", "All of:", "* Status: accepted", "## Revisit When", "## Blockers",
    "## Decision Outcome", "## Recommendation: ADOPT", "**Verdict:** reject", "**Revisit if:** ", "**Blockers:** ", "Revisit when ",
)  # fmt: skip
SIGNS = (
    "\0", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u200e", "\u2028", "\u2029", "\u202e", "\u3000",
    "\ufeff", "\ufffd", "\ufffe", "\uffff", "\U000e0001", "\U0001f600", "e\u0301", "ß", "İ", "ﬁ", "日本", "שלום", "।", "。", "：", "\r", "\r\n", "\n\n\n",
)  # fmt: skip
SPANS = (
    "`", "``", "**", "*", "_", "__", "~~", "[", "]", "](", "![", "][", "(", ")", "<", ">", "&", "&amp;", "&#35;", "&#0;", "\\", "\\\\", "{", "}", "{{ x }}",
    "{% x %}", "$", ":", ":a:", "::", "@", "a@b.c", "http://", "www.a.b", "https://x.y/z", ";", ", or ", " and ", " → ", "`2027-01-01`", "`pypi:a >= 2`",
    "`after 6 months`", "<b>", "</b>", "<a href='javascript:x()'>", "<img src=x onerror=y>", "<svg/onload=z>", "[x](javascript:y)", "[x](a.md)", "![x](a.png)",
    "<http://a.b>", "<style>@import 'x'</style>", "<p style='background:url(x)'>", "--8<--", "[[a]]", "((", "+++", "==a==", "^a^", "<br>", "#", "!",
)  # fmt: skip
KEYS = (
    "title: x", "title: '# x'", 'title: "- x"', "status: done", "decision: adopt", "decision: reject", "decision: [a, b]", "date: 2026-01-02", "date: 2026-99-99",
    "tags: [a, b, '']", "tags: {a: b}", "tags: a, b", "blockers: ['1. x', '- y', '# z', '> q', '---', '']", "blockers: x", "revisit_when: when x; when y",
    "revisit_when: {all: ['- a', '# b']}", "revisit_when: ['(a) x', '`2027-01-01`', '']", "revisit_when: {all: [a, {b: c}]}", "review_by: 2027-01-01",
    "supersedes: 12", "supersedes: [1, x]", "authors: ['<b>', '&amp;']", "id: 0012", "? a", "[a]: b", "a: b: c", "- a", "a: &x 1", "b: *x", "!!python/x: y", "a: !b c",
    "qualifier: '- for now'", "---", "...", "\tx: y", "x: |\n  a\n  b", "x: >\n  a", "x: \"a\\x00b\"", 'title: "a\\u0085b\\u2028c"', "title: ''", "adr: false",
)  # fmt: skip
Change = Callable[[random.Random, str, str], str]


def _place(luck: random.Random, text: str) -> int:
    """Anywhere, at best where a line begins or ends."""
    at = luck.randint(0, len(text))
    return text.rfind("\n", 0, at) + 1 if luck.random() < 0.5 else at


def _insert(signs: tuple[str, ...]) -> Change:
    def change(luck: random.Random, text: str, _: str) -> str:
        at = _place(luck, text)
        return text[:at] + luck.choice(signs) + text[at:]

    return change


def _splice(luck: random.Random, text: str, other: str) -> str:
    start = _place(luck, other)
    at = _place(luck, text)
    return text[:at] + other[start : start + luck.randint(1, 600)] + text[at:]


def _repeat(luck: random.Random, text: str, _: str) -> str:
    start = _place(luck, text)
    piece = text[start : start + luck.randint(1, 80)]
    return text[:start] + piece * luck.randint(2, 12) + text[start:]


def _cut(luck: random.Random, text: str, _: str) -> str:
    start = _place(luck, text)
    return text[:start] + text[start + luck.randint(1, 200) :]


def _swap(luck: random.Random, text: str, _: str) -> str:
    lines = text.split("\n")
    one, two = luck.randrange(len(lines)), luck.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def _indent(luck: random.Random, text: str, _: str) -> str:
    lines = text.split("\n")
    start = luck.randrange(len(lines))
    prefix = luck.choice(["  ", "    ", "> ", "- ", "\t", "   "])
    for n in range(start, min(len(lines), start + luck.randint(1, 6))):
        lines[n] = prefix + lines[n]
    return "\n".join(lines)


def _front(luck: random.Random, text: str, _: str) -> str:
    """One more key, or front matter where there is none."""
    key = luck.choice(KEYS)
    return f"---\n{key}\n{text[4:]}" if text.startswith("---\n") else f"---\n{key}\n---\n\n{text}"


def _joined(luck: random.Random, text: str, _: str) -> str:
    """A line end less or more."""
    at = text.find("\n", luck.randint(0, len(text)))
    if at < 0:
        return text + "\n"
    return text[:at] + luck.choice([" ", "", "\n\n", "\\\n", "  \n"]) + text[at + 1 :]


CHANGES: tuple[Change, ...] = (
    *(_insert(BLOCKS), _insert(BLOCKS), _insert(SPANS), _insert(SPANS), _insert(SIGNS)),
    *(_splice, _repeat, _cut, _swap, _indent, _front, _joined),
)


def mutated(luck: random.Random, documents: list[str], longest: int) -> str:
    """A document, or a part of one, with some changes."""
    text = luck.choice(documents)
    if len(text) > longest:
        start = _place(luck, text[:-longest])
        text = (text[: text.find("\n---", 3) + 5] if text.startswith("---\n") and luck.random() < 0.5 else "") + text[
            start : start + longest
        ]
    for _ in range(luck.choice((1, 1, 2, 3, 5, 8))):
        text = luck.choice(CHANGES)(luck, text, luck.choice(documents))
    return text
