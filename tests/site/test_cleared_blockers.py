"""A cleared blocker and a verdict, wherever a site shows them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.support.helpers import build, run
from tests.support.pages import Page, site

Project = Callable[[str], Path]

CLEARED = (
    site()
    + """\
=== docs/research/queue.md
---
completed: 2026-01-02
---
# Queue

## Recommendation

**Verdict**: **Deferred (for now)**: the [client](https://client.example) is `too_young`. See below.

## Blockers

- The [client](https://client.example) is too young & slow
- No budget
=== docs/decisions/0007-by-hand.md
# By hand

Status: deferred

## Blockers

- [ ] No disk
- [ ] No room
"""
)


def test_a_cleared_blocker_is_ticked_and_a_verdict_is_plain_words_wherever_it_is_shown(project: Project) -> None:
    made = project(CLEARED)
    assert run(made, "generate").returncode == 0
    for number, blocker in (("8", "1"), ("7", "2")):
        day = ("--as-of", "2026-05-01")
        assert run(made, "review", number, "--cleared", blocker, "--by", "Ana", *day).returncode == 0
    assert build(made).returncode == 0
    box = re.compile(r'<input type="checkbox" disabled="" (checked="")?')
    for name, ticks in (("0008-queue", ['checked=""', ""]), ("0007-by-hand", ["", 'checked=""'])):
        page = (made / f"site/decisions/{name}/index.html").read_text(encoding="utf-8")
        assert box.findall(page) == ticks
    verdict = "Deferred (for now): the client is too_young."
    listed = {one["number"]: one["verdict"] for one in json.loads(run(made, "list", "--json").stdout)}
    assert listed == {7: None, 8: verdict}
    published = json.loads((made / "site/decisions.json").read_text(encoding="utf-8"))["records"]
    assert [one["verdict"] for one in published if one["number"] == 8] == [verdict]
    for name in ("index", "0008-queue/index"):
        assert verdict in " ".join(Page(made / f"site/decisions/{name}.html").text.split())
    assert verdict in " ".join(run(made, "show", "8").stdout.split())
    assert verdict in " ".join(run(made, "explain", "docs/research/queue.md").stdout.split())


def test_the_card_says_what_is_gone_and_who_found_it_when(project: Project) -> None:
    made = project(CLEARED)

    def card() -> str:
        assert run(made, "export", "--as-of", "2026-05-03", "out").returncode == 0
        page = (made / "out/decisions/0007-by-hand/index.md").read_text(encoding="utf-8")
        text = " ".join(re.sub(r"<[^>]*>", " ", page.partition("</section>")[0]).split())
        return text.partition("What stands in the way ")[2]

    def clear(blocker: str, by: str, day: str) -> None:
        assert run(made, "review", "7", "--cleared", blocker, "--by", by, "--as-of", day).returncode == 0

    assert card() == "No disk No room"
    clear("2", "Ana", "2026-05-01")
    assert card() == "No disk Gone: No room cleared 2026-05-01 by Ana"
    clear("1", "Bo", "2026-05-02")
    assert card() == "Nothing any more. Gone: No disk cleared 2026-05-02 by Bo ; No room cleared 2026-05-01 by Ana"
