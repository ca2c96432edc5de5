"""The benchmark: whole processes on varied research files, beside a bare MkDocs build of the same pages.

`python -m tests.bench --sizes 100,1000 --repeat 3 --only generate,build`; prints medians of interleaved runs.
"""

import argparse
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from time import process_time

from adr_gen import reading
from adr_gen.markdown import parse
from tests.bench import change, log, read, repeats, revisit, search, serve
from tests.bench.process import ADR_GEN, Run, Runs, measure, middle
from tests.bench.size import USUAL, measure_size, medians, prepare, show_growth, show_size

MANY = 10_000
"""From this size on builds run once, unless --repeat is given."""
GROUPS = (
    "generate",
    "build",
    "list",
    "start",
    "read",
    "lines",
    "revisit",
    "search",
    "log",
    "serve",
    "repeats",
    "change",
)
ALONE = {"start", "read", "lines", "revisit", "search", "log", "serve", "repeats", "change"}
"""Groups that need no project of a given size."""
SEARCHED = (1000, 3000)
"""Sizes at which search is measured."""
LOGGED = 1000
"""Size at which the log page is measured."""
SERVED = 1000
"""Size at which saving a file under `mkdocs serve` is measured."""
BARE_IMPORT = [sys.executable, "-c", "import click, yaml"]
HELP, IMPORT = "adr-gen --help", 'python -c "import click, yaml"'
HOSTILE = ("revisit if a; ", "if a, ", "* ", "**a** ", "(a) ", "a → ", "the a is or ", "deferred ", "v1.1.", "a: ")


def show_start(repeat: int) -> None:
    """Measure and print how long the command takes to start."""
    runs: Runs = {HELP: [], IMPORT: []}
    for _ in range(repeat + 1):
        runs[HELP].append(measure([*ADR_GEN, "--help"], Path.cwd()))
        runs[IMPORT].append(measure(BARE_IMPORT, Path.cwd()))
    medians = {name: middle(some[1:]) for name, some in runs.items()}  # the first run fills the disk cache
    print(f"\nStart, medians of {repeat} interleaved runs\n")
    print(f"{'':32}{'seconds':>10}{'× import':>9}{'peak MB':>10}")
    for name, run in medians.items():
        print(f"{name:32}{run.seconds:10.2f}{run.seconds / medians[IMPORT].seconds:9.2f}{run.peak:10.0f}")


def show_lines() -> None:
    """Measure and print how reading a hostile line grows when the line doubles: about 2 is linear."""
    print(f"\nReading hostile lines of 35 and 70 KB\n\n{'line repeats':20}{'seconds':>9}{'× half':>9}")
    for line in HOSTILE:
        half, whole = (min(_reading(line, length) for _ in range(3)) for length in (35_000, 70_000))
        print(f"{line!r:20}{whole:9.3f}{whole / half:9.1f}")


def _reading(line: str, length: int) -> float:
    document = parse("## Revisit when\n\n" + (line * length)[:length])
    start = process_time()
    reading.read(document, record=True)
    return process_time() - start


def place(keep: Path | None, count: int) -> "nullcontext[str] | tempfile.TemporaryDirectory[str]":
    """Where the files of one size go: a folder that stays, or one that does not."""
    if keep is None:
        return tempfile.TemporaryDirectory(prefix="adr-gen-bench-")
    if (keep / str(count)).exists():
        raise SystemExit(f"{keep / str(count)} exists; name another folder")
    return nullcontext(str(keep / str(count)))


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="100,1000,10000", help="research files, by commas (default: %(default)s)")
    parser.add_argument("--repeat", type=int, help=f"runs of each kind (default: 3; builds of {MANY:,} files: 1)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the files in DIR and leave them there")
    parser.add_argument("--only", default=",".join(GROUPS), help="groups, by commas (default: %(default)s)")
    parser.add_argument(
        "--extensions", action="store_true", help="switch the usual Markdown extensions on in both sites"
    )
    given = parser.parse_args()
    if unknown := set(given.only.split(",")) - set(GROUPS):
        parser.error(f"--only {', '.join(sorted(unknown))}: legal groups are {', '.join(GROUPS)}")
    return given


def main() -> None:
    """Measure and print."""
    given = arguments()
    only, repeat = set(given.only.split(",")), given.repeat or 3
    if "start" in only:
        show_start(max(repeat, 9))
    if "read" in only:
        read.show()
    if "lines" in only:
        show_lines()
    if "repeats" in only:
        repeats.show()
    if "change" in only:
        change.show_change(repeat)
    if "revisit" in only:
        revisit.show_offline(repeat)
        revisit.show_online()
    for count in SEARCHED if "search" in only else ():
        with place(given.keep, count) as folder:
            bench = prepare(Path(folder), count, "")
            measure_size(bench, {"build"}, 1, 1)
            search.show(count, bench.project / "site", bench.bare / "site", max(repeat, 5))
    if "log" in only:
        with place(given.keep, LOGGED) as folder:
            bench = prepare(Path(folder), LOGGED, "")
            measure([*ADR_GEN, "generate"], bench.project)
            bench.build(bench.project)
            log.show(LOGGED, bench.project / "site", max(repeat, 5))
    if "serve" in only:
        with place(given.keep, SERVED) as folder:
            bench = prepare(Path(folder), SERVED, "")
            measure([*ADR_GEN, "generate"], bench.project)
            bench.copy()
            serve.show(bench.project, bench.bare, repeat)
    measured: dict[int, dict[str, Run]] = {}
    for count in [int(size) for size in given.sizes.split(",")] if only - ALONE else []:
        builds = given.repeat or (1 if count >= MANY else 3)
        with place(given.keep, count) as folder:
            print(f"{count:,} files", file=sys.stderr)
            bench = prepare(Path(folder), count, USUAL if given.extensions else "")
            runs = measure_size(bench, only, repeat, builds)
            measured[count] = medians(runs)
            show_size(count, bench, runs, measured[count])
    if 1000 in measured and 10000 in measured:
        show_growth(1000, 10000, measured[1000], measured[10000])


if __name__ == "__main__":
    main()
