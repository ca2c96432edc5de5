"""The tags of HTML by what becomes of them when an author writes them."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE = _names(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strike strong sub "
    "sup time tt u var wbr"
)
"""May stand in a heading or a table cell of a derived page."""
ALLOWED = INLINE | _names(
    "blockquote caption center col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p "
    "picture pre source summary table tbody td tfoot th thead tr ul video"
)
"""Published."""
SILENT = _names(
    "html head body base link meta main nav header footer article aside section address hgroup form input button "
    "select option optgroup label output progress meter fieldset legend datalist dialog menu object embed param "
    "canvas audio map area svg path g defs use rect circle line text polyline polygon math noscript template font "
    "big data"
)
"""Left out, their content stays; every name that is in no list here is text, angle brackets included."""
CONTAINERS = _names("details div table blockquote ul ol dl figure center")
"""Put around Markdown, headings included."""
