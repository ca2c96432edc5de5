"""Commands that find nothing to read do not load the rules of reading, which takes longer than all else they do."""

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run as start

from tests.support.helpers import put, run

PROGRAM = """
import sys
from adr_gen.cli import main
sys.argv = ["adr-gen", {command!r}]
try:
    main()
except SystemExit:
    pass
loaded = sorted(name for name in sys.modules if name.startswith("adr_gen.reading.rules"))
print(loaded, file=sys.stderr)
"""


def test_what_is_unchanged_is_not_read_again(project: Callable[[str], Path]) -> None:
    root = project("=== mkdocs.yml\nsite_name: A\n")
    put(root, "docs/research/1.md", "# One\n\n## Decision\n\nADOPT\n\n## Revisit when\n\n- a second host comes\n")
    put(root, "docs/research/2.md", "---\nsupersedes: 1\n---\n# Two\n\n## Decision\n\nADOPT\n")
    run(root, "generate")
    done = start(
        [sys.executable, "-c", PROGRAM.format(command="generate")], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
