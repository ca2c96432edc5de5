"""What a document says of its verdict, as it is collected, with what was passed over."""

import re
from dataclasses import dataclass, field

from ...markdown import Block, fold
from ...model import Status
from .. import roles
from ..document.statements import Statement
from ..patterns.language_matchers import find_slot, leading, may_stand, whole
from ..plain_text import LONGEST_VERDICT, clipped, plain, sentences
from ..result_types import Finding, Note
from ..sentences import proposed_refusal
from ..sentences.kept_things import is_one_of, kept_by
from ..sentences.open_verdicts import undecided
from ..sentences.sentence_classification import Languages, verdict_in
from ..sentences.title_stance import on_proposal
from ..sentences.verdict_verbs import Judged, alone, judge
from ..status.status_line import qualifier
from . import chosen_option, proposal_to_refuse, refusing_signs, taken_option
from .verdict_labels import is_weak

UPDATE, SENTENCE = -1, 3
"""The strongest and the weakest rank."""
UNCLEAR = "verdict-section"
"""Rule of what stands first in a verdict's section and says no verdict; of interest only where nothing else does."""
PART = "speaks of one of several parts"
"""Why a verdict under a heading of its own does not count for the whole."""
_BRACKETS = re.compile(r"\s*\([^)]{0,60}\)\Z")


@dataclass(frozen=True, slots=True)
class StatedVerdict:
    """Something that says a verdict."""

    rank: int
    """Lower is stronger: -1 an update that turns it, 0 heading, 1 label, 2 first sentence of its section, 3 free sentence."""
    line: int
    rule: str
    text: str
    status: Status
    qualifier: str | None
    strong: bool = False
    """Whether it calls itself final."""
    headings: tuple[Block, ...] = ()
    """The headings above it."""
    top: bool = True
    """Whether it stands outside of lists."""
    option: bool = False
    """Whether it says no more than which option is taken."""
    day: str = ""
    """The ISO day of the log's entry that it stands in."""


@dataclass(slots=True)
class StatedVerdicts:
    """What a document says of its verdict, in order."""

    languages: Languages
    title: str
    places: list[Statement]
    verdicts: list[StatedVerdict] = field(default_factory=list)
    withdrawn: list[StatedVerdict] = field(default_factory=list)
    """Those that an update took back."""
    withdrawn_on: int = 0
    """The line of that update."""
    notes: list[Note] = field(default_factory=list)
    unknown: list[Finding] = field(default_factory=list)
    may_choose: bool = field(default_factory=lambda: may_stand("chosen"))
    """Whether the document has the words of "Chosen option: …"."""
    may_mark: bool = field(default_factory=lambda: may_stand("chosen-mark"))
    """Whether it has those by which one of several is marked."""
    may_own: bool = field(default_factory=lambda: may_stand("own-verdict"))
    """Whether it has those by which a sentence tells the document's own verdict."""

    _names: frozenset[str] | None = None
    _lettered: dict[str, str] | None = None
    _refusal_proposed: bool | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of the options; made out only if a verdict is nothing but a name."""
        if self._names is None:
            self._names = chosen_option.names(self.places, self.title)
        return self._names

    @property
    def lettered(self) -> dict[str, str]:
        """The words of the options by their letters or numbers; made out only if a verdict names one."""
        if self._lettered is None:
            self._lettered = taken_option.lettered(self.places)
        return self._lettered

    @property
    def refusal_proposed(self) -> bool:
        """Whether the document proposes to refuse its matter; made out only if a verdict says nothing else."""
        if self._refusal_proposed is None:
            self._refusal_proposed = proposal_to_refuse.is_made(self.places, self.title)
        return self._refusal_proposed

    def withdraw(self, line: int) -> None:
        """Take back all that was said so far, as an update on a line does."""
        self.withdrawn += self.verdicts
        self.verdicts, self.withdrawn_on = [], line

    def pass_over(self, line: int, rule: str, text: str, why: str) -> None:
        """Note what says a verdict that is not the document's."""
        self.notes.append(Note("verdict", line, rule, fold(text), False, why))

    def add(
        self,
        place: Statement,
        rank: int,
        line: int,
        rule: str,
        text: str,
        judged: Judged,
        name: str = "",
        option: bool = False,
    ) -> None:
        """Take a verdict, unless it is that of an option."""
        if place.of_option or place.aside:
            why = "speaks of an option" if place.of_option else "speaks of a question beside the decision"
            return self.pass_over(line, rule, text, why)
        proposed = on_proposal(judged, text, self.title) if rule != "title" else judged
        if proposed is None and judged[0] == "accepted" and (kept := kept_by(text)):
            proposed = judged if is_one_of(kept, self.names, self.title) else None
        if proposed is None:
            return self.pass_over(line, rule, text, "speaks of something else than the title proposes")
        names = (self.title, *(heading.text for heading in place.headings))
        bare = proposed[0] != "proposed" and proposed_refusal.is_bare(text)
        unclear = proposed_refusal.is_unclear(judged, proposed, text, names)
        if unclear or (bare and self.refusal_proposed):
            return self.pass_over(line, rule, text, "answers a proposal to refuse")
        announced = (place.section.text,) if rank == 2 and place.section is not None else ()
        if refusing_signs.refuse(proposed[0], text, *announced):
            return self.pass_over(line, rule, text, "its sign refuses what its words say")
        if proposed[0] == "accepted" and (letter := taken_option.letter(text)) in self.lettered:
            stance = taken_option.stance(proposed, self.lettered[letter], self.title)
            if stance is None:
                return self.pass_over(line, rule, text, "takes an option that keeps something else")
            proposed = stance
        if proposed[0] == "accepted" and _waits(name, place.block.text):
            proposed = ("proposed", proposed[1])
        strong = bool(leading("verdict-strong", name))
        self.verdicts.append(
            StatedVerdict(
                rank, line, rule, fold(text), *proposed, strong, place.headings, place.top, option, _entry(place)
            )
        )
        return None


def _waits(name: str, text: str) -> bool:
    """Whether a label or a sentence beside a verdict says that it waits for somebody: "Awaiting the signature of the board."."""
    said = leading("not-yet-final", name) or find_slot("awaits", name)
    # "orders that wait for approval" may be what is decided
    return bool(said) or any(leading("awaits", sentence) for sentence in sentences(text[:LONGEST_VERDICT]))


def _entry(place: Statement) -> str:
    """The day of the log's entry that a statement is the heading of or stands in; empty if in none."""
    headings = (*place.headings, place.block) if place.block.kind == "heading" else place.headings
    return next((day[1] for heading in headings if (day := roles.DAY_FIRST.match(heading.text))), "")


def take(place: Statement, rank: int, line: int, rule: str, name: str, text: str, stated: StatedVerdicts) -> bool:
    """Add what `text` behind a label says, if it says something; True if its words are understood."""
    if undecided(text):
        stated.pass_over(line, rule, text, "says that nothing is decided")
        return True
    if place.aside:
        stated.pass_over(line, rule, text, "speaks of a question beside the decision")
        return True
    first = next(iter(sentences(text)), text)
    if find_slot("advice-turned", first):
        stated.verdicts.clear()
        return False
    weak = is_weak(name)
    picked = chosen_option.picked(plain(name), first) or chosen_option.signed(first)
    worded = picked or _behind(name, text, first, weak, stated)
    named = not weak or find_slot("concludes-label", name)
    judged = worded or (chosen_option.by_name(first, stated.names) if named else None)
    judged = (
        judged or chosen_option.answered(stated.title, plain(name), first) or chosen_option.decided(plain(name), first)
    )
    if judged is None:
        return weak
    limit = judged[1] or qualifier(name.partition("(")[2])
    stated.add(place, rank, line, rule, text, (judged[0], limit), name, option=picked is not None or worded is None)
    return True


def _behind(name: str, text: str, first: str, weak: bool, stated: StatedVerdicts) -> Judged | None:
    """What the words behind a label say."""
    judged = (alone(text) if weak else judge(text) or taken_option.names_option(text)) or _agreed(text, stated)
    if judged is None and whole("verdict-firm", plain(_BRACKETS.sub("", name))):
        judged = says(first, "firm", stated)
    return judged or says(first, "closing" if weak else "label", stated)


def says(sentence: str, where: str, stated: StatedVerdicts) -> Judged | None:
    """The verdict that a sentence says at a place."""
    made = verdict_in(sentence, where, stated.languages, stated.title)
    return made[0] if made else None


def _agreed(text: str, stated: StatedVerdicts) -> Judged | None:
    """What the sentences behind a label say, if they agree."""
    statements = [judged for sentence in sentences(text[:2000]) if (judged := says(sentence, "any", stated))]
    return statements[0] if len({status for status, _ in statements}) == 1 else None


def unknown_verdict(line: int, text: str) -> Finding:
    """The problem of a verdict whose words say nothing known."""
    message = (f"the verdict {clipped(text, 60)!r} says no known decision (adopt, reject, defer, go, no-go, hold, keep …); "
               "add `decision: accept`, `reject` or `defer` to the front matter")  # fmt: skip
    return Finding(line, "ADR101", message)
