"""The candidates of a document, as its readers are shown them."""

from textwrap import dedent

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.reading.candidates import condition_candidates, verdict_candidates


def verdicts(text: str) -> list[tuple[int, str, str | None]]:
    """Lines, words and statuses of the candidates for the verdict."""
    document = parse(dedent(text).lstrip())
    return [(c.line, c.text, c.status) for c in verdict_candidates.verdicts(document, reading.read(document))]


def conditions(text: str) -> list[tuple[int, str]]:
    """Lines and words of the candidates for conditions."""
    document = parse(dedent(text).lstrip())
    return [(c.line, c.text) for c in condition_candidates.conditions(document, reading.read(document))]
