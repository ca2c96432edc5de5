"""The benchmark: whole processes on varied research files, beside a bare MkDocs build of the same pages.

`python -m tests.bench --sizes 100,1000 --repeat 3 --only generate,build`; prints medians of interleaved runs.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from adr_gen import reading
from adr_gen.markdown import parse
from tests import bench_log, bench_revisit, bench_search, bench_serve, sample

MANY = 10_000
"""From this size on builds run once, unless --repeat is given."""
GROUPS = ("generate", "build", "list", "start", "lines", "revisit", "search", "log", "serve")
ADR_GEN = [sys.executable, "-m", "adr_gen"]
ALONE = {"start", "lines", "revisit", "search", "log", "serve"}
"""Groups that need no project of a given size."""
SEARCHED = (1000, 3000)
"""Sizes at which search is measured."""
LOGGED = 1000
"""Size at which the log page is measured."""
SERVED = 1000
"""Size at which saving a file under `mkdocs serve` is measured."""
BARE_IMPORT = [sys.executable, "-c", "import click, yaml"]

COLD, SAME, EDIT = "generate, cold", "generate, nothing changed", "generate, one file edited"
BUILD, BARE, BOTH = "mkdocs build with adr-gen", "mkdocs build, bare", "generate, cold + build"
LIST, HELP, IMPORT = "list", "adr-gen --help", 'python -c "import click, yaml"'
ROWS = (COLD, SAME, EDIT, LIST, BUILD, BARE, BOTH)

CONFIG = "site_name: Benchmark\ntheme:\n  name: material\n  font: false\n"
USUAL = """markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc, pymdownx.details,
  pymdownx.highlight, pymdownx.inlinehilite, pymdownx.superfences, pymdownx.tabbed, pymdownx.tasklist]
"""
"""What most sites with this theme switch on."""
WITH = CONFIG + "plugins: [search, adr-gen]\n"
WITHOUT = CONFIG + 'plugins: [search]\nnav: [index.md]\nnot_in_nav: "/decisions/*"\n'


@dataclass(frozen=True, slots=True)
class Run:
    """What one process cost."""

    seconds: float
    busy: float
    """Seconds of processor time, which other work on the machine disturbs less."""
    peak: float
    """Peak memory in MB."""
    size: float = 0
    """Bytes of the site it built."""


HOSTILE = ("revisit if a; ", "if a, ", "* ", "**a** ", "(a) ", "a → ", "the a is or ", "deferred ", "v1.1.", "a: ")
Runs = dict[str, list[Run]]


def measure(command: list[str], folder: Path, fine: tuple[int, ...] = (0,)) -> Run:
    """Run a command in a folder to its end; raises SystemExit with its output if its exit code is not `fine`."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": ""}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        start = perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in fine:
            output.seek(0)
            raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}\n{output.read()[-2000:]}")
    busy = usage.ru_utime + usage.ru_stime
    return Run(seconds, busy, usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1000 / 1.024))


@dataclass(frozen=True, slots=True)
class Bench:
    """One size: a project with research files, and a bare site beside it."""

    root: Path
    paths: list[str]

    @property
    def project(self) -> Path:
        return self.root / "project"

    @property
    def bare(self) -> Path:
        return self.root / "bare"

    def forget(self) -> None:
        """Take away what generate made."""
        for folder in ("docs/decisions", ".adr-gen"):
            self.away(self.project / folder)

    def away(self, folder: Path) -> None:
        """Put a folder aside; deleting thousands of files makes some file systems slow at new ones for seconds."""
        if folder.exists():
            aside = self.root / "aside"
            aside.mkdir(exist_ok=True)
            folder.rename(aside / str(len(list(aside.iterdir()))))

    def edit(self, turn: int) -> None:
        """Add a paragraph to one file that decides something, another one each turn."""
        decided = [path for number, path in enumerate(self.paths[:50]) if sample.decided(number)]
        place = self.project / decided[turn % len(decided)]
        place.write_bytes(place.read_bytes() + f"\n## Addendum {turn}\n\nLooked at again.\n".encode())

    def build(self, folder: Path) -> Run:
        """Build a site from nothing."""
        site = folder / "site"
        self.away(site)
        run = measure([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)
        size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
        return replace(run, size=size)

    def copy(self) -> None:
        """Give the bare site the records as they are now."""
        self.away(self.bare / "docs/decisions")
        shutil.copytree(self.project / "docs/decisions", self.bare / "docs/decisions")


def prepare(root: Path, count: int, extensions: str) -> Bench:
    """Make the project and the bare site, both with the same Markdown extensions."""
    bench = Bench(root, sample.write(root / "project", count))
    for folder, config in ((bench.project, WITH), (bench.bare, WITHOUT)):
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        (folder / "mkdocs.yml").write_text(config + extensions, encoding="utf-8")
        (folder / "docs/index.md").write_text("# Home\n\nA benchmark.\n", encoding="utf-8")
    return bench


def measure_size(bench: Bench, only: set[str], repeat: int, builds: int) -> Runs:
    """All runs of one size, one of each kind per turn."""
    runs: Runs = {}

    def note(name: str, run: Run) -> None:
        runs.setdefault(name, []).append(run)
        print(f"  {name}: {run.seconds:.2f} s", file=sys.stderr)

    generate = [*ADR_GEN, "generate"]
    for turn in range(max(repeat, builds)):
        if "generate" in only and turn < repeat:
            bench.forget()
            note(COLD, measure(generate, bench.project))
            note(SAME, measure(generate, bench.project))
            bench.edit(turn)
            note(EDIT, measure(generate, bench.project))
        elif turn == 0:
            measure(generate, bench.project)
        if "list" in only and turn < repeat:
            note(LIST, measure([*ADR_GEN, "list"], bench.project))
        if "build" in only and turn < builds:
            bench.copy()
            note(BUILD, bench.build(bench.project))
            note(BARE, bench.build(bench.bare))
    return runs


def middle(runs: list[Run]) -> Run:
    """The median of each number."""
    return Run(*(median(getattr(run, name) for run in runs) for name in ("seconds", "busy", "peak", "size")))


def medians(runs: Runs) -> dict[str, Run]:
    """The median of every row, and of generating and building together."""
    found = {name: middle(some) for name, some in runs.items()}
    if COLD in found and BUILD in found:
        cold, build = found[COLD], found[BUILD]
        found[BOTH] = Run(cold.seconds + build.seconds, cold.busy + build.busy, max(cold.peak, build.peak), build.size)
    return {name: found[name] for name in ROWS if name in found}


def show_size(count: int, bench: Bench, runs: Runs, found: dict[str, Run]) -> None:
    """Print the table of one size."""
    size = sum((bench.project / path).stat().st_size for path in bench.paths)
    records = len(list((bench.project / "docs/decisions").glob("*.md")))
    print(f"\n{count:,} research files of {size / 1e6:.1f} MB, {records:,} records\n")
    print(f"{'':27}{'runs':>5}{'seconds':>9}{'× bare':>8}{'busy s':>9}{'peak MB':>9}{'site MB':>9}")
    bare = found.get(BARE)
    for name, run in found.items():
        ratio = f"{run.seconds / bare.seconds:.2f}" if bare else ""
        site = f"{run.size / 1e6:.1f}" if run.size else ""
        times = len(runs.get(name, runs.get(BUILD, [])))
        print(f"{name:27}{times:5}{run.seconds:9.2f}{ratio:>8}{run.busy:9.2f}{run.peak:9.0f}{site:>9}")


def show_growth(small: int, large: int, before: dict[str, Run], after: dict[str, Run]) -> None:
    """Print how much more the large size costs."""
    print(f"\n{large:,} files against {small:,} (× {large / small:.0f})\n")
    print(f"{'':32}{'seconds':>9}{'busy s':>17}{'peak MB':>9}{'site MB':>9}")
    for name in [name for name in before if name in after]:
        old, new = before[name], after[name]
        site = f"× {new.size / old.size:.1f}" if old.size else ""
        seconds, busy, peak = new.seconds / old.seconds, new.busy / old.busy, new.peak / old.peak
        print(f"{name:32}{f'× {seconds:.1f}':>9}{f'× {busy:.1f}':>17}{f'× {peak:.1f}':>9}{site:>9}")


def show_start(repeat: int) -> None:
    """Measure and print how long the command takes to start."""
    runs: Runs = {HELP: [], IMPORT: []}
    for _ in range(repeat + 1):
        runs[HELP].append(measure([*ADR_GEN, "--help"], Path.cwd()))
        runs[IMPORT].append(measure(BARE_IMPORT, Path.cwd()))
    found = {name: middle(some[1:]) for name, some in runs.items()}  # the first run fills the disk cache
    print(f"\nStart, medians of {repeat} interleaved runs\n")
    print(f"{'':32}{'seconds':>10}{'× import':>9}{'peak MB':>10}")
    for name, run in found.items():
        print(f"{name:32}{run.seconds:10.2f}{run.seconds / found[IMPORT].seconds:9.2f}{run.peak:10.0f}")


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


def show_offline(repeat: int) -> None:
    """Measure and print what the board of many records costs beside their list."""
    runs: Runs = {"list": [], "revisit": []}
    with tempfile.TemporaryDirectory(prefix="adr-gen-bench-") as folder:
        told = bench_revisit.write(Path(folder))
        for _ in range(repeat):
            for name, some in runs.items():
                some.append(measure([*ADR_GEN, name], Path(folder), (0, 1)))
    print(f"\n{told}, medians of {repeat} interleaved runs\n\n{'':32}{'seconds':>9}{'× list':>9}{'peak MB':>9}")
    found = {name: middle(some) for name, some in runs.items()}
    for name, run in found.items():
        print(f"{name:32}{run.seconds:9.2f}{run.seconds / found['list'].seconds:9.2f}{run.peak:9.0f}")


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
    if "lines" in only:
        show_lines()
    if "revisit" in only:
        show_offline(repeat)
        bench_revisit.show_online()
    for count in SEARCHED if "search" in only else ():
        with place(given.keep, count) as folder:
            bench = prepare(Path(folder), count, "")
            measure_size(bench, {"build"}, 1, 1)
            bench_search.show(count, bench.project / "site", bench.bare / "site", max(repeat, 5))
    if "log" in only:
        with place(given.keep, LOGGED) as folder:
            bench = prepare(Path(folder), LOGGED, "")
            measure([*ADR_GEN, "generate"], bench.project)
            bench.build(bench.project)
            bench_log.show(LOGGED, bench.project / "site", max(repeat, 5))
    if "serve" in only:
        with place(given.keep, SERVED) as folder:
            bench = prepare(Path(folder), SERVED, "")
            measure([*ADR_GEN, "generate"], bench.project)
            bench_serve.show(bench.project, repeat)
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
