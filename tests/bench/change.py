"""What `adr-gen pr` costs beside git's own comparison and the list of the records."""

import subprocess
import tempfile
from pathlib import Path

from tests.bench import revisit
from tests.bench.process import ADR_GEN, Runs, measure, middle
from tests.support.helpers import git

FILES = 19_000
"""Files beside the records."""


def write(root: Path) -> str:
    """Make a repository with many records and files, and a branch that changes some; returns what it is."""
    about = revisit.write(root)
    for number in range(FILES):
        place = root / f"src/part{number % 300}/file{number}.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"x = {number}\n", encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    for message in ("main", "feature"):
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", message)
        git(root, "checkout", "-q", "-B", "feature")
        for number in range(20):
            (root / f"docs/page{number}.md").write_text("new\n", encoding="utf-8")
    count = len(subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, check=True).stdout.splitlines())
    return f"{about}, {count:,} files"


def show_change(repeat: int) -> None:
    """Measure and print what looking at a change costs."""
    commands = {
        "git diff --stat": ["git", "diff", "--stat", "main", "feature"],
        "adr-gen list": [*ADR_GEN, "list"],
        "adr-gen pr": [*ADR_GEN, "pr"],
    }
    runs: Runs = {name: [] for name in commands}
    with tempfile.TemporaryDirectory(prefix="adr-gen-bench-") as folder:
        about = write(Path(folder))
        measure(commands["adr-gen list"], Path(folder))  # records are read once
        for _ in range(repeat):
            for name, command in commands.items():
                runs[name].append(measure(command, Path(folder)))
    medians = {name: middle(some) for name, some in runs.items()}
    both = medians["git diff --stat"].seconds + medians["adr-gen list"].seconds
    print(f"\n{about}, medians of {repeat} interleaved runs\n\n{'':32}{'seconds':>9}{'× both':>9}{'peak MB':>9}")
    for name, run in medians.items():
        print(f"{name:32}{run.seconds:9.2f}{run.seconds / both:9.2f}{run.peak:9.0f}")
