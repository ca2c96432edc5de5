"""The walks of the contributing page lead where they say."""

import subprocess
import sys
from pathlib import Path

from tests import ROOT
from tests.support.copies import HARNESS, checkout, prove
from tests.support.doc_examples import fences
from tests.support.helpers import environment

LOOK = """
from datetime import date
from adr_gen.checks import World, observe, parse, tokens
(token,) = tokens("Split it once `length:docs/guide.md > 40000`.")
world = World(date(2026, 1, 2), text=lambda path: "x" * 40001)
print(observe(parse(token), world))
"""


def test_the_walk_that_adds_a_check_kind_leads_there(tmp_path: Path) -> None:
    page = (ROOT / "docs/contributing.md").read_text(encoding="utf-8").partition("**Add a check kind**")[2]
    module, command = list(fences(page))[:2]
    root = checkout(
        tmp_path / "adr-gen", "adr_gen", *HARNESS, "tests/unit/__init__.py", "tests/unit/test_checks_tokens.py"
    )
    (root / module.title).write_text(module.text, encoding="utf-8")
    kinds = root / "adr_gen/checks/__init__.py"
    code = kinds.read_text(encoding="utf-8")
    assert code.count("    Threshold,\n)") == 1
    code = code.replace("    Threshold,\n)", "    Threshold,\n    Length,\n)")
    kinds.write_text(
        code.replace(
            "from .kinds.manual_reading import", "from .kinds.length import Length\nfrom .kinds.manual_reading import"
        ),
        "utf-8",
    )
    done = prove(root, command.text, "-k", "every_kind")
    assert (done.returncode, "1 passed" in done.stdout) == (0, True), done.stdout
    seen = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=root, env=environment(), capture_output=True, encoding="utf-8"
    )
    assert "result='met'" in seen.stdout, seen.stderr
    assert "docs/guide.md has 40001 characters" in seen.stdout
