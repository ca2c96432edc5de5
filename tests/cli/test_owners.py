"""Who owns a decision that others took is the one who is asked: on the board, on home, in lists, and when it is reopened."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.github import Hub
from tests.support.helpers import run
from tests.support.notify_project import Shop, github

__all__ = ["github"]  # a fixture

LOG = """
    === adr-gen.toml
    === mkdocs.yml
    site_name: Pier
    === docs/research/001-buoys.md
    ---
    owner: Ada
    deciders: [Grace]
    date: 2026-01-02
    ---
    # Buoys

    ## Decision

    Rejected for now. A buoy drifts.

    ## Revisit when

    - `2026-03-01` has come
    - an anchor holds in mud
    === docs/decisions/0007-ropes.md
    # Ropes

    * Status: deferred
    * Date: 2026-01-02
    * Owner: Bo
    * Deciders: Grace

    Revisit when `2026-03-01` has come.
"""
DAY = "2026-04-01"


@pytest.fixture
def root(project: Callable[[str], Path]) -> Path:
    made = project(LOG)
    assert run(made, "generate").returncode == 0
    return made


def out(root: Path, *args: str) -> str:
    return run(root, *args, "--as-of", DAY).stdout


def test_a_list_by_owner_and_a_record_that_is_shown_name_both(root: Path) -> None:
    listed = {name: re.findall(r"^\d{4}", out(root, "list", "--owner", name), re.M) for name in ("Ada", "Bo", "Grace")}
    assert listed == {"Ada": ["0008"], "Bo": ["0007"], "Grace": []}
    facts = [line.split(maxsplit=1) for line in out(root, "show", "8").splitlines() if "Owner" in line]
    assert facts == [["Owner", "Ada"]]
    assert "Decided by  Grace" in out(root, "show", "8")


def test_board_and_home_ask_the_owner_and_the_card_names_both(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "out"
    assert run(root, "export", site, "--as-of", DAY).returncode == 0
    board, home = (site / "revisit/index.md").read_text(), (site / "index.md").read_text()
    assert re.findall(r'<div class="adr-waiting"[^>]* data-adr-owner="(.*?)"', board) == ["Bo", "Ada"]
    assert re.findall(r'<span class="adr-foot"><a[^>]*>(.*?)</a>', home) == ["Bo", "Ada"]
    card = (site / "decisions/0008-buoys/index.md").read_text()
    assert re.findall(r"<dt>Decided by</dt><dd>(.*?)</dd>", card) == [
        'Grace; owner <a href="../../revisit/?owner=Ada">Ada</a>'
    ]


def test_the_file_that_asks_again_names_the_owner_too(root: Path) -> None:
    assert run(root, "reopen", "8", "--as-of", DAY).returncode == 0
    made = next(path for path in (root / "docs/research").iterdir() if "revisits: 8" in path.read_text())
    front = made.read_text().split("---")[1].strip().splitlines()
    assert front[-2:] == ['decision-makers: ["Grace"]', 'owner: ["Ada"]']
    made.write_text(made.read_text().replace("## Recommendation\n", "## Recommendation\n\nRejected. It drifts.\n"))
    assert run(root, "generate").returncode == 0
    assert "Owner       Ada" in out(root, "show", "9")


def test_an_issue_names_who_can_tell(root: Path, github: Hub) -> None:
    Shop(root, github).notify()
    told = [re.findall(r"(\w+) can tell\.", issue["body"]) for issue in github.issues]
    assert told == [["Bo"], ["Ada"]]


PEOPLE = """
    === adr-gen.toml
    === mkdocs.yml
    site_name: Pier
    === docs/decisions/0001-buoys.md
    # Buoys

    * Status: deferred
    * Date: 2026-01-02
    * Deciders: Ada (Yard)

    Revisit when `2026-03-01` has come.
    === docs/decisions/0002-ropes.md
    # Ropes

    * Status: deferred
    * Date: 2026-01-02
    * Deciders: Ada and Bo

    Revisit when `2026-03-01` has come.
    === docs/research/001-knots.md
    ---
    owner: Bo / Ada
    ---
    # Knots

    Which?
"""


def test_one_person_is_one_owner_everywhere_and_two_are_two(project: Callable[[str], Path], tmp_path: Path) -> None:
    root, site = project(PEOPLE), tmp_path / "out"
    assert run(root, "export", site, "--as-of", DAY).returncode == 0
    board, home, log = ((site / name).read_text() for name in ("revisit/index.md", "index.md", "decisions/index.md"))
    assert re.findall(r' data-adr-owner="(.*?)"', board) == ["Bo|Ada (Yard)", "Ada (Yard)", "Ada (Yard)|Bo"]
    choices = [re.findall(r'<option value="([AB].*?)"', page.partition('id="adr-owner"')[2]) for page in (board, log)]
    assert choices == [["Ada (Yard)", "Bo"], ["Ada (Yard)", "Bo"]]
    shown = home.partition("By owner:")[2].partition("</p>")[0]
    assert re.findall(r">([^<]+)</a> <strong.*?>(\d)<", shown) == [("Ada (Yard)", "2"), ("Bo", "1")]
    card = (site / "decisions/0002-ropes/index.md").read_text()
    assert re.findall(r"<dt>Decided by</dt><dd>(.*?)</dd>", card) == [
        '<a href="../../revisit/?owner=Ada+%28Yard%29">Ada</a>, <a href="../../revisit/?owner=Bo">Bo</a>'
    ]
    listed = {name: re.findall(r"^\d{4}", out(root, "list", "--owner", name), re.M) for name in ("Ada (Yard)", "Bo")}
    assert listed == {"Ada (Yard)": ["0001", "0002"], "Bo": ["0002"]}
