"""What lies where research is looked for and is not read: generate names it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import run

DECIDED = "# A\n\n## Recommendation: ADOPT\n\nIt lasts.\n"


@pytest.mark.parametrize("ending", ["mdx", "MDX", "mkd", "qmd", "rst", "adoc", "org"])
def test_research_in_other_markup_is_named(ending: str, project: Callable[[str], Path]) -> None:
    root = project(
        f"=== docs/research/a.md\n{DECIDED}\n=== docs/research/sub/b.{ending}\n{DECIDED}\n=== docs/research/c.png\n"
    )
    told = f"docs/research/sub/b.{ending} is not read; the names of research files end in .md or .markdown\n"
    assert run(root, "generate").stderr == told
    assert run(root, "generate", "docs/research/a.md").stderr == ""


@pytest.mark.parametrize("entry", ["docs/reserch", "docs/spikes/*.md", "docs/none.md", "docs/empty"])
def test_an_entry_of_the_setting_that_finds_nothing_is_named(entry: str, project: Callable[[str], Path]) -> None:
    settings = f'research = ["docs/research", "{entry}"]'
    root = project(f"=== adr-gen.toml\n{settings}\n=== docs/research/a.md\n{DECIDED}=== docs/empty/\n")
    assert run(root, "generate").stderr == f"no research files in {entry}; the setting `research` names it\n"
