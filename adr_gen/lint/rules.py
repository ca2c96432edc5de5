"""The rules of `adr-gen check` across files, one row each: a function of the context that yields problems."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ..errors import Problem
from ..generate.new_numbers import shared_numbers
from ..log import Log
from . import condition_rules, cross_file_rules
from .layout_rules import setup, unread
from .lint_context import LintContext
from .navigation_rules import research_in_navigation
from .page_collisions import addresses
from .supersession_rules import unstated_supersession
from .unread_checks import unread_checks
from .update_rules import doubtful_updates

LintRule = Callable[[LintContext], Iterable[Problem]]


def local_links(context: LintContext) -> Iterator[Problem]:
    """Relative links of records lead to files and headings."""
    for file in context.record_files:
        yield from cross_file_rules.local_links(
            file.record, file.document, context.log.holders, context.exists, context.anchors
        )


def restated(context: LintContext) -> Iterator[Problem]:
    """Front matter and list of a generated record state the same."""
    for file in context.record_files:
        yield from cross_file_rules.restated(file, context.line)


def references(context: LintContext) -> Iterator[Problem]:
    """References of records lead to records; as they are written, before the log draws them both ways."""
    as_stated = Log(tuple(file.record for file in context.record_files))
    return cross_file_rules.references(as_stated, context.project.decisions, context.unread)


def each_watched(rule: condition_rules.RecordRule) -> LintRule:
    """A rule about one record, for every record that still stands."""

    def run(context: LintContext) -> Iterator[Problem]:
        for record in context.log.records:
            if record.status not in ("superseded", "deprecated"):
                yield from rule(record, context.line)

    return run


def checkable(context: LintContext) -> Iterable[Problem]:
    """Conditions without a check whose words bear one in this project."""
    return each_watched(partial(condition_rules.checkable, offer=context.offer))(context)


RULES: tuple[LintRule, ...] = (
    local_links,
    restated,
    lambda context: shared_numbers((record.path, record.number) for record in context.log.records),
    references,
    lambda context: cross_file_rules.template(context.project.template, context.project.settings.template),
    lambda context: setup(context.project),
    lambda context: unread(context.project),
    lambda context: research_in_navigation(context.project),
    lambda context: addresses(context.project, context.log.records),
    lambda context: cross_file_rules.unnumbered(context.project.unnumbered()),
    lambda context: cross_file_rules.reviewed(context.log, context.reviews, context.unread),
    lambda context: condition_rules.tokens(context.log, context.line),
    lambda context: unstated_supersession(context.record_files, context.log),
    lambda context: doubtful_updates(context.record_files, context.log),
    lambda context: unread_checks(context.record_files, context.log),
    each_watched(condition_rules.deferred),
    each_watched(condition_rules.vague),
    checkable,
    each_watched(condition_rules.days),
    each_watched(condition_rules.blockers),
    lambda context: condition_rules.same_subject(context.log),
)
"""Every rule; their order shows nowhere, because problems are sorted by place."""
