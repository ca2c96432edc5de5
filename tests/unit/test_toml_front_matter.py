"""Front matter in TOML: its values as text, the lines of its keys, and keys set in it."""

import pytest

from adr_gen.frontmatter import FrontMatter, FrontMatterError, split
from adr_gen.frontmatter_edit import Settable, with_keys
from adr_gen.untyped_yaml import Value

FRONT = """\
+++
title = "A \\u201cqueue\\u201d"
date = 2026-03-02
"id" = 12
weight = 1.10
tags = [
  "jobs",
]
draft = false

[extra]
owner = {name = "A B"}
+++
"""


def test_values_are_text_and_every_key_has_its_line() -> None:
    values: dict[str, Value] = {
        "title": "A “queue”",
        "date": "2026-03-02",
        "id": "12",
        "weight": "1.10",
        "tags": ["jobs"],
        "draft": "false",
        "extra": {"owner": {"name": "A B"}},
    }
    lines = {"title": 2, "date": 3, "id": 4, "weight": 5, "tags": 6, "draft": 9, "extra": 11}
    assert split(f"{FRONT}# T\n") == (FrontMatter(values, lines), len(FRONT))


@pytest.mark.parametrize("text", ["+++\nprose\n+++\n", "+++ a = 1\n+++\n", "++\na = 1\n++\n", "\n+++\na = 1\n+++\n"])
def test_what_only_looks_alike_is_the_text(text: str) -> None:
    assert split(text) == (FrontMatter(), 0)


QUOTES = "texts stand in quotes, and each key stands once"
DEEP = "front matter nests deeper than 32 levels, or has a number that is too long"
WRONG = {
    "never closed": ('+++\na = "x"\n', 1, "front matter opened with '+++' is never closed; add a line '+++' after it"),
    "no quotes": ("+++\na = 1\nb = x\n+++\n", 3, f"front matter is not TOML: Invalid value at 'b = x'; {QUOTES}"),
    "a key twice": (
        "+++\na = 1\na = 2\n+++\n",
        3,
        f"front matter is not TOML: Cannot overwrite a value at 'a = 2'; {QUOTES}",
    ),
    "a list never closed": ("+++\na = [\n1\n+++\n", 3, f"front matter is not TOML: Unclosed array at '1'; {QUOTES}"),
    "deep keys": (f"+++\n{'a.' * 20_000}b = 1\n+++\n", 2, DEEP),
    "deep lists": (f"+++\na = {'[' * 20_000}\n+++\n", 2, DEEP),
    "a long number": (f"+++\na = {'1' * 20_000}\n+++\n", 2, DEEP),
    "too long": (f'+++\na = "{"x" * 65_536}"\n+++\n', 2, "front matter of 65543 characters; at most 65536 are allowed"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_cannot_be_read_is_named_with_its_line(kind: str) -> None:
    text, line, message = WRONG[kind]
    with pytest.raises(FrontMatterError) as error:
        split(text)
    assert (error.value.line, str(error.value)) == (line, message)


KEYS: dict[str, Settable] = {"decision": "reject", "revisit_when": ["A: b", 'a "q" \x7f'], "adr": False}
ADDED = 'decision = "reject"\nrevisit_when = ["A: b", "a \\"q\\" \\u007f"]\nadr = false\n'
CASES = {
    "new keys": ("+++\na = 1 # c\n+++\n# T\n", f"+++\na = 1 # c\n{ADDED}+++\n# T\n"),
    "before a table": ("+++\na = 1\n\n[t]\nadr = 1\n+++\n", f"+++\na = 1\n{ADDED}\n[t]\nadr = 1\n+++\n"),
    "in place": (
        '+++\ndecision = "adopt"\na = 1\n+++\n',
        f'+++\ndecision = "reject"\na = 1\n{ADDED.partition(chr(10))[2]}+++\n',
    ),
    "Windows line ends": ("+++\r\na = 1\r\n+++\r\nB\r\n", f"+++\na = 1\n{ADDED}+++\nB\n".replace("\n", "\r\n")),
}


@pytest.mark.parametrize("kind", CASES)
def test_keys_are_set_and_every_other_byte_stays(kind: str) -> None:
    before, after = CASES[kind]
    assert with_keys(before, KEYS) == after
    assert with_keys(after, KEYS) == after


@pytest.mark.parametrize("line", ['decision = "adopt" # by mail', "decision = [\n  1,\n]", "[decision]\nby = 1"])
def test_what_cannot_be_replaced_on_its_line_is_left_to_people(line: str) -> None:
    with pytest.raises(FrontMatterError, match="add the keys by hand"):
        with_keys(f"+++\n{line}\n+++\n", KEYS)
