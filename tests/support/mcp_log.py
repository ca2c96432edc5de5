"""A log that agents ask."""

from pathlib import Path

import pytest

from tests.support.branches import MANIFEST
from tests.support.helpers import run, tree

SHOP = (
    MANIFEST
    + """\
    "redis>=5",
]
=== docs/research/01-broker.md
---
title: Do jobs need a broker?
completed: 2026-02-10
tags: [jobs]
---

## Options

- RabbitMQ as a message broker
- a table in the database

## Recommendation: REJECT (for now)

The table is enough at 40 jobs a minute.

## Revisit when

- Redis is in the stack anyway: `dep:redis`
- jobs wait longer than a minute
=== docs/research/02-pages.md
---
title: How pages are styled
completed: 2026-03-10
---

## Recommendation: ADOPT

Plain CSS, since we may add a page here and there.

## Revisit when

- a component library comes in: `dep:npm/react`
- there are twenty stylesheets: `file:css/*.css count >= 2`
=== docs/research/03-sessions.md
---
title: Where sessions live
completed: 2025-03-10
---

## Recommendation: ADOPT

In signed cookies.
=== docs/research/04-sessions-again.md
---
title: Where sessions live now
completed: 2026-04-10
supersedes: 03-sessions.md
---

## Recommendation: ADOPT

In the database, so that they end.
=== docs/research/05-logs.md
# Where logs go

We compared two services. We will not adopt one of them.
If a second server comes, look again.
=== css/main.css
body { margin: 0 }
"""
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tree(tmp_path_factory.mktemp("shop"), SHOP)
    assert run(root, "generate").returncode == 0
    return root
