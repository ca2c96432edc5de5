"""Sites of repositories that were set up: built strictly, and leading to their log."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.helpers import build, environment, run
from tests.support.repositories import KINDS, repository


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("zensical", "ProperDocs")])
def test_the_site_is_built_strictly_and_leads_to_its_log(kind: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    assert run(root, "init", "--yes").returncode == 0
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    leads_to_its_log(root)
    # a page of the user's own at the log's address would hide it
    assert 'class="adr-number"' in (root / "site/decisions/index.html").read_text(encoding="utf-8")


@pytest.mark.peers
@pytest.mark.parametrize(
    ("kind", "options"),
    [("zensical", ["zensical", "build", "-f", "decisions.yml"]), ("ProperDocs", ["properdocs", "build", "--strict"])],
)
def test_other_engines_build_a_site_that_leads_to_its_log(kind: str, options: list[str], tmp_path: Path) -> None:
    root = repository(tmp_path / "shop", kind)
    assert run(root, "init", "--yes").returncode == 0
    if kind == "zensical":
        assert run(root, "export", "build/docs").returncode == 0
    command = [sys.executable, "-m", *options]
    done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    leads_to_its_log(root)


def leads_to_its_log(root: Path) -> None:
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert re.search(r'href="(\./)?decisions/"', home)
    records = json.loads((root / "site/decisions.json").read_text(encoding="utf-8"))["records"]
    assert records
    assert all((root / "site" / record["url"]).is_dir() for record in records)
