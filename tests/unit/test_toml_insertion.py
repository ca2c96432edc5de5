"""Lines put into TOML files of somebody's."""

from datetime import date

import pytest

from adr_gen.init.insertion.toml import with_key

DAY = date(2026, 11, 30)
NEW = "watch-from = 2026-11-30"
TABLE = ("tool", "adr-gen")
EDITED = [
    ((), 'research = ["a"] # why\n', f'research = ["a"] # why\n{NEW}\n'),
    ((), "research = [\n  # one\n  'a',\n]", f"research = [\n  # one\n  'a',\n]\n{NEW}\n"),
    ((), "# mine\r\nmax-size = 5\r\n", f"# mine\r\nmax-size = 5\r\n{NEW}\r\n"),
    ((), "", f"{NEW}\n"),
    (
        TABLE,
        '[tool.adr-gen]\nresearch = ["a"]   # why\n\n# about ruff\n[tool.ruff]\nx = 1\n',
        f'[tool.adr-gen]\nresearch = ["a"]   # why\n{NEW}\n\n# about ruff\n[tool.ruff]\nx = 1\n',
    ),
    (
        TABLE,
        '[tool.adr-gen] # ours\nresearch = [\n  "a",\n  [\n',
        "",
    ),
    (
        TABLE,
        '[ tool . "adr-gen" ] # ours\ntemplate = """\n[x]\n"""\n[[tool.b]]\n',
        f'[ tool . "adr-gen" ] # ours\n{NEW}\ntemplate = """\n[x]\n"""\n[[tool.b]]\n',
    ),
    (TABLE, "[tool]\nadr-gen = {research = 'a'}\n", ""),
    (TABLE, "tool.adr-gen.research = 'a'\n", ""),
    (TABLE, f"[tool.adr-gen]\n{NEW.replace('30', '01')}\n", ""),
]


@pytest.mark.parametrize(("path", "before", "after"), EDITED)
def test_a_key_is_put_where_the_table_ends_and_nothing_else_changes(
    path: tuple[str, ...], before: str, after: str
) -> None:
    assert with_key(before, path, "watch-from", DAY) == after
