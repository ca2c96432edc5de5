"""What nobody has decided is named on every run."""

import json
from pathlib import Path

from tests.support.helpers import put, run


def test_generate_names_each_undecided_file_with_its_best_candidate_on_every_run(tmp_path: Path) -> None:
    put(tmp_path, "docs/research/1 queue.md", "# A queue\n\n## Recommendation\n\nThe small one fits.\n")
    put(tmp_path, "docs/research/2.md", "# A cache\n\nWords.\n")
    put(tmp_path, "docs/research/3.md", "# A search\n\n## Decision: adopt\n")
    waiting = [
        "undecided  docs/research/1 queue.md line 5: The small one fits.",
        "undecided  docs/research/2.md",
        "to decide: `adr-gen decide FILE`",
    ]
    assert run(tmp_path, "generate").stdout.split("\n")[2:5] == waiting
    assert run(tmp_path, "generate").stdout.split("\n")[:3] == waiting
    assert run(tmp_path, "list", "--undecided").stdout == "\n".join(waiting) + "\n"
    alone = run(tmp_path, "generate", "docs/research/1 queue.md").stdout.split("\n")
    assert alone[:2] == [waiting[0], "to decide: `adr-gen decide 'docs/research/1 queue.md'`"]


def test_of_many_some_are_named_and_the_others_counted(tmp_path: Path) -> None:
    for number in range(34):
        put(tmp_path, f"docs/research/{number:02}.md", f"# {number}\n")
    lines = run(tmp_path, "generate").stdout.split("\n")
    assert lines[9:12] == [
        "undecided  docs/research/09.md",
        "… and 24 more: `adr-gen list --undecided`",
        "to decide: `adr-gen decide FILE`",
    ]
    assert run(tmp_path, "list", "--undecided").stdout.count("undecided  docs") == 34


def test_check_counts_them_and_they_are_no_problem(tmp_path: Path) -> None:
    put(tmp_path, "docs/research/1.md", "# A queue\n")
    done = run(tmp_path, "check")
    assert done.returncode == 0
    assert "1 research file and 0 records (1 undecided: `adr-gen decide`)" in done.stdout


def test_programs_get_the_queue_without_what_is_decided(tmp_path: Path) -> None:
    put(tmp_path, "docs/research/1.md", "# A queue\n")
    put(tmp_path, "docs/research/2.md", "# B\n\n## Decision: adopt\n\n## Blockers\n\n> the contract\n")
    assert [one["path"] for one in json.loads(run(tmp_path, "list", "--undecided", "--json").stdout)] == [
        "docs/research/1.md"
    ]
    assert run(tmp_path, "list", "--undecided", "--due").returncode == 2
    run(tmp_path, "decide", "docs/research/1.md", "--as", "accept")
    assert run(tmp_path, "list", "--undecided").stdout == "every research file is decided\n"


def test_marks_of_the_best_candidate_are_shown_nowhere_and_programs_get_the_quote(tmp_path: Path) -> None:
    text = "# A queue\n\n## Recommendation\n\n**The small one** fits `redis`.\n"
    text += "\n## Next steps\n\n- Look at `redis` if **a server** appears.\n"
    put(tmp_path, "docs/research/1.md", text)
    named = "undecided  docs/research/1.md line 5: The small one fits redis.\n"
    assert named in run(tmp_path, "generate").stdout
    assert named in run(tmp_path, "list", "--undecided").stdout
    told = run(tmp_path, "explain", "docs/research/1.md").stdout
    assert "  ? may be a trigger: speaks of what may come true\n    Look at redis if a server appears." in told
    (one,) = json.loads(run(tmp_path, "decide", "--json").stdout)
    assert one["verdicts"][0]["text"] == "**The small one** fits `redis`."


def test_a_project_without_research_is_told_so(tmp_path: Path) -> None:
    told = f"no research files in docs/research of {tmp_path}"
    assert run(tmp_path, "list", "--undecided").stdout == f"{told}\n"
    assert run(tmp_path, "decide").stdout == f"{told}; `adr-gen decide FILE` looks at one all the same\n"
