"""Checks that are offered for a condition's words."""

import pytest

from adr_gen.reading.hints.check_suggestions import offers


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("The node needs `vm.max_map_count` again.", "", ()),
        ("The node needs `redis` again.", "redis", ("dep:redis",)),
        ("The library `lru-cache` is in use.", "", ("dep:lru-cache",)),
        ("Die Bibliothek `lru-cache` wird noch gebraucht.", "", ("dep:lru-cache",)),
        ("La bibliothèque `lru-cache` sert encore.", "", ("dep:lru-cache",)),
        ("ライブラリ `lru-cache` が必要になる。", "", ("dep:lru-cache",)),
        ("Once postgres 17 runs everywhere.", "", ()),
        ("We could take it if `redis` is ever needed.", "redis", ("dep:redis",)),
        ("`redis` would do if the load doubles.", "redis", ()),
        ("`docs/queue.md` says more | until the load doubles", "", ()),
        ("Once the package httpx 1.0 is there.", "", ("pypi:httpx >= 1.0", "dep:httpx >= 1.0")),
    ],
)
def test_a_name_is_a_package_where_the_words_or_the_manifests_say_so(
    text: str, known: str, expected: tuple[str, ...]
) -> None:
    assert offers(text, lambda name: name == known) == expected
