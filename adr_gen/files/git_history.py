"""What git remembers of a file, and the merge of two texts that come from one: git's own, of which no copy is better."""

import re
import subprocess
from collections.abc import Container, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import UsageError

MOST = 500
"""Versions of one file that are looked at, the newest ones."""
_TIMEOUT = 30
"""Seconds for one answer of git."""
# a repository names its objects by SHA-1 in 40 digits or by SHA-256 in 64
_BLOB = re.compile(rb"[0-9a-f]{40,64}")


def versions(root: Path, path: str) -> Iterator[str]:
    """The texts that a project file had in the index and in all commits, under its earlier names too, the newest first.

    None where git does not know the file, or cannot be asked.
    """
    try:
        blobs = _blobs(root, path)
        yield from _texts(root, blobs) if blobs else ()
    except (OSError, subprocess.SubprocessError):
        return


def committed(root: Path, folder: str) -> set[str]:
    """The project paths below a folder that the current commit has; none where git cannot be asked."""
    try:
        # -z: no name is quoted
        names = _git(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", f"{folder}/")
    except (OSError, subprocess.SubprocessError):
        return set()
    return set(names.decode("utf-8", "surrogateescape").split("\0")) - {""}


def lost(root: Path, folder: str, there: Container[str]) -> Iterator[tuple[str, str]]:
    """The paths and texts of the files below a folder that the current commit has and that are not `there` any more."""
    try:
        rows = _git(root, "ls-tree", "-r", "-z", "HEAD", "--", f"{folder}/").decode("utf-8", "surrogateescape")
        named = (row.partition("\t") for row in rows.split("\0"))
        gone = [(path, what.split()[2].encode()) for what, _, path in named if path and path not in there]
        yield from zip((path for path, _ in gone), _texts(root, [blob for _, blob in gone]), strict=False)
    except (OSError, subprocess.SubprocessError):
        return


def _blobs(root: Path, path: str) -> list[bytes]:
    staged = _git(root, "ls-files", "-s", "--", path)
    rows = _git(root, "log", f"-{MOST}", "--follow", "--raw", "--no-abbrev", "--format=", "--", path).splitlines()
    after, before = ([row.split()[column] for row in rows if row.startswith(b":")] for column in (3, 2))
    blobs = [*_BLOB.findall(staged), *after, *before]
    # zeros stand for the file where a commit adds or deletes it
    return [blob for blob in dict.fromkeys(blobs) if blob.strip(b"0")]


def _texts(root: Path, blobs: list[bytes]) -> Iterator[str]:
    answers = _git(root, "cat-file", "--batch", given=b"\n".join(blobs) + b"\n")
    at = 0
    while at < len(answers):
        head, _, _ = answers[at:].partition(b"\n")
        at += len(head) + 1
        if not head.endswith(b" missing"):
            size = int(head.split()[2])
            yield answers[at : at + size].decode("utf-8", "replace")
            at += size + 1


def _git(root: Path, *args: str, given: bytes = b"") -> bytes:
    """What git answers; what a partial clone left out is not fetched."""
    command = ["git", "-C", str(root), "--literal-pathspecs", "-c", "protocol.allow=never", *args]
    return subprocess.run(command, input=given, capture_output=True, check=True, timeout=_TIMEOUT).stdout


def merged(mine: str, base: str, other: str, names: tuple[str, str]) -> tuple[str, int]:
    """Both changes of a base in one text, and how many places overlap: these stand in it twice, between conflict markers.

    `names` are those of the two sides in the markers. Raises UsageError where git cannot be run.
    """
    with TemporaryDirectory() as folder:
        places = [Path(folder, name) for name in ("mine", "base", "other")]
        for place, text in zip(places, (mine, base, other), strict=True):
            # bytes that are no UTF-8 go through the merge as they came
            place.write_bytes(text.encode("utf-8", "surrogateescape"))
        labels = (word for name in (names[0], "base", names[1]) for word in ("-L", name))
        # whatever a person has set: what reads the markers knows this form
        command = ["git", "-c", "merge.conflictStyle=merge", "merge-file", "-p", *labels, *map(str, places)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT)
        except (OSError, subprocess.SubprocessError) as error:
            raise UsageError(f"git cannot be run: {error}; install it") from None
    # below it the code is the number of conflicts
    if done.returncode >= 128:
        raise UsageError(f"git merge-file: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout.decode("utf-8", "surrogateescape"), done.returncode
