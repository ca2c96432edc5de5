"""Front matter that nobody expects: any title, days that are none, numbers and paths that lead nowhere."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import run
from tests.support.short_research import DECIDED, GOOD

Project = Callable[[str], Path]

TITLES = [
    'A "quoted" title',
    "Pipes | and / slashes \\ here",
    "Emoji 🚀 only partly",
    "🚀🚀",
    "عنوان من اليمين",
    "x" * 500,
    "???",
    "<script>alert(1)</script> title",
    "{{ config.site_name }} and {% raw %}",
    "C #",
    "# not a heading",
    "a <b",
    "<!-- not closed",
    "&lt;kept&gt; & more",
    "`code <T>` and *stars*",
    '--8<-- "x.md"',
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_survives_and_is_harmless_in_the_record(title: str, project: Project) -> None:
    root = project("=== docs/research/\n")
    front = "---\ntitle: {}\ntags: {}\n---".format(*(json.dumps(v, ensure_ascii=False) for v in (title, [title, "b"])))
    front += DECIDED.decode()
    (root / "docs/research/t.md").write_text(front, encoding="utf-8")
    done = run(root, "generate")
    assert (done.returncode, done.stderr) == (0, "")
    (record,) = (root / "docs/decisions").iterdir()
    assert re.fullmatch(r"0001-[a-z0-9-]{1,60}\.md", record.name)
    head = record.read_text(encoding="utf-8").split("* Status")[0]
    assert "<" not in head
    assert "{" not in head
    shown = json.loads(run(root, "list", "--json").stdout)[0]
    assert shown["title"] == title
    assert shown["tags"] == [title, "b"]


def test_two_files_with_one_title_get_two_records(project: Project) -> None:
    root = project("=== docs/research/\n")
    (root / "docs/research/a.md").write_bytes(GOOD)
    (root / "docs/research/b.md").write_bytes(GOOD + b"\nOther.\n")
    assert run(root, "generate").returncode == 0
    assert sorted(p.name for p in (root / "docs/decisions").iterdir()) == ["0001-good.md", "0002-good.md"]
    assert run(root, "generate").stdout.endswith("0 records written\n")


def test_a_date_that_is_no_date_is_a_problem_and_the_record_has_none(project: Project) -> None:
    root = project("=== docs/research/\n")
    (root / "docs/research/a.md").write_bytes(GOOD.replace(b"2026-01-01", b"2026-02-30"))
    done = run(root, "generate")
    assert done.returncode == 1
    assert "a.md:3: ADR103 " in done.stderr
    assert json.loads(run(root, "list", "--json").stdout)[0]["date"] is None


@pytest.mark.parametrize("key", ["supersedes", "revisits", "relates"])
def test_a_number_that_no_record_can_have_stops_nothing(key: str, project: Project) -> None:
    digits = "1" * 5000
    root = project("=== docs/research/\n=== docs/decisions/reviews/\n")
    (root / "docs/research/a.md").write_bytes(GOOD.replace(b"title", f"{key}: {digits}\ntitle".encode()))
    (root / "docs/decisions/0007-by-hand.md").write_text(f"# A\n\n* Status: accepted\n* {key}: ADR-{digits}\n")
    done = run(root, "generate")
    assert (done.returncode, "which is no record" in " ".join(done.stderr.split())) == (1, True)
    record = root / "docs/decisions/0008-good.md"
    record.write_text(record.read_text(encoding="utf-8").replace("\n\n#", f"\n* Relates to [ADR-{digits}](x)\n\n#", 1))
    done = run(root, "list", "--json")
    assert (done.returncode, [r["number"] for r in json.loads(done.stdout)]) == (0, [7, 8])
    assert "Traceback" not in run(root, "check").stderr


def test_dots_in_front_matter_lead_nowhere(project: Project, tmp_path: Path) -> None:
    root = project("=== docs/research/\n")
    keys = ("title", "source", "id", "supersedes", "revisits", "theme", "authors", "tags", "status")
    front = "".join(f"{key}: ../../../escape\n" for key in keys)
    (root / "docs/research/a.md").write_bytes(b"---\n" + front.encode() + b"---" + DECIDED)
    run(root, "generate")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["project"]
    assert [p.name for p in (root / "docs/decisions").iterdir()] == ["0001-escape.md"]


def test_front_matter_in_toml_is_read_and_never_shown_as_text(project: Project) -> None:
    root = project(
        """
        === docs/research/queue.md
        +++
        title = "A queue"
        date = 2026-01-02
        +++

        ## Findings

        Small.
        === docs/decisions/0007-by-hand.md
        +++
        title = "By hand"
        status = "accepted"
        +++

        Text.
        """
    )
    decided = run(root, "decide", "docs/research/queue.md", "--as", "reject")
    assert (decided.returncode, decided.stderr) == (0, "")
    assert run(root, "generate").returncode == 0
    facts = [(one["title"], one["status"], one["date"]) for one in json.loads(run(root, "list", "--json").stdout)]
    assert facts == [("By hand", "accepted", None), ("A queue", "rejected", "2026-01-02")]
    assert "+++" not in (root / "docs/decisions/0008-a-queue.md").read_text(encoding="utf-8")
