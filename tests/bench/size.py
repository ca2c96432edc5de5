"""What research files of one size cost, generated, listed and built, beside a bare MkDocs build of the same pages."""

import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.process import ADR_GEN, Run, Runs, measure, middle
from tests.support import sample

COLD, SAME, EDIT = "generate, cold", "generate, nothing changed", "generate, one file edited"
BUILD, BARE, BOTH = "mkdocs build with adr-gen", "mkdocs build, bare", "generate, cold + build"
LIST = "list"
ROWS = (COLD, SAME, EDIT, LIST, BUILD, BARE, BOTH)

CONFIG = "site_name: Benchmark\ntheme:\n  name: material\n  font: false\n"
USUAL = """markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc, pymdownx.details,
  pymdownx.highlight, pymdownx.inlinehilite, pymdownx.superfences, pymdownx.tabbed, pymdownx.tasklist]
"""
"""What most sites with this theme switch on."""
WITH = CONFIG + "plugins: [search, adr-gen]\n"
WITHOUT = CONFIG + 'plugins: [search]\nnav: [index.md]\nnot_in_nav: "/decisions/*"\n'


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


def medians(runs: Runs) -> dict[str, Run]:
    """The median of every row, and of generating and building together."""
    middles = {name: middle(some) for name, some in runs.items()}
    if COLD in middles and BUILD in middles:
        cold, build = middles[COLD], middles[BUILD]
        middles[BOTH] = Run(
            cold.seconds + build.seconds, cold.busy + build.busy, max(cold.peak, build.peak), build.size
        )
    return {name: middles[name] for name in ROWS if name in middles}


def show_size(count: int, bench: Bench, runs: Runs, medians_by_name: dict[str, Run]) -> None:
    """Print the table of one size."""
    size = sum((bench.project / path).stat().st_size for path in bench.paths)
    records = len(list((bench.project / "docs/decisions").glob("*.md")))
    print(f"\n{count:,} research files of {size / 1e6:.1f} MB, {records:,} records\n")
    print(f"{'':27}{'runs':>5}{'seconds':>9}{'× bare':>8}{'busy s':>9}{'peak MB':>9}{'site MB':>9}")
    bare = medians_by_name.get(BARE)
    for name, run in medians_by_name.items():
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
