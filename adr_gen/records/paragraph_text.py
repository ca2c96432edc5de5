"""Text that is to stand as one Markdown paragraph."""

import re
from functools import lru_cache

from ..markdown import inline, parse, plain_text

_MARKUP = re.compile(r"[*_`\[\]<>&\\!~]|://")
_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)")
_CODE = re.compile(r"(?<!`)`[^`]+`(?!`)|(?<!`)``[^`]+``(?!`)")
MARK = "\ue000"
"""A sign of nobody's, in the place of code while other markup is taken off."""
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
"""The mark of a footnote."""
_FORMAT = re.compile(r"</?(?:a|abbr|b|br|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b", re.I)


def padded(text: str) -> str:
    r"""`text` as Markdown that is one paragraph: a backslash before what would start another block."""
    # a letter begins no block but a paragraph, and nearly all texts begin with one
    if not text or (text[0].isalpha() and not text[:1].isdigit()):
        return text
    if _is_paragraph(text):
        return text
    digits = re.match(r"\d+", text)
    at = digits.end() if digits else 0
    return f"{text[:at]}\\{text[at:]}"


def unpadded(text: str) -> str:
    r"""The inverse of `padded`."""
    match = re.match(r"(\d*)\\(?=[^\w\s])", text)
    if not match:
        return text
    plain = match[1] + text[match.end() :]
    return plain if padded(plain) == text else text


@lru_cache(4096)
def plain(text: str) -> str:
    """The words of a line of Markdown without any markup; an unknown tag is words too."""
    # most titles have no markup, and parsing each would be most of the time of a list
    if not _MARKUP.search(text):
        return text
    shown = plain_text(
        inline(_NOTE.sub("", text)), lambda tag: "" if _FORMAT.match(tag) or tag.startswith("<!--") else tag
    )
    return " ".join(shown.split()) or text


def for_terminal(text: str) -> str:
    """The same words as a terminal shows them: with the marks of code, in which checks stand, and with addresses."""
    text = _LINK.sub(r"\1 (\2)", text)
    if "`" not in text or MARK in text:
        return plain(text)
    code = iter(_CODE.findall(text))
    return re.sub(MARK, lambda _: next(code), plain(_CODE.sub(MARK, text)))


def _is_paragraph(text: str) -> bool:
    blocks = parse("\n" + text).blocks
    return len(blocks) == 1 and blocks[0].kind == "paragraph" and blocks[0].text == text
