"""Words on the lines of a terminal: counted in columns, cut between words, never a sign alone."""

import pytest

from adr_gen.commands.terminal.lines import CLOSING, OPENING, columns_of, wrapped

CHINESE = "四项皆通过，进入下一步；任一不达（见下文「说明」），则暂缓。" * 5
MIXED = "若 G1 失败：docs/notes/velog-fallback.md 里写明 fallback 方案（第 2 版），再评估一次。" * 3
KOREAN = "두 번째 서버가 생기면 다시 살펴본다. 그때까지는 작은 것으로 충분하다. " * 3


@pytest.mark.parametrize(
    ("text", "columns"),
    [("plain", 5), ("四项", 4), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("a\u200bb", 2), ("", 0), ("✅ yes", 6)],
)
def test_a_text_takes_the_columns_that_a_terminal_needs(text: str, columns: int) -> None:
    assert columns_of(text) == columns


@pytest.mark.parametrize("text", [CHINESE, MIXED, KOREAN])
@pytest.mark.parametrize("most", [None, 1, 2])
@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_of_any_script_is_too_long_or_begins_with_a_sign_that_closes(
    text: str, most: int | None, width: int
) -> None:
    lines = wrapped(text, " 1 accepted, line 12: ", " " * 7, most, width)
    assert max(map(columns_of, lines)) <= width
    assert len(lines) <= (most or len(lines))
    bare = [line.strip() for line in lines]
    assert [line for line in bare[1:] if line[0] in CLOSING] == []
    assert [line for line in bare if line[-1] in OPENING] == []
    if most is None:
        assert "".join(bare[1:]).replace(" ", "") in "".join(text.split())
    else:
        assert lines[-1].endswith(" …")


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("", None, []),
        ("one two", None, ["- one two"]),
        ("one " * 12, None, ["- one one one one one one one one one", "  one one one"]),
        ("one " * 12, 1, ["- one one one one one one one one one …"]),
        ("one " * 12, 2, ["- one one one one one one one one one", "  one one one"]),
        ("one " * 22, 2, ["- one one one one one one one one one", "  one one one one one one one one one …"]),
        (f"see {'x' * 50} there", None, ["- see", f"  {'x' * 50}", "  there"]),
        (f"see {'x' * 50} there", 2, ["- see …"]),
        (f"{'x' * 50} there", 1, [f"- {'x' * 36} …"]),
        ("docs/notes/a.md：" + "见" * 9, 1, [f"- docs/notes/a.md：{'见' * 9}"]),
        ("docs/notes/a.md：" + "见" * 19, 1, [f"- docs/notes/a.md：{'见' * 9} …"]),
    ],
)
def test_lines_end_between_words_and_what_is_cut_says_so(text: str, most: int | None, lines: list[str]) -> None:
    assert wrapped(text, "- ", "  ", most, 40) == lines
