"""What a theme puts around a page, made once with probes in place of what differs from page to page, and filled in for others.

A probe stands in the theme's output where the page's own text would. It answers what a template asks of it like that
text, and the answer becomes a condition: a page that answers differently has another frame. A text that a template
changes, or looks at in a way that is not foreseen, is seen by its probe, and then there is no frame.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .probes import CORE, HOLE, Asked, PageProbe, UnfitTemplate, held, hole, place, tag, text_of

Render = Callable[[Mapping[str, Any]], str]
"""Makes a page, or a part of it, from what a template gets."""
TAGS = "tags"
"""What templates get a page's tags by."""


@dataclass(frozen=True)
class Frame:
    """The output of a theme's template for pages of one kind."""

    given: Mapping[str, Any]
    """What the template gets beside the page."""
    tagged: bool
    asked: Asked
    segments: tuple[str, ...]
    names: tuple[str, ...]
    """The names of what stands between two segments: a text of the page, or a part that the theme makes for each page."""

    def fits(self, page: Any, given: Mapping[str, Any], tags: Any) -> bool:
        """Whether the template would do the same with another page."""
        start, name, ending = place(page.url)
        asked = self.asked
        return (
            (start, ending) == asked.around
            and bool(page.meta)
            and bool(tags) == self.tagged
            and given == self.given
            and all(held(page, *where) == value for where, value in asked.facts.items())
            and all(text_of(page, name) for name in asked.texts)
            and all((part in text_of(page, name)) == answer for (name, part), answer in asked.parts.items())
            # links are relative, so one to this very page would be another one on it
            and not any(name in segment for segment in self.segments)
        )

    def filled(self, context: Mapping[str, Any], parts: Mapping[str, Render]) -> str:
        """The output for a page that fits, with the `parts` that the theme makes for each page."""
        pieces = [self.segments[0]]
        for name, segment in zip(self.names, self.segments[1:], strict=True):
            pieces += [parts[name](context) if name in parts else text_of(context["page"], name), segment]
        return "".join(pieces)


def frame(context: Mapping[str, Any], given: Mapping[str, Any], whole: Render, parts: Mapping[str, Render]) -> Frame:
    """The frame of a page; raises UnfitTemplate if there is none."""
    asked, tagged = Asked(), bool(context.get(TAGS))
    around = {**context, "page": PageProbe(context["page"], asked), **({TAGS: [tag()]} if tagged else {})}
    output = whole(around)
    for name, part in parts.items():
        if CORE in (text := part(around)):
            if output.count(text) > 1:
                raise UnfitTemplate(f"the theme shows its {name} twice")
            output = output.replace(text, hole(name))
    pieces = HOLE.split(output)
    segments, names = pieces[::3], [one or other for one, other in zip(pieces[1::3], pieces[2::3], strict=True)]
    if any(CORE in segment for segment in segments):
        raise UnfitTemplate("the theme changes what it shows")
    return Frame(given, tagged, asked, tuple(segments), tuple(names))
