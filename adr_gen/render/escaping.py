"""Pieces of Markdown and YAML that say exactly what they are given, and nothing more."""

import json
import re
from html import unescape

_PLAIN = re.compile(r"[A-Za-z_À-ɏ][\w./À-ɏ -]*(?<! )$")
# YAML 1.1 takes these for true, false or nothing
_WORDS = re.compile(r"(?i)(?:true|false|yes|no|on|off|null|y|n)$")
_SAFE = re.compile(r"[\w .,:/()@+'%-]*$")


def harmless(text: str) -> str:
    """`text` with what HTML, Markdown macros and templates would act on as entities; `html.unescape` undoes it."""
    text = text.replace("&", "&amp;") if "&" in text and unescape(text) != text else text
    # Material prints `title` and `tags` of front matter as HTML; macros act on braces
    text = text.replace("<", "&lt;").replace("{", "&#123;")
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(sign: str) -> str:
    """A sign that cannot be printed as an entity; one that no entity can name stays."""
    entity = f"&#{ord(sign)};"
    return entity if not sign.isprintable() and unescape(entity) == sign else sign


_REFUSED = re.compile(r"[\x7f-\x9f\ufffe\uffff]")
"""Signs that YAML takes only as escapes, and JSON leaves as they are."""


def scalar(text: str) -> str:
    """`text` as a YAML scalar on one line, unquoted where that is safe, harmless as HTML."""
    text = harmless(text)
    # YAML 1.1 reads `no` and `on` as booleans, and other tools read the records with it
    if _PLAIN.match(text) and not _WORDS.match(text):
        return text
    return _REFUSED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def flow(items: tuple[str, ...]) -> str:
    """A YAML list on one line."""
    return "[" + ", ".join(scalar(item) for item in items) + "]"


def heading(level: int, text: str) -> str:
    """An ATX heading; a trailing run of `#` stays part of the words."""
    text = " ".join(text.split())
    text = re.sub(r"(?<=\s)(#+)$", r"\\\1", text)
    return f"{'#' * min(level, 6)} {text}".rstrip()


def title(text: str) -> str:
    """The record's first heading; a trailing `#` goes out as an entity, so that it stays part of the title."""
    return f"# {re.sub(r'#(?=#*$)', '&#35;', harmless(' '.join(text.split())))}".rstrip()


def value(text: str) -> str:
    """A metadata value as Markdown that shows it to the letter."""
    text = " ".join(text.split())
    if _SAFE.match(text):
        return text
    runs = [len(run) for run in re.findall(r"`+", text)]
    fence = "`" * (max(runs, default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
