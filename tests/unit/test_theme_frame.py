"""What a theme puts around one page is put around another where that is what the theme would do, and nowhere else."""

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment

from adr_gen.site.theme.frame import Frame, frame
from adr_gen.site.theme.probes import UnfitTemplate

JINJA = Environment()
TOC = "{% for one in (page.toc | first).children %}<a href='{{ one.url }}'>{{ one.title | e }}</a>{% endfor %}"
PARTS = {
    "toc": JINJA.from_string(TOC).render,
    "tags": JINJA.from_string("{% for tag in tags %}<b>{{ tag.name }}</b>{% endfor %}").render,
}


def page(name: str, **facts: Any) -> SimpleNamespace:
    """A page as MkDocs has it."""
    below = [SimpleNamespace(title=f"More & {name}", id=f"more-{name}", url=f"#more-{name}", level=2, children=[])]
    first = SimpleNamespace(title=name, id=f"top-{name}", url=f"#top-{name}", level=1, children=below)
    meta = {
        "title": f"The {name} &amp; more",
        "description": f"About <{name}>",
        "hide": ["tags"],
        **facts.pop("meta", {}),
    }
    return SimpleNamespace(
        **{
            "url": f"decisions/{name}/",
            "title": name.title(),
            "content": f"<h1>{name}</h1>",
            "canonical_url": None,
            "edit_url": f"edit/{name}.md",
            "toc": [first],
            "meta": meta,
            "previous_page": None,
            "next_page": None,
            "ancestors": [],
            "file": SimpleNamespace(src_uri=f"{name}.md"),
        }
        | facts
    )


def framed(template: str, one: Any, given: dict[str, Any] | None = None, **context: Any) -> Frame:
    """The frame that a page gives."""
    return frame({"page": one, **(given or {}), **context}, given or {}, JINJA.from_string(template).render, PARTS)


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.content }} and {{ page.meta.title }} - {{ page.meta['description'] }}{{ page.title }}",
        "{% if page.meta and page.meta.title %}{{ page.meta.title }}{% elif page.title %}{{ page.title }}{% endif %}",
        "{% if '<h1' not in page.content %}{{ page.title }}{% endif %}{{ page.content }}",
        "{{ page.canonical_url | d('nowhere') }}{{ page.meta.get('author', 'nobody') }}{{ page.ancestors | length }}",
        "{{ (page.toc | first).url }} <nav>" + TOC + "</nav>",
        "{% for tag in tags %}<b>{{ tag.name }}</b>{% endfor %}{{ given }}",
        "{{ 'hidden' if 'tags' in page.meta.hide }}{{ page.meta.title ~ ', ' ~ page.edit_url }}",
    ],
)
def test_another_page_is_filled_in_as_the_template_would_show_it(template: str) -> None:
    other = {"page": page("two"), "given": "G", "tags": [SimpleNamespace(name="t")]}
    made = framed(template, page("one"), {"given": "G"}, tags=[SimpleNamespace(name="s")])
    assert made.fits(other["page"], {"given": "G"}, other["tags"])
    assert made.filled(other, PARTS) == JINJA.from_string(template).render(other)


@pytest.mark.parametrize(
    ("template", "other"),
    [
        ("{% if 'one' in page.content %}1{% endif %}", page("two")),
        ("{{ page.meta.author }}", page("two", meta={"author": "A"})),
        ("{{ page.meta.hide }}", page("two", meta={"hide": []})),
        ("{% if page.edit_url %}{{ page.edit_url }}{% endif %}", page("two", edit_url=None)),
        ("{{ page.canonical_url }}", page("two", canonical_url="https://site.example/")),
        ("{{ page.meta.description }}", page("two", meta={"description": 3})),
        ("{{ page.encrypted }}", page("two", encrypted=True)),
        ("", page("two", url="elsewhere/two/")),
        ("", page("two", toc=[])),
        ("", page("two", next_page=SimpleNamespace(url="decisions/three/"))),
        ("<a href='../two/'>", page("two")),
    ],
)
def test_a_page_of_which_the_template_learns_something_else_does_not_fit(template: str, other: Any) -> None:
    made = framed(template, page("one"))
    assert made.fits(page("none"), {}, None)
    assert not made.fits(other, {}, None)


def test_a_page_that_other_plugins_give_something_else_does_not_fit() -> None:
    made = framed("", page("one"), {"own": 1})
    assert [made.fits(page("two"), {"own": own}, None) for own in (1, 2)] == [True, False]


@pytest.mark.parametrize(
    "shown",
    [
        "page.title | e",
        "page.title | upper",
        "page.title | striptags",
        "page.title | truncate(20)",
        "page.title | length",
        "page.title[:3]",
        "page.title == 'One'",
        "page.title + '!'",
        "page.title.split()",
        "page.meta.title | urlencode",
        "page.meta.title | trim",
        "page.meta.description | tojson",
        "page.meta.items()",
        "page.meta | length",
        "page.edit_url | replace('edit', 'raw')",
        "page.url",
        "page.file.src_uri",
        "(page.toc | first).title",
    ],
)
def test_there_is_no_frame_where_a_template_works_on_what_it_shows(shown: str) -> None:
    with pytest.raises(UnfitTemplate):
        framed("{{ " + shown + " }}", page("one"))
