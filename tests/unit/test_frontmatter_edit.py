"""Front matter with keys set: every other byte of the file stays as it was."""

import pytest

from adr_gen.frontmatter import FrontMatterError, split
from adr_gen.frontmatter_edit import Settable, with_keys

KEYS: dict[str, Settable] = {"decision": "reject", "revisit_when": ["A: b", "plain words"]}
ADDED = 'decision: reject\nrevisit_when:\n  - "A: b"\n  - plain words\n'
NEW = f"---\n{ADDED}---\n"
BODY = "# T\n\n- a list\n\n---\n\nmore  \n"

CASES = {
    "none": (BODY, f"{NEW}\n{BODY}"),
    "none, and the file is empty": ("", NEW),
    "none, and a blank line comes first": ("\n# T\n", f"{NEW}\n# T\n"),
    "none, and no line end at the end": ("# T", f"{NEW}\n# T"),
    "none, with Windows line ends": ("# T\r\n\r\nB\r\n", f"{NEW}\n# T\n\nB\n".replace("\n", "\r\n")),
    "none, with a byte order mark": ("\ufeff# T\n", f"\ufeff{NEW}\n# T\n"),
    "a rule at the top is none": ("---\n\n# T\n\n---\n\nmore\n", f"{NEW}\n---\n\n# T\n\n---\n\nmore\n"),
    "prose between rules is none": ("---\nSome prose\n\n---\nB\n", f"{NEW}\n---\nSome prose\n\n---\nB\n"),
    "a rule and nothing else is none": ("---\n\nText\n", f"{NEW}\n---\n\nText\n"),
    "one key": ("---\ntitle: T\n---\n# T\n", f"---\ntitle: T\n{ADDED}---\n# T\n"),
    "comments": (
        "---\n# top\ntitle: T # why\n\n# last\n---\n# T\n",
        f"---\n# top\ntitle: T # why\n\n# last\n{ADDED}---\n# T\n",
    ),
    "quotes and leading zeros": (
        "---\ntitle: 'T: x'\nid: 0012\nx: \"no\"\n---\n# T\n",
        f"---\ntitle: 'T: x'\nid: 0012\nx: \"no\"\n{ADDED}---\n# T\n",
    ),
    "Windows line ends": (
        "---\r\ntitle: T\r\n---\r\n# T\r\n",
        f"---\ntitle: T\n{ADDED}---\n# T\n".replace("\n", "\r\n"),
    ),
    "a byte order mark and Windows line ends": (
        "\ufeff---\r\ntitle: T\r\n---\r\n# T\r\n",
        "\ufeff" + f"---\ntitle: T\n{ADDED}---\n# T\n".replace("\n", "\r\n"),
    ),
    "two kinds of line ends": (
        "---\r\ntitle: T\ndate: 2026-01-01\r\n---\n# T\r\n",
        "---\r\ntitle: T\ndate: 2026-01-01\r\n" + ADDED.replace("\n", "\r\n") + "---\n# T\r\n",
    ),
    "empty": ("---\n---\n# T\n", f"{NEW}# T\n"),
    "blank": ("---\n\n---\n# T\n", f"---\n\n{ADDED}---\n# T\n"),
    "closed by dots": ("---\ntitle: T\n...\n# T\n", f"---\ntitle: T\n{ADDED}...\n# T\n"),
    "closed at the end of the file": ("---\ntitle: T\n---", f"---\ntitle: T\n{ADDED}---"),
    "blanks behind the marks": ("---  \ntitle:\tT\n--- \n# T\n", f"---  \ntitle:\tT\n{ADDED}--- \n# T\n"),
    "a blank line before the end": ("---\ntitle: T\n\n---\nB\n", f"---\ntitle: T\n\n{ADDED}---\nB\n"),
    "a key that is there, with a comment": (
        "---\ntitle: T\ndecision: accept # by mail\ndate: 2026-01-01\n---\n# T\n",
        (
            "---\ntitle: T\ndecision: reject # by mail\ndate: 2026-01-01\n"
            'revisit_when:\n  - "A: b"\n  - plain words\n---\n# T\n'
        ),
    ),
    "a key without a value": (
        "---\ndecision:\nrevisit_when: # what would turn it\ntitle: T\n---\n",
        '---\ndecision: reject\nrevisit_when: # what would turn it\n  - "A: b"\n  - plain words\ntitle: T\n---\n',
    ),
    "a quoted key": (
        '---\n"decision": accept\ntitle: T\n---\n',
        '---\ndecision: reject\ntitle: T\nrevisit_when:\n  - "A: b"\n  - plain words\n---\n',
    ),
    "a list that gets other items": (
        "---\nrevisit_when:\n  - one\n  - two\n\n# after\ntags: [a]\n---\n",
        '---\nrevisit_when:\n  - "A: b"\n  - plain words\n\n# after\ntags: [a]\ndecision: reject\n---\n',
    ),
    "a list that gets one more": (
        '---\nrevisit_when:\n- "A: b" # first\n# and\ntags: [a]\n---\n',
        '---\nrevisit_when:\n- "A: b" # first\n- plain words\n# and\ntags: [a]\ndecision: reject\n---\n',
    ),
    "a list on one line": (
        "---\nrevisit_when: [one, two] # c\ntags: [a]\n---\n",
        '---\nrevisit_when: # c\n  - "A: b"\n  - plain words\ntags: [a]\ndecision: reject\n---\n',
    ),
    "a text over several lines": (
        "---\ndecision: >- # folded\n  accept\n  it\n\ntags: [a]\nnotes: |\n  a\n\n  b\n---\n",
        (
            "---\ndecision: reject # folded\n\ntags: [a]\nnotes: |\n  a\n\n  b\n"
            'revisit_when:\n  - "A: b"\n  - plain words\n---\n'
        ),
    ),
    "a text that goes on": (
        '---\ndecision: "accept\n  it" # c\ntags: [a]\n---\n',
        '---\ndecision: reject # c\ntags: [a]\nrevisit_when:\n  - "A: b"\n  - plain words\n---\n',
    ),
    "the same keys deeper": (
        "---\nmeta:\n  decision: accept\n  deep: {revisit_when: b}\n---\n",
        f"---\nmeta:\n  decision: accept\n  deep: {{revisit_when: b}}\n{ADDED}---\n",
    ),
    "everything indented": (
        "---\n  title: T\n---\n# T\n",
        '---\n  title: T\n  decision: reject\n  revisit_when:\n    - "A: b"\n    - plain words\n---\n# T\n',
    ),
    "in braces": (
        "---\n{decision: accept, tags: [a, b] }\n---\n# T\n",
        '---\n{decision: reject, tags: [a, b], revisit_when: ["A: b", plain words] }\n---\n# T\n',
    ),
    "in empty braces": (
        "---\n{}\n---\n",
        '---\n{decision: reject, revisit_when: ["A: b", plain words]}\n---\n',
    ),
    "in braces over lines, with a brace in a comment": (
        "---\r\n{\r\n  title: T, # }\r\n}\r\n---\r\n",
        '---\r\n{\r\n  title: T, decision: reject, revisit_when: ["A: b", plain words], # }\r\n}\r\n---\r\n',
    ),
    "signs outside of the first plane": (
        "---\ntitle: 🙂 T\ndecision: 🙂 # 🙂\n---\nB 🙂\n",
        '---\ntitle: 🙂 T\ndecision: reject # 🙂\nrevisit_when:\n  - "A: b"\n  - plain words\n---\nB 🙂\n',
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_keys_are_set_and_every_other_byte_stays(kind: str) -> None:
    before, after = CASES[kind]
    assert with_keys(before, KEYS).encode() == after.encode()


@pytest.mark.parametrize("kind", CASES)
def test_the_same_keys_once_more_change_nothing(kind: str) -> None:
    after = CASES[kind][1]
    assert with_keys(after, KEYS) == after


REFUSED = {
    "never closed": ("---\ntitle: T\n# T\n", 1, "never closed"),
    "a list": ("---\n- a\n---\n", 2, "is a list"),
    "a key twice": ("---\na: 1\na: 2\n---\n", 3, "'a' twice"),
    "an alias": ("---\na: &x 1\ndecision: *x\n---\n", 2, "alias"),
    "a question mark before a key": ("---\n? title\n: T\n---\n", 1, "add the keys by hand"),
    "no YAML": ("---\ntitle: a: b\n---\n", 2, "not YAML"),
    "braces with two kinds of line ends": ("---\r\n{a: b,\n c: d}\r\n---\r\n", 2, "two kinds"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_front_matter_that_cannot_be_added_to_is_refused(kind: str) -> None:
    text, line, words = REFUSED[kind]
    with pytest.raises(FrontMatterError, match=words) as refused:
        with_keys(text, KEYS)
    assert refused.value.line == line


VALUES = [
    *(
        "yes",
        "No",
        "null",
        "~",
        "2026-01-01",
        "0012",
        "a # b",
        "a: b",
        "- a",
        "**No**: `x`",
        '"quoted"',
        "it's",
        "a\\b",
    ),
    *(
        "[x]",
        "{{ x }}",
        "@x",
        "%x",
        "!x",
        "&x",
        "*x",
        "a ",
        " a",
        "é日本",
        "tab\there",
        "a\x7fb",
        "a\u2028b",
        "a\u0085b",
    ),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("value", VALUES)
def test_whatever_a_value_says_it_is_read_back_as_it_was(value: str, end: str) -> None:
    after = with_keys("# T\n".replace("\n", end), {"verdict": value, "blockers": [value, value]})
    front, _ = split(after.replace("\r\n", "\n"))
    assert front.values == {"verdict": value, "blockers": [value, value]}


def test_what_is_missing_at_the_end_is_named_with_the_last_line_that_says_anything() -> None:
    with pytest.raises(FrontMatterError) as error:
        split("---\ntitle: T\ntags: [a, b\n\n---\n# T\n")
    message = (
        "front matter is not YAML: did not find expected ',' or ']' at 'tags: [a, b'; quote the value or mend the line"
    )
    assert (error.value.line, str(error.value)) == (3, message)
