"""The sections of varied research files."""

from typing import TYPE_CHECKING

from tests.support.sample_words import FENCES, fill, say

if TYPE_CHECKING:
    from tests.support.sample import File


def findings(file: "File") -> list[str]:
    heading = f"{'#' * file.rng.randint(2, 3)} {file.say('noun')} of a {say(file.rng, 'thing')}"
    return [heading, *(file.paragraph() for _ in range(file.rng.randint(1, 3)))]


def measurements(file: "File") -> list[str]:
    rows = [
        f"| {file.say('thing')} | {say(file.rng, 'size')} | {say(file.rng, 'pace')} | `{say(file.rng, 'ident')}` |"
        for _ in range(file.rng.randint(3, 9))
    ]
    return [
        "## Measurements",
        file.say("claim"),
        "| Case | Load | Time | Setting |\n|---|--:|--:|:--|\n" + "\n".join(rows),
    ]


def options(file: "File") -> list[str]:
    parts = ["## " + file.rng.choice(("Options", "Alternatives", "Approaches"))]
    for letter in "ABCD"[: file.rng.randint(2, 4)]:
        parts += [f"### {letter}: {say(file.rng, 'topic')}", file.say("claim"), file.items("point", 2, 4, "* ")]
    return parts


def prototype(file: "File") -> list[str]:
    language = file.rng.choice(list(FENCES))
    fence = f"```{language}\n{fill(file.rng, FENCES[language])}\n```"
    return ["## Prototype", file.paragraph(3), fence, file.say("claim")]


def nested(file: "File") -> list[str]:
    lines = []
    for number in range(1, file.rng.randint(3, 5)):
        lines.append(f"{number}. {file.say('claim')}")
        lines += [f"   - {file.say('point')}\n     - {file.say('point')}" for _ in range(file.rng.randint(0, 2))]
    tight = file.rng.random() < 0.5  # a list straight after its paragraph, as GitHub allows it
    return ["## Steps", file.say("claim") + ("\n" if tight else "\n\n") + "\n".join(lines)]


def risks(file: "File") -> list[str]:
    return ["## " + file.rng.choice(("Risks", "Consequences", "Cost", "Trade-offs")), file.items("claim", 2, 5)]


def quote(file: "File") -> list[str]:
    quote = f"> {file.say('claim')}\n>\n> {file.say('claim')}"
    return [f"## Notes from {say(file.rng, 'month')}", quote, file.paragraph(3)]
