"""What watching costs: the board of many records without the network, and many checks that ask a slow server."""

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

from adr_gen import checks
from adr_gen.checks import World
from adr_gen.web import ServiceClient, observe_all
from adr_gen.web.concurrent_fetch import AT_ONCE
from tests.bench.process import ADR_GEN, Runs, measure, middle
from tests.support import servers

RECORDS, EACH = 1000, 3
CONDITIONS = (
    "`pypi:engine-{n} >= 2` ships",
    "`after {m} months` have passed",
    "tenant {n} asks for it",
    "`file:docs/**/*.md count >= {n}`",
    "`adr:{n} accepted`",
    "`issue:owner/repo#{n} closed`",
    "`2027-0{d}-01` has come",
)


def write(root: Path) -> str:
    """Make a log of many records with conditions of every kind; returns what it is."""
    folder = root / "docs/decisions"
    folder.mkdir(parents=True)
    for n in range(1, RECORDS + 1):
        chosen = (CONDITIONS[(n + more) % len(CONDITIONS)] for more in range(EACH))
        items = "\n".join(f"- {one.format(n=n, m=n % 20 + 1, d=n % 9 + 1)}" for one in chosen)
        head = f"# Record {n}\n\n* Status: rejected\n* Date: 2026-0{n % 9 + 1}-1{n % 9}\n"
        text = f"{head}\n## Decision\n\nNot now.\n\n## Revisit when\n\n{items}\n"
        (folder / f"{n:04}-record-{n}.md").write_text(text, encoding="utf-8")
    return f"{RECORDS:,} records with {RECORDS * EACH:,} conditions"


def show_offline(repeat: int) -> None:
    """Measure and print what the board of many records costs beside their list."""
    runs: Runs = {"list": [], "revisit": []}
    with tempfile.TemporaryDirectory(prefix="adr-gen-bench-") as folder:
        summary = write(Path(folder))
        for _ in range(repeat):
            for name, some in runs.items():
                some.append(measure([*ADR_GEN, name], Path(folder), (0, 1)))
    print(f"\n{summary}, medians of {repeat} interleaved runs\n\n{'':32}{'seconds':>9}{'× list':>9}{'peak MB':>9}")
    medians = {name: middle(some) for name, some in runs.items()}
    for name, run in medians.items():
        print(f"{name:32}{run.seconds:9.2f}{run.seconds / medians['list'].seconds:9.2f}{run.peak:9.0f}")


def show_online() -> None:
    """Measure and print how long many checks that ask a slow server take, with nothing kept and with all answers kept."""
    count, wait = 300, 0.1
    least = count * wait / AT_ONCE
    print(f"\n{count} online checks, a server that takes {wait * 1000:.0f} ms an answer\n")
    print(f"{'':32}{'seconds':>9}{'× least':>9}")
    with servers.server() as server, tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            for path, reply in servers.index(f"p{number}", f"p{number}-2.0.tar.gz").items():
                server.replies[path] = replace(reply, wait=wait)
        for name in ("nothing kept", "all answers kept"):
            start = perf_counter()
            world = World(date(2026, 11, 24), web=ServiceClient(servers.settings(server), Path(folder)))
            results = Counter(
                o.result for _, o in observe_all((checks.parse(f"pypi:p{n} >= 2") for n in range(count)), world)
            )
            seconds = perf_counter() - start
            if results != {"met": count}:
                raise SystemExit(f"online checks: {dict(results)}")
            print(f"{name:32}{seconds:9.2f}{seconds / least:9.2f}")
