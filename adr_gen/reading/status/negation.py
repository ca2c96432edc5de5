"""What follows a word that accepts and turns it: "導入を見送る", "Adopting it was rejected", "Use Kafka: NO-GO"."""

import re

from ...model import Status
from ..lexicon import spoken, words
from ..patterns.language_matchers import find_slot, leading, lowered, matcher_for, whole

_CLAUSE = re.compile(r"[.;:!?()](?:\s|\Z)|,\s|[,。，、；：（）！？]|\s[—–-]\s|—|\s\(")
_ANSWER = re.compile(r"(?:\A\s*[,;，；]|\s*[:：—–?？(（=]|\s-\s)\s*([^:：—–?？(（=]{2,30})\Z")
_STEP = re.compile(r"[,;，；]\s*|\s*(?:→|->|=>)\s*")
_BEHIND = re.compile(r"\W*\Z|\s*[(（]?\d|\s+(?:in|on|since|after|am|im|seit|en|em|le|nel|в)\s", re.I)
_DONE: dict[str, Status] = {"done-accept": "accepted", "done-reject": "rejected", "done-defer": "deferred"}
_SENTENCE = re.compile(r"(?<=[.!])\s|(?<=。)")
_BRACKET = re.compile(r"\A\s*[(（][^()（）]*[)）]")
_ENDS = "plain-denial|done-reject|done-defer|rejected|deferred|deprecated"
"""What ends a sentence that begins like an acceptance: "Adopt it NOT", "Keep it rejected"."""
_STOPS = " .!)）。"
_NO: dict[str, Status] = {
    "reject|reject-label|reject-bare|done-reject|plain-no": "rejected",
    "defer|defer-label|defer-bare|done-defer": "deferred",
    "not-final": "proposed",
}


def turned_down(rest: str) -> bool:
    """Whether an acceptance goes on with a predicate that refuses it or puts it off, or is only "for review" or "by others"."""
    if (
        _denied(rest)
        or matcher_for("^ by none-of").match(lowered(rest))
        or leading("only-as|by-strangers|denied-of-all", rest.lstrip())
    ):
        return True
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    reason = matcher_for("because-of|relative").search(lowered(clause))
    clause = clause[: reason.start()] if reason else clause
    if find_slot("turns-down|annulled|scarcely|uncertain|refused-too", clause) or whole(
        _ENDS, clause.rstrip(_STOPS).split(" ")[-1]
    ):
        return True
    sentence = _SENTENCE.split(rest, maxsplit=1)[0].rstrip(_STOPS)
    last = re.split(r"[,，;；(（]", sentence)[-1].strip()
    ends = "hardly|uncertain|plain-denial|turns-down"
    return any(whole(ends, words) for words in (last, _tail(rest))) or _taken_back(rest)


def _taken_back(rest: str) -> bool:
    """Whether what was done is told to be undone since: "adopted it in 2021 and removed it again"."""
    sentence = _SENTENCE.split(rest, maxsplit=1)[0]
    reason = matcher_for("because-of|relative").search(lowered(sentence))
    return find_slot("undone-since", sentence[: reason.start()] if reason else sentence) is not None


def hardly(before: str) -> bool:
    """Whether the clause that a verb ends says "hardly" or doubts it: "Wir werden es kaum einführen", "I doubt that we should"."""
    clauses = _CLAUSE.split(before.rstrip(_STOPS))
    if len(clauses) > 1 and (
        leading("that-clause", clauses[-1].lstrip()) or matcher_for("doubt $").search(lowered(clauses[-2]))
    ):
        clauses = [" ".join(clauses[-2:])]
    return find_slot("scarcely|doubt|uncertain", clauses[-1]) is not None


def is_subject(verb: str, rest: str) -> bool:
    """Whether a sentence speaks of doing something and does not say to do it: "Adopting it would be premature", "Use is rare"."""
    participle = whole("done-accept|done-reject|done-defer|of-decisions", verb)
    rest = _BRACKET.sub("", rest)
    if leading("predicate", rest.lstrip()):  # "Abgelehnt wird Quay" only puts its participle first
        return not participle
    ends = tuple(end for language in spoken() for end in words("act-end", language))
    if not participle and not next(iter(verb.lower().split()), "").endswith(ends):
        return False
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    # "Accepted practice is to …" speaks of practice, "Accepted as is" of the matter
    bounds = "because-of|relative|pointing|object-end" if participle else "because-of|relative|pointing"
    behind = matcher_for(bounds).search(lowered(clause))
    return find_slot("predicate", clause[: behind.start()] if behind else clause) is not None


def _denied(rest: str) -> bool:
    """Whether "not" stands right behind the verb: "Внедрять не будем"."""
    first = rest[:1]
    return first.isalpha() and first < "\u3000" and leading("plain-denial", rest) is not None


def undone(rest: str) -> bool:
    """Whether a refusal is itself refused: "Not adopting it would be a mistake", "Wait no longer", "Reject: no"."""
    if (
        re.match(r"\s*[?？]", rest)
        or leading("no-more", rest.lstrip())
        or find_slot("no-denial", _SENTENCE.split(rest, maxsplit=1)[0])
        or _answered_no(rest)
        or _ends_denied(rest)
    ):
        return True
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    return find_slot("mistaken|annulled", clause) is not None or whole("superseded-withdrawn", clause.strip(_STOPS))


def _answered_no(rest: str) -> bool:
    """Whether nothing but a "no" stands behind a refusal as its value: "Rejected: no", "Reject (no)"."""
    value = re.match(r"\s*[:：=(（]\s*(.{1,12})", rest)
    return value is not None and whole("plain-no|no-answer", value[1].strip(" .)）。"))


def _ends_denied(rest: str) -> bool:
    """Whether the clause that a refusal opens ends by denying it: "Ablehnen wollen wir sie nicht", "Rejected was nothing"."""
    if not rest.lstrip()[:1].isalnum():
        return False
    clause = _CLAUSE.split(rest, maxsplit=1)[0].rstrip(_STOPS)
    if matcher_for("^ we _3 plain-denial").match(lowered(clause)):
        return True
    reason = matcher_for("because-of|relative").search(lowered(clause))
    said = (clause[: reason.start()] if reason else clause).split()
    return len(said) > 1 and whole("plain-denial|none-of|nothing", said[-1])


def spared(rest: str) -> bool:
    """Whether what is refused is nothing, or not the matter: "Reject the status quo", "Skip the pilot and adopt it"."""
    sentence = _SENTENCE.split(rest, maxsplit=1)[0]
    return bool(
        leading("nothing-done|not-the-matter|objections|negation", rest.lstrip())
        or find_slot("adopted-after", sentence)
    )


def changed(text: str, status: Status) -> bool:
    """Whether another verdict follows in the history of a thing: "rejected in 2023, adopted in 2024"."""
    for part in _STEP.split(_SENTENCE.split(text, maxsplit=1)[0])[1:]:
        done = matcher_for("^ !formerly _1? done=done-accept|done-reject|done-defer").match(lowered(part))
        behind = part[done.end("done") :] if done else ""
        if (
            done
            and _BEHIND.match(behind)
            and not leading("manner", behind.lstrip())
            and _DONE[_slot(done["done"])] != status
        ):
            return True
    return False


def _slot(word: str) -> str:
    return next(slot for slot in _DONE if leading(slot, word))


def voided(status: Status, clauses: list[str]) -> bool:
    """Whether a clause behind a status says no more than that it is void: "accepted (revoked)", "rejected by mistake"."""
    ends = "annulled|voided|superseded-withdrawn" if status == "accepted" else "annulled|voided"
    rows = (
        f"^ !superseded-which superseded-wholly|step-word* {ends} $",
        f"^ contrary-but !superseded-which _5 {ends} $",
    )
    return any(matcher_for(row).match(lowered(clause)) for row in rows for clause in clauses)


def answer(rest: str) -> Status | None:
    """The verdict that ends the words behind an acceptance and is nothing else: "Adopt it? No.", "Use Kafka (rejected)"."""
    tail = _tail(rest)
    if not tail:
        return None
    said = lowered(tail)
    return next((status for slots, status in _NO.items() if matcher_for(f"^ {slots} it|matter? $").match(said)), None)


def grants_a_refusal(rest: str) -> bool:
    """Whether what is accepted stands behind a colon and is that nothing be done: "Approved: no queue"."""
    mark = re.match(r"\s*[:：]\s*(?=\S)", rest)
    granted = _SENTENCE.split(rest[mark.end() :], maxsplit=1)[0] if mark else ""
    if not granted or leading("objections|nothing-done", granted):
        return False
    refuses = "negation|none-lead|plain-no|reject|reject-label|reject-bare|defer|defer-label|defer-bare"
    last = matcher_for("^ _12 reject-last|defer-last $").match(lowered(granted))
    return last is not None or leading(refuses, granted) is not None


def _tail(rest: str) -> str:
    """The last words of a sentence behind a colon, a question mark or a dash."""
    tail = _ANSWER.search(_SENTENCE.split(rest.lstrip("!. "), maxsplit=1)[0].rstrip(_STOPS))
    before = tail and leading("formerly", tail.string[: tail.start(1)].rpartition("(")[2].lstrip(" （"))
    return tail[1].strip() if tail and not before else ""  # "Adopt it (was: reject)"
