"""Documents that answer several questions, each in a section of its own."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.model import Verdict

CHOICES = {"Database": "PostgreSQL 16", "Queue": "use the table `jobs`, no broker.", "Cache": "Valkey, for all pages."}


def read(template: str, answers: dict[str, str], more: str = "") -> Verdict | None:
    """The verdict of a document with a section for each answer."""
    sections = "\n\n".join(template.format(name=name, answer=answer) for name, answer in answers.items())
    return reading.read(parse(f"# What the timetable runs on\n\n{sections}\n\n{more}")).verdict


LABEL = "## {name}\n\n**Recommendation:** {answer}"
HEADING = "## {name}\n\nWe looked at three.\n\n### Decision\n\n{answer}"


@pytest.mark.parametrize("template", [LABEL, HEADING])
def test_what_all_sections_take_is_one_verdict(template: str) -> None:
    line = "Database: PostgreSQL 16; Queue: use the table `jobs`, no broker; Cache: Valkey, for all pages"
    assert read(template, CHOICES) == Verdict("accepted", None, line)


@pytest.mark.parametrize("template", [LABEL, HEADING])
@pytest.mark.parametrize("answer", ["do not use a broker", "to be decided", "later", "no", "A or B?", "We will see."])
def test_one_section_that_takes_nothing_leaves_the_document_undecided(template: str, answer: str) -> None:
    assert read(template, CHOICES | {"Queue": answer}) is None


@pytest.mark.parametrize("template", [LABEL, HEADING])
def test_two_sections_or_uses_of_what_was_looked_at_decide_nothing(template: str) -> None:
    assert read(template, {name: CHOICES[name] for name in ("Database", "Cache")}) is None
    assert read(template, {name: f"use it for {name}" for name in ("Kafka", "NATS", "Rabbit")}) is None


def test_a_verdict_of_the_whole_outranks_the_answers() -> None:
    verdict = read(LABEL, CHOICES, "## Decision\n\nReject: none of it is paid for.")
    assert verdict == Verdict("rejected", None, "Reject: none of it is paid for.")
