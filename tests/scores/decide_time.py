"""How long `adr-gen decide` takes a person for each file: `python -m tests.scores.decide_time FOLDER`.

The folder holds documents and `labels.yml` as for `make score`. All documents become research files of one project, the
real queue is walked in a terminal of its own with the keys of somebody who answers as the labels do, and each screen is
weighed by the keystroke-level model of Card, Moran and Newell (Communications of the ACM 23, 1980): a key takes 0.28 s,
that of an average typist who is no secretary, a choice before it 1.35 s, and what the program needs is measured. Words
are read at 250 a minute, or recognised at the 600 of Carver's scanning (Journal of Reading 36, 1992). The keys come at
once, so what is read ahead while somebody thinks is waited for here. No person is timed.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from tests.scores.corpus import Count
from tests.scores.decide_walk import Taken, Walk, walk, words

KEY, CHOICE = 0.28, 1.35
"""Seconds for a key, and for a choice before one."""
READ, RECOGNISED = 250 / 60, 600 / 60
"""Words a second of who reads them, and of who has read the file and knows them again."""
MOST = 10
"""Seconds that a file may take."""


def by_hand(taken: Taken) -> float:
    """Seconds of choices, keys and waiting."""
    return (CHOICE + KEY) * len(taken.keys) + sum(taken.waited)


def knowing(taken: Taken) -> float:
    """Seconds of who has read the file, and knows title, candidates and conditions again."""
    return by_hand(taken) + (words(taken.title) + words(taken.verdicts) + words(taken.conditions)) / RECOGNISED


def reading(taken: Taken) -> float:
    """Seconds of who reads title and candidates, and knows the conditions again."""
    read = words(taken.title) + words(taken.verdicts)
    return by_hand(taken) + read / READ + words(taken.conditions) / RECOGNISED


def reading_all(taken: Taken) -> float:
    """Seconds of who reads everything but the keys."""
    return by_hand(taken) + words(taken.shown) / READ


PEOPLE: dict[str, Callable[[Taken], float]] = {
    "knows the file": knowing,
    "reads title and candidates": reading,
    "reads everything": reading_all,
}


def summary(done: Walk) -> list[str]:
    """Each file with its keys, words and seconds, then what holds for all that a label decides."""
    lines = [f"{'':<40} keys     words  wait   {'   '.join(PEOPLE)}"]
    for taken in done.decided:
        seconds = "  ".join(f"{person(taken):5.1f}" for person in PEOPLE.values())
        lines.append(
            f"{Path(taken.path).stem[:40]:<40} {taken.keys!r:<9}{words(taken.shown):5.0f}  {sum(taken.waited):4.2f}  {seconds}"
        )
    for name, person in PEOPLE.items():
        each = [person(taken) for taken in done.decided]
        over = Count(sum(seconds > MOST for seconds in each), len(each))
        lines.append(f"{name}: {mean(each):.1f} s, at most {max(each):.1f}; {over.right} of {over.of} over {MOST} s")
    waits = [taken.waited[-1] for taken in done.decided]
    return [
        *lines,
        f"keys a file: {mean(len(taken.keys) for taken in done.decided):.1f}",
        f"first screen {done.first:.2f} s, from file to file {mean(waits):.2f} s",
        f"conditions that nobody saw and a label would change: {sum(taken.unseen for taken in done.decided)}",
        f"answers that were not written: {sum(taken.refused for taken in done.decided)}",
        f"status as labelled: {done.right.right} of {done.right.of}",
    ]


def main() -> None:
    """Print each file, then the means."""
    parser = argparse.ArgumentParser(prog="decide_time", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder with documents and labels.yml")
    with TemporaryDirectory() as folder:
        print(*summary(walk(parser.parse_args().corpus, Path(folder))), sep="\n")


if __name__ == "__main__":
    main()
