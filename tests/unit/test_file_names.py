"""The file name of a new record: words of its title, the same wherever it is made."""

import sys
from types import ModuleType

import pytest

from adr_gen.generate.new_numbers import file_name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Use one queue", "0007-use-one-queue.md"),
        ("Don’t use “Kafka”", "0007-dont-use-kafka.md"),
        ("Don't use it", "0007-don-t-use-it.md"),
        ("Über die Straße", "0007-uber-die-strasse.md"),
        ("Очередь заданий", "0007-ochered-zadanii.md"),
        ("数据库", "0007-shu-ju-ku.md"),
        ("輸送箱の冷却", "0007-shu-song-xiang-no-leng-que.md"),
        ("…", "0007-queue-of-jobs.md"),
    ],
)
def test_it_is_spelt_alike_whatever_else_is_installed(
    title: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ModuleType("unidecode")
    other.unidecode = lambda text: "other" if not text.isascii() else text  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "unidecode", other)
    assert file_name(7, title, "docs/research/queue-of-jobs.md") == expected
