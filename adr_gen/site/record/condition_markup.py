"""One condition on a page: its letter, state, words, and what was found, when and by whom."""

import re
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from markupsafe import Markup

from ...board import RESULT_TEXT, SharedTrigger, WatchedCondition
from ...checks import parse_day
from ...model import Conditions, Trigger
from ...records import Record, holder
from ...reviews.stored_review import Answer, Review
from ...revisit import States, forecast
from ...revisit.combined_checks import combined as parsed_condition
from ..components import badges, day_labels
from ..html_escaping import safe
from ..site_context import SiteContext
from ..urls import issue_form
from .body.body_html import inline_html, plain
from .body.text_direction import begins_right_to_left, isolated

_SPECIAL = re.compile(r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;:]|`(?P<code>[^`]+)`")
_RECORD = re.compile(r"\bADR-(\d+)")
KINDS = {
    "date": "a day",
    "elapsed": "a time",
    "release": "a release",
    "issue": "an issue",
    "repo": "this repository",
    "record": "another decision",
    "lifecycle": "a product's life",
    "metric": "a measured number",
    "person": "people's judgement",
    "never": "never",
}
"""What settles a condition of each kind."""
UNSEEN = "not looked at yet"
UNCHECKED = "not checked yet"


def anchor(letter: str) -> str:
    """The anchor of a condition on its record's page."""
    return f"trigger-{letter}"


def condition(
    site: SiteContext, record: Record, line: WatchedCondition, page: str, *, whole: bool = False
) -> dict[str, Any]:
    """What templates show of a condition on the page at the address `page`; `whole` as it is written, with what follows."""
    trigger, states = line.trigger, site.states
    coming = forecast.of_trigger(states, record, trigger)
    # a question that is open again asks nobody for another look
    asks = record.watched and record.path not in states.reopened
    next_day = states.judge(record, trigger).next if asks else None
    # evidence such as "2027-03-01 is 91 days away" says it already, or "in any case"
    said = f"{line.observation.evidence if line.observation else ''} {states.review_by(record) or ''}"
    next_day = next_day if next_day and next_day > states.as_of and next_day.isoformat() not in said else None
    text = trigger.sentence if whole else trigger.text
    return {
        "letter": line.letter,
        "anchor": anchor(line.letter),
        "state": line.state,
        "badge": Markup(badges.state(line.state, coming, line.word)) if _has_badge(record, line, asks=asks) else "",
        "direction": Markup(' dir="rtl"') if begins_right_to_left(plain(text)) else "",
        "item": Markup(inline_html(trigger.item, links=False)) if trigger.item else None,
        "text": Markup(isolated(inline_html(text))),
        "follows": Markup(inline_html(trigger.consequence)) if trigger.consequence and not whole else None,
        "kind": "" if _is_a_word(trigger) else " and ".join(kinds(trigger)),
        "evidence": _judged(_evidence(site, record, line, page), coming) if record.watched or line.observation else "",
        "next": Markup(
            day_labels.next_label(day_labels.look_on(next_day, Conditions("single", (trigger,))), [(next_day, "")])
        )
        if next_day
        else None,
        "command": f"adr-gen review {record.number} {line.letter}",
        "form": _form(site, record, line) if record.watched else None,
    }


def _has_badge(record: Record, line: WatchedCondition, *, asks: bool) -> bool:
    """Whether the state is said beside the words: those that say "never" themselves need no badge for it."""
    return line.state == "met" or (asks and not line.trigger.kind == line.state == "never")


def _is_a_word(trigger: Trigger) -> bool:
    """Whether a condition is but a word for never, in whatever language: that is of no kind beside."""
    return trigger.kind == "never" and plain(trigger.text).rstrip(".").isalpha()


def joined(record: Record) -> str:
    """How several conditions count, in words; empty for one."""
    several = len(record.conditions.triggers) > 1
    return (
        {"any": "any of these", "all": "all of these together"}.get(record.conditions.logic or "", "")
        if several
        else ""
    )


def kinds(trigger: Trigger) -> tuple[str, ...]:
    """What settles a condition, in words: people too where they judge its words from a day on."""
    named, parsed = KINDS.get(trigger.kind, trigger.kind), parsed_condition(trigger)
    # a day among other words is when people look
    asks = parsed.asks or (trigger.kind == "date" and not parsed.has_tokens)
    return (named, KINDS["person"]) if asks else (named,)


def subject(group: SharedTrigger) -> str:
    """What several records wait for."""
    return f"<code>{safe(group.subject)}</code>" if group.checked else inline_html(group.subject, links=False)


def _evidence(site: SiteContext, record: Record, line: WatchedCondition, page: str) -> str:
    """What was found last, when and by whom, and what is said beside it; empty where nobody will look."""
    beside = (f"<em>{words}</em>" for words in line.remarks)
    return ", ".join(filter(None, [_observed(site, record, line, page), *beside]))


def _observed(site: SiteContext, record: Record, line: WatchedCondition, page: str) -> str:
    seen = line.observation
    if line.trigger.kind == "never" and not (seen and seen.date):
        return ""
    if not seen or not seen.date:
        return (UNCHECKED if line.trigger.check else UNSEEN) + _other_look(site, record, line.letter)
    who = "" if seen.by == "check" else f", {safe(seen.by)}"
    evidence = linked(seen.evidence)
    if line.trigger.kind == "record" and seen.by == "check":
        evidence = _RECORD.sub(lambda match: badges.named_link(site, int(match[1]), page), evidence)
    checked = "checked " if seen.by == "check" else ""
    return (
        f"{evidence} <em>({checked}{day(seen.date)}{who})</em>"
        if evidence
        else f"<em>looked at {day(seen.date)}{who}</em>"
    )


def _other_look(site: SiteContext, record: Record, letter: str) -> str:
    """What else than a look at the condition as it stands today somebody said of it, behind that nobody had one."""
    reviews = site.states.reviews
    if earlier := reviews.in_other_words(record, letter):
        review, answer = earlier
        return f" in these words; {_look('looked at', review)}, {other_words(answer)}: {RESULT_TEXT[answer.result]}"
    last = reviews.reaffirmed(holder(record))
    return f" by itself; {_look('decision reaffirmed', last)}" if last else ""


def _look(what: str, review: Review) -> str:
    return f"<em>{what} {day(review.date)}{f', {safe(review.by)}' if review.by else ''}</em>"


def other_words(answer: Answer) -> Markup:
    """How a condition read when it was looked at, if it reads otherwise today."""
    return Markup(f"as “{isolated(inline_html(answer.text, links=False))}”" if answer.text else "in earlier words")


def _judged(evidence: str, coming: Sequence[tuple[date, str]]) -> Markup:
    """What was found, until a day proves it wrong: that a day is far away."""
    gone = [(day, "") for day, state in coming if state == "met"]
    return Markup(f"<span{badges.days(gone)}>{evidence}</span>" if gone else evidence)


def _form(site: SiteContext, record: Record, line: WatchedCondition) -> str | None:
    """The forge's form for an issue that says that the condition is true."""
    title = f"{record.id} ({line.letter}): {plain(line.trigger.text)[:120]}"
    # without the site's address a link from the forge would lead nowhere
    page = site.absolute(f"{record.url}#{anchor(line.letter)}") if site.base else record.path
    return issue_form(site.urls.repo_url, title, f"{page}\n\nWhat I found: ")


def day(text: str | None) -> Markup:
    """An ISO day as a time element."""
    parsed = parse_day(text)
    return Markup(f'<time datetime="{parsed.isoformat()}">{parsed.isoformat()}</time>' if parsed else safe(text or ""))


def reopened_since(states: States, record: Record) -> Markup | None:
    """The day on which a review opened the question again, if one did."""
    days = [review.date for review in states.reviews.of(holder(record)) if review.outcome == "reopened"]
    return day(max(days)) if days else None


def in_any_case(states: States, record: Record) -> Markup | None:
    """The day by which somebody is to look in any case, told as past from that day on; None without one."""
    by = states.review_by(record) if states.of_record(record) else None
    if by is None:
        return None
    past = "Was to"
    words = f"<span>{past}</span>" if by <= states.as_of else f"<span{badges.days([(by, past)])}>To</span>"
    return Markup(f"{words} be looked at by {day(by.isoformat())} in any case.")


def linked(text: str) -> str:
    """Plain text as HTML with its addresses as links and what stands in backticks as code."""
    parts, at = [], 0
    for match in _SPECIAL.finditer(text):
        special = f"<code>{safe(match['code'])}</code>" if match["code"] else _link(match[0])
        parts += [safe(text[at : match.start()]), special]
        at = match.end()
    return "".join([*parts, safe(text[at:])])


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{safe(address)}</a>'
