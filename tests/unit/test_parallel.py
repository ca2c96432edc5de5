"""The same function for every item of several groups, on all cores."""

from collections.abc import Callable, Iterator

import pytest

from adr_gen import parallel
from adr_gen.parallel import ENOUGH, parallel_map, parallel_map_forked


@pytest.mark.parametrize("many", [3, ENOUGH], ids=["few", "many"])
@pytest.mark.parametrize("function", [parallel_map, parallel_map_forked])
def test_results_come_in_the_order_of_the_groups(function: Callable[..., Iterator[int]], many: int) -> None:
    groups = (range(0, -10, -1), range(many), range(0), [-99])
    assert [*function(abs, *groups)] == [*range(10), *range(many), 99]


def test_where_processes_have_not_all_that_there_is_one_alone_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_start_method", lambda: "spawn")
    assert [*parallel_map_forked(lambda item: -item, range(ENOUGH), [7])] == [*range(0, -ENOUGH, -1), -7]
