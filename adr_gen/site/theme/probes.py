"""What stands for a page while a theme's frame is made: it shows where the page's texts go, and what is asked of them.

A text that a template changes or looks at in a way that is not foreseen gives it away, or raises `UnfitTemplate`.
"""

import re
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

CORE = "adr-gen-probe-"
_DISTURBED = " <b>Of&amp;'\"é\t</b> edit blob / " + "x" * 300 + " "
"""No usual filter leaves this as it is."""
HOLE = re.compile(f"{CORE}([a-z_]+){re.escape(_DISTURBED)}|{CORE}(previous_page|next_page)")
TEXTS = frozenset({"content", "title", "canonical_url", "abs_url", "edit_url"})
"""Texts of a page of MkDocs that differ from page to page."""
META = "meta_"
META_TEXTS = frozenset({"title", "description"})
"""Texts of its front matter that do; here they are called by these names behind `meta_`."""
NEAR = ("previous_page", "next_page")
"""Pages that the theme leads to; their names in the folder are texts of a page too."""
ANCHOR = "anchor"
"""Its first heading's."""
_ABSENT = object()


class UnfitTemplate(Exception):
    """A template looks at a page in a way of which nothing is known for other pages."""


@dataclass
class Asked:
    """What a template was told about a page, which has to be the same of another one."""

    around: tuple[str, str] = ("", "")
    """What its address begins and ends with, as `place` says."""
    facts: dict[tuple[str, str], Any] = field(default_factory=dict)
    """Values by where they stand and their names, see `held`."""
    texts: set[str] = field(default_factory=set)
    """The names of texts that there are."""
    parts: dict[tuple[str, str], bool] = field(default_factory=dict)
    """Whether a text, by its name, has a part in it."""


def place(url: str) -> tuple[str, str, str]:
    """What a page's address begins with, what it is called there, and what follows."""
    ending = "/" if url.endswith("/") else ".html"
    folder, slash, name = url.removesuffix(ending).rpartition("/")
    return folder + slash, name, ending


def text_of(page: Any, name: str) -> str:
    """The text of a page that is called so here; empty without one."""
    if name == ANCHOR:
        return str(next(iter(page.toc)).id)
    if name in NEAR:
        return place(getattr(page, name).url)[1]
    text = page.meta.get(name.removeprefix(META)) if name.startswith(META) else getattr(page, name)
    return text if isinstance(text, str) else ""


def held(page: Any, where: str, name: str) -> Any:
    """A value of a page (`page`), of its front matter (`meta`), where a page near it lies (`near`), or the shape of its table of contents (`toc`)."""
    if where == "toc":
        return [(one.level, bool(one.children)) for one in page.toc]
    if where == "near":
        other = getattr(page, name)
        return other and place(other.url)[::2]
    return page.meta.get(name, _ABSENT) if where == "meta" else getattr(page, name, _ABSENT)


class TextProbe(str):
    """Stands for a text of a page."""

    _about: tuple[str, str, Asked]

    def __contains__(self, part: object) -> bool:
        name, text, asked = self._about
        asked.parts[name, str(part)] = answer = str(part) in text
        return answer

    def __bool__(self) -> bool:
        return True

    def _unforeseen(self, *_: object) -> Any:
        raise UnfitTemplate("a template looks into a text")

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _unforeseen
    __len__ = __iter__ = __getitem__ = __add__ = __radd__ = __mod__ = __rmod__ = __mul__ = _unforeseen

    def __getattribute__(self, name: str) -> Any:
        if name == "_about" or name.startswith("__"):
            return super().__getattribute__(name)
        raise UnfitTemplate(f"a template asks for {name} of a text")


def hole(name: str) -> str:
    """What stands in the output in place of the text of this name."""
    return f"{CORE}{name}{_DISTURBED}"


def _text(name: str, text: Any, asked: Asked) -> TextProbe | None:
    """A probe for a text; None for what is no text, or empty."""
    if not isinstance(text, str) or not text:
        return None
    asked.texts.add(name)
    probe = TextProbe(hole(name))
    probe._about = name, text, asked
    return probe


class MetaProbe(dict[str, Any]):
    """Stands for the front matter of a page."""

    def __init__(self, page: Any, asked: Asked) -> None:
        super().__init__(page.meta)
        self._page, self._asked = page, asked

    def __contains__(self, name: object) -> bool:
        return self._value(str(name)) is not _ABSENT

    def __getitem__(self, name: str) -> Any:
        if (value := self._value(name)) is _ABSENT:
            raise KeyError(name)
        return value

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a key."""
        return default if (value := self._value(name)) is _ABSENT else value

    def _value(self, name: str) -> Any:
        value = held(self._page, "meta", name)
        probe = _text(META + name, value, self._asked) if name in META_TEXTS else None
        if probe is not None:
            return probe
        self._asked.facts["meta", name] = value
        return value

    def _unforeseen(self, *_: object) -> Any:
        raise UnfitTemplate("a template looks through front matter")

    __iter__ = __len__ = __eq__ = keys = values = items = _unforeseen

    def __bool__(self) -> bool:
        return True


class PageProbe:
    """Stands for a page of MkDocs with front matter and one heading of the first level."""

    def __init__(self, page: Any, asked: Asked) -> None:
        self._page, self._asked = page, asked
        start, _, ending = place(page.url)
        asked.around = start, ending
        asked.facts["toc", ""] = shape = held(page, "toc", "")
        if len(shape) != 1 or shape[0][0] != 1 or not page.meta:
            raise UnfitTemplate("a page of another kind")
        below = [_entry(f"{CORE}below", [])] if shape[0][1] else []
        self.toc = [_entry(hole(ANCHOR), below)]
        self.meta = MetaProbe(page, asked)
        self.url = f"{start}{CORE}url{ending}"
        self.previous_page, self.next_page = (self._near(name) for name in NEAR)

    def _near(self, name: str) -> SimpleNamespace | None:
        self._asked.facts["near", name] = around = held(self._page, "near", name)
        return around and SimpleNamespace(url=f"{around[0]}{CORE}{name}{around[1]}", title=f"{CORE}near")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = held(self._page, "page", name)
        probe = _text(name, value, self._asked) if name in TEXTS else None
        if probe is not None:
            return probe
        self._asked.facts["page", name] = value
        if value is _ABSENT:
            raise AttributeError(name)
        # of anything else a template may ask everything
        if not (isinstance(value, str | int | None) or value in ([], (), {})):
            raise UnfitTemplate(f"a template asks for the {name} of a page")
        return value


def tag() -> SimpleNamespace:
    """Stands for a tag, as the theme's plugin for tags has them."""
    return SimpleNamespace(name=f"{CORE}tag", url="", hidden=False)


def _entry(anchor: str, below: list[SimpleNamespace]) -> SimpleNamespace:
    """One of a table of contents."""
    return SimpleNamespace(title=f"{CORE}entry", id=anchor, url=f"#{anchor}", level=1, children=below)
