"""The package's rooms and the one direction in which they import each other."""

import ast
import re
from functools import cache
from pathlib import Path

from tests import ROOT

PACKAGE = ROOT / "adr_gen"

ROOMS = (
    "counts",
    "errors",
    "codes",
    "config",
    "site_settings",
    "files",
    "typed_json",
    "file_cache",
    "untyped_yaml",
    "untyped_toml",
    "frontmatter",
    "frontmatter_edit",
    "linear_inline",
    "markdown",
    "model",
    "dependencies",
    "checks",
    "web",
    "links",
    "parallel",
    "sources",
    "reading",
    "records",
    "reviews",
    "revisit",
    "log",
    "record_search",
    "board",
    "project",
    "monitor",
    "render",
    "generate",
    "change",
    "lint",
    "site",
    "notify",
    "init",
    "commands",
    "mcp",
    "cli",
    "plugin",
)
"""Left never imports right; `cli` and `plugin` are the doors."""


WINGS = (
    "lexicon",
    "rules",
    "patterns",
    "plain_text",
    "roles",
    "dates",
    "result_types",
    "status",
    "sentences",
    "document",
    "conditions",
    "verdict",
    "header",
    "blockers",
    "candidates",
    "review_reasons",
    "hints",
    "reader",
)
"""The wings of `reading` and the modules between them, in their order."""


def room_of(path: Path) -> str:
    """The room a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def nodes(path: Path) -> list[ast.AST]:
    """All that the parsed code of a module consists of; to go through it takes longer than to parse it."""
    return list(ast.walk(ast.parse(text(path))))


@cache
def imports(path: Path) -> set[str]:
    """The rooms that a module imports, also inside functions."""
    depth = len(path.relative_to(PACKAGE).parts)
    rooms: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            rooms |= {(node.module or "").split(".")[0]} if node.module else {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("adr_gen"):
            rooms.add((node.module or "").split(".")[1])
    return rooms & set(ROOMS)


def wings(path: Path) -> set[str]:
    """The other wings of `reading` that a module of it imports."""
    inside = path.relative_to(PACKAGE / "reading").parts
    names: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.level == len(inside):
            names |= {node.module.split(".")[0]} if node.module else {name.name for name in node.names}
    return names & set(WINGS)


def modules() -> list[Path]:
    return [
        p for p in sorted(PACKAGE.rglob("*.py")) if p.name not in ("__init__.py", "__main__.py") or p.parent != PACKAGE
    ]


def test_every_module_belongs_to_a_listed_room() -> None:
    assert {room_of(path) for path in modules()} == set(ROOMS)


def test_no_room_imports_one_to_its_right() -> None:
    wrong = [
        f"{room_of(path)} imports {other}"
        for path in modules()
        for other in imports(path)
        if ROOMS.index(other) > ROOMS.index(room_of(path))
    ]
    assert wrong == []


def test_no_wing_of_reading_imports_one_to_its_right() -> None:
    folder = PACKAGE / "reading"
    inside = {path: path.relative_to(folder).parts[0].removesuffix(".py") for path in folder.rglob("*.py")}
    assert set(inside.values()) == {*WINGS, "__init__"}
    wrong = [
        f"{wing} imports {other}: {path.name}"
        for path, wing in inside.items()
        for other in wings(path)
        if wing != "__init__" and WINGS.index(other) > WINGS.index(wing)
    ]
    assert wrong == []


def test_the_doors_do_not_import_each_other_and_only_the_plugin_and_the_sites_settings_import_mkdocs() -> None:
    assert [p for p in modules() if room_of(p) == "cli" and "plugin" in imports(p)] == []
    assert [p for p in modules() if room_of(p) == "plugin" and "cli" in imports(p)] == []
    assert {room_of(p) for p in modules() if "import mkdocs" in text(p) or "from mkdocs" in text(p)} == {
        "plugin",
        "site_settings",
    }


def test_nothing_below_the_doors_reads_the_clock_prints_or_exits() -> None:
    doors = ("cli", "plugin", "commands")
    banned = ("print(", "sys.exit", "date.today", "datetime.now", "time.time", "Path.cwd", "os.getcwd", "os.environ")
    wrong = [
        f"{path.relative_to(PACKAGE)}: {word}"
        for path in modules()
        if room_of(path) not in doors
        for word in banned
        # nearly no module holds one of the words in any form
        if word in text(path) and re.search(rf"(?<![\w.]){re.escape(word)}", text(path))
    ]
    assert wrong == []
