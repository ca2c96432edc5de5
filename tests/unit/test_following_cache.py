"""What generate remembers, from run to run of one process: what its text would say, and no file is looked up twice."""

import json
from pathlib import Path

import pytest

from adr_gen import typed_json
from adr_gen.generate.draft_cache import DraftCache
from adr_gen.generate.run import carry_out, prepare, remembered
from adr_gen.project import load
from tests.support import sample
from tests.support.helpers import put


def test_a_following_cache_has_what_the_text_would_have(tmp_path: Path) -> None:
    put(tmp_path, "adr-gen.toml", "")
    sample.write(tmp_path, 30)
    first = prepare(load(tmp_path)).cache
    for paths in ([], ["docs/research/extra.md"]):
        for path in paths:
            put(
                tmp_path,
                path,
                "# Extra\n\n## Recommendation: REJECT\n\nNo. Reconsider once `pypi:queue >= 2` is out.\n",
            )
        project = load(tmp_path)
        stored = json.loads(first.text())["files"]
        following = remembered(project, first)
        assert (following.old, following.key, following.new) == (stored, first.key, {})
        by_text = prepare(load(tmp_path), last=_stored(first))
        second = prepare(project, last=first)
        assert second.plan == by_text.plan
        assert json.loads(second.cache.text()) == json.loads(by_text.cache.text())
        first = second.cache


def _stored(cache: DraftCache) -> DraftCache:
    """As the next process would read it."""
    read = DraftCache(None, "")
    read.key, read.new = cache.key, json.loads(cache.text())["files"]
    return read


def test_other_settings_remember_nothing(tmp_path: Path) -> None:
    put(tmp_path, "adr-gen.toml", "")
    sample.write(tmp_path, 3)
    first = prepare(load(tmp_path)).cache
    assert len(remembered(load(tmp_path), first).old) == 3
    put(tmp_path, "adr-gen.toml", 'decisions = "records"\n')
    assert remembered(load(tmp_path), first).old == {}


def test_what_did_not_change_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "adr-gen.toml", "")
    sample.write(tmp_path, 5)
    carry_out(load(tmp_path), prepare(load(tmp_path)))
    last = prepare(load(tmp_path)).cache
    read: list[object] = []
    whole = typed_json.read

    def counted(kind: type, data: object) -> object:
        read.append(kind)
        return whole(kind, data)

    monkeypatch.setattr(typed_json, "read", counted)
    prepare(load(tmp_path), last=last)
    assert read == []
