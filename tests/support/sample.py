"""Any number of research files that differ in every paragraph, the same bytes on every run.

`python -m tests.support.sample 100 DIR` writes a hundred of them to DIR/docs/research. File i depends on i alone:
the first hundred of a thousand are the hundred."""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.support.sample_sections import findings, measurements, nested, options, prototype, quote, risks
from tests.support.sample_words import say

FIRST_DAY = date(2020, 3, 2)
DAYS = 6 * 365
STATUSES = ("accept", "reject", "defer", "undecided")
SHARES = (45, 26, 24, 5)


def research(count: int) -> Iterator[tuple[str, bytes]]:
    """The project paths and the bytes of `count` research files."""
    return ((path(number), text(number)) for number in range(count))


def write(root: Path, count: int) -> list[str]:
    """Write `count` research files below `root`; returns their project paths."""
    paths = []
    for name, data in research(count):
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        paths.append(name)
    return paths


def path(number: int) -> str:
    """Where research file `number` is."""
    words = re.findall(r"[a-z]+", title(number).lower().removeprefix("research"))
    return f"docs/research/{number // 500:02}/{number:05}-{'-'.join(words[:5])}.md"


def title(number: int) -> str:
    """The title of research file `number`."""
    rng = Random(f"title {number}")
    topic = say(rng, "topic")
    return ("Research: " if rng.random() < 0.3 else "") + topic[0].upper() + topic[1:]


def status(number: int) -> str:
    """What research file `number` decides: one of STATUSES."""
    return File(number).status


def decided(number: int) -> bool:
    """Whether research file `number` decides something."""
    return status(number) != "undecided"


def text(number: int) -> bytes:
    """The bytes of research file `number`."""
    data = File(number).compose().encode()
    rng = Random(f"bytes {number}")
    if rng.random() < 0.05:
        data = data.replace(b"\n", b"\r\n")
    return b"\xef\xbb\xbf" * (rng.random() < 0.05) + data


class File:
    """One research file; `compose()` writes it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.rng = rng = Random(f"research {number}")
        self.status = rng.choices(STATUSES, SHARES)[0]
        self.day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
        self.length = min(max(rng.lognormvariate(8.28, 0.6), 1000), 11000)
        decided = self.status != "undecided"
        self.verdict = rng.choice(("heading", "label", "front")) if decided else ""
        self.blockers = rng.choice(("", "", "none", "label", "heading", "front")) if decided else ""
        self.revisit = rng.choice(("", "", "inline", "heading", "label", "table", "prose", "front")) if decided else ""
        self.front = rng.random() < 0.85 or "front" in (self.verdict, self.blockers, self.revisit)

    def compose(self) -> str:
        """The whole text."""
        end = "\n\n".join(self._end())
        start = [*self._front(), *self._opening()]
        used = len(end) + sum(map(len, start))
        middle: list[str] = []
        sections = [
            measurements,
            options,
            prototype,
            findings,
            nested,
            _links,
            findings,
            risks,
            quote,
            findings,
        ]
        self.rng.shuffle(sections)
        while used < self.length:
            section = sections.pop() if sections else findings
            parts = section(self)
            middle += parts
            used += sum(map(len, parts))
        return "\n\n".join([*start, *middle, end]) + "\n"

    def say(self, rule: str) -> str:
        """A random text of a rule, beginning with a capital."""
        sentence = say(self.rng, rule)
        return sentence[0].upper() + sentence[1:]

    def paragraph(self, most: int = 5) -> str:
        """A few sentences."""
        return " ".join(self.say("claim") for _ in range(self.rng.randint(2, most)))

    def items(self, rule: str, least: int, most: int, mark: str = "- ") -> str:
        """A list."""
        return "\n".join(mark + self.say(rule) for _ in range(self.rng.randint(least, most)))

    def _front(self) -> list[str]:
        if not self.front:
            return []
        rng, day = self.rng, self.day.isoformat()
        lines = [f"title: {json.dumps(title(self.number), ensure_ascii=False)}", "status: done"]
        lines += [f"priority: P{rng.randint(1, 4)}"] if rng.random() < 0.5 else []
        lines.append(f"{rng.choice(('date', 'created', 'completed'))}: {day}")
        tags = sorted({say(rng, "tag") for _ in range(rng.randint(1, 4))})
        lines += [f"tags: [{', '.join(tags)}]"] if rng.random() < 0.8 else []
        lines += [f"decision-makers: {say(rng, 'team')}"] if rng.random() < 0.3 else []
        word = {"accept": ("adopt", "accept"), "reject": ("reject",), "defer": ("defer",)}
        lines += [f"decision: {rng.choice(word[self.status])}"] if self.verdict == "front" else []
        lines += self._relation()
        lines += self._front_list("blockers", "problem") if self.blockers == "front" else []
        if self.revisit == "front":
            lines += rng.choice((self._front_list, self._front_any))("revisit_when", "event")
        return ["---\n" + "\n".join(lines) + "\n---"]

    def _relation(self) -> list[str]:
        """Sometimes the name of an earlier file that decided something."""
        other = self.rng.randrange(self.number or 1)
        key = self.rng.choices(("supersedes", "relates", "revisits", ""), (3, 4, 3, 90))[0]
        if not key or self.status == "undecided" or other == self.number or not decided(other):
            return []
        return [f"{key}: {path(other).rpartition('/')[2]}"]

    def _front_list(self, key: str, rule: str) -> list[str]:
        messages = [json.dumps(self.say(rule), ensure_ascii=False) for _ in range(self.rng.randint(1, 3))]
        return [f"{key}: {messages[0]}"] if len(messages) == 1 else [f"{key}:", *(f"  - {one}" for one in messages)]

    def _front_any(self, key: str, rule: str) -> list[str]:
        messages = [json.dumps(self.say(rule), ensure_ascii=False) for _ in range(2)]
        return [f"{key}:", f"  {self.rng.choice(('any', 'all'))}:", *(f"    - {one}" for one in messages)]

    def _opening(self) -> list[str]:
        parts = [] if self.front and self.rng.random() < 0.4 else [f"# {title(self.number)}"]
        parts += [] if self.front else [f"**Date**: {self.day.isoformat()}"]
        heading = self.rng.choice(("Goal", "Question", "Context", "Background", "Problem", "Summary"))
        return [*parts, f"## {heading}", self.paragraph(3)]

    def _end(self) -> list[str]:
        if self.status == "undecided":
            return ["## Open questions", self.items("point", 2, 4)]
        parts = self._decision() + self._blockers() + self._revisit()
        if self.rng.random() < 0.4:
            boxes = [f"- [{self.rng.choice('x ')}] {self.say('task')}" for _ in range(self.rng.randint(2, 4))]
            parts += ["## Acceptance criteria", "\n".join(boxes)]
        return parts

    def _decision(self) -> list[str]:
        words = {
            "accept": ("ADOPT", "Adopt", "Accept", "ACCEPTED"),
            "reject": ("REJECT", "REJECT (for now)", "Reject", "Rejected"),
            "defer": ("DEFER", "Defer", "DEFERRED", "Defer for now"),
        }
        word, heading = self.rng.choice(words[self.status]), self.rng.choice(("Recommendation", "Decision", "Verdict"))
        if self.verdict == "heading":
            return [f"## {heading}: {word}", self.paragraph(4)]
        if self.verdict == "label":
            label = "Verdict" if heading != "Verdict" else "Decision"
            return [f"## {heading}", f"**{label}**: {word}. {self.say('claim')}", self.paragraph(3)]
        return ["## Reasoning", self.paragraph(4)]

    def _blockers(self) -> list[str]:
        if self.blockers == "none":
            return ["**Blockers**: None"]
        lead = {"label": "**Blockers**:", "heading": "## Blockers"}.get(self.blockers)
        return [lead, self.items("problem", 1, 4, self.rng.choice(("- ", "1. ")))] if lead else []

    def _revisit(self) -> list[str]:
        label = self.rng.choice(("Revisit when", "Reconsider if", "Revisit if"))
        if self.revisit == "inline":
            return [f"**{label}**: (a) {say(self.rng, 'event')}, or (b) {say(self.rng, 'event')}."]
        if self.revisit == "prose":
            return [f"This should be reconsidered when {say(self.rng, 'event')}. {self.say('claim')}"]
        if self.revisit == "table":
            rows = [f"| {self.say('noun')} | {self.say('event')} |" for _ in range(self.rng.randint(2, 4))]
            return ["| Part | Revisit when |\n|---|---|\n" + "\n".join(rows)]
        lead = {"label": f"**{label}**:", "heading": f"## {label}"}.get(self.revisit)
        return [lead, self.items("event", 1, 4) + self._check()] if lead else []

    def _check(self) -> str:
        """Sometimes a condition that a program can check."""
        year = self.day.year + self.rng.randint(1, 4)
        checks = (f"`{year}-0{self.rng.randint(1, 9)}-01`", f"`{year}-Q{self.rng.randint(1, 4)}`", "`pypi:mkdocs >= 2`")
        return (
            f"\n- {self.rng.choice(checks)} has come, with {say(self.rng, 'noun')}" if self.rng.random() < 0.4 else ""
        )


def _links(file: File) -> list[str]:
    if not file.number:
        return []
    lines = []
    for other in sorted({file.rng.randrange(file.number) for _ in range(3)}):
        folder, name = path(other).split("/")[-2:]
        lines.append(f"- [{title(other)}](../{folder}/{name}): {say(file.rng, 'point')}")
    return ["## Related work", "\n".join(lines)]


if __name__ == "__main__":
    print(len(write(Path(sys.argv[2]), int(sys.argv[1]))), "research files")
