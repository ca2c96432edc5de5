"""What holds of all that was read: the strongest verdict, one line for it, conditions said once."""

import re

from ...frontmatter import FrontMatter
from ...model import STATUSES, Status, Verdict
from .. import roles
from ..lexicon import spoken
from ..patterns.language_matchers import lowered, matcher_for, whole
from ..plain_text import clipped, label
from ..result_types import Finding, Note
from ..sentences import accepted_thing
from ..sentences.kept_things import stays
from ..sentences.open_verdicts import undecided
from ..sentences.provisos import is_bound
from ..sentences.sentence_classification import verdict_in
from ..sentences.verdict_verbs import judge, turns_away
from ..status.negation import spared, undone
from ..status.status_line import status_word
from .collected_verdicts import PART, SENTENCE, UPDATE, StatedVerdict
from .verdict_labels import is_label, speaks_of_whole

_WITHIN = ("outcome", "status", "verdict", "result", "decision", "choice", "value")
"""Names of what was decided within a mapping."""
_DECIDED = ("accepted", "rejected", "deferred")


def explicit(front: FrontMatter) -> tuple[Verdict | None, list[Note], list[Finding], bool]:
    """The verdict of the front matter, and whether it says anything; beside `decision`, `verdict` is its one line."""
    key = next((k for k in front.values if k.lower() == "decision" and front.text(k)), None)
    weak = next((k for k in front.values if _may_decide(k.lower(), front.text(k))), None)
    name = key or weak
    nested = next((k for k in front.values if k.lower() == "decision" and front.values[k] and not front.text(k)), None)
    if nested is not None and (within := _within(front, nested)):
        return within
    if nested is not None:
        message = f"`{nested}` holds {front.kind(nested)}; write one of accept, reject, defer, propose"
        return None, [], [Finding(front.lines.get(nested, 1), "ADR104", message)], True
    if name is None:
        return None, [], [], False
    text, line = front.text(name), front.lines.get(name, 1)
    other = next((k for k in front.values if k != name and k.lower() == name.lower() and front.text(k)), None)
    if other and front.text(other).lower() != text.lower():
        message = f"`{name}: {text[:40]}` and `{other}: {front.text(other)[:40]}` say different things; keep one"
        return None, [], [Finding(line, "ADR105", message)], True
    judged = _judged(text)
    if undecided(text) and text.lower() not in STATUSES:
        return None, [Note("verdict", line, "front-matter", text, False, "says that nothing is decided")], [], True
    if judged is None:
        if not key:
            return None, [], [], False
        message = f"`decision: {text[:60]}` is no known decision; write one of accept, reject, defer, propose"
        return None, [], [Finding(line, "ADR104", message)], True
    front_qualifier = front.text("qualifier") or judged[1]
    verdict_text = next((front.text(k) for k in front.values if key and k.lower() == "verdict"), "")
    return (
        Verdict(judged[0], front_qualifier or None, _without_label(verdict_text)),
        [Note("verdict", line, "front-matter", text)],
        [],
        True,
    )


def _within(front: FrontMatter, key: str) -> tuple[Verdict, list[Note], list[Finding], bool] | None:
    """The verdict of a mapping such as `decision: {outcome: defer, by: the leads}`."""
    value, line = front.values[key], front.lines.get(key, 1)
    texts = [value[name] for name in _WITHIN if name in value] if isinstance(value, dict) else []
    text = next((text for text in texts if isinstance(text, str) and text.strip()), "")
    judged = _judged(text)
    if judged is None or undecided(text):
        return None
    return Verdict(*judged, ""), [Note("verdict", line, "front-matter", text)], [], True


def _may_decide(key: str, text: str) -> bool:
    """Whether a key beside `decision` may say the verdict; the state of a task, and how a test ended, is none."""
    if key in ("result", "conclusion"):
        return whole("capital-verdict|of-decisions", text)
    return key in ("verdict", "recommendation", "outcome", "resolution", "disposition") and not (
        not text or whole("task-done", text)
    )


def waiting(front: FrontMatter) -> Note | None:
    """The key of a file that is kept for later and says when to bring it up, where nothing else in it decides."""
    state = front.text("status", "state")
    key = next((k for k in front.values if whole("surface-key", k.replace("_", " ")) and front.items(k)), None)
    if key is None or (state and not whole("sleeping", state)):
        return None
    return Note("verdict", front.lines.get(key, 1), "front-matter", f"{key}: {front.text(key) or front.items(key)[0]}")


def _judged(text: str) -> tuple[Status, str | None] | None:
    """The status that a key's words say: the word of a status, a verb, or a sentence."""
    if text.lower() in STATUSES:
        return status_word(text)
    judged = judge(text)
    if judged is None and (made := verdict_in(text, "label", spoken())):
        judged = made[0]
    if judged:
        return None if judged[0] == "accepted" and accepted_thing.against(text, "") else judged
    rest = re.sub(r"^\W*\w+", "", text)
    return None if is_bound(rest) or undone(rest) or spared(rest) or turns_away(rest.lstrip()) else status_word(text)


def _without_label(verdict_text: str) -> str:
    """A quoted verdict without the label of a verdict or status before it: `**Status:** decided` is "decided"."""
    name, behind = label(verdict_text) or ("", "")
    return behind if behind and (is_label(name) or roles.has(name, "status")) else verdict_text


def choose(
    verdicts: list[StatedVerdict], unclear: bool = False
) -> tuple[StatedVerdict | None, list[Note], list[Finding]]:
    """The strongest candidate; where headings, labels or first sentences disagree, the document is undecided.

    `unclear`: the verdict's own section says something that is not understood, so nothing elsewhere stands in for it.
    """
    whole, parts = _of_the_whole(_without_explained(verdicts), unclear)
    notes = [Note("verdict", c.line, c.rule, c.text, False, PART) for c in parts]
    for group in _groups(whole):
        # the weaker ones have to agree with the strongest, so the first of that rank speaks for all
        first = min(group, key=lambda c: c.rank)
        against = next((c for c in group if not agree(first, c)), None)
        if against is None:
            return _of_the_change(first, whole), notes, []
        # free sentences that disagree are no contradiction of the author, only no verdict
        if first.rank == SENTENCE:
            notes += [Note("verdict", c.line, c.rule, c.text, False, "sentences disagree") for c in group]
            return None, notes, []
        one, other = sorted((first, against), key=lambda c: c.line)
        return None, notes, [disagree(one, other)]
    return None, notes, []


def _of_the_change(first: StatedVerdict, whole: list[StatedVerdict]) -> StatedVerdict:
    """Of "Keep the files. Do not share one." the refusal: who stays with what is has turned the question down."""
    refused = (c for c in whole if c.status == "rejected" and c.headings == first.headings and c.line >= first.line)
    return next(refused, first) if first.status == "accepted" and stays(first.text) else first


def _groups(whole: list[StatedVerdict]) -> list[list[StatedVerdict]]:
    """Candidates that have to agree with each other: updates, else what calls itself final, else the others, else sentences."""
    spoken = [c for c in whole if UPDATE < c.rank < SENTENCE]
    groups = (
        [c for c in whole if c.rank == UPDATE],
        [c for c in spoken if c.strong] or spoken,
        [c for c in whole if c.rank == SENTENCE],
    )
    return [group for group in groups if group]


def agree(one: StatedVerdict, other: StatedVerdict) -> bool:
    """Whether two candidates say one verdict; a rejection for now is a deferral, and who rejects a change stays with what is."""
    by_status = {one.status: one, other.status: other}
    match sorted(by_status):
        case [_]:
            return True
        # people write "rejected for now" and "deferred" for the same thing
        case ["deferred", "rejected"]:
            no = by_status["rejected"]
            return no.qualifier is not None or bool(matcher_for("again").search(lowered(no.text)))
        case ["accepted", "deferred" | "rejected"]:
            return one.rank != other.rank and stays(by_status["accepted"].text)
    return False


def status_contradiction(chosen: StatedVerdict | None, status: tuple[int, str, Status, str | None]) -> list[Finding]:
    """What a status that only a decision has says against the verdict; an update of the verdict comes after it."""
    line, text, word, limit = status
    stated = StatedVerdict(SENTENCE, line, "status-line", text, word, limit)
    if chosen is None or chosen.rank == UPDATE or word not in _DECIDED or agree(chosen, stated):
        return []
    first, second = sorted((chosen, stated), key=lambda c: c.line)
    return [disagree(first, second)]


def turned(chosen: StatedVerdict | None, status: tuple[int, str], word: Status) -> list[Finding]:
    """What an update of a record says against the status that nobody changed with it."""
    stated = StatedVerdict(SENTENCE, status[0], "status-line", status[1], word, None)
    if chosen is None or chosen.rank != UPDATE or word not in _DECIDED or chosen.status in (word, "proposed"):
        return []
    first, second = sorted((stated, chosen), key=lambda c: c.line)
    return [disagree(first, second, mend="write the status that holds")]


def disagree(first: StatedVerdict, other: StatedVerdict, mend: str = "add `decision:` to the front matter") -> Finding:
    """The problem of two verdicts that contradict each other, with the words of both."""
    message = (
        f"verdicts disagree: {clipped(first.text, 60)!r} ({first.status}) and, in line {other.line}, "
        f"{clipped(other.text, 60)!r} ({other.status}); {mend}"
    )
    return Finding(first.line, "ADR105", message)


def _of_the_whole(verdicts: list[StatedVerdict], unclear: bool) -> tuple[list[StatedVerdict], list[StatedVerdict]]:
    """Candidates that speak of the whole document, and those that speak of one of several parts.

    A heading or label below a section that is not the verdict's own counts only if neither the verdict's own section
    nor another one says a verdict.
    """
    away = [c for c in verdicts if c.rank < 2 and not speaks_of_whole(c.headings)]
    sections = {next((h.line for h in c.headings if h.level > 1), 0) for c in away}
    several = unclear or len(sections) > 1 or any(speaks_of_whole(c.headings) for c in verdicts)
    parts = [c for c in away if several or (c.rank == 1 and not _plain_section(c))] + _of_options(verdicts)
    return [c for c in verdicts if c not in parts], parts


def _without_explained(verdicts: list[StatedVerdict]) -> list[StatedVerdict]:
    """Candidates without options named beside a verdict in words: under "REJECT", "Harbour" says what is done instead."""
    worded = [c for c in verdicts if not c.option and c.rank < SENTENCE]
    if any(c.rank < 2 and speaks_of_whole(c.headings) for c in worded):
        return [c for c in verdicts if not c.option]
    places = {c.headings for c in worded}
    return [c for c in verdicts if not (c.option and c.headings in places)]


def _of_options(verdicts: list[StatedVerdict]) -> list[StatedVerdict]:
    """Candidates under headings such as "Recommendation for option A", if there are several of them."""
    each = {
        c.line: h.line
        for c in verdicts
        for h in c.headings
        if matcher_for("verdict about option-name NAME").search(lowered(h.text))
    }
    return [c for c in verdicts if c.line in each] if len(set(each.values())) > 1 else []


def _plain_section(candidate: StatedVerdict) -> bool:
    """Whether a label stands in the text of a top section, not deeper and not in a list."""
    return candidate.top and all(h.level <= 2 for h in candidate.headings)
