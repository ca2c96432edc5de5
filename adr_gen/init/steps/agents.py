"""What coding agents are told: a block in AGENTS.md that is ours, and a skill."""

import re
from collections.abc import Iterator

from ..survey import Survey
from .requirements import with_line
from .setup_step import SetupStep

FILE = "AGENTS.md"
SKILL = ".claude/skills/adr-gen/SKILL.md"
BLOCK = re.compile(r"<!-- adr-gen: begin -->.*?<!-- adr-gen: end -->", re.S)
ENDING = """\
- A research file ends so that it is read: a heading `## Recommendation: ADOPT`, `REJECT` or `DEFER`, with "(for now)" if
  that is all that is meant; one sentence that gives the reason; under `## Blockers` and `## Revisit when` a list, one
  thing an item. A condition says what would be seen, best with a check: "Redis is in the stack: `dep:redis`".
- Say one verdict, in that heading alone. What an option or a phase gets is not called verdict, decision or status.
- Where nobody has decided, leave the recommendation out: the file waits, and a person decides it.
"""
"""How a research file is written so that all of it is read; `docs/writing-research.md` says the same."""
TEXT = """\
<!-- adr-gen: begin -->
## Decisions

Decisions of this project are records in `{decisions}`; most are generated from research files in {research}.

- Before you propose a dependency, a tool or a change of structure, ask the log: the tool `check_change` of the server
  `adr-gen mcp`, else `adr-gen list --json` and `adr-gen show N`. A decision of which a condition is met may be
  challenged, in the open and with the evidence; the others hold.
- Never edit a generated record (it has a line `digest:`): edit its research file and run `adr-gen generate`.
{ending}\
- Never guess a decision. `adr-gen decide --json` lists what waits; propose one by quotes with the tool `propose_reading`,
  and a person accepts it with `adr-gen decide --from`, or decides with `adr-gen decide FILE`.
- After a change to research run `adr-gen generate` and `adr-gen check`, and commit the record too.
<!-- adr-gen: end -->"""
SKILL_TEXT = """\
---
name: adr-gen
description: Ask the decision log before proposing a dependency, tool or structure, and write research files that it reads.
---

# Decisions and research

{block}

`adr-gen explain FILE` shows what is read from a research file, line by line; `adr-gen new "Question"` begins one.
A client that speaks the Model Context Protocol starts the server with the command `adr-gen mcp`; it only reads.
"""


def agents(survey: Survey, wanted: bool) -> Iterator[SetupStep]:
    """The block where agents look; a file that is not there is made, and the skill too, if it is `wanted`."""
    before = survey.text(FILE)
    block = TEXT.format(
        decisions=survey.decisions, research=", ".join(f"`{path}`" for path in survey.research), ending=ENDING
    )
    if before is None and not wanted:
        return
    if before is None:
        yield SetupStep(FILE, "what agents are told about decisions", f"{block}\n")
    elif BLOCK.search(before):
        # a function, because backslashes in a text would mean groups
        yield SetupStep(
            FILE, "a block about decisions", BLOCK.sub(lambda _: _ends(block, before), before, count=1), before
        )
    else:
        yield SetupStep(FILE, "a block about decisions", with_line(with_line(before, ""), _ends(block, before)), before)
    if wanted:
        yield SetupStep(SKILL, "a skill for agents", SKILL_TEXT.format(block="\n".join(block.split("\n")[3:-1])))


def _ends(block: str, before: str) -> str:
    return block.replace("\n", "\r\n") if "\r\n" in before else block
