"""A record that cannot be read keeps its number and its research file: neither gets a second record."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import put, run
from tests.support.permissions import enforced
from tests.support.renumber_research import assert_settled, research

Make = Callable[[str], Path]
RECORD = "docs/decisions/0001-cafe.md"
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "latin-1": lambda data: data.decode().encode("latin-1"),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "a NUL byte": lambda data: data + b"\0",
    "too large": lambda data: data + b"x" * 1_000_000,
}


@pytest.fixture
def root(project: Make) -> Path:
    """A project with one record."""
    root = project("=== adr-gen.toml\n")
    put(root, "docs/research/a é.md", research("Café", "2026-01-01"))
    assert run(root, "generate").returncode == 0
    return root


def record_names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "docs/decisions").iterdir())


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("moved", [False, True], ids=["in its place", "moved"])
def test_a_damaged_record_gets_no_twin_and_stops_no_other(
    root: Path, damage: Callable[[bytes], bytes], moved: bool
) -> None:
    place = root / RECORD
    before = place.read_bytes()
    place.write_bytes(damage(before))
    put(root, "docs/research/new.md", research("New", "2026-02-01"))
    if moved:
        (root / "docs/research/done").mkdir()
        (root / "docs/research/a é.md").rename(root / "docs/research/done/a é.md")
    for _ in range(2):
        done = run(root, "generate")
        assert (done.returncode, f"{RECORD}:" in done.stderr or f"{RECORD}: " in done.stderr) == (1, True)
        assert (record_names(root), place.read_bytes()) == (["0001-cafe.md", "0002-new.md"], damage(before))
    place.write_bytes(before)
    assert run(root, "generate").returncode == 0
    assert_settled(root)


@pytest.mark.parametrize("title", ["Café", "Another title"])
def test_a_record_without_read_permission_gets_no_twin(root: Path, title: str) -> None:
    put(root, "docs/research/a é.md", research(title, "2026-01-01"))
    put(root, "docs/research/new.md", research("New", "2026-02-01"))
    place = root / RECORD
    place.chmod(0)
    with enforced():
        done = run(root, "generate")
    assert f"docs/research/a é.md:1: ADR210 {RECORD} cannot be read and may be its record" in done.stderr
    assert (done.returncode, record_names(root)) == (1, ["0001-cafe.md", "0002-new.md"])
    place.chmod(0o644)
    assert run(root, "generate").returncode == 0
    assert_settled(root)


def test_a_damaged_hand_written_record_keeps_nobody_from_a_record(root: Path) -> None:
    (root / "docs/decisions/0007-new.md").write_bytes("# Neu für uns\n".encode("latin-1"))
    put(root, "docs/research/new.md", research("New", "2026-02-01"))
    assert run(root, "generate").returncode == 1
    assert record_names(root) == ["0001-cafe.md", "0007-new.md", "0008-new.md"]


@pytest.mark.parametrize(
    "rest",
    [b"", b"\n \n", b"---\nnumber: 1\nsta", b"\0" * 700, bytes(range(256)), "ab".encode("utf-32")],
    ids=["empty", "blank", "cut off", "NULs", "bytes", "wide"],
)
def test_a_record_of_which_only_the_beginning_is_left_gets_no_twin(root: Path, rest: bytes) -> None:
    (root / RECORD).write_bytes(rest)
    for _ in range(2):
        done = run(root, "generate")
        assert (done.returncode, f"ADR210 {RECORD} cannot be read" in done.stderr) == (1, True)
        assert (record_names(root), (root / RECORD).read_bytes()) == (["0001-cafe.md"], rest)


@pytest.mark.parametrize(
    "edit", [lambda data: data.replace(b"\n", b"\r"), lambda data: b"\n\n" + data], ids=["line ends", "blank lines"]
)
def test_a_record_that_an_editor_wrote_in_its_own_way_gets_no_twin(root: Path, edit: Callable[[bytes], bytes]) -> None:
    place = root / RECORD
    place.write_bytes(edit(place.read_bytes()))
    assert (run(root, "generate").returncode, record_names(root)) == (0, ["0001-cafe.md"])


@pytest.mark.parametrize(
    "source", ["./docs/research/a é.md", "docs//research/../research/a é.md", '"docs/research/a é.md "']
)
def test_a_record_whose_source_is_written_in_another_way_gets_no_twin(root: Path, source: str) -> None:
    place = root / RECORD
    place.write_text(place.read_text(encoding="utf-8").replace("docs/research/a é.md", source), encoding="utf-8")
    for _ in range(2):
        assert (run(root, "generate").returncode, record_names(root)) == (0, ["0001-cafe.md"])


def test_what_names_its_number_does_not_name_a_record_that_is_not_there(root: Path) -> None:
    assert run(root, "review", "1", "--reaffirm", "--by", "Ana").returncode == 0
    put(root, "docs/decisions/0002-tea.md", "# Tea\n\nStatus: accepted\nSupersedes: ADR-0001\n")
    (root / RECORD).write_bytes(DAMAGES["latin-1"]((root / RECORD).read_bytes()))
    unreadable = f"{RECORD}:5: ADR002 byte 0xe9 is not UTF-8; save the file as UTF-8\n"
    told = run(root, "check").stderr
    assert (unreadable in told, "does not exist" in told) == (True, False)
    shown = run(root, "show", "1")
    assert (shown.returncode, shown.stdout, shown.stderr) == (1, "", unreadable)
