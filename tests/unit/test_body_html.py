"""The published body as HTML: same words, safe. Each `cases/body/NAME.md` is published as `NAME.html` says."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from markdown.extensions.toc import unique

from adr_gen import markdown
from adr_gen.site.record.body.body_html import body, heading, inline_html, plain, slugs
from adr_gen.site.record.body.headings import _unique
from adr_gen.site.record.body.html import highlight
from tests.support.bodies import OWN, place, published


@pytest.mark.parametrize("name", OWN)
def test_a_case_is_published_as_its_html_says(name: str) -> None:
    expected = OWN[name].with_suffix(".html").read_text(encoding="utf-8")
    assert expected == published(OWN[name].read_text(encoding="utf-8")) + "\n"


def test_headings_divide_bodies_into_one_line_each() -> None:
    text = "Before\n\n# One\n\ntext\n\n- item\n\n### Three\n\n## Two\n\nlast"
    assert published(text).split("\n\n") == [
        '<div class="adr-body"><p>Before</p></div>',
        "## One",
        '<div class="adr-body"><p>text</p><ul><li>item</li></ul></div>',
        "### Three",
        "## Two",
        '<div class="adr-body"><p>last</p></div>',
    ]


def test_skipped_blocks_are_left_out_footnotes_not_counted() -> None:
    text = "# Title\n\n[^a]: Note.\n\n* Status: accepted\n\nText[^a]\n\n## Left out\n\nLast"
    document = markdown.parse(text, html=True)
    kinds = [block.kind for block in document.blocks]
    assert kinds == ["heading", "footnote", "list", "paragraph", "heading", "paragraph"]
    shown_text = re.sub("<[^>]*>", "", body(document, place, place, frozenset({0, 2, 4})))
    assert shown_text == "Text1LastNote. ↩"


def test_an_empty_document_has_an_empty_body() -> None:
    assert published("") == ""
    assert published("<!-- nothing -->\n\n#\n") == ""


def test_slugs_are_githubs_with_the_lines_of_the_headings() -> None:
    text = "---\ntitle: x\n---\n# One - two\n\n## `Code` & <T>\n\n> ## One - two\n\nÄ_é & ß\n---\n"
    assert slugs(markdown.parse(text, html=True)) == {"one---two": 4, "code--t": 6, "one---two-1": 8, "ä_é--ß": 10}


@pytest.mark.parametrize(
    ("text", "line", "html", "words"),
    [
        ("a<br>b<wbr>c", "## a<br />b<wbr>c", None, "a bc"),
        ("Use **uv**", "## Use <strong>uv</strong>", "Use <strong>uv</strong>", "Use uv"),
        ("`Vec<T>` or <T>", "## <code>Vec&#60;T&#62;</code> or &#60;T&#62;", None, "Vec<T> or <T>"),
        ("[a](x.md) b", "## a b", '<a class="adr-missing" title="not on this site: x.md">a</a> b', "a b"),
        ("{{ x }} :a:", "## &#123;&#123; x &#125;&#125; &#58;a:", "&#123;&#123; x }} &#58;a:", "{{ x }} :a:"),
        ("a\\*b &amp; c", "## a&#42;b &#38; c", "a*b &amp; c", "a*b & c"),
        ("# a ##", "## &#35; a &#35;&#35;", "# a ##", "# a ##"),
        ("<div>a</div>\\\nb", "## a<br /> b", None, "a b"),
        ("<script>x</script>", None, "&lt;script&gt;x&lt;/script&gt;", "<script>x</script>"),
        ("", "", "", ""),
    ],
)
def test_a_line_of_markdown_as_heading_html_and_words(
    text: str, line: str | None, html: str | None, words: str
) -> None:
    assert line in (None, heading(text, 2))
    assert html in (None, inline_html(text))
    assert words == plain(text)


def test_links_are_left_out_where_they_may_not_be() -> None:
    text = '[a](https://example.org) <a href="https://example.org">b</a> https://example.org'
    assert inline_html(text, links=False) == "a b https://example.org"
    assert heading(text, 1) == "# a b https&#58;&#47;&#47;example.org"


def _codes() -> Iterator[tuple[str, str]]:
    yield "python", "def f():\n\treturn '''\n\n<b> & {x}\n'''\n\n\n"
    yield "json", '{"a": [1, 2,\n  3]}\n'
    yield "console", "$ ls -l\ntotal 0\n"
    yield "no-such", "\n\n  x  \n"
    yield "", "plain\n"
    yield "python", "x = 1\n" * (highlight.LARGEST // 6 + 1)
    yield "perl", "s{" * highlight.LONGEST + "\n"


@pytest.mark.parametrize(("info", "code"), [*_codes()])
def test_the_text_of_a_code_block_is_exact(info: str, code: str) -> None:
    html = highlight.Colours().block(code, info)
    inner = re.search("<code>(.*)</code>", html, re.S)
    assert inner
    assert unescape(re.sub("<[^>]*>", "", inner[1])) == code
    large = len(code) > highlight.LARGEST or max(map(len, code.split("\n"))) > highlight.LONGEST
    assert ("<span class=" in inner[1]) == (info in ("python", "json", "console", "perl") and not large)


def test_a_page_colours_only_so_much_code() -> None:
    block = "```python\n" + "x = 1\n" * 3000 + "```\n\n"
    assert published(block * 7).count('<span class="n">') == 3000 * (highlight.MOST // 18_000)


def test_a_very_long_heading_is_published_as_html() -> None:
    text = "a*" * 600
    assert published(f"## {text}\n\nend").startswith('<div class="adr-body"><h2 id="aaa')


def test_control_signs_and_any_script_survive() -> None:
    text = "\u0002wzxhzdk:0\u0003 klzzwxh:1 \u202eright to left\u202c שלום 日本語 \U0001f600 e\u0301"
    assert published(text) == f'<div class="adr-body"><p dir="auto">{text}</p></div>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("שלום.\n\nPlain.", '<p dir="auto">שלום.</p><p>Plain.</p>'),
        ("- אחת\n- two", '<ul><li dir="auto">אחת</li><li dir="auto">two</li></ul>'),
        (
            "- אחת\n\n  שתיים\n\n- x",
            '<ul><li dir="auto"><p>אחת</p><p dir="auto">שתיים</p></li><li dir="auto"><p>x</p></li></ul>',
        ),
        ("> سلام", '<blockquote><p dir="auto">سلام</p></blockquote>'),
        ('<p dir="ltr">שלום</p>', '<p dir="ltr">שלום</p>'),
        ("שלום <b title='<p >'>x</b>", '<p dir="auto">שלום <b title="&lt;p &gt;">x</b></p>'),
        ("größe 日本語", "<p>größe 日本語</p>"),
    ],
)
def test_each_block_with_right_to_left_letters_goes_by_its_own_first_letter(text: str, html: str) -> None:
    assert published(text) == f'<div class="adr-body">{html}</div>'


def test_a_heading_has_the_anchor_that_python_markdown_gives_it() -> None:
    names = ["a", "a", "a_1", "", "a", "a_1", "b_07", "a_1_1", "", "b_07", "_1", "a_2", "a"]
    theirs, ours, last = set[str](), set[str](), dict[str, int]()
    assert [unique(n, theirs) for n in names] == [_unique(n, ours, last) for n in names]
