"""A day on which something came true is told from the day on which that was found, and a look from one at another condition."""

import re
from pathlib import Path

import pytest

from adr_gen.checks import parse
from adr_gen.model import Observation
from adr_gen.reviews.stored_review import fingerprint
from adr_gen.revisit.check_results import Results
from tests.support.exported import exported, words
from tests.support.helpers import run, tree

SETTINGS = "=== adr-gen.toml\n=== mkdocs.yml\nsite_name: Orchard\n=== shed/key.md\nA key.\n"


def record(name: str, day: str, *conditions: str) -> str:
    """A deferred record as part of a text tree."""
    head = f"# {name[5:].capitalize()}\n\n* Status: deferred\n* Date: {day}\n\n## Revisit when\n\n"
    return f"=== docs/decisions/{name}.md\n{head}" + "".join(f"* {one}\n" for one in conditions)


def review(number: int, day: str, letter: str, condition: str, result: str) -> str:
    """What somebody answered about one condition, as part of a text tree."""
    answer = f"- trigger: {letter}\n  condition: {fingerprint(condition)}\n  result: {result}\n"
    head = f"record: {number}\ndate: {day}\nby: Ana\nanswers:\n"
    return f"=== docs/decisions/reviews/{number:04}-{day}-aa.yml\n{head}{answer}"


TAGGED, DATED = "github:o/r >= 2", "pypi:r >= 2"
CHECKED = {  # a tag has no day, a release has
    TAGGED: ("2026-06-02", "2026-06-18", None),
    DATED: ("2026-06-02", "2026-06-18", "2026-05-11"),
}


def found() -> str:
    """What checks found on two days: that they hold."""
    results = Results()
    for token, (first, last, since) in CHECKED.items():
        for day in (first, last):
            results.put([(parse(token), Observation("met", day, "check", "2.0 is there", since))])
    return results.text()


LOG = "".join(
    [
        SETTINGS,
        record("0001-shed", "2026-01-02", "`file:shed/key.md exists`"),
        record("0002-well", "2026-01-02", "`2026-05-01`"),
        record("0003-bees", "2026-01-02", "honey sells"),
        review(3, "2026-06-05", "a", "honey sells", "met"),
        record("0004-hedge", "2025-12-01", "birds nest", "foxes pass"),
        review(4, "2026-06-06", "b", "foxes pass", "waiting"),
        record("0005-gate", "2026-01-02", f"`{TAGGED}`"),
        record("0006-pump", "2026-01-02", f"`{DATED}`"),
        f"=== .adr-gen/checks.json\n{found()}",
    ]
)
UNSEEN = "a look every 180 days"
SAID = [
    ("0001-shed", "Condition (a) has come true (noticed 2026-06-20)", "Met", "noticed 2026-06-20 (today)"),
    ("0002-well", "Condition (a) has come true (since 2026-05-01)", "Met", "since 2026-05-01 (50 days)"),
    ("0003-bees", "Condition (a) has come true (noticed 2026-06-05)", "Met", "noticed 2026-06-05 (15 days)"),
    ("0005-gate", "Condition (a) has come true (noticed 2026-06-02)", "Met", "noticed 2026-06-02 (18 days)"),
    ("0006-pump", "Condition (a) has come true (since 2026-05-11)", "Met", "since 2026-05-11 (40 days)"),
    ("0004-hedge", f"Due since 2026-05-30 ({UNSEEN} at condition (a))", "Due", "since 2026-05-30 (21 days)"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("since"), LOG, "2026-06-20")


@pytest.mark.parametrize(("name", "banner", "state", "day"), SAID)
def test_banner_home_board_and_log_say_in_the_same_words_since_when(
    pages: Path, name: str, banner: str, state: str, day: str
) -> None:
    title = f"ADR-{name[:4]} {name[5:].capitalize()}"
    assert f"{banner}: " in words(pages / f"decisions/{name}/index.md")
    assert f"{state} {title} {day}" in words(pages / "index.md")
    before = "met," if day.startswith("noticed") else state.lower()
    assert f"ADR-{name[:4]} deferred {before} {day}" in words(pages / "revisit/index.md")
    assert f"2026-01-02 {state} {day}" in words(pages / "decisions/index.md").replace("2025-12-01", "2026-01-02")


def test_the_terminal_says_so_too(tmp_path: Path) -> None:
    shown = run(tree(tmp_path, LOG), "revisit", "--as-of", "2026-06-20").stdout
    assert re.findall(r"\[deferred, (.*?)[\](]", " ".join(shown.split())) == [
        "met since 2026-05-01",
        "met since 2026-05-11",
        "met, noticed 2026-06-02",
        "met, noticed 2026-06-05",
        "met, noticed 2026-06-20",
        "due since 2026-05-30 ",
    ]
