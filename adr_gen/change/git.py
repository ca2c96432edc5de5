"""Git: the commits of a repository and the files in them, read without checking anything out."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import IO

from .. import files
from ..errors import UsageError

LINK = "120000"
"""The mode of a symbolic link in a tree."""
FILES = ("100644", "100755")
"""The modes of files in a tree."""


@dataclass(frozen=True)
class Tree:
    """The files of one commit, by their paths from the project's root."""

    commit: str
    blobs: Mapping[str, str]
    """The id of what each file holds, in the order of the paths."""
    repository: "GitRepository"

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of all files."""
        return tuple(self.blobs)

    def read(self, path: str, max_size: int) -> str:
        """The text of a file; raises Unreadable with the reason and the way out."""
        if path not in self.blobs:
            raise files.Unreadable("ADR004", "no such file; mend the path, or put it there")
        size, data = self.repository.blob(self.blobs[path], max_size)
        return files.decoded(data, size, max_size)

    def text(self, path: str, max_size: int) -> str | None:
        """The text of a file; None if it has none that can be read."""
        try:
            return self.read(path, max_size)
        except files.Unreadable:
            return None


class GitRepository:
    """The repository around a project's folder; every method raises UsageError where git refuses."""

    def __init__(self, root: Path) -> None:
        # what a partial clone left out is not fetched
        self._git = ["git", "-C", str(root), "-c", "protocol.allow=never"]
        try:
            answer = self._run("rev-parse", "--is-shallow-repository")
        except UsageError as error:
            raise UsageError(f"{error}; a change is read from git: run this in a repository") from None
        self.shallow = answer.strip() == b"true"
        """Whether the clone holds only the last commits."""

    def commit(self, name: str) -> str | None:
        """The id of the commit that a branch, a tag or another name means; None if there is none."""
        # git would take it for an option
        if name.startswith("-") or not name.isprintable():
            raise UsageError(f"{name!r:.80}: not the name of a commit; write a branch, a tag or an id")
        return self._ask(f"{name}^{{commit}}", 0)[0]

    def parents(self, commit: str) -> list[str]:
        """The parents of a commit; one that a shallow clone has cut off is among them."""
        # parents stand above the message, which may be of any length
        lines = self._ask(commit, 1 << 20)[2].decode("utf-8", "replace").partition("\n\n")[0].splitlines()
        return [line.removeprefix("parent ") for line in lines if line.startswith("parent ")]

    def common(self, one: str, other: str) -> str | None:
        """The last commit that two have in common; None if there is none."""
        try:
            return self._run("merge-base", one, other).decode().strip()
        except UsageError:
            return None

    def tree(self, commit: str, *below: str) -> Tree:
        """The files of a commit, or those below some folders."""
        # a file name is any bytes but zero; names that are no UTF-8 go back to git as they came
        rows = self._run("ls-tree", "-r", "-z", commit, "--", *below).decode("utf-8", "surrogateescape").split("\0")
        entries = [(row.partition("\t")[2], *row.partition("\t")[0].split(" ")) for row in rows if row]
        blobs = {path: blob for path, mode, _, blob in entries if mode in FILES}
        for path, mode, _, blob in entries:
            goal = self._goal(path, blob) if mode == LINK else None
            if goal in blobs:
                blobs[path] = blobs[goal]
        return Tree(commit, dict(sorted(blobs.items())), self)

    def _goal(self, path: str, blob: str) -> str | None:
        """Where a symbolic link leads to."""
        # no path of Linux is longer
        goal = self.blob(blob, 4096)[1].decode("utf-8", "surrogateescape")
        return normpath(str(PurePosixPath(path).parent / goal)) if goal else None

    def blob(self, name: str, most: int) -> tuple[int, bytes]:
        """The size of what a file holds, and its bytes, of a larger one only one more than `most`."""
        blob_id, size, data = self._ask(name, most)
        if blob_id is None:
            raise UsageError(f"{name} is not in this clone; fetch it without `--filter`")
        return size, data

    def _ask(self, name: str, most: int) -> tuple[str | None, int, bytes]:
        """Id, size and bytes of an object; no id if there is none."""
        into, out = self._objects
        # git may have ended by itself, and closing writes what is still in the buffer
        with suppress(BrokenPipeError):  # it has ended
            into.write(name.encode("utf-8", "surrogateescape") + b"\n")
            into.flush()
        answer = out.readline().decode("utf-8", "surrogateescape").split()
        if len(answer) != 3 or not answer[2].isdigit():
            return None, 0, b""
        size = int(answer[2])
        data = out.read(min(size, most + 1))
        # what is not wanted has to be read all the same: the next answer comes behind it
        left = size - len(data)
        while left:
            left -= len(out.read(min(left, 1 << 20)))
        out.readline()
        return answer[0], size, data

    @cached_property
    def _objects(self) -> tuple[IO[bytes], IO[bytes]]:
        """What one process of git is asked, and what it answers."""
        self._process = subprocess.Popen(
            # one process for all files: starting one for each takes longer than it reads
            [*self._git, "cat-file", "--batch"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert self._process.stdin
        assert self._process.stdout
        return self._process.stdin, self._process.stdout

    def close(self) -> None:
        """End the process."""
        # a cached property: asking for it would start the process that is to be ended
        if "_objects" in self.__dict__:
            for stream in self._objects:
                with suppress(BrokenPipeError):
                    stream.close()
            self._process.wait()

    def _run(self, *args: str) -> bytes:
        try:
            done = subprocess.run([*self._git, *args], capture_output=True)
        except OSError as error:
            raise UsageError(f"git cannot be run: {error.strerror}; install it") from None
        if done.returncode:
            complaint = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
            raise UsageError(f"git {args[0]}: {complaint[0] if complaint else f'exit code {done.returncode}'}")
        return done.stdout


@contextmanager
def repository(root: Path) -> Iterator[GitRepository]:
    """The repository around a folder; raises UsageError where there is none."""
    opened = GitRepository(root)
    try:
        yield opened
    finally:
        opened.close()
