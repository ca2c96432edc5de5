"""What is read of manifests and lock files, for comparison."""

from collections.abc import Mapping

from adr_gen.dependencies import read


def names(files: Mapping[str, str]) -> dict[str, tuple[str, int, tuple[str, ...]]]:
    """Each direct dependency as ecosystem/name, with its range, line and locked versions."""
    known = read(sorted(files), files.get)
    assert known.unread == ()
    return {
        f"{one.ecosystem}/{one.name}": (one.declared.range, one.declared.line, known.versions(one))
        for one in known.direct
    }
