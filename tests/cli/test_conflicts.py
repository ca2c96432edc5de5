"""A file that git could not merge is a problem with its line: nothing is read from it, written for it, or published of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.decided_research import records
from tests.support.helpers import put, run

Project = Callable[[str], Path]
MESSAGE = "ADR001 a merge conflict; keep one version, and remove the other and the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
GOOD = "---\ntitle: A\n---\n\n# A\n\n## Recommendation: ADOPT\n\nAdopt it.\n"
OURS, THEIRS = "<<<<<<< HEAD", ">>>>>>> other branch"
CONFLICTS = {
    "in the body": (GOOD + f"\n{OURS}\nOne.\n=======\nTwo.\n{THEIRS}\n", 11),
    "around the verdict": (f"# A\n\n{OURS}\n## Recommendation: ADOPT\n=======\n## Recommendation: REJECT\n{THEIRS}\n", 3),
    "in front matter": (f"---\ntitle: A\n{OURS}\ndecision: adopt\n=======\ndecision: reject\n{THEIRS}\n---\n# A\n", 3),
    "before front matter": (f"{OURS}\n---\ndecision: adopt\n=======\n---\ndecision: reject\n{THEIRS}\n---\n# A\n", 1),
    "in a value of front matter": (f"---\ndecision: adopt\nnote: |\n {OURS}\n---\n{OURS}\n# A\n", 6),
    "with the common ancestor": (GOOD + f"\n{OURS}\nOne.\n||||||| 1a2b\nZero.\n=======\nTwo.\n{THEIRS}\n", 11),
    "with Windows line ends": ((GOOD + f"\n{OURS}\nOne.\n=======\nTwo.\n{THEIRS}\n").replace("\n", "\r\n"), 11),
    "of which the end was forgotten": (GOOD + f"\nTwo.\n{THEIRS}\n", 12),
    "of which the beginning was forgotten": (GOOD + f"\n{OURS}\nOne.\n", 11),
    "around code": (GOOD + f"\n{OURS}\n```\nx\n```\n=======\n```\ny\n```\n{THEIRS}\n", 11),
    "in a comment": (GOOD + f"\n<!--\n{OURS}\n-->\n", 12),
    "after one that is shown": (GOOD + f"\n```\n{OURS}\n{THEIRS}\n```\n\n{OURS}\nOne.\n", 16),
    "without names": (GOOD + "\n<<<<<<<\nOne.\n=======\nTwo.\n>>>>>>>\n", 11),
    "without names, of which the beginning was forgotten": (GOOD + "\nTwo.\n>>>>>>> \n", 12),
    "without names in front matter": ("---\n<<<<<<<\ndecision: adopt\n=======\n>>>>>>>\n---\n# A\n", 2),
    "in a list": (GOOD + f"\n- Zero.\n  {OURS}\n  One.\n  =======\n  Two.\n  {THEIRS}\n", 12),
    "as items of a list": (GOOD + "\n- <<<<<<<\n- One.\n- =======\n- Two.\n", 11),
    "in a quote": (GOOD + f"\n> {OURS}\n> One.\n> =======\n> Two.\n> {THEIRS}\n", 11),
    "in a quote in a list": (GOOD + "\n- Zero.\n\n  > One.\n  > >>>>>>>\n", 14),
    "indented by a tab below a line": (GOOD + f"\nZero.\n\t{OURS}\n\tOne.\n", 12),
    "that cuts through code without names": (GOOD + "\n```\n<<<<<<<\n```\n\n```\n=======\n>>>>>>>\n```\n", 12),
    "that cuts through code": (GOOD + f"\n```\nx\n{OURS}\nOne.\n```\n=======\nTwo.\n```\n{THEIRS}\n", 13),
    "that cuts through code twice": (GOOD + f"\n```\n{OURS}\nOne.\n```\n\n```\n=======\nTwo.\n{THEIRS}\n```\n", 12),
    "in a fence without a language, of which another has one": (GOOD + f"\n```\n{OURS}\n```\n\n```py\nx\n{THEIRS}\n```\n", 12),
    "with longer marks": (GOOD + "\n<<<<<<<<<<< Conflict 1 of 1\nOne.\n", 11),
}  # fmt: skip
SHOWN = {
    "a fence": GOOD + f"\n```\n{OURS}\nOne.\n=======\nTwo.\n{THEIRS}\n```\n",
    "two fences": GOOD + f"\n```\n{OURS}\n{THEIRS}\n```\n\n```diff\n{OURS}\n=======\n{THEIRS}\n```\n",
    "fences of what shows it": GOOD + f"\n```console\n{OURS}\n{THEIRS}\n```\n\n~~~ Text\n{OURS}\n{THEIRS}\n~~~\n",
    "an indent in code of a language": GOOD + f'\n```python\nx = """\n  {OURS}\n  {THEIRS}\n"""\n```\n',
    "an indent": GOOD + f"\n    {OURS}\n    {THEIRS}\n",
    "a fence in a list": GOOD + f"\n- One:\n\n  ```\n  {OURS}\n  =======\n  >>>>>>>\n  ```\n",
    "a fence in a quote": GOOD + f"\n> ~~~\n> {OURS}\n> =======\n> {THEIRS}\n> ~~~\n",
    "a value of front matter": f"---\ndecision: adopt\nnote: |\n  {OURS}\n  {THEIRS}\n---\n# A\n",
    "a heading underlined": GOOD + "\nTitle\n=======\n\n  Second\n  =======\n\n> Third\n> =======\n",
    "deep quotes": GOOD + "\n>>>>>>\n> > > > > > > Deep.\n\n> > > >\n",
    "arrows": GOOD + "\nOne <<<<<<< two.\n\n<<<<<<<<<<<<\n\n>>>>>>>>>>>>\n",
    "the line": GOOD + "\nA mark is `<<<<<<< HEAD`.\n\n>>>>>>>deep\n\nTitle\n=======\n",
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_research_in_conflict_is_a_problem_and_its_record_stays(name: str, project: Project) -> None:
    root = project(f"=== docs/research/a.md\n{GOOD}")
    run(root, "generate")
    before = records(root)
    text, line = CONFLICTS[name]
    (root / "docs/research/a.md").write_bytes(text.encode())
    (root / "docs/research/b.md").write_bytes(text.encode())
    done = run(root, "generate")
    expected = [f"docs/research/{file}.md:{line}: {MESSAGE}" for file in "ab"]
    assert (done.returncode, done.stderr.splitlines(), records(root)) == (1, expected, before)
    assert run(root, "check").returncode == 1


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_record_in_conflict_says_nothing_and_stays(name: str, project: Project, tmp_path: Path) -> None:
    root = project("=== docs/decisions/\n")
    text, line = CONFLICTS[name]
    (root / "docs/decisions/0001-a.md").write_bytes(text.encode())
    problem = f"docs/decisions/0001-a.md:{line}: {MESSAGE}"
    assert problem in run(root, "check").stderr.splitlines()
    done = run(root, "generate")
    assert (done.returncode, done.stderr.splitlines()) == (1, [problem])
    run(root, "export", tmp_path / "out")
    published = "".join(page.read_text(encoding="utf-8") for page in (tmp_path / "out").rglob("*.md"))
    assert [word for word in ("Adopt it", "One.", "Two.", "HEAD", "&lt;&lt;&lt;") if word in published] == []
    assert (root / "docs/decisions/0001-a.md").read_bytes() == text.encode()


WHOLE = "{ours}\n{text}=======\n{text}\nMore.\n{theirs}\n"
INSIDE = {
    "in a paragraph": ("Adopt it.", "{ours}\nAdopt it.\n=======\nNo.\n{theirs}", 14),
    "with the common ancestor": ("Adopt it.", "{ours}\nAdopt it.\n||||||| base\nIt.\n=======\nNo.\n{theirs}", 14),
    "in the front matter": ("status: accepted", "{ours}\nstatus: accepted\n=======\nstatus: rejected\n{theirs}", 3),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["", "Windows line ends"])
@pytest.mark.parametrize(
    "args", [["generate"], ["generate", "--force"], ["generate", "docs/research/a.md"]], ids=" ".join
)
@pytest.mark.parametrize("name", [*INSIDE, "as a whole"])
def test_a_generated_record_in_conflict_is_a_problem_and_left_as_it_is(
    name: str, args: list[str], ends: str, project: Project
) -> None:
    root = project(f"=== docs/research/a.md\n{GOOD}")
    run(root, "generate")
    ((record, text),) = records(root).items()
    words, marked, line = INSIDE.get(name, (text, WHOLE, 1))
    marked = text.replace(words, marked.format(ours=OURS, theirs=THEIRS, text=text))
    (root / "docs/decisions" / record).write_bytes(marked.replace("\n", ends).encode())
    before = records(root)
    done = run(root, *args)
    expected = (1, [f"docs/decisions/{record}:{line}: {MESSAGE}"], before)
    assert (done.returncode, done.stderr.splitlines(), records(root)) == expected
    assert "edited by you" not in done.stdout


def test_research_and_its_record_in_conflict_are_two_problems(project: Project) -> None:
    root = project(f"=== docs/research/a.md\n{GOOD}")
    run(root, "generate")
    ((record, text),) = records(root).items()
    for path, good in ((f"docs/decisions/{record}", text), ("docs/research/a.md", GOOD)):
        put(root, path, good.replace("Adopt it.", f"{OURS}\nAdopt it.\n=======\nNo.\n{THEIRS}"))
    done = run(root, "generate")
    named = [line.partition(" ")[0] for line in done.stderr.splitlines()]
    assert (done.returncode, named) == (1, [f"docs/decisions/{record}:14:", "docs/research/a.md:9:"])


@pytest.mark.parametrize("name", SHOWN)
def test_marks_that_are_shown_as_code_are_words(name: str, project: Project) -> None:
    root = project("=== docs/research/\n")
    put(root, "docs/research/a.md", SHOWN[name])
    assert (run(root, "generate").returncode, len(records(root))) == (0, 1)


@pytest.mark.parametrize("args", [["detach", "1"], ["renumber", "1", "5"]], ids=" ".join)
@pytest.mark.parametrize("path", ["docs/research/a.md", "docs/decisions/0001-a.md"])
def test_no_command_writes_into_a_file_in_conflict(path: str, args: list[str], project: Project) -> None:
    root = project(f"=== docs/research/a.md\n{GOOD}\nSee ADR-0001.\n")
    run(root, "generate")
    put(root, path, (root / path).read_text(encoding="utf-8") + f"\n{OURS}\nSee ADR-0001.\n=======\n{THEIRS}\n")
    before = records(root), (root / "docs/research/a.md").read_text(encoding="utf-8")
    done = run(root, *args)
    assert (done.returncode, "a merge conflict" in done.stderr) == (2, True)
    assert (records(root), (root / "docs/research/a.md").read_text(encoding="utf-8")) == before


@pytest.mark.parametrize("args", [["reopen", "1"], ["review", "1", "--reaffirm", "--by", "Ana"]], ids=" ".join)
def test_nobody_answers_for_a_record_in_conflict(args: list[str], project: Project) -> None:
    root = project(
        f"=== docs/decisions/0001-a.md\n# 1. A\n\n## Status\n\n{OURS}\nAccepted\n=======\nRejected\n{THEIRS}\n"
    )
    done = run(root, *args)
    assert (done.returncode, "0001-a.md:5: a merge conflict" in done.stderr) == (2, True)
    assert sorted(path.name for path in (root / "docs").rglob("*.*")) == ["0001-a.md"]


def test_a_record_in_conflict_says_so_where_it_is_shown(project: Project) -> None:
    root = project("=== docs/decisions/\n")
    put(root, "docs/decisions/0001-a.md", CONFLICTS["in the body"][0])
    put(root, "docs/decisions/0002-b.md", GOOD)
    shown = [run(root, "show", number, *flags) for number in "12" for flags in ([], ["--json"])]
    line = CONFLICTS["in the body"][1]
    assert [done.stderr for done in shown] == [*[f"docs/decisions/0001-a.md:{line}: {MESSAGE}\n"] * 2, "", ""]


@pytest.mark.parametrize("fence", ["```python", "~~~ yaml title=x", "````mermaid"])
def test_what_git_wrote_into_code_of_a_language_is_a_conflict(fence: str, project: Project) -> None:
    marks = re.match("[`~]+", fence)
    assert marks
    root = project(f"=== docs/research/a.md\n{GOOD}\n{fence}\n{OURS}\na: 1\n=======\na: 2\n{THEIRS}\n{marks[0]}\n")
    done = run(root, "generate")
    problem = f"docs/research/a.md:12: {MESSAGE}, or show it in a fence of `text`"
    assert (done.returncode, done.stderr.splitlines(), records(root)) == (1, [problem], {})
