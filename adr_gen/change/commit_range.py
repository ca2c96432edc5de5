"""Which two commits are compared: where a branch began, and where it is now."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import UsageError
from .git import GitRepository

DEPTH = "in a workflow give actions/checkout `fetch-depth: 2`, or `fetch-depth: 0` where it checks out no merge"


@dataclass(frozen=True, slots=True)
class CommitRange:
    """The commits of a change, by their ids."""

    base: str
    """Where the branch began: the last commit that it has in common with the branch it goes into."""
    head: str
    tip: str
    """Where the branch that it goes into is now."""


def resolve(repository: GitRepository, bases: Iterable[str], head: str, *, merged: bool = False) -> CommitRange:
    """The commits that are meant; of `bases` the first that there is. Raises UsageError that says what to fetch.

    `merged`: the head may be the merge that a workflow checks out, whose first parent is the branch that it goes into.
    """
    names = list(bases)
    at = repository.commit(head)
    if at is None:
        raise UsageError(f"there is no commit {head}; name the branch, tag or id that holds the change with --head")
    tip = next((commit for name in names if (commit := repository.commit(name))), None)
    if tip is None and merged and len(parents := repository.parents(at)) == 2:
        tip = repository.commit(parents[0])
    if tip is None:
        raise UsageError(_missing(repository, names))
    base = repository.common(tip, at)
    # without an ancestor in a whole clone the two branches have none, which is fine
    if base is None and repository.shallow:
        raise UsageError(
            f"this clone is shallow and does not reach back to where {head} began; `git fetch --unshallow`, or {DEPTH}"
        )
    return CommitRange(base or tip, at, tip)


def _missing(repository: GitRepository, names: list[str]) -> str:
    """Why there is no base, and what to do."""
    remote, _, branch = names[0].partition("/")
    fetch = f"`git fetch {remote} {branch}:refs/remotes/{remote}/{branch}`" if branch else "`git fetch --unshallow`"
    if repository.shallow:
        return f"this clone is shallow and holds no commit {' or '.join(names)}; {fetch}, or {DEPTH}"
    return (
        f"there is no commit {' or '.join(names)}; {fetch if branch else 'mend the name'}, or name another with --base"
    )
