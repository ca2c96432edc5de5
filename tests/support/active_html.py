"""What of a page a browser would act on, and what it would only show."""

import re
from collections import Counter
from html.parser import HTMLParser

from adr_gen.site.record.body.html.allowed_html import INLINE

RUNS = frozenset(
    [
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "link",
        "meta",
        "base",
        "form",
        "svg",
        "math",
        "template",
        "frame",
        "frameset",
        "applet",
        "button",
    ]
)
"""Tags that run, load or send something."""
ADDRESS = re.compile(r"(?i)\s*(?:https?:|mailto:|tel:|//|#|/|\.|data:image/(?:png|gif|jpeg|webp)[;,]|[^:]*\Z)")
STYLE = re.compile(r"text-align:\s*(?:left|right|center);?")


class ShownPage(HTMLParser):
    """The words of a page, and what in it would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.runs: list[str] = []
        self.note = False
        """Whether this is the number of a footnote."""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts += [f" {value} " for name, value in attrs if name == "alt"]
        wrong = [name for name, value in attrs if acts(name, value or "")]
        self.runs += [f"<{tag}>"] * (tag in RUNS) + [f"<{tag} {name}>" for name in wrong]
        self._divide(tag)
        self.note = ("class", "footnote-ref") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._divide(tag)
        self.note = False

    def _divide(self, tag: str) -> None:
        self.parts.append("" if tag in INLINE and tag != "br" else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.note else data)

    @property
    def words(self) -> Counter[str]:
        return words_of("".join(self.parts))


def acts(name: str, value: str) -> bool:
    """Whether an attribute runs something or loads from where nothing is loaded."""
    if name == "style":
        return not STYLE.fullmatch(value)
    return name.startswith("on") or (
        name in ("href", "src", "srcset", "action", "xlink:href") and not ADDRESS.match(value)
    )


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", re.sub(r"%[0-9A-Fa-f]{2}", " ", text)))
