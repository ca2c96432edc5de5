"""What came true and was reaffirmed: it says so wherever its record is shown, and still counts where all must be true."""

import json
from pathlib import Path

import pytest

from tests.support.helpers import run, tree

RECORD = """\
=== docs/decisions/0001-ovens.md
# Ovens

* Status: rejected
* Date: 2026-09-01

## Revisit When

{logic} of:

* (a) `{check}`
* (b) somebody asks
=== docs/lease.txt
"""
DAY = ("--as-of", "2026-11-20")


@pytest.mark.parametrize(
    ("check", "found", "since"),
    [
        ("file:docs/lease.txt exists", "docs/lease.txt exists", "2026-11-20"),
        ("2026-10-01", "2026-10-01 has come", "2026-10-01"),
    ],
    ids=["a file", "a day"],
)
@pytest.mark.parametrize("logic", ["Any", "All"])
def test_reaffirming_says_that_what_is_true_is_answered(
    tmp_path: Path, logic: str, check: str, found: str, since: str
) -> None:
    root = tree(tmp_path, RECORD.format(check=check, logic=logic))
    assert run(root, "review", "1", "--reaffirm", "--by", "Ana", *DAY).returncode == 0
    (review,) = (root / "docs/decisions/reviews").iterdir()
    written = review.read_text(encoding="utf-8")
    assert f"  result: met\n  seen: met\n  evidence: {found}\noutcome: reaffirmed\n" in written
    board = " ".join(run(root, "revisit", *DAY).stdout.split())
    assert f"(a) answered `{check}` {found} (Ana, 2026-11-20); answered: the decision was reaffirmed" in board
    assert f"answered, true on {since} ·" in run(root, "show", "1", *DAY).stdout
    (shown,) = json.loads(run(root, "list", "--json", *DAY).stdout)
    states = [(one["state"], one["answered"]) for one in shown["revisit"]["triggers"]]
    assert (shown["revisit"]["state"], states) == ("waiting", [("waiting", since), ("waiting", None)])
    run(root, "export", "out", *DAY)
    page = (root / "out/decisions/0001-ovens/index.md").read_text(encoding="utf-8")
    assert ">Answered</span>" in page
    assert "<em>answered: the decision was reaffirmed</em>" in page


@pytest.mark.parametrize("asked_too", [(), ("--answer", "a=met", "--answer", "b=waiting")], ids=["silent", "answered"])
def test_all_of_comes_true_with_the_last_one_after_it_was_reaffirmed(
    tmp_path: Path, asked_too: tuple[str, ...]
) -> None:
    root = tree(tmp_path, RECORD.format(check="2026-01-01", logic="All"))
    assert run(root, "review", "1", *asked_too, "--reaffirm", "--by", "Ana", *DAY).returncode == 0
    assert run(root, "review", "1", "--answer", "b=met", "--by", "Bo", "--as-of", "2026-12-10").returncode == 0
    board = run(root, "revisit", "--as-of", "2026-12-24").stdout
    assert "[rejected, met, noticed 2026-12-10]" in board


def test_json_tells_of_the_last_look(tmp_path: Path) -> None:
    root = tree(tmp_path, RECORD.format(check="2026-10-01", logic="Any"))
    looks = []
    for args in ([], ["--answer", "b=waiting", "--by", "Bo"], ["--reaffirm", "--note", "All is well.", "--by", "Ana"]):
        if args:
            assert run(root, "review", "1", *args, *DAY).returncode == 0
        (shown,) = json.loads(run(root, "list", "--json", *DAY).stdout)
        looks.append(shown["revisit"]["last_look"])
    assert looks == [
        None,
        {"date": "2026-11-20", "by": "Bo", "outcome": None, "note": None},
        {"date": "2026-11-20", "by": "Ana", "outcome": "reaffirmed", "note": "All is well."},
    ]
    assert "Last look  reaffirmed 2026-11-20 by Ana: All is well." in run(root, "show", "1", *DAY).stdout
