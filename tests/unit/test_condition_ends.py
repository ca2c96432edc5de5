"""Where a condition ends: before the main clause, also where no comma divides them."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Once redis 8 ships this is worth another look.", "redis 8 ships"),
        ("Once redis 8 ships, this is worth another look.", "redis 8 ships"),
        ("When the price halves it becomes interesting again.", "the price halves"),
        ("As soon as ARM builds exist it makes sense to look again.", "ARM builds exist"),
        ("If the licence changes we should revisit this.", "the licence changes"),
        ("If what it is changes, we should revisit this.", "what it is changes"),
        ("After the audit this merits a new look.", "After the audit"),
        ("After the audit of what this is, we should revisit it.", "After the audit of what this is"),
        ("If waits go over an hour we know enough and it is time to revisit this.", "waits go over an hour"),
        ("We can revisit the oven if needed and talk about bricks.", "needed"),
        ("When we have a solid need then re-evaluate.", "we have a solid need"),
        ("Revisit this if the law changes, as that would take the ground from under it.", "the law changes"),
        ("Revisit this when R&amp;D agrees; it is slow.", "R&amp;D agrees"),
        ("Revisit this when traffic &gt; 100 or the R&#38;D team ships.", "traffic &gt; 100 or the R&#38;D team ships"),
        ("Revisit this when three towns join, at which point one oven is not enough.", "three towns join"),
    ],
)
def test_a_condition_ends_before_the_main_clause(sentence: str, condition: str) -> None:
    read = reading.read(parse(f"# Cache\n\n**Decision:** reject for now.\n\n{sentence}\n"))
    assert [trigger.text for trigger in read.conditions.triggers] == [condition]
