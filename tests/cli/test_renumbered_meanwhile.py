"""A person looks at a record while another run renumbers it: nothing is said of a record that is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.cli.common import project_monitor
from adr_gen.commands.reopen import reopen
from adr_gen.commands.review.run import ReviewRun
from adr_gen.commands.review.session import ReviewSession
from adr_gen.errors import UsageError
from adr_gen.project import load
from tests.support.reopened_log import DAY, RESEARCH, ok


@pytest.mark.parametrize(
    "says", [ReviewSession.save, lambda session: reopen(session, load(session.project.root).log()[0])]
)
def test_neither_a_review_nor_a_question_is_written(
    says: Callable[[ReviewSession], object], project: Callable[[str], Path]
) -> None:
    root = project(RESEARCH)
    ok(root, "generate")
    home = load(root)
    session = ReviewRun(project_monitor(home, home.log()[0], DAY), "Ana", "2026-08-01T00:00:00Z").open_session(1)
    ok(root, "renumber", "1", "9")
    before = sorted(root.rglob("*.*"))
    with pytest.raises(UsageError, match="moved since it was read, so nothing was written; run it again"):
        says(session)
    assert sorted(root.rglob("*.*")) == before
