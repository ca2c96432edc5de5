"""Named predicates that speak against what a rule matched, by the names that rules use."""

from collections.abc import Callable

from . import condition_vetoes as of_conditions
from . import verdict_vetoes as of_verdicts
from .rule_match import Match

VETOES: dict[str, Callable[[Match], str | None]] = {
    veto.__name__: veto
    for veto in (
        of_conditions.compared,
        of_conditions.needless,
        of_conditions.others,
        of_conditions.past,
        of_conditions.participle,
        of_conditions.running,
        of_conditions.vague_near,
        of_conditions.by_people,
        of_conditions.begins,
        of_conditions.left_open,
        of_conditions.named,
        of_conditions.main_clause_behind,
        of_conditions.no_day,
        of_conditions.unchecked,
        of_verdicts.lower_case,
        of_verdicts.other_matter,
        of_verdicts.end_of_it,
        of_verdicts.a_noun,
        of_verdicts.nothing_done,
        of_verdicts.conditional_start,
        of_verdicts.vague_inside,
        of_verdicts.negated_inside,
        of_verdicts.lower_start,
        of_verdicts.negated_before,
        of_verdicts.nobody,
        of_verdicts.the_matter,
        of_verdicts.no_act,
        of_verdicts.unrelated,
        of_verdicts.hypothetical,
        of_verdicts.reported,
        of_verdicts.others_start,
        of_verdicts.negated_so_far,
        of_verdicts.in_part,
        of_verdicts.told_before,
        of_verdicts.subject_denied,
        of_verdicts.one_of_several,
        of_verdicts.in_a_clause,
        of_verdicts.for_some,
        of_verdicts.of_another_language,
    )
}


def first_veto(match: Match, names: tuple[str, ...]) -> str | None:
    """The first reason that speaks against a match."""
    return next((why for name in names if (why := VETOES[name](match))), None)
