"""Words that turn, deny, quote or limit a verdict: what is read of them is never the opposite of what they say."""

from typing import Any

import pytest
import yaml

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN

TABLE: dict[str, Any] = yaml.safe_load((GOLDEN / "never-the-opposite.yml").read_text(encoding="utf-8"))


def said(text: str) -> str:
    """The status of a document; "none" if it is undecided."""
    verdict = reading.read(parse(text)).verdict
    return verdict.status if verdict else "none"


def opposites(documents: dict[str, str], may_say: dict[str, str]) -> dict[str, str]:
    """What is read of each document that may not say it."""
    statuses = {name: said(text) for name, text in documents.items()}
    return {name: status for name, status in statuses.items() if status not in may_say[name].split()}


@pytest.mark.parametrize("group", TABLE["sentences"], ids=lambda group: str(group["title"]))
def test_a_sentence_never_says_the_opposite(group: dict[str, Any]) -> None:
    may_say = {sentence: allowed for allowed, sentences in group["may-say"].items() for sentence in sentences}
    frame = f"# {group['title']}\n\n{group['text']}\n\n## {group['heading']}\n\n"
    assert opposites({sentence: f"{frame}{sentence}\n" for sentence in may_say}, may_say) == {}


def test_a_document_never_says_the_opposite() -> None:
    may_say = {text: allowed for allowed, texts in TABLE["documents"].items() for text in texts}
    assert opposites({text: text for text in may_say}, may_say) == {}


@pytest.mark.parametrize("unit", ["no: ", ": no", "Approved: ", "(Ben: no) "])
def test_a_line_of_values_is_read_to_its_end(unit: str) -> None:
    assert said(f"# A queue\n\n## Decision\n\n{unit * 200}\n") in ("rejected", "accepted", "none")
