"""The documents whose bodies are published: `cases/body`, and `../shared/corpus` where that exists."""

from adr_gen import markdown
from adr_gen.site.record.body.body_html import body
from tests import GOLDEN, SHARED

CASES = GOLDEN / "body"
OWN = {path.stem: path for path in sorted(CASES.glob("*.md"))}
CORPUS = {path.stem: path for path in sorted(SHARED.glob("corpus/[0-9]*.md"))}
PLACES = {"other.md": "../tables/", "logo.png": "../logo.png", "pic.png": "../pic.png"}


def place(target: str) -> str | None:
    return target if target.startswith("#") else PLACES.get(target)


def published(text: str) -> str:
    return body(markdown.parse(text, html=True), place, place)
