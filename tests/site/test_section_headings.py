"""A record's page has no heading for conditions that stand below another one."""

import re
from pathlib import Path

from tests.support.helpers import run, tree

TOP = "---\nnumber: 1\nstatus: rejected\nsource: docs/research/mill.md\n---\n# Mill\n\n* Status: rejected\n\n"
LIST = "* the dam is raised\n* the brook is dry\n"


def outline(root: Path, body: str) -> list[str]:
    """What stands below the heading of the conditions and is none of them."""
    tree(root, f"=== docs/research/mill.md\n# Mill\n\nRejected.\n=== docs/decisions/0001-mill.md\n{TOP}{body}")
    assert run(root, "export", "--as-of", "2026-11-30", root / "out").returncode == 0
    page = (root / "out/decisions/0001-mill/index.md").read_text(encoding="utf-8")
    below = page.partition("## Revisit When\n")[2].partition("<nav")[0]
    parts = re.sub(r"<div class=.adr-standing.*", "", below)
    return [words for line in parts.splitlines() if (words := re.sub(r"<[^>]*>", "", line).strip())]


def test_a_heading_whose_list_stands_elsewhere_is_left_out_and_one_with_words_stays(tmp_path: Path) -> None:
    body = f"## Revisit When\n\n{LIST}\n### What would change our mind\n\n## More\n\n### What would change our mind\n\nRain.\n"
    assert outline(tmp_path, body) == ["## More", "### What would change our mind", "Rain."]
