"""What a whole process costs, and the median of several."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ADR_GEN = [sys.executable, "-m", "adr_gen"]


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


Runs = dict[str, list[Run]]


def measure(command: list[str], folder: Path, fine: tuple[int, ...] = (0,)) -> Run:
    """Run a command in a folder to its end; raises SystemExit with its output if its exit code is not `fine`."""
    # As on a user's machine, modules are compiled once, whatever the shell of the benchmark says.
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


def middle(runs: list[Run]) -> Run:
    """The median of each number."""
    return Run(*(median(getattr(run, name) for run in runs) for name in ("seconds", "busy", "peak", "size")))
