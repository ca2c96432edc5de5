"""Conditions in the sentences of a place: those that a label or heading announces, and free ones."""

import re
from functools import cache

from ..checks import tokens as checks
from ..decision import Logic
from ..markdown import fold
from . import prose, words
from .clauses import spoken
from .conditions import conditions_of, trigger
from .days import iso
from .found import Found
from .labels import announces
from .outline import Place, line_of, plain, sentences


class Statements(Found):
    """Reads sentences, and collects what they say."""

    procedure = False
    """Whether the document tells how something is done; no sentence of it is a condition then."""

    def scope(self, place: Place) -> str | None:
        """The option, or the deferred item, that a place speaks of."""
        near = place.headings[-1] if place.headings else None
        if place.option or near is None or not words.whole("triggers.deferred_heads").match(plain(near.text)):
            return place.option
        return place.label[0] if place.items and place.label else None

    def inline(self, place: Place, name: str, text: str, rule: str) -> None:
        """Read what a label or heading announces: each sentence is a condition, unless it says that it is none."""
        line, folded = place.block.line, fold(text)
        if words.whole("triggers.dates").match(plain(name)):
            day = iso(folded[:60])
            if day:
                self.dated(line, name, folded, day)
                rest = folded[folded.find("(") :] if "(" in folded else ""
                self.prose(place, rest.strip("()."))
                return
            if folded.startswith("@"):
                self.ignore(line, rule, text, "names people, not a day")
                return
        if words.whole("triggers.nothing").match(folded.strip(" .*_")):
            self.ignore(line, rule, text, "says that there is none")
            return
        taken = 0
        for number, sentence in enumerate(sentences(text)):
            said = prose.read(sentence)
            if isinstance(said, prose.Skipped) or words.leading("triggers.comments").match(sentence):
                self.ignore(line, rule, sentence, said.why if isinstance(said, prose.Skipped) else "a remark")
            elif said is not None:
                taken += self.said(place, sentence, said.text, rule, 0, stated=spoken(name))
            elif act := _act().match(sentence):
                taken += self.said(place, sentence, sentence[act.end() :], rule, 0, stated=spoken(name))
            elif (
                number == 0 or not taken or words.leading("triggers.goes_on").match(sentence) or _conditional(sentence)
            ):
                taken += self.said(place, sentence, sentence, rule, 0, stated=spoken(name))

    def said(
        self,
        place: Place,
        sentence: str,
        text: str,
        rule: str,
        rank: int,
        item: str | None = None,
        stated: Logic | None = None,
    ) -> int:
        """Add the conditions of one sentence; `stated` is the logic that its label says."""
        parts, logic = conditions_of(text, len(checks(sentence)) > 1, wide=rank == 0)
        first, item = len(self.found), item or self.scope(place)
        for part in parts:
            line = line_of(place.block, part)
            self.add(rank, line, rule, trigger(part, sentence, item))
        self.group(rank, stated or logic if len(parts) > 1 else "single", first, trigger(text, sentence, item))
        return len(parts)

    def prose(self, place: Place, text: str, item: str | None = None, rank: int = 1) -> int:
        """Read the free sentences of a text; the number of conditions."""
        if self.procedure or not prose.may_hold(fold(text)):
            return 0
        count, last, said = 0, "", None
        for sentence in sentences(text):
            for part in prose.segments(sentence):
                before, said = said, prose.read(part)
                if part.endswith((":", "：")) and announces(part):
                    continue
                if isinstance(said, prose.Said) and place.step and words.leading("triggers.waiting").match(part):
                    said = prose.Skipped("a step of a procedure", said.rule)
                if isinstance(said, prose.Skipped):
                    self.ignore(line_of(place.block, part), said.rule, part, said.why)
                elif said is not None:
                    back = bool(last) and prose.points_back(said.text)
                    rank_of = 0 if said.rule == "named-trigger" else rank
                    whole, written = (f"{last} {sentence}", last) if back else (sentence, said.text)
                    count += self.said(place, whole, written, said.rule, rank_of, item)
                elif not isinstance(before, prose.Said) and (written_before := prose.follows(part, last)):
                    count += self.said(place, f"{last} {part}", written_before, "points-back", rank, item)
                last = part
        return count


@cache
def _act() -> re.Pattern[str]:
    """What is done, before the condition on which it is done."""
    who, con = words.joined("verdict.sentence.who", "triggers.pronouns"), words.alternation("triggers.strip")
    return re.compile(rf"{who}\s+(?:[^\s,;:]+\s+){{1,12}}?{con}\s+(?=\w)", re.I)


def _conditional(sentence: str) -> bool:
    return bool(words.leading("triggers.strip").match(sentence))
