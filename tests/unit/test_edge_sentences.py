"""What is offered as a verdict for its place alone, and what never is."""

from tests.support.candidates import verdicts


def test_where_nothing_looks_like_a_verdict_the_edges_of_the_document_are_offered() -> None:
    opening, closing = "The old bell rang for ninety years.", "The new one hangs in the east tower since May."
    text = f"# Bells\n\n{opening}\n\n## Sound\n\nIt is loud.\n\n{closing}\n"
    assert verdicts(text) == [(3, opening, None), (9, closing, None)]


def test_what_announces_conditions_is_no_candidate_for_a_verdict() -> None:
    rings = "The bells ring at nine and at six."
    text = f"# Bells\n\n**Decision.** {rings}\n\n**Reopen when:** the school moves, or it is deferred.\n"
    assert verdicts(text) == [(3, rings, None)]
