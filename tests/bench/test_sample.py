"""The benchmark's research files are the same on every run, differ from each other, and are read without problems."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from tests.support import sample
from tests.support.helpers import run


@pytest.fixture(scope="module")
def sample_files() -> dict[str, bytes]:
    """The first 300 files."""
    return dict(sample.research(300))


def blocks(data: bytes) -> set[str]:
    """What stands between blank lines, is no heading, and is long enough to say something."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return {block for block in re.split(r"\n{2,}", text) if len(block) > 60 and not block.startswith("#")}


def test_the_same_bytes_come_out_twice(sample_files: dict[str, bytes]) -> None:
    assert list(sample.research(200)) == list(sample_files.items())[:200]


def test_a_larger_sample_begins_with_the_smaller_one(sample_files: dict[str, bytes]) -> None:
    assert list(sample.research(20)) == list(sample_files.items())[:20]


def test_no_two_files_share_a_block(sample_files: dict[str, bytes]) -> None:
    shared = Counter(block for data in sample_files.values() for block in blocks(data))
    assert [block for block, times in shared.items() if times > 1] == []


def test_the_sample_holds_every_form_of_file(sample_files: dict[str, bytes]) -> None:
    sizes = sorted(map(len, sample_files.values()))
    texts = [data.decode("utf-8-sig") for data in sample_files.values()]
    forms = {
        "byte order mark": r"\A\ufeff",
        "CRLF": r"\r\n",
        "front matter": r"\A---\n",
        "verdict in a heading": r"(?m)^## \w+: \w",
        "verdict behind a label": r"(?m)^\*\*(Verdict|Decision)\*\*: ",
        "verdict in front matter": r"(?m)^decision: ",
        "supersession": r"(?m)^supersedes: \d+-[\w-]+\.md$",
        "undecided": r"(?m)^## Open questions",
        "blockers, none": r"\*\*Blockers\*\*: None",
        "blockers in front matter": r"(?m)^blockers:",
        "conditions inline": r"\*\*: \(a\) ",
        "conditions in a table": r"\| Revisit when \|",
        "conditions in front matter": r"(?m)^revisit_when:",
        "conditions that a program can check": r"`pypi:\w+ >= \d`",
        "table": r"(?m)^\|---",
        "nested list": r"(?m)^     - ",
        "link to another file": r"\]\(\.\./\d+/\d+-[\w-]+\.md\)",
    }
    missing = [
        name
        for name, form in forms.items()
        if not any(re.search(form, data.decode()) for data in sample_files.values())
    ]
    languages = {language for text in texts for language in re.findall(r"(?m)^```(\w+)$", text.replace("\r", ""))}
    assert missing == []
    assert len(languages) >= 6
    assert 1000 <= sizes[0] < sizes[-1] <= 13_000
    assert 3000 < median(sizes) < 5000
    assert all(one < other for one, other in pairwise(sorted(sample_files)))


def test_every_status_is_read_as_it_was_meant(sample_files: dict[str, bytes]) -> None:
    words = {"accept": "accepted", "reject": "rejected", "defer": "deferred", "undecided": None}
    results = [reading.read(parse(data.decode())) for data in list(sample_files.values())[:200]]
    assert [read.verdict.status if read.verdict else None for read in results] == [
        words[sample.status(number)] for number in range(200)
    ]
    assert [read.findings for read in results] == [()] * 200


def test_generate_reads_sixty_of_them_without_a_problem(tmp_path: Path) -> None:
    sample.write(tmp_path, 60)
    undecided = sum(not sample.decided(number) for number in range(60))

    done = run(tmp_path, "generate")

    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == (
        f"60 research files: {60 - undecided} decided, {undecided} undecided, 0 problems; "
        f"{60 - undecided} records written"
    )
