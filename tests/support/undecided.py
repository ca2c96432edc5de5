"""A research file that waits for somebody to decide, and `adr-gen decide` by flags on it."""

from pathlib import Path

import pytest

from tests.support.helpers import put, run

QUEUE = """\
# A second queue

We measured two of them. The small one loses
messages under load, for now.

## Next steps

1. **Close this**: the first queue is enough.
2. Look again if the load doubles.

## Findings

The licence costs 40 a month. Nobody has time to move the data.
"""
PATH = "docs/research/007-queue.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, PATH, QUEUE)
    return tmp_path


def decided(root: Path, *flags: str) -> str:
    """The front matter that `decide` writes."""
    done = run(root, "decide", PATH, *flags)
    assert done.returncode == 0, done.stderr
    text = (root / PATH).read_text(encoding="utf-8")
    front, mark, body = text.removeprefix("---\n").partition("---\n\n")
    assert mark
    assert body == QUEUE
    return front
