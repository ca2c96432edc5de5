"""Projects that nobody would make on purpose, and every command on them."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.support.helpers import put, run, tree

PROJECT = """
=== docs/index.md
# Home
=== docs/research/a.md
---
title: Which queue
decision: reject
date: 2026-01-01
tags: [queue]
revisit_when: "`pypi:x >= 2` or `2026-03-01`"
---

# Which queue

See [the other](b.md) and ![a picture](img/a.png).

## Blockers

- No time
=== docs/research/b.md
# Undecided

Perhaps.
=== docs/decisions/0007-by-hand.md
# By hand

* Status: accepted
* Date: 2026-01-02

Supersedes nothing. Look again when `file:docs/** count >= 3`.
=== docs/decisions/reviews/0007-2026-02-01-00000000.yml
record: 7
file: 0007-by-hand.md
date: 2026-02-01
by: Ana
outcome: reaffirmed
=== docs/decisions/readings.yml
- {name: users, value: 3, date: 2026-01-01, by: Ana}
=== mkdocs.yml
site_name: Decisions
site_url: https://example.org/
plugins: [adr-gen]
"""

COMMANDS = (
    ["generate"],
    ["generate", "--check", "--json"],
    ["generate", "--diff", "--force"],
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "github"],
    ["check", "--format", "sarif"],
    ["explain", "docs/research/a.md"],
    ["explain", "docs/decisions/0007-by-hand.md", "--json"],
    ["list"],
    ["list", "--json", "--due"],
    ["show", "7"],
    ["show", "8", "--json"],
    ["revisit"],
    ["revisit", "--format", "markdown"],
    ["revisit", "--format", "github", "--as-of", "2030-01-01"],
    ["revisit", "--notify", "github", "--dry-run", "--json"],
    ["review", "7", "--note", "A word", "--reaffirm", "--by", "Ana"],
    ["review"],
    ["reopen", "7", "--by", "Ana"],
    ["reopen", "8", "--by", "Ana"],
    ["new", "Something else"],
    ["export", "out/site"],
    ["export", "out/nygard", "--profile", "nygard"],
    ["init", "--dry-run"],
    ["decide", "--json"],
    ["pr"],
    ["review", "--all-due", "--not-now", "90d", "--by", "Ana"],
    ["resolve", "8", "--merge"],
    ["resolve", "8", "--research"],
    ["renumber", "--dry-run"],
    ["renumber"],
    ["renumber", "7", "12"],
    ["detach", "8"],
    ["generate"],
)
"""Every command, those that write last."""
DECIDED = "---\ndecision: adopt\n---\n\n# Title\n"


def _link(place: str, target: str) -> Callable[[Path], None]:
    """`place` becomes a link to `target` beside the project; what was there goes along."""

    def make(root: Path) -> None:
        outside = root.parent / target
        if (root / place).exists():
            (root / place).rename(outside)
        else:
            outside.mkdir()
        (root / place).symlink_to(outside)

    return make


def _raw(name: bytes, text: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_text(text, encoding="utf-8")

    return make


def _text(path: str, text: str | bytes) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).unlink(missing_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


def _fifo(path: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return make


def _socket(root: Path) -> None:
    here = Path.cwd()
    os.chdir(root / "docs/research")  # the path of a socket has little room
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.md")
    os.chdir(here)


def _folder(path: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir(parents=True)

    return make


def _both_changed(then: Callable[[Path], None], words: str = "No time at all") -> Callable[[Path], None]:
    """A person edited the record and its research changed, and something else happened."""

    def make(root: Path) -> None:
        record, research = root / "docs/decisions/0008-which-queue.md", root / "docs/research/a.md"
        record.write_text(record.read_text(encoding="utf-8").replace("No time", words), encoding="utf-8")
        research.write_text(research.read_text(encoding="utf-8").replace("No time", "No money"), encoding="utf-8")
        then(root)

    return make


CONFLICT = "<<<<<<< HEAD\nWe adopt it.\n=======\nWe reject it.\n>>>>>>> other\n"
HOSTILE: dict[str, Callable[[Path], None]] = {
    "both changed, and a link where texts are laid aside": _both_changed(_link(".adr-gen/replaced", "elsewhere")),
    "both changed, and a pipe where texts are laid aside": _both_changed(_fifo(".adr-gen/replaced")),
    "both changed, with commands and controls in the edit": _both_changed(
        lambda root: None, "x\n\n::error title=a::b\n\n  ::error::c\n\n##[error]d\n\n\x1b[31mred\n\nNo time"
    ),
    "a name that is not UTF-8": _raw(b"docs/research/caf\xe9.md", DECIDED),
    "a record's name that is not UTF-8": _raw(b"docs/decisions/0003-caf\xe9.md", "# X\n\n* Status: accepted\n"),
    "a review's name that is not UTF-8": _raw(b"docs/decisions/reviews/0007-caf\xe9.yml", "record: 7\n"),
    "a picture's name that is not UTF-8": _raw(b"docs/caf\xe9.png", "x"),
    "a name with a line end": _raw(b"docs/research/bad\n::error title=pwn::boom\n.md", DECIDED),
    "a record's name with a line end": _raw(b"docs/decisions/0003-bad\n::error::x.md", "# X\n\n* Status: accepted\n"),
    "a name that is a command": _raw(b"docs/decisions/::error::x.md", "# X\n"),
    "a pipe": _fifo("docs/research/f.md"),
    "a pipe for a record": _fifo("docs/decisions/0003-f.md"),
    "a pipe for a review": _fifo("docs/decisions/reviews/0007-f.yml"),
    "a pipe for the readings": _fifo("docs/decisions/readings.yml"),
    "a pipe for the memory": _fifo(".adr-gen/generate.json"),
    "a pipe for the records' memory": _fifo(".adr-gen/records.json"),
    "a pipe for the results": _fifo(".adr-gen/checks.json"),
    "a pipe for the lock": _fifo(".adr-gen/lock"),
    "a pipe for a picture": _fifo("docs/research/img/a.png"),
    "a pipe for mkdocs.yml": _fifo("mkdocs.yml"),
    "a pipe for the settings": _fifo("adr-gen.toml"),
    "a pipe for the settings of all tools": _fifo("pyproject.toml"),
    "a pipe for what is installed": _fifo("requirements-docs.txt"),
    "a pipe for what init wrote": _fifo(".adr-gen/init.json"),
    "a pipe for a workflow": _fifo(".github/workflows/pages.yml"),
    "settings with a control character": _text("adr-gen.toml", 'decisions = "a\\u0000b"\n'),
    "a socket": _socket,
    "a folder for research": _folder("docs/research/d.md"),
    "a folder for a record": _folder("docs/decisions/0003-d.md"),
    "a folder for a review": _folder("docs/decisions/reviews/0007-d.yml"),
    "a folder for the lock": _folder(".adr-gen/lock"),
    "a folder for the memory": _folder(".adr-gen/generate.json"),
    "a folder for mkdocs.yml": _folder("mkdocs.yml"),
    "records elsewhere": _link("docs/decisions", "elsewhere"),
    "reviews elsewhere": _link("docs/decisions/reviews", "elsewhere"),
    "research elsewhere": _link("docs/research", "elsewhere"),
    "state elsewhere": _link(".adr-gen", "elsewhere"),
    "docs elsewhere": _link("docs", "elsewhere"),
    "a link in a circle": lambda root: (root / "docs/research/round.md").symlink_to("round.md"),
    "a folder in a circle": lambda root: (root / "docs/research/round").symlink_to("."),
    "a key that is a list": _text("docs/research/k.md", "---\n[a]: b\n---\n\n# K\n\n## Recommendation: ADOPT\n"),
    "a record's key that is a mapping": _text("docs/decisions/0003-k.md", "---\n{a: b}: c\n---\n# K\n\n* Status: accepted\n"),
    "a review's key that is a list": _text("docs/decisions/reviews/0007-k.yml", "record: 7\n? [a]\n: b\n"),
    "readings that are a mapping": _text("docs/decisions/readings.yml", "? {a: b}\n: c\n"),
    "mkdocs.yml with a key that is a list": _text("mkdocs.yml", "site_name: X\n[a]: b\n"),
    "mkdocs.yml with no day": _text("mkdocs.yml", "site_name: 2026-99-99\nsite_url: [1]\ndocs_dir: {a: b}\n"),
    "mkdocs.yml of numbers": _text("mkdocs.yml", "site_name: 5\nsite_url: 7\nrepo_url: [x]\nexclude_docs: {a: 1}\n"),
    "a tool that is a number": _text("pyproject.toml", "tool = 5\n"),
    "settings without end": _text("pyproject.toml", "x = " + "[" * 10_000),
    "a conflict in research": _text("docs/research/c.md", f"# C\n\n## Recommendation: ADOPT\n\n{CONFLICT}"),
    "a conflict in a record": _text("docs/decisions/0003-c.md", f"# C\n\n* Status: accepted\n\n{CONFLICT}"),
    "a conflict in front matter": _text("docs/research/c.md", f"---\n{CONFLICT}---\n# C\n"),
    "a conflict in a review": _text("docs/decisions/reviews/0007-c.yml", CONFLICT),
    "a conflict in the settings": _text("pyproject.toml", CONFLICT),
    "control characters": _text("docs/research/e.md", '---\ntitle: "\\e]0;\\x07 \\x7f\\x85\\x9b"\ntags: ["\\x08"]\n---\n\n# \x1b[2J\n\n## Recommendation: ADOPT \x1b[31m\n\nText \x08\x0b\x0c.\n'),
    "control characters in a record": _text("docs/decisions/0003-e.md", "# \x1b[2J \x85\n\n* Status: accepted \x07\n\n## Revisit when\n\n- \x1b]0;t\x07 is set\n"),
    "surrogates in front matter": _text("docs/research/s.md", '---\ntitle: "\\ud800"\ntags: ["\\udc80"]\ndecision: adopt\n---\n\n# S &#xD800;\n'),
    "a NUL in front matter": _text("docs/research/n.md", '---\ntitle: "a\\0b"\nid: "\\0"\nrevisits: "\\0"\ndecision: adopt\n---\n\n# N\n'),
    "a NUL in a source": _text("docs/decisions/0003-n.md", '---\nnumber: 3\nstatus: accepted\nsource: "a\\0b.md"\ndigest: aaaaaaaaaaaa-bbbbbbbbbbbb\n---\n\n# N\n'),
    "a source far away": _text("docs/decisions/0003-n.md", "---\nnumber: 3\nstatus: accepted\nsource: ../../../../etc/passwd\ndigest: aaaaaaaaaaaa-bbbbbbbbbbbb\n---\n\n# N\n"),
    "links to nowhere": _text("docs/research/l.md", f"{DECIDED}\n[a](%00.md) [b](%ff.md) [c](//[) [d](http://[::1) ![e](../../../../e.png) [f](a.md#%ff) [g](:) [h](?) [i](a%0ab.md)\n"),
    "long names in links": _text("docs/research/l.md", f"{DECIDED}\n[a]({'x' * 5000}.md) ![b]({'y' * 300}/b.png)\n"),
    "a source with a long name": _text("docs/decisions/0003-n.md", f"---\nnumber: 3\nstatus: accepted\nsource: {'x' * 5000}.md\ndigest: aaaaaaaaaaaa-bbbbbbbbbbbb\n---\n\n# N\n"),
    "huge numbers": _text("docs/research/h.md", "---\ntitle: H\ndecision: adopt\nsupersedes: 99999999999999999999\nrevisits: [٣, -1, 1e9]\n---\n\nWhen `2026-99-99`, `after 99999999999 years`, `pypi:x >= ` or `file:[ count > 1`.\n"),
    "a record of a huge number": _text("docs/decisions/99999999999999999999-x.md", "# X\n\n* Status: accepted\n"),
    "two of one number": _text("docs/decisions/0007-other.md", "# Other\n\n* Status: rejected\n"),
    "nothing in a file": _text("docs/research/z.md", ""),
    "only a mark": _text("docs/research/z.md", "\ufeff---\n---"),
    "bytes that are no text": _text("docs/research/z.md", bytes(range(256))),
    "reviews that are no reviews": _text("docs/decisions/reviews/0007-x.yml", "- - - x\n- {a: [b]}\n"),
    "a review of nobody": _text("docs/decisions/reviews/0099-x.yml", "record: 99\ndate: 2026-01-01\nby: [x]\noutcome: nothing\n"),
    "memory of another": _text(".adr-gen/checks.json", '{"now": [], "met": {"pypi:x >= 2": {"result": "met", "date": 5}}}'),
    "memory without end": _text(".adr-gen/checks.json", "[" * 100_000),
}  # fmt: skip


def hostile(root: Path, name: str) -> Path:
    """A project that was fine, with its records and what is remembered, until something happened to it."""
    tree(root, PROJECT)
    put(root, "docs/research/img/a.png", "png")
    assert run(root, "generate").returncode == 0
    assert run(root, "list").returncode == 0
    HOSTILE[name](root)
    return root
