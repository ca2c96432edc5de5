"""Of a condition that is a day in words nobody is asked whether it has come true: the banner says that the day has come."""

from pathlib import Path

import pytest

from tests.support.exported import exported, words

RECORD = """
=== adr-gen.toml
=== mkdocs.yml
site_name: Pier
=== docs/decisions/0001-crane.md
# Crane

* Status: deferred
* Date: 2026-05-02
{by}
## Revisit when

{conditions}
"""
WHOLE = "does the decision still hold?"


@pytest.mark.parametrize(
    ("by", "conditions", "said"),
    [
        (
            "",
            "* no later than 10 June 2026\n* steel is cheap",
            f"The day in condition (a) has come (2026-06-10): {WHOLE}",
        ),
        (
            "* Review by: 2026-06-10\n",
            "* `pypi:crane >= 2`\n* at the latest on 10 June 2026",
            f"The day in condition (b) has come (2026-06-10): {WHOLE}",
        ),
        (
            "",
            "* on 10 June 2026\n* by 12 June 2026\n* steel is cheap",
            f"The days in conditions (a) and (b) have come (2026-06-10): {WHOLE}",
        ),
        # words beside the day are for somebody to judge, and of a day beside them nothing is asked
        (
            "",
            "* on 10 June 2026\n* steel is cheap, `not before 2026-06-10`",
            "Due since 2026-06-10 (the day that the condition names): has condition (b) come true by now?",
        ),
    ],
)
def test_the_banner_says_that_the_day_has_come(tmp_path: Path, by: str, conditions: str, said: str) -> None:
    pages = exported(tmp_path, RECORD.format(by=by, conditions=conditions), "2026-06-20")
    page = words(pages / "decisions/0001-crane/index.md")
    assert page.partition("# Crane ")[2].startswith(f"{said} ")
