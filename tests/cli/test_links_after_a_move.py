"""Links between research files, after a file that they lead to has moved."""

from collections.abc import Callable
from pathlib import Path

from tests.support.helpers import put, run
from tests.support.renumber_research import contents, research

Make = Callable[[str], Path]


def test_generate_has_nothing_to_do_after_a_move_that_others_link_to(project: Make) -> None:
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a.md", research("A", "2026-01-01"))
    put(root, "docs/research/c.md", research("C", "2026-01-02"))
    links = "[A](a.md#recommendation-adopt), [C](c.md), [D](d.md)"
    put(root, "docs/research/b.md", research("B", "2026-02-01", links))
    assert run(root, "generate").returncode == 0
    place = root / "docs/research/done/a.md"
    place.parent.mkdir()
    (root / "docs/research/a.md").rename(place)
    (root / "docs/research/c.md").rename(place.with_name("another-name.md"))
    assert run(root, "generate").returncode == 0
    made = contents(root)["docs/decisions/0003-b.md"]
    assert "[A](0001-a.md#recommendation-adopt), [C](../research/c.md), [D](../research/d.md)" in made
    again = run(root, "generate", "--check")
    assert (again.returncode, again.stdout.splitlines()[-1]) == (
        0,
        "3 research files: 3 decided, 0 undecided, 0 problems; 0 records would be written",
    )
