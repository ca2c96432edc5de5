"""XML of manifests, without entities and namespaces."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element


def parse(text: str) -> Element:
    """The root of a document; raises ValueError for one that declares entities, which could grow without end."""
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise ValueError("declares a document type, which is not read")
    root = ElementTree.fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", text))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def text_at(element: Element, path: str) -> str:
    """The text at a path below an element, empty if there is none."""
    return (element.findtext(path) or "").strip()
