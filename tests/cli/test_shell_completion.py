"""Shell completion: what is offered behind a command, in the words that a shell asks and is answered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import run

LOG = """
=== docs/decisions/0007-use-a-queue.md
---
status: accepted
tags: [jobs, job-queues, "a &amp; b"]
decision-makers: [Ana Lima, Bo]
---
# Use a queue
=== docs/decisions/0012-cache.md
---
tags:
  - jobs
  - caching
deciders: Chris
---
# Cache
=== docs/decisions/0070-damaged.md
---
tags: [
---
# Damaged
=== docs/decisions/README.md
# All of them
"""


def completions(root: Path, *words: str) -> list[str]:
    """What bash is offered for the last of the words."""
    line = " ".join(f"'{word}'" if " " in word else word for word in ("adr-gen", *words))
    asked = {"_ADR_GEN_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}
    return [line.partition(",")[2] or line for line in run(root, **asked).stdout.split("\n") if line]


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (["re"], ["revisit", "review", "reopen", "resolve", "renumber"]),
        (["show", ""], ["0007", "0012", "0070"]),
        (["show", "00"], ["0007", "0012", "0070"]),
        (["show", "7"], ["7", "70"]),
        (["review", "adr-0"], ["ADR-0007", "ADR-0012", "ADR-0070"]),
        (["reopen", "9"], []),
        (["renumber", "0012", "1"], ["12"]),
        (["explain", "12"], ["12"]),
        (["explain", "docs/re"], ["docs/re"]),
        (["detach", "docs/decisions/00"], ["docs/decisions/00"]),
        (["list", "--status", "de"], ["deferred", "deprecated"]),
        (["list", "--tag", "JO"], ["job-queues", "jobs"]),
        (["list", "--tag", ""], ["a & b", "caching", "job-queues", "jobs"]),
        (["list", "--owner", ""], ["Ana Lima", "Bo", "Chris"]),
    ],
)
def test_a_shell_is_offered_what_the_log_has(
    words: list[str], offers: list[str], project: Callable[[str], Path]
) -> None:
    assert completions(project(LOG), *words) == offers


def test_a_number_is_offered_with_the_name_of_its_file(project: Callable[[str], Path]) -> None:
    asked = {"_ADR_GEN_COMPLETE": "fish_complete", "COMP_WORDS": "adr-gen show 12", "COMP_CWORD": "12"}
    assert run(project(LOG), **asked).stdout == "plain,12\t0012-cache\n"


@pytest.mark.parametrize("settings", ["=== adr-gen.toml\n= =\n", '=== adr-gen.toml\ndecisions = "nowhere"\n'])
def test_a_project_that_cannot_be_read_offers_nothing(settings: str, project: Callable[[str], Path]) -> None:
    root = project(settings + LOG)
    assert (completions(root, "show", ""), completions(root, "list", "--tag", "")) == ([], [])
