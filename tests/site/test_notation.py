"""Diagrams and formulas in records: as the site's own pages show them, else as code and text."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.support.helpers import build, tree
from tests.support.pages import site

BODY = r"""
The sum $a_1 * b_1 * c < d$ costs $5, not $6, and \$7.

$$
\frac{a}{b} \\ {{ c }}
$$

```mermaid
graph TD
  A --> B["</pre><script>alert(1)</script>"]
```

```math
x^2
```

$</span><script>alert(2)</script>$
"""
RECORD = f"# Which cache\n\n* Status: accepted\n{BODY}"
SUPERFENCES = """
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }
"""
PROJECT = (
    site("Shop", "%s\n")
    + """\
=== docs/own.md
# Own
%s
=== docs/decisions/0001-cache.md
%s
"""
)
DIAGRAM = '<pre class="mermaid"><code>graph TD\n  A --&gt; B["&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;"]\n'
SHOWN = [
    ("", False, []),
    ("markdown_extensions:" + SUPERFENCES, True, []),
    ("markdown_extensions: [pymdownx.superfences]", False, []),
    (
        "markdown_extensions: [{pymdownx.arithmatex: {generic: true}}]",
        False,
        ["\\(a_1 * b_1 * c < d\\)", "\\[\n\\frac{a}{b} \\\\ {{ c }}\\]", "\\(</span><script>alert(2)</script>\\)"],
    ),
    (
        "markdown_extensions: [pymdownx.arithmatex]",
        False,
        ["\\(a_1 * b_1 * c < d\\)", "\\[\\frac{a}{b} \\\\ {{ c }}\\]", "\\(</span><script>alert(2)</script>\\)"],
    ),
    (
        "markdown_extensions: [{pymdownx.arithmatex: {generic: true, inline_syntax: [round], block_syntax: []}}]",
        False,
        [],
    ),
]


def article(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    return text[text.index("<article") : text.index("</article>")]


@pytest.mark.parametrize(("settings", "diagram", "formulas"), SHOWN)
def test_a_record_shows_diagrams_and_formulas_where_the_site_does(
    settings: str, diagram: bool, formulas: list[str], tmp_path: Path
) -> None:
    root = tree(tmp_path / "shop", PROJECT % (settings, BODY, RECORD))
    done = build(root)
    assert done.returncode == 0, done.stderr
    page = article(root / "site/decisions/0001-cache/index.html")
    whole = page.replace("&#10;", "\n").replace("&#123;", "{").replace("&#96;", "`")
    assert (DIAGRAM in whole) == diagram
    assert ('class="mermaid"' in article(root / "site/own/index.html")) == diagram
    markup = re.findall(r'<(span|div) class="arithmatex">(.*?)</\1>', whole, re.S)
    assert [unescape(text) for _, text in markup] == formulas
    assert "<script" not in page
    words = unescape(re.sub(r"<[^>]*>", "", whole))
    assert "costs $5, not $6, and $7." in words
    assert ("$a_1 * b_1 * c < d$" in words) == (not formulas)
