"""`adr-gen export --profile nygard`: plain records without front matter."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

from tests.support.export_project import Project, root
from tests.support.helpers import run

__all__ = ["root"]  # a fixture


def test_the_nygard_profile_has_no_front_matter_and_nygards_sections(root: Path, tmp_path: Path) -> None:
    assert run(root, "export", tmp_path / "out", "--profile", "nygard").returncode == 0
    assert (tmp_path / "out/0009-hand.md").read_text(encoding="utf-8") == (
        "# 9. By hand\n\nDate: 2025-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nSome context.\n\n"
        "## Decision\n\nWe will do it by hand.\n\n## Consequences\n\n- More work.\n"
    )
    text = (tmp_path / "out/0011-two.md").read_text(encoding="utf-8")
    assert text.startswith(
        "# 11. Two\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\nSupersedes ADR-0001\n\n## Context\n\nBe two.\n\n## Decision\n\n"
    )


NYGARD = """
=== docs/decisions/0003-c.md
# 3. C

Date: 2020-01-01

## Status

Not accepted (yet)

Amended by [4. B](0004-b.md)

Amends [5. D](0005-d.md) and [README](../../README.md)

Clarified by [5. D](0005-d.md "a title")

The team was split.

## Context

![one](img/one.png) <img src="img/two.png"> ![three](<img/a b.png>) ![four][4] ![no](../../../no.png) ![gone](gone.png)

[4]: ../../shots/four.png

## Decision

Wait.
=== docs/decisions/0004-b.md
# B

* Status: superseded by [0005-d](0005-d.md)
* Date: 2020-02-01
* Deciders: Ana, Bo
* Amends: [3. C](0003-c.md)

## Context

Why?
=== docs/decisions/0005-d.md
---
status: accepted
relates: 3
---
# D

Accepted, because nothing else was left to us after the long summer of that year.
=== docs/decisions/img/one.png
=== docs/decisions/img/two.png
=== docs/decisions/img/a b.png
=== shots/four.png
=== README.md
# Read
=== docs/research/e.md
---
title: E
relates: 5
---
## Recommendation

Do not adopt it yet. ![e](e.png)
=== docs/research/e.png
"""


def test_the_nygard_profile_keeps_relations_and_images_and_says_the_status_once(
    project: Project, tmp_path: Path
) -> None:
    root = project(NYGARD)
    assert run(root, "generate").returncode == 0
    out = tmp_path / "out"
    assert run(root, "export", out, "--profile", "nygard").returncode == 0
    texts = {place.name: place.read_text(encoding="utf-8") for place in out.glob("*.md")}
    images = "decisions/media/docs/decisions/img"
    assert texts["0003-c.md"] == (
        "# 3. C\n\nDate: 2020-01-01\n\n## Status\n\nRejected (for now)\n\nAmended by [4. B](0004-b.md)\n\n"
        "Amends [5. D](0005-d.md) and [README](../../README.md)\n\n"
        'Clarified by [5. D](0005-d.md "a title")\n\n## Context\n\nThe team was split.\n\n'
        f'![one]({images}/one.png) <img src="{images}/two.png"> ![three](<{images}/a%20b.png>) ![four][4] '
        "![no](../../../no.png) ![gone](gone.png)\n\n[4]: decisions/media/shots/four.png\n\n"
        "## Decision\n\nWait.\n\n## Consequences\n"
    )
    assert texts["0004-b.md"] == (
        "# 4. B\n\nDate: 2020-02-01\n\n## Status\n\nSuperseded\n\nSuperseded by [5. D](0005-d.md)\n\n"
        "Amends: [3. C](0003-c.md)\n\n## Context\n\n* Deciders: Ana, Bo\n\nWhy?\n\n## Decision\n\n## Consequences\n"
    )
    assert "Accepted, because nothing else was left to us" in texts["0005-d.md"]
    assert "Relates to [3. C](0003-c.md)" in texts["0005-d.md"]
    assert texts["0006-e.md"].startswith(
        "# 6. E\n\n## Status\n\nDeferred (for now)\n\nRelates to [ADR-0005](0005-d.md)\n\n## Context\n"
    )
    for name, text in texts.items():
        shown = re.findall(r"decisions/media/[^)>\"\s]+", text)
        assert all((out / unquote(target)).is_file() for target in shown), name
    assert len(list((out / "decisions/media").rglob("*.png"))) == 5


PEOPLE = """
=== docs/decisions/0001-a.md
---
status: accepted
decision-makers: [Ana, Bo]
tags: [speed, café]

---
# A
=== docs/decisions/0002-b.md
# B

* Status: accepted
* Deciders: Ana, Bo
* Tags: speed
"""


def test_the_nygard_profile_keeps_who_decided_and_the_tags(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out/docs/decisions"
    assert run(project(PEOPLE), "export", out, "--profile", "nygard").returncode == 0
    first, second = (path.read_text(encoding="utf-8") for path in (out / "0001-a.md", out / "0002-b.md"))
    assert first.startswith("# 1. A\n\nDeciders: Ana, Bo\n\nTags: speed, café\n\n## Status\n"), first
    assert (second.count("Deciders"), second.count("Tags")) == (1, 1)
    again = json.loads(run(tmp_path / "out", "list", "--json").stdout)[0]
    assert (again["decision_makers"], again["tags"]) == (["Ana", "Bo"], ["speed", "café"])
