"""Words of documents in the texts of issues: whatever sign stands in other words, nobody is called and nothing begins."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen.board.forge_escaping import without_mentions

CALLS = re.compile(r"@[\w-]|#\d|(?<![A-Za-z0-9])GH-\d|<[A-Za-z/!?]", re.I)
"""What GitHub would act on outside of addresses, after it has read the entities."""
THREADS = re.compile(
    r"(?:https?://|(?<![A-Za-z0-9])www\.)(?:www\.)?github\.com(?::\d+)?/\w+/\w+/(?:issues|pull)/\d", re.I
)
ADDRESS = re.compile(r"""(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+[^\s<`)\]"'*]*""", re.I)
PIECES = [
    "&commat;", "&#64;", "&#x40;", "&#X0040;", "@", "\\@", "&amp;commat;", "&amp;#64;", "&", "amp;", "#64;", "&num;", "&#35;",
    "&#x23;", "#", "\\#", "&lt;", "&#60;", "<", "GH-", "&#71;H-", "GH&#45;", "GH&hyphen;", "octocat", "12", "_", "GH\\-", "github\\.com", "\\-", "-", "script", " ", "/", "!--",
    "https://github.com/o/r/issues/1", "https&colon;//github.com/o/r/issues/1", "https:\\/\\/github.com/o/r/pull/1",
    ")", "www.github.com/o/r/issues/1", "HTTPS://WWW.GitHub.com:443/o/r/pull/2", "http&#58;&#47;/github&period;com/o/r/issues/3",
]  # fmt: skip


def calls(text: str) -> list[str]:
    """What is acted on in a text that GitHub shows."""
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unescape(text))
    return [*CALLS.findall(ADDRESS.sub("", plain)), *THREADS.findall(plain)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("&commat;octocat &#x40;everyone &num;12 &#x23;12", "@\u200boctocat @\u200beveryone #\u200b12 #\u200b12"),
        ("&amp;commat;octocat", "&\u200bcommat;octocat"),
        ("R&amp;D, AT&T; a &lt;b&gt; &copy; 2 &lt 3", "R&D, AT&\u200bT; a <\u200bb> © 2 &lt 3"),
        ("www.github.com/o/r/issues/1", "https://redirect.github.com/o/r/issues/1"),
        ("one&#10;## two", "one ## two"),
        ("_GH-12_ GH\\-12 x-GH-1 aGH-2", "_GH-\u200b12_ GH-\u200b12 x-GH-\u200b1 aGH-2"),
        ("_www.github.com/o/r/pull/1_", "_https://redirect.github.com/o/r/pull/1_"),
        ("[x](https://github\\.com/o/r/pull/1)", "[x](https://redirect.github.com/o/r/pull/1)"),
        ("1\\. \\- \\*a\\*", "1\\. \\- \\*a\\*"),
        ("https://x.example/?a=1&copy=2", "https://x.example/?a=1&copy=2"),
    ],
)
def test_signs_in_other_words_are_the_same_signs(words: str, expected: str) -> None:
    assert without_mentions(words) == expected


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
def test_no_word_calls_anybody(words: str) -> None:
    output = without_mentions(words)
    assert calls(output) == []
    assert "\n" not in output
