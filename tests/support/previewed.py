"""A project whose pages are previewed."""

from collections.abc import Callable
from pathlib import Path

Project = Callable[[str], Path]
PROJECT = """
=== mkdocs.yml
site_name: Preview
theme: {name: material, font: false}
plugins: [search, adr-gen]
=== docs/index.md
# Home
=== docs/research/queue.md
---
title: Which queue
completed: 2026-03-02
---

## Recommendation: REJECT (for now)

The table is enough. See the [guide](../guide.md).
"""
