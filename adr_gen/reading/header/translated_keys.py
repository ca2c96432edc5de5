"""Keys of the front matter in the language of a document: `responsable`, `etiquetas`, `verantwortlich`."""

from functools import cache

from ...frontmatter import FrontMatter
from .. import lexicon


def items(front: FrontMatter, slot: str) -> tuple[str, ...]:
    """What stands behind the first key that a language of the document calls so; English keys are fixed."""
    known = {word for language in lexicon.spoken() for word in _words(slot, language)}
    return front.items(*(key for key in front.values if _bare(key) in known))


def is_key(key: str, *slots: str) -> bool:
    """Whether some language calls a key so."""
    return any(_bare(key) in _words(slot, language) for slot in slots for language in lexicon.LANGUAGES)


def _bare(key: str) -> str:
    return key.lower().replace("_", " ")


@cache
def _words(slot: str, language: str) -> frozenset[str]:
    return frozenset(lexicon.words(slot, language)) - frozenset(lexicon.words(slot, "en"))
